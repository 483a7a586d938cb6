/**
 * Running text, and the length of what an issue holds, in characters (字), counted in one way everywhere: marks and figures count, white space does not; an article's
 * length is that of its running text, without headlines and byline, which are counted by nobody who orders or pays for a text.
 */
import type { Advertisement, Article, Notice, PhotoGroup } from './types';

/** U+3000: behind it there is no white space but U+FEFF. */
const LAST_WHITE = 0x3000;
const SURROGATES = 0xd800;

/** Number of characters (字) of a text, white space left out. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > LAST_WHITE && code < SURROGATES) {
      count++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(i)!);
    if (!/\s/.test(character)) count++;
    i += character.length - 1;
  }
  return count;
}

/** Running text of a paragraph. */
export function paragraphText({ runs }: { readonly runs: readonly { readonly text: string }[] }): string {
  return runs.length === 1 ? runs[0]!.text : runs.map(({ text }) => text).join('');
}

/** Running text of an article, paragraphs apart by line feeds. */
export function flatBody({ paragraphs }: Pick<Article, 'paragraphs'>): string {
  return paragraphs.map(paragraphText).join('\n');
}

/** Characters of an article's running text. */
export function articleLength(article: Pick<Article, 'paragraphs'>): number {
  return countCharacters(flatBody(article));
}

/** Characters of a photo group's caption. */
export function groupLength({ caption }: Pick<PhotoGroup, 'caption'>): number {
  return countCharacters(caption);
}

/** Characters of a notice's text and entries. */
export function noticeLength({ text, entries }: Pick<Notice, 'text' | 'entries'>): number {
  return countCharacters([text, ...entries.flatMap(({ label, value }) => [label, value])].join(' '));
}

/** Characters of an advertisement that is set in type. */
export function advertisementLength({ title, lines }: Pick<Advertisement, 'title' | 'lines'>): number {
  return countCharacters([title, ...lines].join(' '));
}
