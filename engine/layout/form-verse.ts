/** Verse (诗): lines as they stand, the poem as a whole in the middle of its column. */
import type { ArticleParagraph } from '../issue/types';
import { BLANK_LINE, type BodyLine } from './body-line';
import { shapedLines } from './form-drop';
import { type Setting, textOf } from './form-setting';

/** First edge of a line of verse and of what is turned over, em. */
const VERSE = { first: 1, turned: 2 };

/** A line of verse as it stands; one without text is the row between two stanzas. The first of several keeps the next. */
export function verseLines(paragraphs: readonly ArticleParagraph[], at: number, setting: Setting): BodyLine[] {
  const texts = textOf(setting, paragraphs[at]);
  if (texts.length === 0) return [BLANK_LINE];
  const edge = setting.measure > 2 * VERSE.turned * setting.em ? verseEdge(paragraphs, at, setting) : 0;
  const turned = edge > 0 ? edge + VERSE.turned - VERSE.first : 0;
  const lines = shapedLines(texts, setting, { lines: 1, x: edge * setting.em }, { x: turned * setting.em }, 'left');
  return opensStanza(paragraphs, at) ? lines.map((line) => ({ ...line, keep: true })) : lines;
}

/** First edge of the lines of a poem, em: whole characters, with its longest line in the middle of the measure. */
function verseEdge(paragraphs: readonly ArticleParagraph[], at: number, { measure, em }: Setting): number {
  return Math.max(VERSE.first, Math.floor((measure / em - poemWidths(paragraphs)[at]!) / 2));
}

const known = new WeakMap<readonly ArticleParagraph[], readonly number[]>();

/** Characters of the longest line of the poem in which each paragraph stands. */
function poemWidths(paragraphs: readonly ArticleParagraph[]): readonly number[] {
  let widths = known.get(paragraphs);
  if (!widths) {
    const found = paragraphs.map(({ runs, verse }) => (verse ? runs.reduce((sum, { text }) => sum + [...text].length, 0) : 0));
    for (let i = 1; i < found.length; i++) if (isPair(paragraphs, i)) found[i] = Math.max(found[i]!, found[i - 1]!);
    for (let i = found.length - 1; i > 0; i--) if (isPair(paragraphs, i)) found[i - 1] = found[i]!;
    widths = found;
    known.set(paragraphs, widths);
  }
  return widths;
}

function isPair(paragraphs: readonly ArticleParagraph[], at: number): boolean {
  return paragraphs[at]?.verse === true && paragraphs[at - 1]?.verse === true;
}

function opensStanza(paragraphs: readonly ArticleParagraph[], at: number): boolean {
  const isVerse = (paragraph: ArticleParagraph | undefined) =>
    paragraph?.verse === true && paragraph.runs.some((run) => run.text !== '');
  return isVerse(paragraphs[at]) && !isVerse(paragraphs[at - 1]) && isVerse(paragraphs[at + 1]);
}
