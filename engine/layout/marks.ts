/** Draws pieces of a row with what their runs carry: emphasis dots (着重号), underlines, raised and lowered type. */
import type { Line, PlacedRun } from '../typeset/types';
import type { Piece } from './body-line';
import { BLACK } from './colours';
import { BASELINE } from './grid';
import { hasMark } from './runs';
import type { Sheet } from './sheet';

/** Radius of a dot, weight of an underline; both in the middle of the white below the row's em box. Body em. */
export const DOT_RADIUS = 0.075;
export const UNDERLINE = 0.045;
/** Rise of raised and fall of lowered type, of its own size. */
const RISE = { super: 0.62, sub: 0.22 };

const EMPHASISED = /[\p{L}\p{N}]/u;

/** Whether a character bears a dot: no mark, no space. */
export function isEmphasised(codePoint: number): boolean {
  return EMPHASISED.test(String.fromCodePoint(codePoint));
}

/** `left` is the column's left edge, `y` the row's baseline, points. */
export function drawPiece(sheet: Sheet, { line, x, lower = 0 }: Piece, left: number, y: number): void {
  const baseline = y + lower;
  line.runs.forEach((run, i) => {
    sheet.run(run, left + x, baseline + shiftOf(run));
    if (hasMark(run.tag, 'dots')) drawDots(sheet, run, left + x, baseline);
    if (hasMark(run.tag, 'underline')) drawUnderline(sheet, line, i, left + x, baseline);
  });
}

function shiftOf({ tag, size }: PlacedRun): number {
  if (hasMark(tag, 'super')) return -RISE.super * size;
  return hasMark(tag, 'sub') ? RISE.sub * size : 0;
}

/** Middle of the white between a row's em box and the next, below the baseline of type of a size. */
function markDepth({ context: { grid } }: Sheet, size: number): number {
  return (grid.pitch - grid.em) / 2 + (1 - BASELINE) * Math.max(size, grid.em);
}

/** A dot below the middle of each character; marks and spaces have none. */
function drawDots(sheet: Sheet, run: PlacedRun, left: number, baseline: number): void {
  const { grid, fonts } = sheet.context;
  const face = fonts.face(run.face);
  run.glyphs.forEach((glyph, i) => {
    if (!isEmphasised(run.text[i])) return;
    const advance = (face.advanceOf(glyph) / face.unitsPerEm) * run.size;
    sheet.disc(left + run.x[i] + advance / 2, baseline + markDepth(sheet, run.size), DOT_RADIUS * grid.em, BLACK);
  });
}

/**
 * From the run's first character to its last one's end; on into the next run where that is underlined too. Openers begin
 * left of their ink, in what stands before them.
 */
function drawUnderline(sheet: Sheet, line: Line, at: number, left: number, baseline: number): void {
  const run = line.runs[at];
  const before = line.runs[at - 1];
  const next = line.runs[at + 1];
  const start = Math.max(run.x[0], before ? endOf(sheet, before, run.x[0] + run.size / 2) : line.offset);
  const edge = next?.x[0] ?? line.offset + line.set;
  const end = hasMark(next?.tag, 'underline') ? edge : endOf(sheet, run, edge);
  const y = baseline + markDepth(sheet, run.size);
  sheet.rule(left + start, y, left + end, y, UNDERLINE * sheet.context.grid.em);
}

/** Right end of a run's last character, from the measure's edge, but no farther than `most`. */
function endOf({ context: { fonts } }: Sheet, run: PlacedRun, most: number): number {
  const last = run.glyphs.length - 1;
  const face = fonts.face(run.face);
  return Math.min(most, run.x[last] + (face.advanceOf(run.glyphs[last]) / face.unitsPerEm) * run.size);
}
