import { BODY, composeParagraph } from '../../engine/typeset';
import { BreakKind, findBreaks } from '../../engine/typeset/breaks';
import { collect } from '../../engine/typeset/collect';
import type { Line, Paragraph, ParagraphStyle, ProhibitionLevel, StyledText } from '../../engine/typeset/types';
import { type FakeFontOptions, fakeFonts } from '../fake-font';

/** One em of the test settings, points; a line's widths divided by it are em. */
export const EM = 10;

export interface SetOptions extends Partial<ParagraphStyle> {
  readonly fonts?: FakeFontOptions;
}

/** Sets a text in fake faces at a measure in em; without indent and rule for the last line unless the options say so. */
export function setParagraph(text: string | readonly StyledText[], measureEm: number, options: SetOptions = {}): Paragraph {
  const { fonts, ...style } = options;
  const sources = typeof text === 'string' ? [{ text, face: 'song' }] : text;
  return composeParagraph(
    sources,
    { ...BODY, size: EM, measure: measureEm * EM, indent: 0, lastLineLeast: 0, ...style },
    fakeFonts(fonts),
  );
}

/** The texts of the lines. */
export function linesOf(text: string | readonly StyledText[], measureEm: number, options: SetOptions = {}): string[] {
  const paragraph = setParagraph(text, measureEm, options);
  return paragraph.lines.map((line) => textOf(paragraph, line));
}

export function textOf(paragraph: Paragraph, line: Line): string {
  return paragraph.text.slice(line.start, line.end);
}

/** Width of a text set on one line, em. */
export function widthOf(text: string, options: SetOptions = {}): number {
  return setParagraph(text, 10_000, { ...options, align: 'left' }).lines[0]!.natural / EM;
}

/** Where each character's glyph starts on its line, em. */
export function positionsOf(line: Line): number[] {
  return line.runs.flatMap((run) => [...run.x].map((x) => x / EM));
}

/** The text with | where a line may end when nothing forces it. */
export function opportunities(text: string, level: ProhibitionLevel = 'gb', keepDates = false): string {
  const sources = [{ text, face: 'song' }];
  const characters = collect(sources);
  const kinds = findBreaks(characters, sources, { level, keepDates });
  let shown = '';
  for (let i = 0; i < characters.count; i++) {
    if (i > 0 && kinds[i]! <= BreakKind.Hyphen) shown += '|';
    shown += text.slice(i === 0 ? 0 : characters.offsets[i], characters.offsets[i + 1]);
  }
  return shown;
}
