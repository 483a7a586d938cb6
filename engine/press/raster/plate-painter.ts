/** Paints what a page draws on its plates. What it cannot paint it counts, so that nobody trusts a plate with a hole. */
import { identity, type Matrix, times } from '../geometry';
import type { GraphicsState, Paint } from '../inspect/graphics-state';
import type { Group, PageSink, SampledPicture, ShownGlyph, Tiling } from '../inspect/page-sink';
import { moved, type Path, PathBuilder } from '../inspect/path';
import type { PageFont } from '../inspect/pdf-font';
import type { Shading } from '../inspect/shading';
import { strokeOutline } from '../inspect/stroke';
import { blendOf, normalBlend } from './blend';
import { areaOf, Clipping } from './clipping';
import { isEmpty, overlap, type PixelBox, Scanner } from './coverage';
import { PictureCache } from './picture-cache';
import { paintPicture } from './picture-painter';
import type { DecodeFormat } from './picture-samples';
import { type ClipMask, type Inks, type Laying, opaque, type Plates } from './plates';
import { paintShading } from './shading-painter';
import { paintTiling } from './tiling-painter';

/** How often a page may be painted full of ink, and pixels besides: a file made to keep us busy comes to its end. */
const mostFillings = 60;
const spareWork = 50_000_000;
/** Groups inside groups inside patterns and masks, all of which hold planes. */
const mostNested = 24;

/** What the painters of one page share. */
export interface Workshop {
  readonly scanner: Scanner;
  readonly pictures: PictureCache;
  readonly outlines: Map<PageFont, Map<number, Path | undefined>>;
  readonly unpainted: Map<string, number>;
  readonly undrawn: Set<string>;
  work: number;
  readonly mostWork: number;
  nested: number;
  /** Asked before each painting; throws when nobody wants the plates any more. */
  readonly watch: () => void;
}

/** What outlives the painting of one part of a page. */
export interface KeptForParts {
  readonly pictures: PictureCache;
  readonly watch: () => void;
}

const unwatched = (): void => {};

interface OpenGroup {
  readonly outer: Plates;
  readonly clip: ClipMask;
  readonly laying: Laying;
  /** What stood there before; undefined for groups with plates of their own, and where nothing is to be undone. */
  readonly before: readonly Uint8Array[] | undefined;
  readonly box: PixelBox;
  /** A knockout group that is not isolated. */
  readonly blendsThrough?: boolean;
}

/** Paints what the interpreter tells on `Plates`; the work for one page is bounded. */
export class PlatePainter implements PageSink {
  /** How often something could not be painted, by what it was. */
  readonly unpainted: ReadonlyMap<string, number>;
  /** Names of fonts that have glyphs without outlines. */
  readonly undrawn: ReadonlySet<string>;
  readonly clipping: Clipping;
  readonly shop: Workshop;
  private readonly groups: OpenGroup[] = [];
  private current: Plates;

  /** @param toPixels the page's user space → pixels, y downwards */
  constructor(
    plates: Plates,
    readonly toPixels: Matrix,
    decodeFormat: DecodeFormat,
    shop?: Workshop,
    kept?: KeptForParts,
  ) {
    this.current = plates;
    this.shop = shop ?? {
      scanner: new Scanner(),
      pictures: kept?.pictures ?? new PictureCache(decodeFormat),
      outlines: new Map(),
      unpainted: new Map(),
      undrawn: new Set(),
      work: 0,
      mostWork: mostFillings * plates.width * plates.height + spareWork,
      nested: 0,
      watch: kept?.watch ?? unwatched,
    };
    this.unpainted = this.shop.unpainted;
    this.undrawn = this.shop.undrawn;
    this.clipping = new Clipping(plates.whole, toPixels, this.shop.scanner, (box) => {
      const inner = this.inner(box, toPixels);
      return inner && { sink: inner, plates: inner.plates };
    });
  }

  get plates(): Plates {
    return this.current;
  }

  /** A painter on empty plates of the same names; undefined when there are too many already. */
  inner(box: PixelBox, toPixels: Matrix): PlatePainter | undefined {
    if (this.shop.nested >= mostNested || this.isTooMuch()) return undefined;
    this.spend(areaOf(box));
    return new PlatePainter(this.current.group(box), toPixels, this.shop.pictures.decodeFormat, this.shop);
  }

  fill(path: Path, evenOdd: boolean, state: GraphicsState): void {
    this.cover(path, evenOdd, state, false);
  }

  stroke(path: Path, state: GraphicsState): void {
    this.cover(strokeOutline(path, state), false, state, true);
  }

