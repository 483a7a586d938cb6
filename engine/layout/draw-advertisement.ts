/** Draws an advertisement: a finished picture, or type in the house colour. */
import type { Block } from '../issue/types';
import { type AdvertisementLayout, LINE_STEP } from './advertisement';
import { accentType, WHITE } from './colours';
import { FACE } from './faces';
import { BASELINE, type Box, boxOf, MM } from './grid';
import { breakHeadline } from './head-breaks';
import { phrases } from './head-manner';
import { senseOf } from './head-sense';
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
  /** Share of the height that the large line takes, on two lines, and that all type takes where it grows. */
  titleDepth: 0.48,
  brokenDepth: 0.54,
  typeDepth: 0.78,
  /** How far the other lines grow, and their size at most as a share of the large line's. */
  mostGrown: 1.8,
  lineSize: 0.5,
  tracking: 0.12,
};

export function drawAdvertisement(sheet: Sheet, block: Block, layout: AdvertisementLayout): void {
  const { grid, photos } = sheet.context;
  const { advertisement } = layout;
  const box = boxOf(grid, block.rect);
  const photo = photos.get(advertisement.photo);
  // A finished advertisement is shown whole, in the middle of its box.
  if (photo || advertisement.photo !== '') drawPicture(sheet, photo, photo ? wholeIn(box, photo) : box);
  const drawBox = () => {
    sheet.frame(box, ADVERTISEMENT.frame);
    drawLabel(sheet, advertisement.label, advertisementSources(advertisement).label, box, photo !== undefined);
  };
  if (photo) sheet.ofPicture(drawBox);
  else drawBox();
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

/**
 * The large line in the house colour, on two lines where it is larger so, with the others below it, centred in the box as
 * one. The others grow with the room that is left, and stay half as large at most.
 */
function drawType(sheet: Sheet, { advertisement, lines }: AdvertisementLayout, box: Box): void {
  const { grid, issue } = sheet.context;
  const sources = advertisementSources(advertisement);
  const step = LINE_STEP * grid.scale;
  const title = titleOf(sheet, advertisement.title, box, box.height - lines * step);
  const depth = titleDepth(title);
  const usual = ADVERTISEMENT.line * grid.scale;
  const grown = (box.height * ADVERTISEMENT.typeDepth - depth) / (lines * step);
  const most = Math.min(ADVERTISEMENT.mostGrown, (title.size * ADVERTISEMENT.lineSize) / usual);
  const scale = Math.max(1, Math.min(grown, most));
  const middle = box.x + box.width / 2;
  let y = box.y + (box.height - depth - lines * step * scale) / 2;
  const { size } = title;
  const type = {
    face: sheet.titleFace(advertisement.title),
    size,
    tracking: ADVERTISEMENT.tracking,
    colour: accentType(issue.paper, size),
  };
  title.lines.forEach((line, i) => {
    const down = y + i * size * TITLE_STEP + BASELINE * size;
    sheet.shows(sources.title, () => sheet.text(line, type, middle, down, 'centre'));
  });
  y += depth;
  const lineType: Type = { face: FACE.heiMedium, size: usual * scale };
  for (const [at, line] of advertisement.lines.slice(0, lines).map(phrases).entries()) {
    y += step * scale;
    const down = y - (1 - BASELINE) * lineType.size;
    const type = fitType(sheet, line, lineType, box.width * ADVERTISEMENT.lineFill);
    sheet.shows(sources.lines[at], () => sheet.text(line, type, middle, down, 'centre'));
  }
}

interface Title {
  readonly lines: readonly string[];
  /** Points; 0 without a title. */
  readonly size: number;
}

/** From one line of the title to the next, em. */
const TITLE_STEP = 1.2;
/** How much larger a title must be on two lines. */
const BROKEN_GAIN = 1.25;
const NOTHING_SAID = senseOf({ headline: [], byline: { lead: '', credit: '' }, paragraphs: [] });

function titleDepth({ lines, size }: Title): number {
  return size * (1 + (lines.length - 1) * TITLE_STEP);
}

function titleOf(sheet: Sheet, title: string, box: Box, room: number): Title {
  if (title.trim() === '') return { lines: [], size: 0 };
  const whole = sizedTitle(sheet, [phrases(title)], title, box, room);
  const [broken] = breakHeadline(title, 2, NOTHING_SAID);
  if (!broken) return whole;
  const apart = sizedTitle(sheet, broken.lines.map(phrases), title, box, room);
  return apart.size > whole.size * BROKEN_GAIN ? apart : whole;
}

function sizedTitle(sheet: Sheet, lines: readonly string[], title: string, box: Box, room: number): Title {
  const type = { face: sheet.titleFace(title), size: 100, tracking: ADVERTISEMENT.tracking };
  const perPoint = Math.max(...lines.map((line) => sheet.width(line, type))) / 100;
  const share = lines.length > 1 ? ADVERTISEMENT.brokenDepth : ADVERTISEMENT.titleDepth;
  const deep = Math.min(box.height * share, room);
  const largest = Math.min(ADVERTISEMENT.title * sheet.context.grid.scale, deep / titleDepth({ lines, size: 1 }));
  return { lines, size: Math.min(largest, (box.width * ADVERTISEMENT.titleFill) / perPoint) };
}

function fitType(sheet: Sheet, text: string, type: Type, most: number): Type {
  const width = sheet.width(text, type);
  return width <= most ? type : { ...type, size: (type.size * most) / width };
}
