/** Total ink of a page: where most lies, and a picture of it. */
import type { PixelBox } from './coverage';
import type { Plates } from './plates';

export interface InkFigures {
  /** Largest total of a single pixel, and of a window, per cent. */
  readonly most: number;
  readonly mostOfWindow: number;
  /** Centre of that window, pixels. */
  readonly x: number;
  readonly y: number;
  /** The pixel with the largest total. */
  readonly mostAt: { readonly x: number; readonly y: number };
  /** Share of the page's pixels above the limit, 0–1. */
  readonly above: number;
  /** Mean ink of each plate, 0–1, by the plate's name. */
  readonly coverage: ReadonlyMap<string, number>;
}

/** A spot of this area is what a densitometer and the drying paper notice, mm². */
const windowArea = 15;

/** Totals 0–255 a plate, of every pixel. */
export function totals({ plates, width, height }: Pick<Plates, 'plates' | 'width' | 'height'>): Uint16Array {
  const sum = new Uint16Array(width * height);
  for (const { ink } of plates) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + ink[i]!;
  return sum;
}

/**
 * @param within the trimmed page: marks outside print on all plates
 * @param limit per cent
 */
export function inkFigures(plates: Plates, sum: Uint16Array, within: PixelBox, dpi: number, limit: number): InkFigures {
  const side = Math.max(1, Math.round((Math.sqrt(windowArea) / 25.4) * dpi));
  const most255 = (limit / 100) * 255 + 1;
  let [most, above] = [0, 0];
  let mostAt = { x: within.left, y: within.top };
  for (let y = within.top; y < within.bottom; y++) {
    for (let x = within.left; x < within.right; x++) {
      const value = sum[y * plates.width + x]!;
      if (value > most) {
        most = value;
        mostAt = { x, y };
      }
      if (value > most255) above++;
    }
  }
  const area = Math.max(1, (within.right - within.left) * (within.bottom - within.top));
  const peak = densestWindow(sum, plates.width, within, side);
  return {
    most: percent(most),
    mostOfWindow: percent(peak.value),
    mostAt,
    x: peak.x,
    y: peak.y,
    above: above / area,
    coverage: new Map(plates.plates.map(({ name, ink }) => [name, meanOf(ink, plates.width, within)])),
  };
}

const percent = (value: number): number => Math.round((value / 255) * 1000) / 10;

function meanOf(ink: Uint8Array, width: number, { left, top, right, bottom }: PixelBox): number {
  let total = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) total += ink[y * width + x]!;
  return total / 255 / Math.max(1, (right - left) * (bottom - top));
}

/** Means over all windows by running sums of columns. */
function densestWindow(sum: Uint16Array, width: number, { left, top, right, bottom }: PixelBox, wished: number) {
  const side = Math.min(wished, right - left, bottom - top);
  const columns = new Float64Array(Math.max(0, right - left));
  let best = { value: 0, x: left, y: top };
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      columns[x - left]! += sum[y * width + x]! - (y - side >= top ? sum[(y - side) * width + x]! : 0);
    }
    if (y - top + 1 < side) continue;
    let window = 0;
    for (let x = 0; x < columns.length; x++) {
      window += columns[x]! - (x >= side ? columns[x - side]! : 0);
      if (x + 1 >= side && window > best.value) best = { value: window, x: left + x - (side >> 1), y: y - (side >> 1) };
    }
  }
  return { ...best, value: best.value / Math.max(1, side * side) };
}

/** Steps of the picture: up to a total (share of the limit), a colour. Beyond the limit it is red. */
const steps: readonly (readonly [upTo: number, red: number, green: number, blue: number])[] = [
  [0.02, 255, 255, 255],
  [0.25, 226, 236, 244],
  [0.5, 168, 205, 228],
  [0.7, 108, 168, 205],
  [0.85, 60, 125, 175],
  [0.95, 40, 84, 140],
  [1.005, 226, 170, 40],
];
const tooMuch = [205, 30, 40] as const;

/** RGB samples. `limit` in per cent. */
export function inkMapPicture(sum: Uint16Array, limit: number): Uint8Array {
  const table = new Uint8Array(3 * 65536);
  const full = (limit / 100) * 255;
  for (let value = 0; value < 65536; value++) {
    const step = steps.find(([upTo]) => value <= upTo * full);
    table.set(step ? step.slice(1) : tooMuch, 3 * value);
  }
  const rgb = new Uint8Array(3 * sum.length);
  for (let i = 0; i < sum.length; i++) {
    const from = 3 * sum[i]!;
    rgb[3 * i] = table[from]!;
    rgb[3 * i + 1] = table[from + 1]!;
    rgb[3 * i + 2] = table[from + 2]!;
  }
  return rgb;
}
