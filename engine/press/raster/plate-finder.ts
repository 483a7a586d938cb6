/** The plates that a page names. */
import type { ColourSpace } from '../inspect/colour-space';
import type { GraphicsState, Paint } from '../inspect/graphics-state';
import type { PageSink, SampledPicture, ShownGlyph } from '../inspect/page-sink';
import type { Path } from '../inspect/path';
import type { Shading } from '../inspect/shading';

/** Collects them while a page is interpreted; nothing is painted. */
export class PlateFinder implements PageSink {
  readonly plates = new Set<string>();
  readonly equivalents = new Map<string, readonly number[]>();
  private last: Paint | undefined;

  fill(_path: Path, _evenOdd: boolean, { fill }: GraphicsState): void {
    this.note(fill);
  }

  stroke(_path: Path, { stroke }: GraphicsState): void {
    this.note(stroke);
  }

  glyph(_glyph: ShownGlyph, { fill, stroke, renderMode }: GraphicsState): void {
    if (renderMode !== 3) this.note(renderMode % 4 === 1 ? stroke : fill);
  }

  picture({ space, stencil }: SampledPicture, { fill }: GraphicsState): void {
    if (stencil) this.note(fill);
    else this.add(space);
  }

  shade({ space }: Shading): void {
    this.add(space);
  }

  unread(): void {}

  private note(paint: Paint): void {
    if (paint === this.last) return;
    this.last = paint;
    this.add(paint.space);
  }

  private add({ plates, equivalents }: ColourSpace): void {
    for (const name of plates) this.plates.add(name);
    for (const [name, inks] of equivalents) if (!this.equivalents.has(name)) this.equivalents.set(name, inks);
  }
}
