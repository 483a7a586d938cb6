/** Colour spaces (ISO 32000-1 §8.6) as a plate room sees them: which plates they print on, and how much. */
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from 'pdf-lib';
import { decodeStream, type Inflate } from './filters';
import { numbersOf, readFunction } from './functions';

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
  /** Values with their own ranges → inks 0–1 in the order of `plates`. RGB and Lab are told by a plain rule of thumb. */
  readonly inks: (values: ArrayLike<number>, out: Float64Array) => void;
  /** Ranges of the values in a picture's Decode array when it has none. */
  readonly decode: (bits: number) => readonly number[];
  /** Process inks that stand for the full tone of each spot plate, by its name. */
  readonly equivalents: ReadonlyMap<string, readonly number[]>;
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

const rgb: ColourSpace = {
  ...cmyk,
  family: 'rgb',
  name: 'DeviceRGB',
  components: 3,
  inks: (values, out) => {
    const light = [clamped(values[0]), clamped(values[1]), clamped(values[2])];
    const key = 1 - Math.max(...light);
    for (let i = 0; i < 3; i++) out[i] = 1 - light[i]! - key;
    out[3] = key;
  },
  decode: unit(3),
};

/** Lightness alone: enough to see where something stands. */
const lab: ColourSpace = {
  ...cmyk,
  family: 'lab',
  name: 'Lab',
  managed: true,
  components: 3,
  inks: (values, out) => {
    out.fill(0, 0, 3);
    out[3] = 1 - clamped((values[0] ?? 0) / 100);
  },
  decode: () => [0, 100, -100, 100, -100, 100],
};

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
export const deviceSpaces = { cmyk, grey, rgb, pattern } as const;

const byName: Readonly<Record<string, ColourSpace>> = {
  DeviceCMYK: cmyk,
  CMYK: cmyk,
  DeviceGray: grey,
  G: grey,
  DeviceRGB: rgb,
  RGB: rgb,
  Pattern: pattern,
};

const mostDepth = 6;
const mostColorants = 32;

/** @param named looks a name up in the page's resources */
export function readColourSpace(
  object: PDFObject | undefined,
  named: (name: string) => PDFObject | undefined,
  inflate: Inflate,
  depth = 0,
): ColourSpace {
  if (depth > mostDepth) return unknownSpace;
  const base = (inner: PDFObject | undefined) => readColourSpace(inner, named, inflate, depth + 1);
  if (object instanceof PDFName) {
    const name = object.decodeText();
    const device = byName[name];
    if (device) return device;
    const resource = named(name);
    return resource === undefined || resource === object ? { ...unknownSpace, name } : base(resource);
  }
  if (!(object instanceof PDFArray) || object.size() === 0) return unknownSpace;
  const [kind, ...rest] = object.asArray().map((_, i) => object.lookup(i));
  const word = kind instanceof PDFName ? kind.decodeText() : '';
  switch (word) {
    case 'ICCBased':
      return iccBased(rest[0], base);
    case 'CalGray':
      return { ...grey, name: word, managed: true };
    case 'CalRGB':
      return { ...rgb, name: word, managed: true };
    case 'Lab':
      return lab;
    case 'Indexed':
    case 'I':
      return indexed(base(rest[0]), rest, inflate);
    case 'Separation':
      return plates([nameOf(rest[0])], base(rest[1]), rest[2], inflate);
    case 'DeviceN':
      return plates(rest[0] instanceof PDFArray ? rest[0].asArray().map(nameOf) : [], base(rest[1]), rest[2], inflate);
    case 'Pattern':
      return rest[0] ? { ...base(rest[0]), family: 'pattern', name: word } : pattern;
    default:
      return byName[word] ?? unknownSpace;
  }
}

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

function iccBased(stream: PDFObject | undefined, base: (inner: PDFObject | undefined) => ColourSpace): ColourSpace {
  if (!(stream instanceof PDFRawStream)) return unknownSpace;
  const count = numbersOf(stream.dict.lookup(PDFName.of('N')))[0];
  const alternate = stream.dict.lookup(PDFName.of('Alternate'));
  const space = { 1: grey, 3: rgb, 4: cmyk }[count ?? 0] ?? (alternate ? base(alternate) : unknownSpace);
  return { ...space, name: `ICCBased(${count ?? '?'})`, managed: true };
}

function indexed(base: ColourSpace, [, last, table]: readonly (PDFObject | undefined)[], inflate: Inflate): ColourSpace {
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
function plates(
  colorants: readonly string[],
  alternate: ColourSpace,
  tint: PDFObject | undefined,
  inflate: Inflate,
): ColourSpace {
  const names = colorants.slice(0, mostColorants);
  const printed = names.map((name, from) => ({ name, from })).filter(({ name }) => name !== 'None' && name !== '');
  const spots = printed.filter(({ name }) => !(processPlates as readonly string[]).includes(name) && name !== everyPlate);
  const full = names.length === 1 ? readFunction(tint, inflate)?.(1) : undefined;
  const equivalent = new Float64Array(Math.max(4, alternate.plates.length));
  if (full) alternate.inks(full, equivalent);
  const stands = full && alternate.plates === processPlates ? [...equivalent.subarray(0, 4)] : [0, 0, 0, 0.6];
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
    equivalents: new Map(spots.map(({ name }) => [name, stands])),
  };
}

/** Entries of a resource dictionary's category. */
export function resource(resources: PDFDict | undefined, category: string, name: string): PDFObject | undefined {
  const entries = resources?.lookup(PDFName.of(category));
  return entries instanceof PDFDict ? entries.lookup(PDFName.of(name)) : undefined;
}
