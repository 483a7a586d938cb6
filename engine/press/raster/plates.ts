/** Plates in the making: one plane of ink a plate, 0 paper … 255 full tone. */
import { everyPlate, processPlates } from '../inspect/colour-space';
import { type Blend, normalBlend } from './blend';
import { isEmpty, type Mask, overlap, type PixelBox } from './coverage';

export interface Plate {
  readonly name: string;
  readonly ink: Uint8Array;
}

/** Ink 0–255 for each plate of a `Plates`, by its index; −1 leaves the plate as it is (overprint). */
export type Inks = Int16Array;

/** Part of the page that may be painted on, with its soft edge. */
export interface ClipMask {
  readonly box: PixelBox;
  /** Coverage of the pixels of the box; undefined where all of it is open. */
  readonly data?: Uint8Array;
}

/** How a colour is laid on. */
export interface Laying {
  /** 0–1. */
  readonly alpha: number;
  readonly blend: Blend;
}

export const opaque: Laying = { alpha: 1, blend: normalBlend };

/**
 * All plates of a part of the page. Those of a transparency group have a plane of opacity besides, and their inks are
 * held as they lie on paper, that is thinned by it.
 */
export class Plates {
  readonly plates: readonly Plate[];
  /** Where the planes lie on the page, pixels. */
  readonly whole: PixelBox;
  readonly width: number;
  readonly height: number;
  readonly opacity: Uint8Array | undefined;
  private readonly index: ReadonlyMap<string, number>;

  /** The process plates, and the spot plates named. */
  constructor(
    whole: PixelBox,
    spots: readonly string[],
    isGroup = false,
    /** Each object of the group replaces those before it instead of lying on them. */
    private readonly knockout = false,
  ) {
    this.whole = whole;
    this.width = whole.right - whole.left;
    this.height = whole.bottom - whole.top;
    const names = [...processPlates, ...spots.filter((name) => name !== everyPlate)];
    this.plates = names.map((name) => ({ name, ink: new Uint8Array(this.width * this.height) }));
    this.index = new Map(names.map((name, i) => [name, i]));
    this.opacity = isGroup ? new Uint8Array(this.width * this.height) : undefined;
  }

  /** Empty plates of the same names for a group. */
  group(box: PixelBox, knockout = false): Plates {
    const spots = this.plates.slice(processPlates.length).map(({ name }) => name);
    return new Plates(box, spots, true, knockout);
  }

  indexOf(name: string): number {
    return this.index.get(name) ?? -1;
  }

  pixelAt(x: number, y: number): number {
    return (y - this.whole.top) * this.width + x - this.whole.left;
  }

  /**
   * Inks that a colour leaves on all plates. Knocking out, it takes away what it does not print; overprinting, it leaves
   * the plates alone that it does not name, and with mode 1 also the process plates that it gives no ink (§8.6.7).
   */
  inksFor(names: readonly string[], amounts: ArrayLike<number>, overprint: boolean, mode: number): Inks {
    const inks = new Int16Array(this.plates.length).fill(overprint ? -1 : 0);
    const isProcess = names.length >= 4 && names[0] === processPlates[0] && names[3] === processPlates[3];
    for (const [i, name] of names.entries()) {
      const value = Math.round((amounts[i] ?? 0) * 255);
      if (name === everyPlate) inks.fill(value);
      const at = this.indexOf(name);
      if (at < 0 || (overprint && mode === 1 && isProcess && value === 0)) continue;
      inks[at] = value;
    }
    return inks;
  }

  /** Lays inks on the covered pixels. */
  paint({ box, data }: Mask, clip: ClipMask, inks: Inks, { alpha, blend }: Laying): void {
    const open = overlap(overlap(box, clip.box), this.whole);
    if (isEmpty(open)) return;
    if (this.opacity || !blend.isNormal) {
      this.paintEach({ box, data }, clip, inks, { alpha, blend }, open);
      return;
    }
    const wide = box.right - box.left;
    const clipWide = clip.box.right - clip.box.left;
    for (const [p, { ink }] of this.plates.entries()) {
      const value = inks[p]!;
      if (value < 0) continue;
      for (let y = open.top; y < open.bottom; y++) {
        const from = (y - box.top) * wide - box.left;
        const clipFrom = (y - clip.box.top) * clipWide - clip.box.left;
        const to = this.pixelAt(0, y);
        for (let x = open.left; x < open.right; x++) {
          let share = data[from + x]!;
          if (share === 0) continue;
          if (clip.data) share = (share * clip.data[clipFrom + x]!) / 255;
          const before = ink[to + x]!;
          ink[to + x] = before + ((value - before) * share * alpha) / 255 + 0.5;
        }
      }
    }
  }

  private paintEach({ box, data }: Mask, clip: ClipMask, inks: Inks, { alpha, blend }: Laying, open: PixelBox): void {
    const wide = box.right - box.left;
    const clipWide = clip.box.right - clip.box.left;
    for (let y = open.top; y < open.bottom; y++) {
      const from = (y - box.top) * wide - box.left;
      const clipFrom = (y - clip.box.top) * clipWide - clip.box.left;
      const to = this.pixelAt(0, y);
      for (let x = open.left; x < open.right; x++) {
        const share = clip.data ? (data[from + x]! * clip.data[clipFrom + x]!) / 255 : data[from + x]!;
        if (share > 0) this.lay(to + x, inks, share / 255, { alpha, blend });
      }
    }
  }

