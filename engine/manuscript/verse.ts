import { endsSentence, hasHan, lengthOf } from './characters';
import { isNameLine } from './credits';
import type { Paragraph } from './rejoin';
import { opensStructure } from './signs';

/* Verse: lines that stay as the poet broke them, with a space between stanzas. */

/** Longest line of verse, in characters. */
const longestLine = 24;
/** Fewest lines of a poem, or clauses of one in the old form, which may have two on a line. */
const fewest = 4;
/** Lines of verse among all lines of a poem. */
const leastVerse = 0.8;
/** Lines that end no sentence among those of a poem: not every line of it is a statement. */
const leastRunning = 0.4;
/** Characters of a line on the average; fewer are names of things one under the other. */
const leastLength = 4;
/** Lines with one of the little words of speech among those of a poem, one without stanzas and marks: a list has few. */
const leastSpoken = 0.4;
const leastSpokenBare = 0.6;
const spoken = /[的了着得在我你他她它们是不没有把从又也还像]/;

/** What a paragraph is to a poem: a line, a line that opens a stanza behind another one, or nothing of it. */
export type VerseRole = 'line' | 'stanza' | 'none';

/**
 * The roles of an article's paragraphs; all are `none` in prose, lists and conversations. Without a hint (诗 in the headline
 * or the file's name) a poem is known by its stanzas, by clauses of one length or by having no marks at all.
 */
export function verseRoles(body: readonly Paragraph[], hinted: boolean): readonly VerseRole[] {
  const verse = body.map(({ text }) => isVerseLine(text));
  const lines = body.filter((_, index) => verse[index]);
  if (!isPoem(lines, body.length, hinted)) return body.map(() => 'none');
  const opening = new Set(lines.filter(opensStanza(lines)));
  return body.map((paragraph, index) => (opening.has(paragraph) ? 'stanza' : verse[index] ? 'line' : 'none'));
}

/** Whether what stands around a short line, up to a few paragraphs, is verse: the line is a part of it. */
export function isAmongVerse(before: readonly Paragraph[], after: readonly Paragraph[]): boolean {
  return before.length > 0 && after.length > 0 && [...before, ...after].every(({ text }) => isVerseLine(text));
}

/** Whether a wider gap than the usual stands before a line of verse. */
function opensStanza(lines: readonly Paragraph[]): (line: Paragraph, index: number) => boolean {
  const usual = lines.slice(1).reduce((least, { blanks }) => Math.min(least, blanks), Number.POSITIVE_INFINITY);
  return ({ blanks }, index) => index > 0 && blanks > usual;
}

/** A longer line that might be a name is a line. */
const longestName = 3;

/** A short line that ends at most one sentence and is nothing else: no entry of a list, no name, no number to call. */
function isVerseLine(text: string): boolean {
  if (text.length > 2 * longestLine || lengthOf(text) > longestLine || !hasHan(text)) return false;
  if (/[。！？；].*\p{Script=Han}/u.test(text) || /[：:@]|\d{3}|.、.+、/.test(text)) return false;
  return !opensStructure(text) && !(text.length <= longestName && isNameLine(text));
}

function isPoem(lines: readonly Paragraph[], all: number, hinted: boolean): boolean {
  if (lines.length < leastVerse * all || lines.length < 2) return false;
  const clauses = lines.flatMap(({ text }) => clauseLengths(text));
  if (clauses.length < fewest) return false;
  if (isRegular(clauses) && (hinted || /[，。！？；]$/.test(lines.at(-1)!.text))) return true;
  const length = clauses.reduce((sum, clause) => sum + clause, 0) / clauses.length;
  const running = share(lines, ({ text }) => !endsSentence(text));
  if (lines.length < fewest || length < leastLength || running < leastRunning) return false;
  if (hinted) return true;
  const speaks = share(lines, ({ text }) => spoken.test(text));
  const bare = lines.every(({ text }) => !/[，。！？；]/.test(text));
  return (speaks >= leastSpoken && hasStanzas(lines)) || (speaks >= leastSpokenBare && bare);
}

function share(lines: readonly Paragraph[], holds: (line: Paragraph) => boolean): number {
  return lines.filter(holds).length / lines.length;
}

/** Characters of each clause of a line. */
function clauseLengths(text: string): number[] {
  const clauses = text.split(/[，。！？；、\s]+/).filter((clause) => clause !== '');
  return clauses.map((clause) => [...clause].length);
}

/** The old form: clauses of one length, from four to eight characters. */
function isRegular([first = 0, ...others]: readonly number[]): boolean {
  return first >= 4 && first <= 8 && others.every((length) => length === first);
}

/** Several groups of lines, most of them of more than one line. */
function hasStanzas(lines: readonly Paragraph[]): boolean {
  const sizes: number[] = [];
  for (const opens of lines.map(opensStanza(lines))) {
    if (opens || sizes.length === 0) sizes.push(1);
    else sizes[sizes.length - 1]!++;
  }
  return sizes.length > 1 && sizes.filter((size) => size > 1).length * 2 > sizes.length;
}
