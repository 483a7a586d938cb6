/** The plates that a page names. */

import { identity } from '../geometry';
import type { ColourSpace } from '../inspect/colour-space';
import { isNormal } from '../inspect/contents';
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
  /** Anything that lets what is behind it through. */
  hasTransparency = false;
  private last: Paint | undefined;
  private readonly tilings = new Set<object>();

  fill(_path: Path, _evenOdd: boolean, state: GraphicsState): void {
    this.look(state);
    this.note(state.fill);
  }

  stroke(_path: Path, { stroke }: GraphicsState): void {
    this.note(stroke);
  }

  glyph(_glyph: ShownGlyph, { fill, stroke, renderMode }: GraphicsState): void {
    if (renderMode !== 3) this.note(renderMode % 4 === 1 ? stroke : fill);
  }

  picture({ space, stencil, softMask }: SampledPicture, state: GraphicsState): void {
    this.look(state);
    if (softMask) this.hasTransparency = true;
    if (stencil) this.note(state.fill);
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

  beginGroup(_group: Group, state: GraphicsState): void {
    this.look(state);
  }

  endGroup(): void {}

  unread(): void {}

  private look({ blend, alphaFill, alphaStroke, softMask }: GraphicsState): void {
    if (!harmless.has(blend)) this.hasBlends = true;
    if (alphaFill < 1 || alphaStroke < 1 || softMask || !isNormal(blend)) this.hasTransparency = true;
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
