/** Paints what a page draws on its plates. What it cannot paint it counts, so that nobody trusts a plate with a hole. */
import { boxAround, identity, inverse, lengths, type Matrix, times, transformed } from '../geometry';
import type { Clip, GraphicsState, Paint } from '../inspect/graphics-state';
import type { PageSink, SampledPicture, ShownGlyph } from '../inspect/page-sink';
import { type Path, PathBuilder, rectangleOf } from '../inspect/path';
import type { PageFont } from '../inspect/pdf-font';
import type { Shading } from '../inspect/shading';
import { isEmpty, overlap, type PixelBox, Scanner } from './coverage';
import { type DecodeFormat, type PicturePlanes, planesOf, reduced } from './picture-planes';
import type { ClipMask, Plates } from './plates';
import { strokeOutline } from './stroke';

/** How often a page may be painted full of ink, and pixels besides: a file made to keep us busy comes to its end. */
const mostFillings = 40;
const spareWork = 50_000_000;

/** A pixel of a picture is painted through these. */
interface Brush {
  readonly clip: ClipMask;
  readonly alpha: number;
  readonly multiply: boolean;
}

/** Paints what the interpreter tells on `Plates`; the work for one page is bounded. */
export class PlatePainter implements PageSink {
  /** How often something could not be painted, by what it was. */
  readonly unpainted = new Map<string, number>();
  private readonly scanner = new Scanner();
  private work = 0;
  private readonly clips = new WeakMap<Clip, ClipMask>();
  private readonly pictures = new Map<object, PicturePlanes | undefined>();
  private readonly outlines = new Map<PageFont, Map<number, Path | undefined>>();

  /** @param toPixels the page's user space → pixels, y downwards */
  constructor(
    private readonly plates: Plates,
    private readonly toPixels: Matrix,
    private readonly decodeFormat: DecodeFormat,
  ) {}

  fill(path: Path, evenOdd: boolean, state: GraphicsState): void {
    this.cover(path, evenOdd, state, false);
  }

  stroke(path: Path, state: GraphicsState): void {
    this.cover(strokeOutline(path, state), false, state, true);
  }

  glyph({ font, code, matrix }: ShownGlyph, state: GraphicsState): void {
    if (state.renderMode === 3 || state.renderMode === 7) return;
    const outline = this.outlineOf(font, code.code);
    if (!outline) {
      this.unread(font.kind === 'Type3' ? 'type3' : 'outline');
      return;
    }
    if (state.renderMode % 4 !== 1) this.cover(outline, false, state, false, times(matrix, this.toPixels));
    if (state.renderMode % 4 === 1 || state.renderMode % 4 === 2) this.stroke(moved(outline, matrix), state);
  }

  /** In em; undefined when the font does not tell it. */
  private outlineOf(font: PageFont, code: number): Path | undefined {
    const outlines = this.outlines.get(font) ?? new Map<number, Path | undefined>();
    this.outlines.set(font, outlines);
    if (!outlines.has(code)) {
      const builder = new PathBuilder(identity);
      outlines.set(code, font.draw(code, builder) ? builder.take() : undefined);
    }
    return outlines.get(code);
  }

  picture(picture: SampledPicture, state: GraphicsState): void {
    const planes = this.planesOf(picture);
    if (!planes) {
      this.unread('picture');
      return;
    }
    if (picture.masked) this.unread('mask');
    this.place(picture, planes, state);
  }

  shade(shading: Shading, matrix: Matrix, state: GraphicsState): void {
    const brush = this.brush(state, false);
    const back = inverse(times(matrix, this.toPixels));
    if (!back) return;
    const targets = shading.space.plates.map((name) => this.plates.indexOf(name));
    const knocked = state.overprintFill ? [] : this.plates.plates.map((_, p) => p).filter((p) => !targets.includes(p));
    const table = inkTable(shading, targets.length);
    const { box } = brush.clip;
    if (isEmpty(box) || this.isTooMuch()) return;
    this.work += areaOf(box);
    for (let y = box.top; y < box.bottom; y++) {
      for (let x = box.left; x < box.right; x++) {
        const place = transformed(back, x + 0.5, y + 0.5);
        const at = shading.shareAt(place.x, place.y);
        const share = at === undefined ? 0 : this.edgeAt(x, y, brush.clip) * brush.alpha;
        if (share === 0) continue;
        const inks = table[Math.round(at! * tableSteps)]!;
        const pixel = y * this.plates.width + x;
        for (let t = 0; t < targets.length; t++) this.lay(targets[t]!, pixel, inks[t]!, share, brush.multiply);
        if (!brush.multiply) for (const p of knocked) this.lay(p, pixel, 0, share, false);
      }
    }
  }