  /** Lays inks on one pixel; `shape` 0–1. The formula of §11.3.6 for inks that are held thinned by their opacity. */
  lay(pixel: number, inks: ArrayLike<number>, shape: number, { alpha, blend }: Laying): void {
    if (this.knockout) {
      this.replace(pixel, inks, shape, alpha);
      return;
    }
    const share = shape * alpha;
    const { plates, opacity } = this;
    const behind = opacity ? opacity[pixel]! / 255 : 1;
    const mixed = blend.colour && behind > 0 ? this.mixedColour(pixel, inks, behind, blend) : undefined;
    for (let p = 0; p < plates.length; p++) {
      const value = inks[p]!;
      if (value < 0) continue;
      const { ink } = plates[p]!;
      const before = ink[pixel]!;
      let wanted = value;
      if (!blend.isNormal && behind > 0) {
        const mix = p < 4 ? blend.process : blend.spot;
        const result = mixed && p < 4 ? mixed[p]! : mix ? mix(before / behind, value) : value;
        wanted = (1 - behind) * value + behind * result;
      }
      ink[pixel] = before * (1 - share) + wanted * share + 0.5;
    }
    if (opacity) opacity[pixel] = 255 * (behind + share - behind * share) + 0.5;
  }

  /** §11.4.6: within its shape an object stands alone on what was there before the group. */
  private replace(pixel: number, inks: ArrayLike<number>, shape: number, alpha: number): void {
    for (let p = 0; p < this.plates.length; p++) {
      const { ink } = this.plates[p]!;
      ink[pixel] = ink[pixel]! * (1 - shape) + Math.max(0, inks[p]!) * alpha * shape + 0.5;
    }
    const { opacity } = this;
    if (opacity) opacity[pixel] = opacity[pixel]! * (1 - shape) + 255 * alpha * shape + 0.5;
  }

  private mixedColour(pixel: number, inks: ArrayLike<number>, behind: number, { colour, takesBlack }: Blend): readonly number[] {
    const ink = (p: number) => Math.min(255, this.plates[p]!.ink[pixel]! / behind);
    const source = (p: number) => Math.max(0, inks[p]!);
    const mixed = colour!([ink(0), ink(1), ink(2)], [source(0), source(1), source(2)]);
    return [...mixed, takesBlack ? source(3) : ink(3)];
  }

  /** Lays a group's plates on these. */
  compose(group: Plates, clip: ClipMask, { alpha, blend }: Laying): void {
    const open = overlap(overlap(group.whole, clip.box), this.whole);
    const clipWide = clip.box.right - clip.box.left;
    const inks = new Float64Array(this.plates.length);
    for (let y = open.top; y < open.bottom; y++) {
      for (let x = open.left; x < open.right; x++) {
        const from = group.pixelAt(x, y);
        const own = group.opacity![from]! / 255;
        if (own === 0) continue;
        const edge = clip.data ? clip.data[(y - clip.box.top) * clipWide + x - clip.box.left]! / 255 : 1;
        if (edge === 0) continue;
        for (let p = 0; p < inks.length; p++) inks[p] = Math.min(255, group.plates[p]!.ink[from]! / own);
        this.lay(this.pixelAt(x, y), inks, own * edge, { alpha, blend });
      }
    }
  }

  /** A copy of a part, to go back to. */
  copy(box: PixelBox): readonly Uint8Array[] {
    const planes = [...this.plates.map(({ ink }) => ink), ...(this.opacity ? [this.opacity] : [])];
    return planes.map((plane) => {
      const out = new Uint8Array((box.right - box.left) * (box.bottom - box.top));
      for (let y = box.top, at = 0; y < box.bottom; y++, at += box.right - box.left) {
        const from = this.pixelAt(box.left, y);
        out.set(plane.subarray(from, from + box.right - box.left), at);
      }
      return out;
    });
  }

  /** Takes what was painted since a copy back as far as the clip and `alpha` do not let it through. */
  fade(before: readonly Uint8Array[], box: PixelBox, clip: ClipMask, alpha: number): void {
    const planes = [...this.plates.map(({ ink }) => ink), ...(this.opacity ? [this.opacity] : [])];
    const clipWide = clip.box.right - clip.box.left;
    for (const [p, plane] of planes.entries()) {
      for (let y = box.top, at = 0; y < box.bottom; y++) {
        for (let x = box.left; x < box.right; x++, at++) {
          const pixel = this.pixelAt(x, y);
          const share = alpha * (clip.data ? clip.data[(y - clip.box.top) * clipWide + x - clip.box.left]! / 255 : 1);
          const old = before[p]![at]!;
          plane[pixel] = old + (plane[pixel]! - old) * share + 0.5;
        }
      }
    }
  }
}
