/** Pictures inside a placed page: what prints in process inks passes as it is, everything else is converted. */
import { PDFArray, type PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { largest } from '../image-header';
import { isNeutral, limitInk } from '../ink';
import { type Decoded, decodeStream } from '../inspect/filters';
import { numbersOf } from '../inspect/functions';
import { unpacked } from '../raster/picture-samples';
import { inkSpace, type Space } from './colours';
import { Refusal } from './refusal';
import type { Target, Work } from './work';

const stencilKeys = ['Type', 'Subtype', 'Width', 'Height', 'BitsPerComponent', 'ImageMask', 'Decode', 'Interpolate'];
const pictureKeys = ['Type', 'Subtype', 'Width', 'Height', 'BitsPerComponent', 'Decode', 'Interpolate'];
const inverted = [1, 0, 1, 0, 1, 0, 1, 0];

/** Of one component. */
const mostBits = 800_000_000;

type Named = (name: string) => PDFObject | undefined;

/** Throws Refusal. */
export function cleanedPicture(stream: PDFRawStream, named: Named, target: Target, work: Work): PDFRawStream {
  const at = (key: string) => stream.dict.lookup(PDFName.of(key));
  if (at('ImageMask')?.toString() === 'true') return work.cleaned(stream, stencilKeys);
  const soft = at('SMask');
  const samples = new Samples(stream, named, work);
  if (soft instanceof PDFRawStream) samples.takeMatte(soft);
  const clean = samples.converted(target);
  if (soft instanceof PDFRawStream) {
    if (work.transparency === 'refused' && !new Samples(soft, named, work).isFull()) throw new Refusal('transparency');
    if (work.transparency === 'kept')
      clean.dict.set(
        PDFName.of('SMask'),
        work.once(soft, () => new Samples(soft, named, work).converted('mask')),
      );
  }
  const mask = at('Mask');
  if (mask instanceof PDFRawStream)
    clean.dict.set(
      PDFName.of('Mask'),
      work.once(mask, () => work.cleaned(mask, stencilKeys)),
    );
  else if (mask instanceof PDFArray) clean.dict.set(PDFName.of('Mask'), work.context.register(samples.keyed(numbersOf(mask))));
  return clean;
}

class Samples {
  readonly width: number;
  readonly height: number;
  private readonly bits: number;
  private readonly space: Space;
  private readonly decode: readonly number[];
  private readonly isStatedDecode: boolean;
  private values: Uint8Array | Uint16Array | undefined;
  private readBits = 8;
  private isChanged = false;

  constructor(
    private readonly stream: PDFRawStream,
    named: Named,
    private readonly work: Work,
  ) {
    const number = (key: string) => numbersOf(this.stream.dict.lookup(PDFName.of(key)))[0] ?? 0;
    this.width = number('Width');
    this.height = number('Height');
    const side = Math.max(this.width, this.height);
    if (this.width < 1 || this.height < 1) throw new Refusal('damaged');
    if (side > largest.side || this.width * this.height > largest.pixels) throw new Refusal('too-much');
    this.bits = number('BitsPerComponent') || 8;
    const space = stream.dict.lookup(PDFName.of('ColorSpace'));
    if (this.width * this.height * this.bits > mostBits) throw new Refusal('too-much');
    this.space = space === undefined ? this.spaceInside() : work.spaces.read(space, named);
    const stated = numbersOf(stream.dict.lookup(PDFName.of('Decode')));
    const own = this.space.ranges(this.bits);
    this.isStatedDecode = stated.length === own.length && stated.some((value, i) => value !== own[i]);
    this.decode = this.isStatedDecode ? stated : own;
  }

  private decoded: Decoded | undefined;

  private get coding(): Decoded {
    this.decoded ??= decodeStream(this.stream, this.work.tools.inflate);
    return this.decoded;
  }

  /** JPEG 2000 says inside what its samples are. */
  private spaceInside(): Space {
    const raw = this.raw();
    if (raw.channels >= 4) return inkSpace;
    return raw.channels === 3 ? this.work.spaces.rgb : this.work.spaces.read(PDFName.of('DeviceGray'), () => undefined);
  }

  /** Takes a colour out again that the samples were mixed with beforehand, by their mask (ISO 32000-1 §11.6.5.3). */
  takeMatte(soft: PDFRawStream): void {
    const matte = numbersOf(soft.dict.lookup(PDFName.of('Matte')));
    if (matte.length !== this.space.components) return;
    const mask = new Samples(soft, () => undefined, this.work);
    if (mask.width !== this.width || mask.height !== this.height) throw new Refusal('picture', 'Matte');
    const [values, shape] = [this.samples().slice(), mask.samples()];
    const [most, mostOfMask] = [2 ** this.readBits - 1, 2 ** mask.readBits - 1];
    for (let p = 0; p < this.width * this.height; p++) {
      const alpha = (shape[p] ?? 0) / mostOfMask;
      if (alpha === 0) continue;
      for (let i = 0; i < matte.length; i++) {
        const ground = matte[i]! * most;
        const at = p * matte.length + i;
        values[at] = Math.min(most, Math.max(0, ground + ((values[at] ?? 0) - ground) / alpha));
      }
    }
    this.values = values;
    this.isChanged = true;
  }

  /** Of a soft mask: it hides nothing. */
  isFull(): boolean {
    const [low = 0, high = 1] = this.decode;
    const values = this.samples();
    const full = high > low ? 2 ** this.readBits - 1 : 0;
    return Math.max(low, high) >= 1 && values.every((value: number) => value === full);
  }

  converted(target: Target): PDFRawStream {
    const { work, space } = this;
    const wanted = target === 'mask' || !work.settings.colour ? 'grey' : 'inks';
    if (space.kind === 'grey') return this.isChanged ? this.changedGrey() : this.asItIs('DeviceGray');
    const inks = this.inks();
    if (wanted === 'grey') return this.flat(target === 'mask' ? lightness(inks) : work.tools.inksToGrey(inks), 'DeviceGray');
    const limited = limitInk(inks, work.settings.inkLimit) > 0;
    if (limited) work.remarks.add('page-ink-limited');
    if (space.kind === 'inks' && !limited && !this.isChanged) return this.asItIs('DeviceCMYK');
    if (space.kind === 'rgb' || space.kind === 'lab') work.remarks.add('rgb-converted');
    if (space.kind === 'spot') work.remarks.add('spot-converted');
    return this.coded(inks);
  }

  private changedGrey(): PDFRawStream {
    const inks = this.inks();
    return this.flat(
      Uint8Array.from({ length: inks.length / 4 }, (_, i) => 255 - inks[4 * i + 3]!),
      'DeviceGray',
    );
  }

  /** Printable already: the coded bytes pass. */
  private asItIs(space: string): PDFRawStream {
    if (this.coding.rest === 'JPXDecode')
      return space === 'DeviceGray' ? this.flat(this.raw().samples, space) : this.coded(this.inks());
    const clean = this.work.cleaned(this.stream, pictureKeys, { ColorSpace: PDFName.of(space) });
    if (!this.isStatedDecode) clean.dict.delete(PDFName.of('Decode'));
    return clean;
  }

  private coded(inks: Uint8Array): PDFRawStream {
    const { rest } = this.coding;
    if (rest !== 'DCTDecode' && rest !== 'JPXDecode') return this.flat(inks, 'DeviceCMYK');
    const dict = this.dictionary('DeviceCMYK');
    dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
    dict.set(PDFName.of('Decode'), this.work.context.obj(inverted));
    return PDFRawStream.of(dict, this.work.tools.encodeInks(inks, this.width, this.height));
  }

  private flat(samples: Uint8Array, space: string): PDFRawStream {
    return this.work.packed(this.dictionary(space), samples);
  }

  private dictionary(space: string): PDFDict {
    const { width, height } = this;
    const entries = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8, ColorSpace: space };
    return this.work.context.obj(entries);
  }

  /** Process inks of all pixels, 8 bits. */
  private inks(): Uint8Array {
    const values = this.samples();
    const { space, decode } = this;
    const most = 2 ** this.readBits - 1;
    const pixels = this.width * this.height;
    if (space.kind === 'rgb' && this.readBits === 8 && !this.isStatedDecode) {
      return this.fromRgb(values as Uint8Array);
    }
    const out = new Uint8Array(4 * pixels);
    const entry = new Array<number>(space.components).fill(0);
    for (let p = 0; p < pixels; p++) {
      for (let i = 0; i < space.components; i++) {
        const value = values[p * space.components + i] ?? 0;
        entry[i] = decode[2 * i]! + (value / most) * (decode[2 * i + 1]! - decode[2 * i]!);
      }
      const [c, m, y, k] = space.inks(entry);
      out[4 * p] = c * 255 + 0.5;
      out[4 * p + 1] = m * 255 + 0.5;
      out[4 * p + 2] = y * 255 + 0.5;
      out[4 * p + 3] = k * 255 + 0.5;
    }
    return out;
  }

  private fromRgb(rgb: Uint8Array): Uint8Array {
    const { tools } = this.work;
    if (!isNeutral(rgb)) return tools.rgbToInks(rgb, this.space.profile);
    const inks = new Uint8Array((rgb.length / 3) * 4);
    for (let i = 0; 3 * i < rgb.length; i++) inks[4 * i + 3] = 255 - rgb[3 * i + 1]!;
    return inks;
  }

  private raw() {
    const coded = this.coding;
    const raw = coded.rest === '' ? undefined : this.work.tools.decodeFormat(coded, this);
    if (!raw || raw.width !== this.width || raw.height !== this.height) throw new Refusal('picture', coded.rest);
    return raw;
  }

  private samples(): Uint8Array | Uint16Array {
    if (this.values) return this.values;
    const { bytes, rest } = this.coding;
    const { components } = this.space;
    if (rest === '') {
      if (![1, 2, 4, 8, 16].includes(this.bits)) throw new Refusal('damaged');
      this.readBits = this.bits;
      this.values = unpacked(bytes, this.width * components, this.height, this.bits);
      return this.values;
    }
    const raw = this.raw();
    if (raw.channels !== components) throw new Refusal('picture', `${rest} ${raw.channels}`);
    this.values = raw.samples;
    return this.values;
  }

  /** Colour-key masking as a stencil, since the key's colours are converted: 1 hides (ISO 32000-1 §8.9.6.3). */
  keyed(ranges: readonly number[]): PDFRawStream {
    const values = this.samples();
    const { components } = this.space;
    const row = (this.width + 7) >> 3;
    const stencil = new Uint8Array(row * this.height);
    for (let p = 0; p < this.width * this.height; p++) {
      let hidden = ranges.length === 2 * components;
      for (let i = 0; i < components && hidden; i++) {
        const value = values[p * components + i] ?? 0;
        hidden = value >= ranges[2 * i]! && value <= ranges[2 * i + 1]!;
      }
      const x = p % this.width;
      if (hidden) stencil[Math.floor(p / this.width) * row + (x >> 3)]! |= 0x80 >> (x & 7);
    }
    const { width: Width, height: Height } = this;
    const dict = this.work.context.obj({
      Type: 'XObject',
      Subtype: 'Image',
      Width,
      Height,
      ImageMask: true,
      BitsPerComponent: 1,
    });
    return this.work.packed(dict, stencil);
  }
}

/** What a soft mask takes for opacity. */
function lightness(inks: Uint8Array): Uint8Array {
  const out = new Uint8Array(inks.length / 4);
  for (let i = 0; i < out.length; i++) {
    const colour = 0.3 * inks[4 * i]! + 0.59 * inks[4 * i + 1]! + 0.11 * inks[4 * i + 2]!;
    out[i] = Math.max(0, 255 - colour - inks[4 * i + 3]!);
  }
  return out;
}
