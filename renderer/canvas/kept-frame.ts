/** The last frame, kept so that the next one is painted only where it differs. */
import type { PaintPage } from '../compose/packed-page';
import { unite } from './page-changes';
import { type PaintTools, type PixelRect, paintPage } from './paint';
import type { FrameRequest } from './paint-protocol';
import type { Reach } from './reach';
import { printOnPaper } from './soft-proof';
import { makeCanvas } from './stamps';

type Place = Omit<FrameRequest, 'kind' | 'slot'>;

export class KeptFrame {
  private kept = makeCanvas(1, 1);
  /** Given away with every frame; copying costs less than painting anew. */
  private out = makeCanvas(1, 1);
  /** Whether it holds what is kept already. */
  private isReady = false;
  private place: Place | undefined;
  private changed: Reach | undefined;
  /** Where something was painted in haste. */
  private rough: Reach | undefined;
  /** Where that is to be painted exactly. */
  private stale: Reach | undefined;

  /** Whether something was painted in haste and stands up to half a pixel off. */
  get isRough(): boolean {
    return this.rough !== undefined;
  }

  /** Has what was painted in haste painted exactly with the next frame. */
  refine(): void {
    this.stale = unite([this.stale, this.rough]);
    this.rough = undefined;
  }

  /**
   * Copies what is kept for the next frame, in a pause: a key then waits only for what it changes, and not for new memory of the
   * size of the window.
   */
  prepare(): void {
    const { place, out } = this;
    if (!place || place.soft || this.isReady) return;
    this.copyAll(place.part);
    // What was asked of a canvas is done at the latest when its pixels are read.
    out.context.getImageData(0, 0, 1, 1);
    this.isReady = true;
  }

  /** A page looks otherwise somewhere; without a place, it may look otherwise everywhere. */
  change(page: number, where?: { readonly changed: Reach | undefined }): void {
    if (page !== this.place?.page) return;
    if (where) this.changed = unite([this.changed, where.changed]);
    else this.place = undefined;
  }

  paint(place: Place, page: PaintPage, tools: PaintTools): ImageBitmap {
    const { scale, part } = place;
    const before = this.place;
    const common = before && isSameSheet(place, before) ? meet(part, before.part) : undefined;
    const stays = common !== undefined && sameRect(part, before!.part);
    const anew = [this.stale, this.changed].flatMap((reach) => (reach ? [pixelsOf(reach, scale)] : []));
    if (!common) {
      resize(this.kept.canvas, part);
      paintPage(this.kept.context, page, scale, part, tools);
      this.rough = undefined;
    } else {
      if (!stays) this.shift(before!.part, part);
      for (const strip of around(part, common)) paintPage(this.kept.context, page, scale, part, tools, strip);
      if (this.stale) paintPage(this.kept.context, page, scale, part, tools, pixelsOf(this.stale, scale));
      if (this.changed) this.paintChange(this.changed, place, page, tools);
    }
    this.place = place;
    this.changed = undefined;
    this.stale = undefined;
    if (stays && this.isReady && !place.soft) for (const rect of anew) this.copy(part, rect);
    else this.copyAll(part);
    this.isReady = false;
    if (place.soft) this.proof(part);
    return this.out.canvas.transferToImageBitmap();
  }

  private copyAll(part: PixelRect): void {
    resize(this.out.canvas, part);
    this.out.context.drawImage(this.kept.canvas, 0, 0);
  }

  /** The pixels of `rect` that lie in `part`. */
  private copy(part: PixelRect, rect: PixelRect): void {
    const both = meet(part, rect);
    if (!both) return;
    const { width, height } = both;
    const [x, y] = [both.x - part.x, both.y - part.y];
    this.out.context.drawImage(this.kept.canvas, x, y, width, height, x, y, width, height);
  }

  private proof({ width, height }: PixelRect): void {
    const picture = this.out.context.getImageData(0, 0, Math.max(1, width), Math.max(1, height));
    printOnPaper(picture.data);
    this.out.context.putImageData(picture, 0, 0);
  }

  private paintChange(changed: Reach, { scale, part }: Place, page: PaintPage, tools: PaintTools): void {
    const haste = { rough: false };
    paintPage(this.kept.context, page, scale, part, { ...tools, haste }, pixelsOf(changed, scale));
    if (haste.rough) this.rough = unite([this.rough, changed]);
  }

  /** Takes over what both parts of the page have in common. */
  private shift(from: PixelRect, to: PixelRect): void {
    resize(this.out.canvas, to);
    this.out.context.drawImage(this.kept.canvas, from.x - to.x, from.y - to.y);
    [this.kept, this.out] = [this.out, this.kept];
    this.isReady = false;
  }
}

function resize(canvas: OffscreenCanvas, { width, height }: PixelRect): void {
  if (canvas.width !== width) canvas.width = Math.max(1, width);
  if (canvas.height !== height) canvas.height = Math.max(1, height);
}

function isSameSheet(a: Place, b: Place): boolean {
  return a.page === b.page && a.scale === b.scale;
}

function sameRect(a: PixelRect, b: PixelRect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function meet(a: PixelRect, b: PixelRect): PixelRect | undefined {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** What a rectangle has above, below, left and right of another one inside it. */
function around(outer: PixelRect, inner: PixelRect): readonly PixelRect[] {
  const [right, bottom] = [inner.x + inner.width, inner.y + inner.height];
  const strips = [
    { ...outer, height: inner.y - outer.y },
    { ...outer, y: bottom, height: outer.y + outer.height - bottom },
    { x: outer.x, y: inner.y, width: inner.x - outer.x, height: inner.height },
    { x: right, y: inner.y, width: outer.x + outer.width - right, height: inner.height },
  ];
  return strips.filter(({ width, height }) => width > 0 && height > 0);
}

/** Whole pixels around a rectangle, a pixel more on each side for soft edges. */
function pixelsOf({ left, top, right, bottom }: Reach, scale: number): PixelRect {
  const x = Math.floor(left * scale) - 1;
  const y = Math.floor(top * scale) - 1;
  return { x, y, width: Math.ceil(right * scale) + 1 - x, height: Math.ceil(bottom * scale) + 1 - y };
}
