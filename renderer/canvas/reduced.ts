/**
 * A photograph in ever smaller sizes, each half as wide as the one before. Whatever size it was read in, what is cut out of it
 * for a frame comes from the same size, so that a page looks the same after undo as before.
 */
import { makeCanvas } from './stamps';

type Source = ImageBitmap | OffscreenCanvas;

const BYTES_A_PIXEL = 4;

export class Reduced {
  /** Largest first; smaller ones are made when they are needed. */
  private readonly sizes: Source[];

  constructor(largest: Source) {
    this.sizes = [largest];
  }

  /** Pixels of the largest. */
  get width(): number {
    return this.sizes[0]!.width;
  }

  /** What all sizes take together at most. */
  get bytes(): number {
    const { width, height } = this.sizes[0]!;
    return (width * height * BYTES_A_PIXEL * 4) / 3;
  }

  /** The smallest size that is at least `needed` pixels wide, or the largest. */
  to(needed: number): Source {
    for (let at = 0; ; at++) {
      const source = this.sizes[at]!;
      if (source.width <= 1 || half(source.width) < needed) return source;
      this.sizes[at + 1] ??= halved(source);
    }
  }
}

function half(pixels: number): number {
  return Math.ceil(pixels / 2);
}

function halved(source: Source): OffscreenCanvas {
  const { canvas, context } = makeCanvas(half(source.width), half(source.height));
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}
