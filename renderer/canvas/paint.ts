/** Paints display lists on a 2D context: the page on the canvas and the thumbnails, whole or in part, at any scale. */
import type { Disc, Fill, Frame, Picture, Rule } from '../../engine/display/types';
import type { PaintItem, PaintPage, PaintRun } from '../compose/packed-page';
import { cssColour } from './colour';
import type { GlyphShapes } from './glyph-shapes';
import { LABEL_FAMILY } from './label-face';
import { type Haste, isDrawn, paintRun } from './paint-run';
import { reachOf } from './reach';
import type { Stamps } from './stamps';

type Context = OffscreenCanvasRenderingContext2D;

/** A part of the page in whole device pixels from its left upper corner. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a photograph is to be shown now: its pixels, or why not; of an unreadable one its kind is told. */
export type Shown = CanvasImageSource | 'reading' | 'missing' | { readonly unreadable: string };

export interface PaintTools {
  readonly shapes: GlyphShapes;
  readonly stamps: Stamps;
  /** The photograph's part that fills its frame, `width` × `height` pixels large. */
  picture(picture: Picture, width: number, height: number): Shown;
  /** Stands in the frame of a photograph that is not there. */
  readonly missingName: string;
  /** Given while edits follow each other. */
  readonly haste?: Haste;
}

const PAPER = '#fff';
/** A photograph that is still being read, and one that cannot be shown. */
const WAITING = '#ececec';
const UNREADABLE = '#dcdcdc';
const LABEL = '#565656';

/**
 * Paints what lies in `part` of the page at `scale` pixels a point. The context shows the part from its corner on; with
 * `within`, a smaller part of it, nothing outside that is touched.
 */
export function paintPage(
  context: Context,
  page: PaintPage,
  scale: number,
  part: PixelRect,
  tools: PaintTools,
  within: PixelRect = part,
): void {
  context.save();
  context.imageSmoothingEnabled = false;
  context.beginPath();
  context.rect(within.x - part.x, within.y - part.y, within.width, within.height);
  context.clip();
  context.fillStyle = PAPER;
  context.fillRect(0, 0, part.width, part.height);
  const items = page.items.filter((item) => touches(item, scale, within));
  tools.shapes.read(items.filter((item): item is PaintRun => item.kind === 'glyphs' && isDrawn(item, scale)));
  for (const item of items) paintItem(context, item, scale, part, tools);
  context.restore();
}

function paintItem(context: Context, item: PaintItem, scale: number, part: PixelRect, tools: PaintTools): void {
  switch (item.kind) {
    case 'glyphs':
      paintRun(context, item, scale, (item.x[0] ?? 0) * scale - part.x, item.y * scale - part.y, tools);
      break;
    case 'picture':
      paintPicture(context, item, scale, part, tools);
      break;
    case 'rule':
      paintRule(context, item, scale, part);
      break;
    case 'fill':
      paintFill(context, item, scale, part);
      break;
    case 'frame':
      paintFrame(context, item, scale, part);
      break;
    case 'disc':
      paintDisc(context, item, scale, part);
  }
}

/** Whether an item may reach into a part of the page. */
function touches(item: PaintItem, scale: number, part: PixelRect): boolean {
  const { left, top, right, bottom } = reachOf(item);
  return (
    right * scale >= part.x &&
    left * scale <= part.x + part.width &&
    bottom * scale >= part.y &&
    top * scale <= part.y + part.height
  );
}

function paintRule(context: Context, { x1, y1, x2, y2, weight, colour }: Rule, scale: number, part: PixelRect): void {
  const half = weight / 2;
  const level = y1 === y2;
  const box = level
    ? { x: Math.min(x1, x2), y: y1 - half, width: Math.abs(x2 - x1), height: weight }
    : { x: x1 - half, y: Math.min(y1, y2), width: weight, height: Math.abs(y2 - y1) };
  paintFill(context, { kind: 'fill', ...box, colour }, scale, part);
}

function paintFill(context: Context, { x, y, width, height, colour }: Fill, scale: number, part: PixelRect): void {
  context.fillStyle = cssColour(colour);
  context.fillRect(x * scale - part.x, y * scale - part.y, width * scale, height * scale);
}

function paintFrame(context: Context, { x, y, width, height, weight, colour }: Frame, scale: number, part: PixelRect): void {
  context.strokeStyle = cssColour(colour);
  context.lineWidth = weight * scale;
  context.strokeRect(x * scale - part.x, y * scale - part.y, width * scale, height * scale);
}

function paintDisc(context: Context, { cx, cy, radius, colour }: Disc, scale: number, part: PixelRect): void {
  context.fillStyle = cssColour(colour);
  context.beginPath();
  context.arc(cx * scale - part.x, cy * scale - part.y, radius * scale, 0, 2 * Math.PI);
  context.fill();
}

function paintPicture(context: Context, picture: Picture, scale: number, part: PixelRect, tools: PaintTools): void {
  const left = Math.round(picture.x * scale);
  const top = Math.round(picture.y * scale);
  const width = Math.max(1, Math.round((picture.x + picture.width) * scale) - left);
  const height = Math.max(1, Math.round((picture.y + picture.height) * scale) - top);
  const [x, y] = [left - part.x, top - part.y];
  const shown = tools.picture(picture, width, height);
  const label = (text: string) => paintLabel(context, text, x + width / 2, y + height / 2, Math.min(width / 6, height / 3));
  if (shown === 'missing') {
    paintEmpty(context, x, y, width, height);
    label(tools.missingName);
  } else if (shown === 'reading') {
    context.fillStyle = WAITING;
    context.fillRect(x, y, width, height);
  } else if ('unreadable' in shown) {
    context.fillStyle = UNREADABLE;
    context.fillRect(x, y, width, height);
    label(shown.unreadable);
  } else {
    context.drawImage(shown, x, y);
  }
}

function paintEmpty(context: Context, x: number, y: number, width: number, height: number): void {
  context.fillStyle = PAPER;
  context.fillRect(x, y, width, height);
  context.strokeStyle = LABEL;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

function paintLabel(context: Context, label: string, x: number, y: number, size: number): void {
  context.fillStyle = LABEL;
  context.font = `600 ${size}px "${LABEL_FAMILY}", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(label, x, y);
}
