/** The last frame, kept so that the next one is painted only where it differs. */
import type { PaintPage } from '../compose/packed-page';
import { unite } from './page-changes';
import { type PaintTools, type PixelRect, paintPage } from './paint';
import type { FrameRequest } from './paint-protocol';
import type { Reach } from './reach';
import { makeCanvas } from './stamps';

type Place = Omit<FrameRequest, 'kind'>;

export class KeptFrame {
  private readonly kept = makeCanvas(1, 1);
  /** Given away with every frame; copying costs less than painting anew. */
  private readonly out = makeCanvas(1, 1);
  private place: Place | undefined;
  private changed: Reach | undefined;

  /** A page looks otherwise somewhere; without a place, it may look otherwise everywhere. */
  change(page: number, where?: { readonly changed: Reach | undefined }): void {
    if (page !== this.place?.page) return;
    if (where) this.changed = unite([this.changed, where.changed]);
    else this.place = undefined;
  }

  paint(place: Place, page: PaintPage, tools: PaintTools): ImageBitmap {
    const { canvas, context } = this.kept;
    const { scale, part } = place;
    if (!this.place || !samePlace(place, this.place)) {
      resize(canvas, part);
      paintPage(context, page, scale, part, tools);
    } else if (this.changed) {
      paintPage(context, page, scale, part, tools, pixelsOf(this.changed, scale));
    }
    this.place = place;
    this.changed = undefined;
    resize(this.out.canvas, part);
    this.out.context.drawImage(canvas, 0, 0);
    return this.out.canvas.transferToImageBitmap();
  }
}

function resize(canvas: OffscreenCanvas, { width, height }: PixelRect): void {
  if (canvas.width !== width) canvas.width = Math.max(1, width);
  if (canvas.height !== height) canvas.height = Math.max(1, height);
}

function samePlace(a: Place, b: Place): boolean {
  const sides = ['x', 'y', 'width', 'height'] as const;
  return a.page === b.page && a.scale === b.scale && sides.every((side) => a.part[side] === b.part[side]);
}

/** Whole pixels around a rectangle, a pixel more on each side for soft edges. */
function pixelsOf({ left, top, right, bottom }: Reach, scale: number): PixelRect {
  const x = Math.floor(left * scale) - 1;
  const y = Math.floor(top * scale) - 1;
  return { x, y, width: Math.ceil(right * scale) + 1 - x, height: Math.ceil(bottom * scale) + 1 - y };
}
