/** 栏头: the name of a recurring column (栏目) on a tab in the house colour above its story's headline. */
import type { Article } from '../issue/types';
import { accentOf, WHITE } from './colours';
import { FACE } from './faces';
import { type Box, MM } from './grid';
import type { Sheet, Type } from './sheet';

/** Rows of the tab with the white below it; in a box, where it hangs from the edge, of the white. */
const ROWS = { plain: 2, boxed: 1 };
const TAB = { height: 3.8 * MM, size: 8.2, baseline: 2.85 * MM, inside: 0.8, tracking: 0.08 };
const RULE = 0.35;

/** Rows that the tab takes above a story's headline. */
export function columnHeadRows({ column }: Article, boxed: boolean): number {
  if (!column) return 0;
  return boxed ? ROWS.boxed : ROWS.plain;
}

/** The tab at the top left of a box, a hairline at its foot over the box's width; a long name is set smaller. */
export function drawColumnHead(sheet: Sheet, column: string, { x, y, width, height: room }: Box): void {
  const { grid, issue } = sheet.context;
  const accent = accentOf(issue.paper);
  const height = Math.min(room, TAB.height * grid.scale);
  const usual: Type = { face: FACE.heiBold, size: TAB.size * grid.scale, tracking: TAB.tracking, colour: WHITE };
  const inside = TAB.inside * grid.em;
  const wanted = sheet.width(column, usual);
  const type = { ...usual, size: usual.size * Math.min(1, (width - 2 * inside) / wanted) };
  const tab = Math.min(width, wanted + 2 * inside);
  sheet.fill({ x, y, width: tab, height }, accent);
  sheet.rule(x, y + height - RULE / 2, x + width, y + height - RULE / 2, RULE, accent);
  sheet.text(column, type, x + tab / 2, y + TAB.baseline * grid.scale, 'centre');
}
