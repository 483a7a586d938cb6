import type { CleanRule } from '../issue/text-rules';
import { cleanLines } from './clean';
import { gluedByline } from './credits';
import { tidyLists } from './list-marks';
import { punctuate, writesDotsForStops } from './punctuate';
import { tidyQuotes } from './quotes';
import { type Paragraph, rejoin } from './rejoin';
import { tidySpaces } from './spaces';
import { around, Tally } from './tally';
import type { Finding } from './types';
import { tidyUnits } from './units';

export interface Normalised {
  readonly paragraphs: Paragraph[];
  readonly findings: Finding[];
}

/**
 * Turns a manuscript into clean paragraphs by named rules and says how often each was applied. Only white space,
 * invisible characters and the forms of marks change; no word is added, dropped or moved.
 * @param off rules that are not applied
 * @throws InputError manuscript.lines
 */
export function normalise(text: string, file: string, off?: ReadonlySet<CleanRule>): Normalised {
  const tally = new Tally(off);
  const lines = cleanLines(text, file, tally);
  const dotIsStop = writesDotsForStops(lines);
  const paragraphs = partHeadlines(rejoin(lines, tally), tally).map((paragraph) => {
    const line = paragraph.span.from;
    return { ...paragraph, text: tidyParagraph(paragraph.text, line, dotIsStop, tally) };
  });
  return { paragraphs, findings: tally.findings() };
}

/** The text of a paragraph by the rules that ask what stands beside a character. */
export function tidyParagraph(text: string, line: number, dotIsStop: boolean, tally: Tally): string {
  const listed = tidyLists(punctuate(text, line, dotIsStop, tally), line, tally);
  return tidyUnits(tidySpaces(tidyQuotes(listed, line, tally), line, tally), line, tally);
}

/** A short text from elsewhere, cleaned by the same rules. */
export function tidyText(text: string): string {
  return normalise(text, '')
    .paragraphs.map((paragraph) => paragraph.text)
    .join('');
}

/** A headline on the line of its byline gets a line of its own. */
function partHeadlines(paragraphs: readonly Paragraph[], tally: Tally): Paragraph[] {
  if (!tally.does('parted')) return [...paragraphs];
  return paragraphs.flatMap((paragraph) => {
    const at = gluedByline(paragraph.text);
    if (at === 0) return [paragraph];
    tally.add('parted', paragraph.span.from, around(paragraph.text, at));
    return [
      { ...paragraph, text: paragraph.text.slice(0, at).trimEnd() },
      { ...paragraph, text: paragraph.text.slice(at), blanks: 0 },
    ];
  });
}
