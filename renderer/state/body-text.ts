/**
 * The body of an article as plain text in a text area, and back. The form of the type is kept by one simple rule: what
 * stands the same at the beginning and at the end of the old and the new text keeps its form; what is new between takes the
 * form of the character before it, of the one after it at the beginning of a paragraph.
 */
import { type ArticleParagraph, flatBody, type Run } from '../../engine/issue/index';
import { type TableRow, tableRows } from '../../engine/manuscript/table-rows';

/** What a run is besides its text, and a paragraph besides its runs. */
type Look = Omit<Run, 'text'>;
type Kind = Omit<ArticleParagraph, 'runs'>;

/** A character with its form; a line feed ends a paragraph and knows that one's form. */
interface Letter {
  readonly text: string;
  readonly look: Look;
  readonly kind: Kind;
}

interface Changed {
  readonly paragraphs: readonly ArticleParagraph[];
  readonly text: string;
  readonly changed: readonly ArticleParagraph[];
}

const PLAIN = { look: { form: 'plain' }, kind: {} } as const;

/** What was asked last: a field asks first how its text would read, then for the change, both before the page is set. */
let last: Changed | undefined;

/** Paragraphs after their text was changed to `text`. Empty lines end nothing, except between lines of verse. */
export function withText(paragraphs: readonly ArticleParagraph[], text: string): readonly ArticleParagraph[] {
  if (last?.paragraphs !== paragraphs || last.text !== text) last = { paragraphs, text, changed: changedTo(paragraphs, text) };
  return last.changed;
}

function changedTo(paragraphs: readonly ArticleParagraph[], text: string): readonly ArticleParagraph[] {
  if (text === flatBody({ paragraphs })) return paragraphs;
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
const INVISIBLE = /(?![\n\t])\p{Cc}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Text without what a paste may bring and nobody sees. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
}

function lettersOf(paragraphs: readonly ArticleParagraph[]): readonly Letter[] {
  return paragraphs.flatMap(({ runs, ...kind }) => [
    ...runs.flatMap(({ text, ...look }) => [...text].map((letter) => ({ text: letter, look, kind }))),
    { text: '\n', look: lookOf(runs.at(-1)), kind },
  ]);
}

function lookOf(run: Run | undefined): Look {
  if (!run) return PLAIN.look;
  const { text: _, ...look } = run;
  return look;
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
  const { look, kind } = model ?? PLAIN;
  const lines = inserted.join('').split('\n');
  const rows = tableRows(lines);
  return lines.flatMap((line, index): readonly Letter[] => {
    const isLast = index === lines.length - 1;
    const isWhole = (index > 0 || opens) && (!isLast || after?.text === '\n');
    const row = isWhole && (kind as Kind).form !== 'row' ? rows[index] : undefined;
    const form = row ? rowForm(row) : { look, kind };
    return [...(isLast ? line : `${line}\n`)].map((text) => ({ text, ...form }));
  });
}

/** A table's row, as an import makes it. */
function rowForm(row: TableRow): Pick<Letter, 'look' | 'kind'> {
  return { look: { form: row === 'head' ? 'bold' : 'plain' }, kind: { form: 'row' } };
}

/**
 * The page indents paragraphs itself, so spaces typed before them are dropped; verse keeps its own. A tab parts the cells
 * of a table's row and is a space elsewhere.
 */
function paragraphsOf(letters: readonly Letter[]): readonly ArticleParagraph[] {
  const paragraphs: ArticleParagraph[] = [];
  let runs: { text: string; readonly look: Look }[] = [];
  let kind: Kind | undefined;
  for (const letter of letters) {
    kind ??= letter.kind;
    const { verse, form } = kind;
    if (letter.text !== '\n') {
      if (runs.length === 0 && !verse && form !== 'row' && isSpace(letter)) continue;
      const text = letter.text === '\t' && form !== 'row' ? ' ' : letter.text;
      const run = runs.at(-1);
      if (run && sameLook(run.look, letter.look)) run.text += text;
      else runs.push({ text, look: letter.look });
      continue;
    }
    if (runs.length > 0 || verse) paragraphs.push({ runs: runs.map(({ text, look }) => ({ text, ...look })), ...kind });
    runs = [];
    kind = undefined;
  }
  return paragraphs;
}

function sameLook(a: Look, b: Look): boolean {
  if (a === b) return true;
  return a.form === b.form && a.dots === b.dots && a.underline === b.underline && a.script === b.script && a.size === b.size;
}

function isSpace({ text }: Letter): boolean {
  return text.trim() === '';
}
