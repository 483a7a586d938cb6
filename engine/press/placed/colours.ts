/** Colour spaces of a placed page as a way to process inks. Throws Refusal for what has none. */
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from 'pdf-lib';
import { nameOf, processPlates } from '../inspect/colour-space';
import { decodeStream } from '../inspect/filters';
import { numbersOf, readFunction, readFunctionOf } from '../inspect/functions';
import { Refusal } from './refusal';
import type { PlaceTools } from './types';

/** C, M, Y, K, 0–1. */
export type Inks = readonly [number, number, number, number];

export interface Space {
  /** `inks` and `grey` need no conversion. */
  readonly kind: 'inks' | 'grey' | 'rgb' | 'lab' | 'indexed' | 'spot';
  readonly components: number;
  /** Of a picture's samples without Decode array. */
  readonly ranges: (bits: number) => readonly number[];
  readonly inks: (values: ArrayLike<number>) => Inks;
  readonly initial: readonly number[];
  /** The RGB space's own. */
  readonly profile?: Uint8Array;
}

const unit = (components: number) => (): readonly number[] => Array.from({ length: 2 * components }, (_, i) => i % 2);
const clamped = (value: number | undefined): number => Math.min(1, Math.max(0, value ?? 0));
const mostDepth = 6;
/** Differences between channels below this, of 255 steps, are a grey: type and rules go to black ink alone. */
const neutral = 4;

export const inkSpace: Space = {
  kind: 'inks',
  components: 4,
  ranges: unit(4),
  inks: (v) => [clamped(v[0]), clamped(v[1]), clamped(v[2]), clamped(v[3])],
  initial: [0, 0, 0, 1],
};

export const greySpace: Space = {
  kind: 'grey',
  components: 1,
  ranges: unit(1),
  inks: (v) => [0, 0, 0, 1 - clamped(v[0])],
  initial: [0],
};

/** Reads colour spaces and keeps the colours that it converted. */
export class Spaces {
  private readonly converted = new Map<string, Inks>();
  readonly rgb: Space;

  constructor(private readonly tools: PlaceTools) {
    this.rgb = this.rgbSpace(undefined);
  }

  /** @param named looks a name up in the resources */
  read(object: PDFObject | undefined, named: (name: string) => PDFObject | undefined, depth = 0): Space {
    if (depth > mostDepth) throw new Refusal('colour', 'nested');
    const base = (inner: PDFObject | undefined) => this.read(inner, named, depth + 1);
    if (object instanceof PDFName) return this.device(object.decodeText()) ?? base(this.lookedUp(object, named));
    if (!(object instanceof PDFArray) || object.size() === 0) throw new Refusal('colour', object?.toString().slice(0, 40) ?? '?');
    const [kind, ...rest] = object.asArray().map((_, i) => object.lookup(i));
    const word = kind instanceof PDFName ? kind.decodeText() : '';
    switch (word) {
      case 'ICCBased':
        return this.iccBased(rest[0], base);
      case 'CalGray':
        return greySpace;
      case 'CalRGB':
        return this.rgb;
      case 'Lab':
        return this.labSpace(rest[0]);
      case 'Indexed':
      case 'I':
        return this.indexed(base(rest[0]), rest);
      case 'Separation':
        return this.separation(nameOf(rest[0]), () => base(rest[1]), rest[2]);
      case 'DeviceN':
        return this.deviceN(rest[0], () => base(rest[1]), rest[2]);
      default:
        return this.device(word) ?? fail(word);
    }
  }

  private device(name: string): Space | undefined {
    if (name === 'DeviceCMYK' || name === 'CMYK') return inkSpace;
    if (name === 'DeviceGray' || name === 'G' || name === 'CalGray') return greySpace;
    return name === 'DeviceRGB' || name === 'RGB' || name === 'CalRGB' ? this.rgb : undefined;
  }

  private lookedUp(name: PDFName, named: (name: string) => PDFObject | undefined): PDFObject {
    const found = named(name.decodeText());
    return found === undefined || found === name ? fail(name.decodeText()) : found;
  }

  private iccBased(stream: PDFObject | undefined, base: (inner: PDFObject | undefined) => Space): Space {
    if (!(stream instanceof PDFRawStream)) return fail('ICCBased');
    const count = numbersOf(stream.dict.lookup(PDFName.of('N')))[0];
    if (count === 1) return greySpace;
    if (count === 4) return inkSpace;
    const alternate = stream.dict.lookup(PDFName.of('Alternate'));
    if (count !== 3) return alternate ? base(alternate) : fail('ICCBased');
    return this.rgbSpace(decodeStream(stream, this.tools.inflate).bytes);
  }

