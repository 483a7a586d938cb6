/** Where a headline is broken into lines, as an editor sees and moves it. */
import type { Article, Block, Edit, Issue } from '../../engine/issue/index';
import { pageOfBlock } from './store';
import { articleEdit } from './text-edits';

/** The headline on one line, and where its lines begin after the first, UTF-16. */
export interface HeadBreaking {
  readonly text: string;
  readonly breaks: readonly number[];
}

/** `standing` are the lines as they are set; the writer's own count where they do not spell the headline. */
export function breakingOf({ headline }: Pick<Article, 'headline'>, standing: readonly string[] = headline): HeadBreaking {
  // Where the writer ended a line and the page does not, the phrases stand 1 字 apart.
  const text = headline.join('\u3000');
  const breaks: number[] = [];
  let at = 0;
  for (const line of spell(standing) === spell(headline) ? standing : headline) {
    if (at > 0) breaks.push(at);
    for (const letter of spell([line])) at = text.indexOf(letter, at) + letter.length;
    // White space at a line's end belongs to it.
    while (/\s/.test(text[at] ?? '')) at++;
  }
  return { text, breaks };
}

function spell(lines: readonly string[]): string {
  return lines.join('').replace(/\s+/g, '');
}

/** Places where a line may begin: before every character but the first. */
export function gapsOf(text: string): readonly number[] {
  const gaps: number[] = [];
  let at = 0;
  for (const letter of text) {
    if (at > 0 && !/\s/.test(letter)) gaps.push(at);
    at += letter.length;
  }
  return gaps;
}

/** Marks that close, and those that open, as no line of type begins or ends. */
const CLOSING = /[\p{Pe}\p{Pf}，。、；：！？…—％]/u;
const OPENING = /[\p{Ps}\p{Pi}]/u;

/** The letters with their places, UTF-16, parted where the field that shows them may wrap. */
export function clustersOf(text: string): readonly (readonly { readonly letter: string; readonly at: number }[])[] {
  const clusters: { letter: string; at: number }[][] = [];
  let at = 0;
  for (const letter of text) {
    const before = clusters.at(-1);
    if (before && (CLOSING.test(letter) || OPENING.test(before.at(-1)!.letter))) before.push({ letter, at });
    else clusters.push([{ letter, at }]);
    at += letter.length;
  }
  return clusters;
}

export function linesOf({ text, breaks }: HeadBreaking): readonly string[] {
  const ends = [...breaks, text.length];
  return ends.map((end, i) => text.slice(i === 0 ? 0 : breaks[i - 1], end).trim()).filter((line) => line !== '');
}

/** A break put somewhere, moved or taken away; in order, each once. */
export function withBreak({ text, breaks }: HeadBreaking, from: number | undefined, to: number | undefined): HeadBreaking {
  const others = breaks.filter((at) => at !== from && at !== to);
  return { text, breaks: (to === undefined ? others : [...others, to]).sort((one, other) => one - other) };
}

/**
 * The edit that stores the lines: for the block where the story's headline stands, else for the headline itself. No lines let
 * the layout break a headline that stands.
 */
export function breaksEdit(issue: Issue, article: Article, block: Block | undefined, lines: readonly string[]): Edit | undefined {
  const page = block && pageOfBlock(issue, block.id);
  if (block?.content.kind !== 'article' || page === undefined) {
    return lines.length === 0 ? undefined : articleEdit(issue, article, { headline: lines });
  }
  const { content } = block;
  return { type: 'putBlock', page, block: { ...block, content: { ...content, form: { ...content.form, lines } } } };
}