  unread(what: string): void {
    this.unpainted.set(what, (this.unpainted.get(what) ?? 0) + 1);
  }

  private isTooMuch(): boolean {
    if (this.work < mostFillings * this.plates.width * this.plates.height + spareWork) return false;
    this.unread('operations');
    return true;
  }

  private planesOf(picture: SampledPicture): PicturePlanes | undefined {
    if (!this.pictures.has(picture.key)) this.pictures.set(picture.key, planesOf(picture, this.decodeFormat));
    return this.pictures.get(picture.key);
  }

  /** @param toPixels the path's space → pixels */
  private cover(path: Path, evenOdd: boolean, state: GraphicsState, isStroke: boolean, toPixels = this.toPixels): void {
    const clip = this.clipOf(state.clip);
    if (this.isTooMuch()) return;
    const mask = this.scanner.cover(path, toPixels, evenOdd, clip.box);
    if (!mask) return;
    this.work += areaOf(mask.box);
    const { alpha, multiply } = this.brush(state, isStroke);
    this.plates.paint(mask, clip, this.inks(isStroke ? state.stroke : state.fill, state, isStroke), alpha, multiply);
  }

  private brush(state: GraphicsState, isStroke: boolean): Brush {
    if (state.softMask) this.unread('soft-mask');
    const multiply = state.blend === 'Multiply' || state.blend === 'Darken';
    if (!multiply && state.blend !== 'Normal' && state.blend !== 'Compatible') this.unread('blend');
    return { clip: this.clipOf(state.clip), alpha: isStroke ? state.alphaStroke : state.alphaFill, multiply };
  }

  private inks({ space, values }: Paint, state: GraphicsState, isStroke: boolean) {
    const amounts = new Float64Array(Math.max(4, space.plates.length));
    space.inks(values, amounts);
    const overprint = isStroke ? state.overprintStroke : state.overprintFill;
    // Mode 1 speaks of DeviceCMYK alone; grey overprints as black, which is what plate-setters do.
    const mode = space.managed ? 0 : Math.max(state.overprintMode, space.family === 'grey' ? 1 : 0);
    return this.plates.inksFor(space.plates, amounts, overprint, mode);
  }

  private clipOf(clip: Clip | undefined): ClipMask {
    if (!clip) return { box: this.plates.whole };
    let mask = this.clips.get(clip);
    if (!mask) {
      mask = this.intersected(clip);
      this.clips.set(clip, mask);
    }
    return mask;
  }

  private intersected(clip: Clip): ClipMask {
    const outer = this.clipOf(clip.outer);
    const rectangle = rectangleOf(clip.path);
    if (rectangle) {
      const { left, right, top, bottom } = boxAround(this.toPixels, rectangle);
      const box = { left: Math.round(left), right: Math.round(right), top: Math.round(bottom), bottom: Math.round(top) };
      return narrowed(outer, box);
    }
    const mask = this.scanner.cover(clip.path, this.toPixels, clip.evenOdd, outer.box);
    if (!mask) return { box: { left: 0, top: 0, right: 0, bottom: 0 } };
    const size = (mask.box.right - mask.box.left) * (mask.box.bottom - mask.box.top);
    const data = mask.data.slice(0, size);
    const inner = narrowed(outer, mask.box).data;
    if (inner) for (let i = 0; i < size; i++) data[i] = (data[i]! * inner[i]!) / 255;
    return { box: mask.box, data };
  }