  private rgbSpace(profile: Uint8Array | undefined): Space {
    const inks = (v: ArrayLike<number>): Inks => {
      const rgb = Uint8Array.of(...[0, 1, 2].map((i) => Math.round(255 * clamped(v[i]))));
      const [most, least] = [Math.max(...rgb), Math.min(...rgb)];
      if (most - least < neutral) return [0, 0, 0, 1 - (most + least) / 510];
      return this.kept(`rgb ${profile?.length} ${rgb}`, () => this.tools.rgbToInks(rgb, profile));
    };
    return { kind: 'rgb', components: 3, ranges: unit(3), inks, initial: [0, 0, 0], profile };
  }

  private labSpace(dict: PDFObject | undefined): Space {
    const stated = dict instanceof PDFDict ? numbersOf(dict.lookup(PDFName.of('Range'))) : [];
    const range = stated.length === 4 ? stated : [-100, 100, -100, 100];
    const inks = ([l = 0, a = 0, b = 0]: ArrayLike<number> & Iterable<number>): Inks => {
      const byte = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
      const lab = Uint8Array.of(byte(l * 2.55), byte(a + 128), byte(b + 128));
      return this.kept(`lab ${lab}`, () => this.tools.labToInks(lab));
    };
    return {
      kind: 'lab',
      components: 3,
      ranges: () => [0, 100, ...range],
      inks: (v) => inks(Array.from(v)),
      initial: [0, 0, 0],
    };
  }

  private kept(key: string, convert: () => Uint8Array): Inks {
    let inks = this.converted.get(key);
    if (!inks) {
      const [c = 0, m = 0, y = 0, k = 0] = convert();
      inks = [c / 255, m / 255, y / 255, k / 255];
      this.converted.set(key, inks);
    }
    return inks;
  }

  private indexed(base: Space, [, last, table]: readonly (PDFObject | undefined)[]): Space {
    const most = Math.min(255, Math.max(0, numbersOf(last)[0] ?? 0));
    const bytes = table instanceof PDFRawStream ? decodeStream(table, this.tools.inflate).bytes : stringBytes(table);
    const ranges = base.ranges(8);
    const entry = (index: number): Inks => {
      const values = Array.from({ length: base.components }, (_, i) => {
        const share = (bytes[index * base.components + i] ?? 0) / 255;
        return ranges[2 * i]! + share * (ranges[2 * i + 1]! - ranges[2 * i]!);
      });
      return base.inks(values);
    };
    const entries = Array.from({ length: most + 1 }, (_, index) => entry(index));
    const inks = (v: ArrayLike<number>): Inks => entries[Math.min(most, Math.max(0, Math.round(v[0] ?? 0)))]!;
    return { kind: 'indexed', components: 1, ranges: (bits) => [0, 2 ** bits - 1], inks, initial: [0] };
  }

  /** A spot plate costs the paper money, so a placed page has none: its process equivalent prints instead. */
  private separation(name: string, alternate: () => Space, tint: PDFObject | undefined): Space {
    if (name === 'All') throw new Refusal('registration');
    const plate = (processPlates as readonly string[]).indexOf(name);
    if (plate >= 0 || name === 'None') return processInks([plate]);
    const evaluate = readFunction(tint, this.tools.inflate);
    if (!evaluate) throw new Refusal('colour', `Separation ${name}`);
    const base = alternate();
    return { kind: 'spot', components: 1, ranges: unit(1), inks: (v) => base.inks(evaluate(clamped(v[0]))), initial: [1] };
  }

  /** The tint of a process colorant is its ink; with others among them their equivalent prints. */
  private deviceN(names: PDFObject | undefined, alternate: () => Space, tint: PDFObject | undefined): Space {
    const colorants = names instanceof PDFArray ? names.asArray().map((_, i) => nameOf(names.lookup(i))) : [];
    const plates = colorants.map((name) => (processPlates as readonly string[]).indexOf(name));
    if (colorants.includes('All')) throw new Refusal('registration');
    if (colorants.length > 0 && colorants.every((name, i) => plates[i]! >= 0 || name === 'None')) return processInks(plates);
    const evaluate = readFunctionOf(tint, colorants.length, this.tools.inflate);
    if (!evaluate) return fail(`DeviceN ${colorants.join(' ')}`);
    const base = alternate();
    const components = colorants.length;
    const inks = (v: ArrayLike<number>): Inks => base.inks(evaluate(Array.from({ length: components }, (_, i) => clamped(v[i]))));
    return { kind: 'spot', components, ranges: unit(components), inks, initial: colorants.map(() => 1) };
  }
}

function processInks(plates: readonly number[]): Space {
  const inks = (v: ArrayLike<number>): Inks => {
    const out: [number, number, number, number] = [0, 0, 0, 0];
    for (const [i, plate] of plates.entries()) if (plate >= 0) out[plate] = clamped(v[i]);
    return out;
  };
  return { kind: 'spot', components: plates.length, ranges: unit(plates.length), inks, initial: plates.map(() => 1) };
}

function stringBytes(object: PDFObject | undefined): Uint8Array {
  return object instanceof PDFString || object instanceof PDFHexString ? object.asBytes() : new Uint8Array();
}

function fail(space: string): never {
  throw new Refusal('colour', space.slice(0, 60));
}