  glyph({ font, code, matrix }: ShownGlyph, state: GraphicsState): void {
    const mode = state.renderMode % 4;
    if (mode === 3 || font.drawing(code.code)) return;
    const outline = this.outlineOf(font, code.code);
    if (!outline) {
      if (font.kind === 'Type3') return;
      this.unread('outline');
      this.shop.undrawn.add(font.name);
      return;
    }
    if (mode !== 1 && state.fill.space.family !== 'pattern')
      this.cover(outline, false, state, false, times(matrix, this.toPixels));
    if (mode !== 0 && state.stroke.space.family !== 'pattern') this.stroke(moved(outline, matrix), state);
  }

  /** In em; undefined when the font does not tell it. */
  protected outlineOf(font: PageFont, code: number): Path | undefined {
    const outlines = this.shop.outlines.get(font) ?? new Map<number, Path | undefined>();
    this.shop.outlines.set(font, outlines);
    if (!outlines.has(code)) {
      const builder = new PathBuilder(identity);
      outlines.set(code, font.draw(code, builder) ? builder.take() : undefined);
    }
    return outlines.get(code);
  }

  picture(picture: SampledPicture, state: GraphicsState): void {
    paintPicture(this, picture, state);
  }

  shade(shading: Shading, matrix: Matrix, state: GraphicsState): void {
    paintShading(this, shading, matrix, state);
  }

  tile(tiling: Tiling, state: GraphicsState): void {
    this.shop.nested++;
    paintTiling(this, tiling, state);
    this.shop.nested--;
  }

  beginGroup({ isolated, knockout }: Group, state: GraphicsState): void {
    // What the group draws is clipped already; its edges must not be thinned twice.
    const clip = state.softMask ? this.clipping.of(state) : { box: this.clipping.of(state).box };
    const laying = this.laying(state, false);
    const outer = this.current;
    const box = overlap(clip.box, outer.whole);
    this.shop.nested++;
    this.spend(2 * areaOf(box));
    const isSeparate = isolated || knockout || !laying.blend.isNormal;
    if (isEmpty(box) || this.isTooMuch() || this.shop.nested > mostNested) {
      if (!isEmpty(box)) this.unread('group');
      this.groups.push({ outer, clip, laying, before: undefined, box: { ...box, right: box.left } });
    } else if (isSeparate) {
      this.groups.push({ outer, clip, laying, before: undefined, box, blendsThrough: knockout && !isolated });
      this.current = outer.group(box, knockout);
    } else this.groups.push({ outer, clip, laying, before: outer.copy(box), box });
  }

  /** A group of the surrounding backdrop is faded; one with plates of its own is laid on. */
  endGroup(): void {
    const group = this.groups.pop();
    if (!group) return;
    this.shop.nested--;
    const { outer, clip, laying, before, box } = group;
    if (before) outer.fade(before, box, clip, laying.alpha);
    else if (this.current !== outer) outer.compose(this.current, clip, laying);
    this.current = outer;
  }

  unread(what: string): void {
    this.shop.unpainted.set(what, (this.shop.unpainted.get(what) ?? 0) + 1);
  }

  spend(pixels: number): void {
    this.shop.work += pixels;
  }

  isTooMuch(): boolean {
    this.shop.watch();
    if (this.shop.work < this.shop.mostWork) return false;
    this.unread('operations');
    return true;
  }

  /** @param toPixels the path's space → pixels */
  private cover(path: Path, evenOdd: boolean, state: GraphicsState, isStroke: boolean, toPixels = this.toPixels): void {
    const clip = this.clipping.of(state);
    if (this.isTooMuch()) return;
    const mask = this.shop.scanner.cover(path, toPixels, evenOdd, overlap(clip.box, this.current.whole));
    if (!mask) return;
    this.spend(areaOf(mask.box));
    this.current.paint(
      mask,
      clip,
      this.inks(isStroke ? state.stroke : state.fill, state, isStroke),
      this.laying(state, isStroke),
    );
  }

  laying({ alphaFill, alphaStroke, blend }: GraphicsState, isStroke: boolean): Laying {
    const alpha = isStroke ? alphaStroke : alphaFill;
    if (alpha >= 1 && blend === 'Normal') return opaque;
    const mode = blendOf(blend);
    // Blends of pieces with what is behind a knockout group are not reckoned.
    if (mode && !mode.isNormal && this.groups.at(-1)?.blendsThrough) this.unread('group');
    if (!mode) this.unread('blend');
    return { alpha, blend: mode ?? normalBlend };
  }

  inks({ space, values }: Paint, state: GraphicsState, isStroke: boolean): Inks {
    const amounts = new Float64Array(Math.max(4, space.plates.length));
    space.inks(values, amounts);
    const overprint = isStroke ? state.overprintStroke : state.overprintFill;
    // Mode 1 speaks of DeviceCMYK alone; grey overprints as black, which is what plate-setters do.
    const mode = space.managed ? 0 : Math.max(state.overprintMode, space.family === 'grey' ? 1 : 0);
    return this.current.inksFor(space.plates, amounts, overprint, mode);
  }
}