  private place(picture: SampledPicture, whole: PicturePlanes, state: GraphicsState): void {
    const matrix = times(state.matrix, this.toPixels);
    const scale = lengths(matrix);
    const factor = (samples: number, pixels: number) => Math.max(1, Math.min(64, Math.floor(samples / Math.max(1, pixels))));
    const planes = reduced(whole, factor(whole.width, scale.x), factor(whole.height, scale.y));
    const back = inverse(matrix);
    const brush = this.brush(state, false);
    const around = boxAround(matrix, { left: 0, bottom: 0, right: 1, top: 1 });
    const box: PixelBox = {
      left: Math.floor(around.left + 0.5),
      right: Math.floor(around.right + 0.5),
      top: Math.floor(around.bottom + 0.5),
      bottom: Math.floor(around.top + 0.5),
    };
    const open = overlap(box, brush.clip.box);
    if (!back || isEmpty(open) || this.isTooMuch()) return;
    this.work += areaOf(open);
    const inks = picture.stencil ? this.inks(state.fill, state, false) : undefined;
    const targets = inks ? [] : picture.space.plates.map((name) => this.plates.indexOf(name));
    const knocked = state.overprintFill ? [] : this.plates.plates.map((_, p) => p).filter((p) => !targets.includes(p));
    for (let y = open.top; y < open.bottom; y++) {
      for (let x = open.left; x < open.right; x++) {
        const { x: u, y: v } = transformed(back, x + 0.5, y + 0.5);
        if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
        const sample = Math.floor((1 - v) * planes.height - 1e-9) * planes.width + Math.floor(u * planes.width);
        const share = this.shareOf(planes, sample, x, y, brush);
        if (share === 0) continue;
        const pixel = y * this.plates.width + x;
        if (inks) for (let p = 0; p < inks.length; p++) this.lay(p, pixel, inks[p]!, share, brush.multiply);
        for (let t = 0; t < targets.length; t++) this.lay(targets[t]!, pixel, planes.planes[t]![sample]!, share, brush.multiply);
        if (!inks && !brush.multiply) for (const p of knocked) this.lay(p, pixel, 0, share, false);
      }
    }
  }

  private shareOf({ alpha }: PicturePlanes, sample: number, x: number, y: number, { clip, alpha: thin }: Brush): number {
    const soft = alpha ? alpha[sample]! / 255 : 1;
    return soft * this.edgeAt(x, y, clip) * thin;
  }

  private edgeAt(x: number, y: number, { box, data }: ClipMask): number {
    return data ? data[(y - box.top) * (box.right - box.left) + x - box.left]! / 255 : 1;
  }

  private lay(plate: number, pixel: number, value: number, share: number, multiply: boolean): void {
    if (plate < 0 || value < 0) return;
    const { ink } = this.plates.plates[plate]!;
    const before = ink[pixel]!;
    const after = multiply ? 255 - ((255 - before) * (255 - value)) / 255 : value;
    ink[pixel] = before + (after - before) * share + 0.5;
  }
}

const areaOf = ({ left, top, right, bottom }: PixelBox): number => (right - left) * (bottom - top);

/** A path in another space. */
function moved(path: Path, matrix: Matrix): Path {
  return path.map(({ points, closed }) => {
    const out: number[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      const { x, y } = transformed(matrix, points[i]!, points[i + 1]!);
      out.push(x, y);
    }
    return { points: out, closed };
  });
}

/** Steps of a shading: finer than a plate's 256 tones. */
const tableSteps = 512;

/** Inks 0–255 of a shading from its start to its end. */
function inkTable({ space, valuesAt }: Shading, count: number): readonly Uint8Array[] {
  const amounts = new Float64Array(Math.max(4, count));
  return Array.from({ length: tableSteps + 1 }, (_, i) => {
    space.inks(valuesAt(i / tableSteps), amounts);
    return Uint8Array.from(amounts.subarray(0, count), (amount) => Math.round(amount * 255));
  });
}

/** The part of a clip inside a box. */
function narrowed(clip: ClipMask, box: PixelBox): ClipMask {
  const inside = overlap(clip.box, box);
  if (!clip.data || isEmpty(inside)) return { box: inside };
  const [wide, width] = [clip.box.right - clip.box.left, inside.right - inside.left];
  const data = new Uint8Array(width * (inside.bottom - inside.top));
  for (let y = inside.top; y < inside.bottom; y++) {
    const from = (y - clip.box.top) * wide + inside.left - clip.box.left;
    data.set(clip.data.subarray(from, from + width), (y - inside.top) * width);
  }
  return { box: inside, data };
}
