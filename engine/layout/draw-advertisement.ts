/** Draws an advertisement: a finished picture, or type in the house colour. */
import type { Block } from '../issue/types';
import { type AdvertisementLayout, LINE_STEP } from './advertisement';
import { accentType, WHITE } from './colours';
import { FACE } from './faces';
import { BASELINE, type Box, boxOf, MM } from './grid';
import { phrases } from './head-manner';
import { drawCode } from './link-code';
import { drawPicture, wholeIn } from './picture';
import type { Sheet, Type } from './sheet';
import { advertisementSources, codeSource, type TextSource } from './text-source';

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
  // A finished advertisement is shown whole, in the middle of its box.
  if (photo || advertisement.photo !== '') drawPicture(sheet, photo, photo ? wholeIn(box, photo) : box);
  sheet.frame(box, ADVERTISEMENT.frame);
  drawLabel(sheet, advertisement.label, advertisementSources(advertisement).label, box, photo !== undefined);
  if (!photo) drawType(sheet, layout, besideCode(sheet, layout, box));
}

/** 广告 in the top right corner; on a picture it stands on white. */
function drawLabel(sheet: Sheet, label: string, source: TextSource, box: Box, onPicture: boolean): void {
  const type: Type = { face: FACE.hei, size: ADVERTISEMENT.label * sheet.context.grid.scale };
  const width = sheet.width(label, type);
  const right = box.x + box.width - ADVERTISEMENT.labelInset;
  const top = box.y + ADVERTISEMENT.labelInset;
  const pad = type.size / 4;
  if (onPicture) {
    sheet.fill({ x: right - width - pad, y: top - pad, width: width + 2 * pad, height: type.size + 2 * pad }, WHITE);
  }
  sheet.shows(source, () => sheet.text(label, type, right, top + BASELINE * type.size, 'right'));
}

/** Draws the code, and gives the room that it leaves to the type. */
function besideCode(sheet: Sheet, { advertisement, code }: AdvertisementLayout, box: Box): Box {
  if (!code) return box;
  const { grid } = sheet.context;
  const { planned, beside, size } = code;
  const depth = planned.rows * grid.pitch;
  const source = codeSource('advertisements', advertisement);
  if (!beside) {
    drawCode(sheet, planned, source, box.x, box.width, box.y + box.height - size);
    return { ...box, height: box.height - size };
  }
  // Below 广告 in the corner, else in the middle.
  const top = Math.max(ADVERTISEMENT.labelInset + ADVERTISEMENT.label * 1.5 * grid.scale, (box.height - depth) / 2);
  drawCode(sheet, planned, source, box.x + box.width - size, planned.side, box.y + Math.min(top, box.height - depth));
  return { ...box, width: box.width - size };
}

/** The large line in the house colour with its lines below, centred in the box as one. */
function drawType(sheet: Sheet, { advertisement, lines }: AdvertisementLayout, box: Box): void {
  const { grid, issue } = sheet.context;
  const lineType: Type = { face: FACE.heiMedium, size: ADVERTISEMENT.line * grid.scale };
  const sources = advertisementSources(advertisement);
  const lineStep = LINE_STEP * grid.scale;
  const title = phrases(advertisement.title);
  const size = title === '' ? 0 : titleSize(sheet, title, box, box.height - lines * lineStep);
  const middle = box.x + box.width / 2;
  let y = box.y + (box.height - size - lines * lineStep) / 2;
  if (size > 0) {
    const type = { face: sheet.titleFace(title), size, tracking: ADVERTISEMENT.tracking, colour: accentType(issue.paper, size) };
    const down = y + BASELINE * size;
    sheet.shows(sources.title, () => sheet.text(title, type, middle, down, 'centre'));
    y += size;
  }
  for (const [at, line] of advertisement.lines.slice(0, lines).map(phrases).entries()) {
    y += lineStep;
    const down = y - (1 - BASELINE) * lineType.size;
    const type = fitType(sheet, line, lineType, box.width * ADVERTISEMENT.lineFill);
    sheet.shows(sources.lines[at], () => sheet.text(line, type, middle, down, 'centre'));
  }
}

function titleSize(sheet: Sheet, title: string, box: Box, room: number): number {
  const perPoint = sheet.width(title, { face: sheet.titleFace(title), size: 100, tracking: ADVERTISEMENT.tracking }) / 100;
  const largest = Math.min(ADVERTISEMENT.title * sheet.context.grid.scale, box.height * ADVERTISEMENT.titleDepth, room);
  return Math.min(largest, (box.width * ADVERTISEMENT.titleFill) / perPoint);
}

function fitType(sheet: Sheet, text: string, type: Type, most: number): Type {
  const width = sheet.width(text, type);
  return width <= most ? type : { ...type, size: (type.size * most) / width };
}
