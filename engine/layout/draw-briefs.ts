/** Draws 简讯: red rule and label, items in columns with hairlines between them. */
import type { Block } from '../issue/types';
import { articleSpace, PLAIN_FORM, textLeft } from './article-space';
import type { Piece } from './body-line';
import { BRIEFS_HEAD_ROWS, type BriefsLayout, MARK_TAG } from './briefs';
import { accentOf, accentType } from './colours';
import { FACE } from './faces';
import { baseline, boxOf, MM, rowsHeight, rowTop } from './grid';
import { drawPiece } from './marks';
import type { Sheet, Type } from './sheet';
import { briefSource } from './text-source';

const BRIEFS = {
  rule: 1.5,
  closing: 0.35,
  inner: 0.25,
  label: 15,
  labelTracking: 0.15,
  labelBaseline: 6.6 * MM,
  closingAt: 9.1 * MM,
};

export function drawBriefs(sheet: Sheet, block: Block, label: string, { flow, items }: BriefsLayout): void {
  const { grid, issue } = sheet.context;
  const box = boxOf(grid, block.rect);
  const space = articleSpace(grid, block, PLAIN_FORM);
  const accent = accentOf(issue.paper);
  const { scale } = grid;
  sheet.rule(box.x, box.y + BRIEFS.rule / 2, box.x + box.width, box.y + BRIEFS.rule / 2, BRIEFS.rule, accent);
  const type: Type = {
    face: FACE.heiBlack,
    size: BRIEFS.label * scale,
    tracking: BRIEFS.labelTracking,
    colour: accentType(issue.paper, BRIEFS.label * scale),
  };
  sheet.text(label, type, box.x, box.y + BRIEFS.labelBaseline * scale);
  const closing = box.y + BRIEFS.closingAt * scale;
  sheet.rule(box.x, closing, box.x + box.width, closing, BRIEFS.closing);
  const top = rowTop(grid, block.rect.row + BRIEFS_HEAD_ROWS);
  const foot = box.y + rowsHeight(grid, block.rect.rows);
  for (let column = 1; column < space.columns && block.cuts.length === 0; column++) {
    const x = textLeft(space, column) - grid.gap / 2;
    sheet.rule(x, top, x, foot, BRIEFS.inner);
  }
  const sources = new Map([...new Set(items.values())].map((article) => [article, briefSource(article)]));
  for (const { line, column, row } of flow.placed) {
    for (const paragraph of line.paragraphs) sheet.report(paragraph);
    const draw = () => {
      for (const piece of line.pieces) drawItemLine(sheet, piece, textLeft(space, column), baseline(grid, block.rect.row + row));
    };
    sheet.shows(sources.get(items.get(line)!), draw, { slot: { column, row } });
  }
}

/** A line of an item; its mark is a square. */
function drawItemLine(sheet: Sheet, { line, ...place }: Piece, x: number, y: number): void {
  const { grid, issue } = sheet.context;
  const mark = line.runs.find((run) => run.tag === MARK_TAG);
  if (mark) {
    const side = MARK.side * grid.em;
    const top = y - side - MARK.rise * grid.em;
    sheet.fill({ x: x + mark.x[0], y: top, width: side, height: side }, accentOf(issue.paper));
  }
  drawPiece(sheet, { ...place, line: { ...line, runs: line.runs.filter((run) => run !== mark) } }, x, y);
}

/** Side of the square before an item, and its height above the baseline, em. */
const MARK = { side: 0.57, rise: 0.09 };
