/** Draws 简讯 and advertisements. */
import type { Block } from '../issue/types';
import type { Line } from '../typeset/types';
import { LINE_STEP } from './advertisement-plan';
import { articleSpace, textLeft } from './article-space';
import type { AdvertisementLayout, BriefsLayout } from './block-fits';
import { PLAIN_FORM } from './block-fits';
import { BRIEFS_HEAD_ROWS, MARK_TAG } from './briefs';
import { accentOf, accentType } from './colours';
import { FACE } from './faces';
import { BASELINE, type Box, baseline, boxOf, MM, rowsHeight, rowTop } from './grid';
import { phrases } from './head-stack';
import { drawPicture } from './picture';
import type { Sheet, Type } from './sheet';

const BRIEFS = {
  rule: 1.5,
  closing: 0.35,
  inner: 0.25,
  label: 15,
  labelTracking: 0.15,
  labelBaseline: 6.6 * MM,
  closingAt: 9.1 * MM,
};

export function drawBriefs(sheet: Sheet, block: Block, label: string, { flow }: BriefsLayout): void {
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
  for (const { line, column, row } of flow.placed) {
    if (line.first) sheet.report(line.paragraph);
    drawItemLine(sheet, line.line, textLeft(space, column), baseline(grid, block.rect.row + row));
  }
}

/** A line of an item; its mark is a square. */
function drawItemLine(sheet: Sheet, line: Line, x: number, y: number): void {
  const { grid, issue } = sheet.context;
  const mark = line.runs.find((run) => run.tag === MARK_TAG);
  if (mark) {
    const side = MARK.side * grid.em;
    const top = y - side - MARK.rise * grid.em;
    sheet.fill({ x: x + mark.x[0], y: top, width: side, height: side }, accentOf(issue.paper));
  }
  sheet.line({ ...line, runs: line.runs.filter((run) => run !== mark) }, x, y);
}

/** Side of the square before an item, and its height above the baseline, em. */
const MARK = { side: 0.57, rise: 0.09 };

const ADVERTISEMENT = {
  frame: 0.75,
  label: 6.5,
  labelInset: 1.8 * MM,
  line: 9,
  lineFill: 0.94,
  /** Largest size of the large line and the share of the width that it fills at most. */
  title: 60,
  titleFill: 0.8,
  /** Share of the height that the large line takes. */
  titleDepth: 0.48,
  tracking: 0.12,
};

export function drawAdvertisement(sheet: Sheet, block: Block, layout: AdvertisementLayout): void {
  const { grid, photos } = sheet.context;
  const { advertisement } = layout;
  const box = boxOf(grid, block.rect);
  const photo = photos.get(advertisement.photo);
  if (photo || advertisement.photo !== '') drawPicture(sheet, photo, box);
  sheet.frame(box, ADVERTISEMENT.frame);
  drawLabel(sheet, advertisement.label, box, photo !== undefined);
  if (!photo) drawType(sheet, layout, box);
}

/** 广告 in the top right corner; on a picture it stands on white. */
function drawLabel(sheet: Sheet, label: string, box: Box, onPicture: boolean): void {
  const type: Type = { face: FACE.hei, size: ADVERTISEMENT.label * sheet.context.grid.scale };
  const width = sheet.width(label, type);
  const right = box.x + box.width - ADVERTISEMENT.labelInset;
  const top = box.y + ADVERTISEMENT.labelInset;
  const pad = type.size / 4;
  if (onPicture) {
    sheet.fill(
      { x: right - width - pad, y: top - pad, width: width + 2 * pad, height: type.size + 2 * pad },
      { c: 0, m: 0, y: 0, k: 0 },
    );
  }
  sheet.text(label, type, right, top + BASELINE * type.size, 'right');
}

/** The large line in the house colour with its lines below, centred in the box as one. */
function drawType(sheet: Sheet, { advertisement, lines }: AdvertisementLayout, box: Box): void {
  const { grid, issue } = sheet.context;
  const lineType: Type = { face: FACE.heiMedium, size: ADVERTISEMENT.line * grid.scale };
  const lineStep = LINE_STEP * grid.scale;
  const title = phrases(advertisement.title);
  const size = title === '' ? 0 : titleSize(sheet, title, box, box.height - lines * lineStep);
  const middle = box.x + box.width / 2;
  let y = box.y + (box.height - size - lines * lineStep) / 2;
  if (size > 0) {
    const type = { face: titleFace(sheet, title), size, tracking: ADVERTISEMENT.tracking, colour: accentType(issue.paper, size) };
    sheet.text(title, type, middle, y + BASELINE * size, 'centre');
    y += size;
  }
  for (const line of advertisement.lines.slice(0, lines).map(phrases)) {
    y += lineStep;
    sheet.text(
      line,
      fitType(sheet, line, lineType, box.width * ADVERTISEMENT.lineFill),
      middle,
      y - (1 - BASELINE) * lineType.size,
      'centre',
    );
  }
}

function titleSize(sheet: Sheet, title: string, box: Box, room: number): number {
  const perPoint = sheet.width(title, { face: titleFace(sheet, title), size: 100, tracking: ADVERTISEMENT.tracking }) / 100;
  const largest = Math.min(ADVERTISEMENT.title * sheet.context.grid.scale, box.height * ADVERTISEMENT.titleDepth, room);
  return Math.min(largest, (box.width * ADVERTISEMENT.titleFill) / perPoint);
}

/** The name's face where it has every character. */
function titleFace(sheet: Sheet, title: string): string {
  return sheet.has(FACE.title, title) ? FACE.title : FACE.songBlack;
}

function fitType(sheet: Sheet, text: string, type: Type, most: number): Type {
  const width = sheet.width(text, type);
  return width <= most ? type : { ...type, size: (type.size * most) / width };
}
