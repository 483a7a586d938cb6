/** Colour spaces (ISO 32000-1 §8.6) as a plate room sees them: which plates they print on, and how much. */
import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from 'pdf-lib';
import { decodeStream, type Inflate } from './filters';
import { numbersOf, readFunctionOf } from './functions';

export const processPlates = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const;
/** Prints on every plate. */
export const everyPlate = 'All';

export type Family = 'cmyk' | 'grey' | 'rgb' | 'lab' | 'plate' | 'plates' | 'pattern' | 'unknown';

export interface ColourSpace {
  readonly family: Family;
  /** As the file names it, for findings: `DeviceRGB`, `ICCBased(3)`, `Separation(专色红)`. */
  readonly name: string;
  /** An ICC profile or a calibrated space stands between the values and the plates. */
  readonly managed: boolean;
  readonly components: number;
  /** Plates that it writes; `Cyan` … `Black` together for process colour. */
  readonly plates: readonly string[];
  /** Values with their own ranges → inks 0–1 in the order of `plates`. */
  readonly inks: (values: ArrayLike<number>, out: Float64Array) => void;
  /** Ranges of the values in a picture's Decode array when it has none. */
  readonly decode: (bits: number) => readonly number[];
  /** Process inks that stand for the full tone of each spot plate, by its name. */
  readonly equivalents: ReadonlyMap<string, readonly number[]>;
  /** Of a pattern space: the space of the colour that an uncoloured pattern is painted in. */
  readonly under?: ColourSpace;
}

const clamped = (value: number | undefined): number => Math.min(1, Math.max(0, value ?? 0));
const unit = (components: number) => (): readonly number[] => Array.from({ length: 2 * components }, (_, i) => i % 2);
const noEquivalents: ReadonlyMap<string, readonly number[]> = new Map();

const cmyk: ColourSpace = {
  family: 'cmyk',
  name: 'DeviceCMYK',
  managed: false,
  components: 4,
  plates: processPlates,
  inks: (values, out) => {
    for (let i = 0; i < 4; i++) out[i] = clamped(values[i]);
  },
  decode: unit(4),
  equivalents: noEquivalents,
};

const grey: ColourSpace = {
  ...cmyk,
  family: 'grey',
  name: 'DeviceGray',
  components: 1,
  inks: (values, out) => {
    out.fill(0, 0, 3);
    out[3] = 1 - clamped(values[0]);
  },
  decode: unit(1),
};

/** RGB 0–1 → C, M, Y, K 0–1. */
export type Separate = (red: number, green: number, blue: number, out: Float64Array) => void;

/** Without a profile (ISO 32000-1 §10.3.4), with all of the grey in black: what soft masks and blends reckon with. */
export const plainSeparation: Separate = (red, green, blue, out) => {
  const key = 1 - Math.max(red, green, blue);
  out[0] = 1 - red - key;
  out[1] = 1 - green - key;
  out[2] = 1 - blue - key;
  out[3] = key;
};

/** Lightness of inks 0–1 (ISO 32000-1 §11.5.3, §10.3.3). */
export const lightness = (c: number, m: number, y: number, k: number): number =>
  Math.max(0, 1 - (0.3 * c + 0.59 * m + 0.11 * y + k));

export function rgbSpace(separate: Separate): ColourSpace {
  return {
    ...cmyk,
    family: 'rgb',
    name: 'DeviceRGB',
    components: 3,
    inks: (values, out) => separate(clamped(values[0]), clamped(values[1]), clamped(values[2]), out),
    decode: unit(3),
  };
}

export function labSpace(dict: PDFObject | undefined, separate: Separate): ColourSpace {
  const entries = (key: string) => (dict instanceof PDFDict ? numbersOf(dict.lookup(PDFName.of(key))) : []);
  const range = entries('Range').length === 4 ? entries('Range') : [-100, 100, -100, 100];
  return {
    ...cmyk,
    family: 'lab',
    name: 'Lab',
    managed: true,
    components: 3,
    inks: (values, out) => separate(...rgbOfLab(values[0] ?? 0, values[1] ?? 0, values[2] ?? 0), out),
    decode: () => [0, 100, ...range],
  };
}

