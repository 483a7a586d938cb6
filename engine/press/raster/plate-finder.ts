/** The plates that a page names. */

import { identity } from '../geometry';
import type { ColourSpace } from '../inspect/colour-space';
import type { GraphicsState, Paint } from '../inspect/graphics-state';
import type { Group, PageSink, SampledPicture, ShownGlyph, Tiling } from '../inspect/page-sink';
import type { Path } from '../inspect/path';
import type { Shading } from '../inspect/shading';

/** On paper they look the same with and without a backdrop of nothing. */
const harmless: ReadonlySet<string> = new Set(['Normal', 'Compatible', 'Multiply', 'Darken', 'ColorBurn']);

/** Collects them while a page is interpreted; nothing is painted. */
export class PlateFinder implements PageSink {
  readonly plates = new Set<string>();
  readonly equivalents = new Map<string, readonly number[]>();
  /** Blend modes that ask what lies behind, paper or nothing. */
  hasBlends = false;
  private last: Paint | undefined;
  private readonly tilings = new Set<object>();

  fill(_path: Path, _evenOdd: boolean, { fill, blend }: GraphicsState): void {
    this.mode(blend);
    this.note(fill);
  }

  stroke(_path: Path, { stroke }: GraphicsState): void {
    this.note(stroke);
  }

  glyph(_glyph: ShownGlyph, { fill, stroke, renderMode }: GraphicsState): void {
    if (renderMode !== 3) this.note(renderMode % 4 === 1 ? stroke : fill);
  }

  picture({ space, stencil }: SampledPicture, { fill, blend }: GraphicsState): void {
    this.mode(blend);
    if (stencil) this.note(fill);
    else this.add(space);
  }

  shade({ space }: Shading): void {
    this.add(space);
  }

  tile({ key, draw }: Tiling): void {
    if (this.tilings.has(key)) return;
    this.tilings.add(key);
    draw(this, identity);
  }

  beginGroup(_group: Group, { blend }: GraphicsState): void {
    this.mode(blend);
  }

  endGroup(): void {}

  unread(): void {}

  private mode(blend: string): void {
    if (!harmless.has(blend)) this.hasBlends = true;
  }

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
