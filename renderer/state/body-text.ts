/**
 * The body of an article as plain text in a text area, and back. The form of the type is kept by one simple rule: what
 * stands the same at the beginning and at the end of the old and the new text keeps its form; what is new between takes the
 * form of the character before it, of the one after it at the beginning of a paragraph.
 */
import type { ArticleParagraph, RunForm } from '../../engine/issue/index';
import { textOf } from './facts';

/** A character with its form; a line feed ends a paragraph and knows whether that is verse. */
interface Letter {
  readonly text: string;
  readonly form: RunForm;
  readonly verse: boolean;
}

/** Paragraphs after their text was changed to `text`. Empty lines end nothing, except between lines of verse. */
export function withText(paragraphs: readonly ArticleParagraph[], text: string): readonly ArticleParagraph[] {
  if (text === textOf({ paragraphs })) return paragraphs;
  const before = lettersOf(paragraphs);
  const after = [...`${clean(text)}\n`];
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const kept = before.slice(0, head);
  const rest = before.slice(before.length - tail);
  const inserted = after.slice(head, after.length - tail);
  return paragraphsOf([...kept, ...formed(inserted, kept.at(-1), rest[0]), ...rest]);
}

/** Control characters, the soft hyphen, zero-width and direction signs; not the joiner, which holds an emoji together. */
const INVISIBLE = /(?!\n)\p{Cc}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Text without what a paste may bring and nobody sees. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(INVISIBLE, '');
}

function lettersOf(paragraphs: readonly ArticleParagraph[]): readonly Letter[] {
  return paragraphs.flatMap(({ runs, verse = false }) => [
    ...runs.flatMap(({ text, form }) => [...text].map((letter) => ({ text: letter, form, verse }))),
    { text: '\n', form: runs.at(-1)?.form ?? 'plain', verse },
  ]);
}

function commonHead(before: readonly Letter[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count]!.text === after[count]) count++;
  return count;
}

function commonTail(before: readonly Letter[], after: readonly string[], head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let count = 0;
  while (count < most && before[before.length - 1 - count]!.text === after[after.length - 1 - count]) count++;
  return count;
}

function formed(inserted: readonly string[], before: Letter | undefined, after: Letter | undefined): readonly Letter[] {
  const opens = before === undefined || before.text === '\n';
  const model = opens ? (after ?? before) : before;
  const { form, verse } = model ?? { form: 'plain' as const, verse: false };
  return inserted.map((text) => ({ text, form, verse }));
}

/** The page indents paragraphs itself, so spaces typed before them are dropped; verse keeps its own. */
function paragraphsOf(letters: readonly Letter[]): readonly ArticleParagraph[] {
  const paragraphs: ArticleParagraph[] = [];
  let runs: { text: string; form: RunForm }[] = [];
  let verse: boolean | undefined;
  for (const letter of letters) {
    verse ??= letter.verse;
    if (letter.text !== '\n') {
      if (runs.length === 0 && !verse && isSpace(letter)) continue;
      const last = runs.at(-1);
      if (last?.form === letter.form) last.text += letter.text;
      else runs.push({ text: letter.text, form: letter.form });
      continue;
    }
    if (runs.length > 0 || verse) paragraphs.push(verse ? { runs, verse } : { runs });
    runs = [];
    verse = undefined;
  }
  return paragraphs;
}

function isSpace({ text }: Letter): boolean {
  return text.trim() === '';
}
