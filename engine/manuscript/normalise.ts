import { cleanLines } from './clean';
import { gluedByline } from './credits';
import { punctuate, writesDotsForStops } from './punctuate';
import { tidyQuotes } from './quotes';
import { type Paragraph, rejoin } from './rejoin';
import { tidySpaces } from './spaces';
import { around, Tally } from './tally';
import type { Finding } from './types';

/**
 * Turns a manuscript into clean paragraphs by named rules and says how often each was applied. Only white space,
 * invisible characters and the forms of marks change; no word is added, dropped or moved.
 * @throws InputError manuscript.lines
 */
export function normalise(text: string, file: string): { paragraphs: Paragraph[]; findings: Finding[] } {
  const tally = new Tally();
  const lines = cleanLines(text, file, tally);
  const dotIsStop = writesDotsForStops(lines);
  const paragraphs = partHeadlines(rejoin(lines, tally), tally).map((paragraph) => {
    const line = paragraph.span.from;
    const punctuated = punctuate(paragraph.text, line, dotIsStop, tally);
    return { ...paragraph, text: tidySpaces(tidyQuotes(punctuated, line, tally), line, tally) };
  });
  return { paragraphs, findings: tally.findings() };
}

/** A short text from elsewhere, cleaned by the same rules. */
export function tidyText(text: string): string {
  return normalise(text, '')
    .paragraphs.map((paragraph) => paragraph.text)
    .join('');
}

/** A headline on the line of its byline gets a line of its own. */
function partHeadlines(paragraphs: readonly Paragraph[], tally: Tally): Paragraph[] {
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
