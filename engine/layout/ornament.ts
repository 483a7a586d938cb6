/** 花边: a border of dots between two hairlines, for what a paper sets off. */
import { accentOf } from './colours';
import type { Box } from './grid';
import type { Sheet } from './sheet';

/** Points of a 9 pt body: the hairlines, the dots' radius and usual distance, how far the inner line stands in. */
const BORDER = { rule: 0.35, radius: 0.85, step: 4.2, inner: 4.8, corner: 2.1 };

/** Draws the border inside a box; the dots divide each side evenly, squares hold the corners. */
export function drawOrnament(sheet: Sheet, box: Box): void {
  const { grid, issue } = sheet.context;
  const { scale } = grid;
  const accent = accentOf(issue.paper);
  const inner = BORDER.inner * scale;
  const middle = inner / 2;
  sheet.frame(box, BORDER.rule, accent);
  sheet.frame(
    { x: box.x + inner, y: box.y + inner, width: box.width - 2 * inner, height: box.height - 2 * inner },
    BORDER.rule,
    accent,
  );
  const [left, right] = [box.x + middle, box.x + box.width - middle];
  const [top, foot] = [box.y + middle, box.y + box.height - middle];
  const radius = BORDER.radius * scale;
  for (const x of between(left, right, BORDER.step * scale)) for (const y of [top, foot]) sheet.disc(x, y, radius, accent);
  for (const y of between(top, foot, BORDER.step * scale)) for (const x of [left, right]) sheet.disc(x, y, radius, accent);
  const corner = BORDER.corner * scale;
  for (const x of [left, right])
    for (const y of [top, foot]) sheet.fill({ x: x - corner / 2, y: y - corner / 2, width: corner, height: corner }, accent);
}

/** Places that divide a length evenly, its ends excluded. */
function between(from: number, to: number, step: number): number[] {
  const parts = Math.max(1, Math.round((to - from) / step));
  return Array.from({ length: parts - 1 }, (_, index) => from + ((index + 1) * (to - from)) / parts);
}
