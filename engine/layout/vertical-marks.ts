/**
 * Draws a line of vertical text with what its runs carry: emphasis dots (着重号) at the right, underlines at the left, raised
 * type towards the right and lowered towards the left (GB/T 15834 §5.1, CLREQ §4.1).
 */
import type { VerticalGlyph } from '../typeset/index';
import { BLACK } from './colours';
import { DOT_RADIUS, isEmphasised, UNDERLINE } from './marks';
import { hasMark } from './runs';
import type { Sheet } from './sheet';
import type { PlacedVertical } from './vertical-flow';
import { verticalRuns } from './vertical-text';

/** How far raised and lowered type stands from the middle, body em. */
const ASIDE = 0.22;

/** `left` and `top` are those of the text's room, points. */
export function drawVerticalLine(sheet: Sheet, { line, middle, top }: PlacedVertical, left: number, down: number): void {
  const { em } = sheet.context.grid;
  const glyphs = line.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + asideOf(glyph) * em }));
  const placed = { ...line, glyphs, size: em, length: line.height };
  sheet.report(line);
  sheet.items.push(...verticalRuns(placed, left + middle, down + top, BLACK));
  drawDots(sheet, glyphs, left + middle, down + top);
  drawUnderlines(sheet, glyphs, left + middle, down + top);
}

function asideOf({ tag }: VerticalGlyph): number {
  if (hasMark(tag, 'super')) return ASIDE;
  return hasMark(tag, 'sub') ? -ASIDE : 0;
}

/** From a line's middle to the middle of the white beside it, points. */
function whiteBeside({ context: { grid } }: Sheet): number {
  return grid.pitch / 2;
}

/** One beside each character; figures side by side share one. */
function drawDots(sheet: Sheet, glyphs: readonly VerticalGlyph[], middle: number, top: number): void {
  const x = middle + whiteBeside(sheet);
  glyphs.forEach((glyph, i) => {
    if (!hasMark(glyph.tag, 'dots') || !isEmphasised(glyph.text)) return;
    if (glyph.rotate === undefined && glyphs[i - 1]?.y === glyph.y) return;
    const { from, to } = bodyOf(sheet, glyph);
    sheet.disc(x, top + (from + to) / 2, DOT_RADIUS * sheet.context.grid.em, BLACK);
  });
}

/** One rule for all underlined characters that follow each other. */
function drawUnderlines(sheet: Sheet, glyphs: readonly VerticalGlyph[], middle: number, top: number): void {
  const x = middle - whiteBeside(sheet);
  for (let at = 0; at < glyphs.length; at++) {
    if (!hasMark(glyphs[at]!.tag, 'underline')) continue;
    const start = at;
    while (hasMark(glyphs[at + 1]?.tag, 'underline')) at++;
    const { from } = bodyOf(sheet, glyphs[start]!);
    const { to } = bodyOf(sheet, glyphs[at]!);
    sheet.rule(x, top + from, x, top + to, UNDERLINE * sheet.context.grid.em);
  }
}

/** Where a character begins and ends down its line: its em box, the advance of a turned one, the ink of a mark. */
function bodyOf(sheet: Sheet, { face: id, glyph, size, text, y, rotate }: VerticalGlyph): { from: number; to: number } {
  const face = sheet.context.fonts.face(id);
  const unit = size / face.unitsPerEm;
  const ink = isEmphasised(text) ? undefined : face.inkOf(glyph);
  if (rotate !== undefined) {
    return { from: y + (ink?.xMin ?? 0) * unit, to: y + (ink?.xMax ?? face.advanceOf(glyph)) * unit };
  }
  if (ink) return { from: y - ink.yMax * unit, to: y - ink.yMin * unit };
  const from = y - face.ascent * unit;
  return { from, to: from + size };
}