/** CIE L*a*b* (D50) → sRGB 0–1, by the matrix adapted to D50. */
function rgbOfLab(light: number, a: number, b: number): [number, number, number] {
  const y = (light + 16) / 116;
  const linear = (t: number) => (t > 6 / 29 ? t ** 3 : (108 / 841) * (t - 4 / 29));
  const [x, z] = [0.9642 * linear(y + a / 500), 0.8249 * linear(y - b / 200)];
  const coded = (value: number) => clamped(value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
  const luminance = linear(y);
  return [
    coded(3.1339 * x - 1.6169 * luminance - 0.4906 * z),
    coded(-0.9788 * x + 1.9161 * luminance + 0.0335 * z),
    coded(0.0719 * x - 0.229 * luminance + 1.4052 * z),
  ];
}

const pattern: ColourSpace = {
  ...cmyk,
  family: 'pattern',
  name: 'Pattern',
  components: 0,
  plates: [],
  inks: () => {},
  decode: () => [],
};

export const unknownSpace: ColourSpace = { ...pattern, family: 'unknown', name: 'unknown' };
export const deviceSpaces = { cmyk, grey, pattern } as const;

const mostColorants = 32;

/** Names carry UTF-8 (§7.3.5). */
export function nameOf(object: PDFObject | undefined): string {
  if (!(object instanceof PDFName)) return '';
  const text = object.decodeText();
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);
  if (![...text].every((character) => character.charCodeAt(0) < 256)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

export function indexedSpace(
  base: ColourSpace,
  [, last, table]: readonly (PDFObject | undefined)[],
  inflate: Inflate,
): ColourSpace {
  const most = Math.min(255, numbersOf(last)[0] ?? 0);
  const bytes = table instanceof PDFRawStream ? decodeStream(table, inflate).bytes : stringBytes(table);
  const ranges = base.decode(8);
  const entry = new Float64Array(base.components);
  return {
    ...base,
    name: `Indexed(${base.name})`,
    components: 1,
    inks: (values, out) => {
      const index = Math.min(most, Math.max(0, Math.round(values[0] ?? 0)));
      for (let i = 0; i < base.components; i++) {
        const [low, high] = [ranges[2 * i]!, ranges[2 * i + 1]!];
        entry[i] = low + ((bytes[index * base.components + i] ?? 0) / 255) * (high - low);
      }
      base.inks(entry, out);
    },
    decode: (bits) => [0, 2 ** bits - 1],
  };
}

function stringBytes(object: PDFObject | undefined): Uint8Array {
  return object instanceof PDFString || object instanceof PDFHexString ? object.asBytes() : new Uint8Array();
}

/** Separation and DeviceN. `None` prints nowhere; a space of nothing else is no plate. */
export function platesSpace(
  colorants: readonly string[],
  alternate: ColourSpace,
  tint: PDFObject | undefined,
  inflate: Inflate,
): ColourSpace {
  const names = colorants.slice(0, mostColorants);
  const printed = names.map((name, from) => ({ name, from })).filter(({ name }) => name !== 'None' && name !== '');
  const spots = printed.filter(({ name }) => !(processPlates as readonly string[]).includes(name) && name !== everyPlate);
  const evaluate = readFunctionOf(tint, names.length, inflate);
  const equivalent = (name: string): readonly number[] => {
    const full = evaluate?.(names.map((other) => (other === name ? 1 : 0)));
    if (!full || alternate.plates !== processPlates) return [0, 0, 0, 0.6];
    const inks = new Float64Array(4);
    alternate.inks(full, inks);
    return [...inks];
  };
  return {
    family: names.length === 1 ? 'plate' : 'plates',
    name: `${names.length === 1 ? 'Separation' : 'DeviceN'}(${names.join(' ')})`,
    managed: false,
    components: names.length,
    plates: printed.map(({ name }) => name),
    inks: (values, out) => {
      for (const [i, { from }] of printed.entries()) out[i] = clamped(values[from]);
    },
    decode: unit(names.length),
    equivalents: new Map(spots.map(({ name }) => [name, equivalent(name)])),
  };
}

/** Entries of a resource dictionary's category. */
export function resource(resources: PDFDict | undefined, category: string, name: string): PDFObject | undefined {
  const entries = resources?.lookup(PDFName.of(category));
  return entries instanceof PDFDict ? entries.lookup(PDFName.of(name)) : undefined;
}
