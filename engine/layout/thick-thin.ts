/** 文武线: a thick rule (武) with a thin one (文) inside it, as a border or at a block's head and foot alone. Black alone. */
import type { Box } from './grid';
import type { Sheet } from './sheet';

/** Points: weights are two of the page design's three, so both hold at the press; the white between is a little less than the thick. */
const THICK = 1.5;
const THIN = 0.35;
/** White between the two, points of a 9 pt body. */
const WHITE = 1.2;

/** Draws the border inside a box, the thick rule outside. */
export function drawThickThinBorder(sheet: Sheet, box: Box): void {
  const inner = insetOf(sheet);
  sheet.frame(box, THICK);
  sheet.frame({ x: box.x + inner, y: box.y + inner, width: box.width - 2 * inner, height: box.height - 2 * inner }, THIN);
}

/** Draws the two rules at the head and the foot of a box, inside it, the thick ones outside; its sides stay open. */
export function drawThickThinRules(sheet: Sheet, { x, y, width, height }: Box): void {
  const right = x + width;
  const thick = THICK / 2;
  const thin = insetOf(sheet) + THIN / 2;
  sheet.rule(x, y + thick, right, y + thick, THICK);
  sheet.rule(x, y + thin, right, y + thin, THIN);
  const foot = y + height;
  sheet.rule(x, foot - thin, right, foot - thin, THIN);
  sheet.rule(x, foot - thick, right, foot - thick, THICK);
}

/** From the box's edge to the thin rule's outer edge, points. */
const insetOf = (sheet: Sheet): number => THICK + WHITE * sheet.context.grid.scale;
