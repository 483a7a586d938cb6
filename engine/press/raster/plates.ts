/** Plates in the making: one plane of ink a plate, 0 paper … 255 full tone. */
import { everyPlate, processPlates } from '../inspect/colour-space';
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

/** All plates of one picture of a page, `width` × `height` pixels. */
export class Plates {
  readonly plates: readonly Plate[];
  readonly whole: PixelBox;
  private readonly index: ReadonlyMap<string, number>;

  /** The process plates, and the spot plates named. */
  constructor(
    readonly width: number,
    readonly height: number,
    spots: readonly string[],
  ) {
    const names = [...processPlates, ...spots.filter((name) => name !== everyPlate)];
    this.plates = names.map((name) => ({ name, ink: new Uint8Array(width * height) }));
    this.index = new Map(names.map((name, i) => [name, i]));
    this.whole = { left: 0, top: 0, right: width, bottom: height };
  }

  indexOf(name: string): number {
    return this.index.get(name) ?? -1;
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

  /** Lays inks on the covered pixels; `alpha` 0–1 thins them. `multiply` darkens instead of replacing. */
  paint({ box, data }: Mask, clip: ClipMask, inks: Inks, alpha: number, multiply: boolean): void {
    const open = overlap(box, clip.box);
    if (isEmpty(open)) return;
    const wide = box.right - box.left;
    const clipWide = clip.box.right - clip.box.left;
    for (const [p, { ink }] of this.plates.entries()) {
      const value = inks[p]!;
      if (value < 0 || (multiply && value === 0)) continue;
      for (let y = open.top; y < open.bottom; y++) {
        const from = (y - box.top) * wide - box.left;
        const clipFrom = (y - clip.box.top) * clipWide - clip.box.left;
        const to = y * this.width;
        for (let x = open.left; x < open.right; x++) {
          let share = data[from + x]!;
          if (share === 0) continue;
          if (clip.data) share = (share * clip.data[clipFrom + x]!) / 255;
          const before = ink[to + x]!;
          const after = multiply ? 255 - ((255 - before) * (255 - value)) / 255 : value;
          ink[to + x] = before + ((after - before) * share * alpha) / 255 + 0.5;
        }
      }
    }
  }
}
