/** Gradients of a placed page. Those in process inks pass as they are, others are written anew in process inks. */
import { PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { numbersOf, type PdfFunction } from '../inspect/functions';
import { type MeshCoding, meshCoding, meshRecords } from '../inspect/mesh';
import { functionsOf } from '../inspect/shading';
import type { Inks, Space } from './colours';
import { Refusal } from './refusal';
import { picked, type Target, type Work } from './work';

const keys = ['ShadingType', 'BBox', 'AntiAlias', 'Coords', 'Extend', 'Matrix', 'Domain'];
const meshKeys = ['BitsPerCoordinate', 'BitsPerComponent', 'BitsPerFlag', 'Decode', 'VerticesPerRow'];
/** Steps of a converted gradient: finer than a plate's 256 tones. A field has so many in each direction. */
const steps = 256;
const fieldSteps = 65;

/** Throws Refusal. */
export function cleanedShading(
  shading: PDFObject,
  named: (name: string) => PDFObject | undefined,
  target: Target,
  work: Work,
): PDFDict | PDFRawStream {
  const dict = shading instanceof PDFRawStream ? shading.dict : shading;
  if (!(dict instanceof PDFDict)) throw new Refusal('damaged', 'Shading');
  const space = work.spaces.read(dict.lookup(PDFName.of('ColorSpace')), named);
  const kind = numbersOf(dict.lookup(PDFName.of('ShadingType')))[0] ?? 0;
  const rewriter = new ShadingRewriter(dict, kind, space, target, work);
  if (space.kind === 'rgb' || space.kind === 'lab') work.remarks.add('rgb-converted');
  if (space.kind === 'spot') work.remarks.add('spot-converted');
  if (kind < 4) return rewriter.dictionary();
  if (!(shading instanceof PDFRawStream)) throw new Refusal('damaged', 'Shading');
  return rewriter.mesh(shading);
}

class ShadingRewriter {
  private readonly clean: PDFDict;
  private readonly isPlain: boolean;
  private readonly evaluate: PdfFunction | undefined;

  constructor(
    private readonly dict: PDFDict,
    private readonly kind: number,
    private readonly space: Space,
    private readonly target: Target,
    private readonly work: Work,
  ) {
    this.clean = picked(work.context, dict, kind < 4 ? keys : [...keys, ...meshKeys]);
    const stated = dict.lookup(PDFName.of('Function'));
    this.evaluate = stated && functionsOf(stated, kind === 1 ? 2 : 1, work.tools.inflate);
    if ((stated || kind < 4) && !this.evaluate) throw new Refusal('colour', `Shading ${kind}`);
    const isPrintable = work.settings.colour && target === 'inks' && (space.kind === 'inks' || space.kind === 'grey');
    this.isPlain = isPrintable && !(this.evaluate && this.exceedsLimit(this.evaluate));
    const name =
      this.isPlain && space.kind === 'inks' ? 'DeviceCMYK' : this.isPlain || target === 'mask' ? 'DeviceGray' : 'DeviceCMYK';
    this.clean.set(PDFName.of('ColorSpace'), PDFName.of(name));
    const background = numbersOf(dict.lookup(PDFName.of('Background')));
    if (background.length === space.components)
      this.clean.set(PDFName.of('Background'), work.context.obj([...(this.isPlain ? background : this.written(background))]));
  }

  /** By a line, circles or a function of the place. */
  dictionary(): PDFDict {
    const { work, dict, kind } = this;
    if (this.isPlain) return this.withFunction(dict.get(PDFName.of('Function')));
    const domain = numbersOf(dict.lookup(PDFName.of('Domain')));
    if (kind === 1) return this.withFunction(this.sampled(domain.length === 4 ? domain : [0, 1, 0, 1], fieldSteps));
    if (kind !== 2 && kind !== 3) throw new Refusal('colour', `Shading ${kind}`);
    const [from = 0, to = 1] = domain;
    return this.withFunction(work.context.register(this.sampled([from, to], steps)));
  }

  private withFunction(object: PDFObject | undefined): PDFDict {
    if (object)
      this.clean.set(PDFName.of('Function'), object instanceof PDFRawStream ? this.work.context.register(object) : object);
    return this.clean;
  }

  /** Whether ink would have to be taken back somewhere. */
  private exceedsLimit(evaluate: PdfFunction): boolean {
    const domain = numbersOf(this.dict.lookup(PDFName.of('Domain')));
    const at = (i: number, axis: number) =>
      (domain[2 * axis] ?? 0) + (i / 32) * ((domain[2 * axis + 1] ?? 1) - (domain[2 * axis] ?? 0));
    for (let i = 0; i <= 32; i++)
      for (let j = 0; j <= (this.kind === 1 ? 32 : 0); j++) {
        const inks = this.space.inks(evaluate(this.kind === 1 ? [at(i, 0), at(j, 1)] : [at(i, 0)]));
        if (inks.reduce((sum, ink) => sum + ink, 0) > this.work.settings.inkLimit + 0.005) return true;
      }
    return false;
  }

  /** Values of the written space for values of the shading's own. */
  private written(values: readonly number[]): readonly number[] {
    const [c, m, y, k] = this.work.printable(this.space.inks(values)) as Inks;
    return this.target === 'mask' ? [1 - Math.min(1, k + 0.3 * c + 0.59 * m + 0.11 * y)] : [c, m, y, k];
  }

  /** The function as a table of inks, of one input or two. */
  private sampled(domain: readonly number[], count: number): PDFRawStream {
    const { work } = this;
    const outputs = this.target === 'mask' ? 1 : 4;
    const size = domain.length === 2 ? [count] : [count, count];
    const at = (i: number, axis: number) => domain[2 * axis]! + (i / (count - 1)) * (domain[2 * axis + 1]! - domain[2 * axis]!);
    const samples: number[] = [];
    for (let j = 0; j < (size[1] ?? 1); j++) {
      for (let i = 0; i < count; i++) {
        const values = this.evaluate!(domain.length === 2 ? [at(i, 0)] : [at(i, 0), at(j, 1)]);
        samples.push(...this.written(values).map((value) => Math.round(value * 255)));
      }
    }
    const range = Array.from({ length: 2 * outputs }, (_, i) => i % 2);
    const entries = { FunctionType: 0, Domain: [...domain], Range: range, Size: size, BitsPerSample: 8 };
    return work.packed(work.context.obj(entries), Uint8Array.from(samples));
  }

  /** Corners keep their places; their colours are written anew, unless a function makes them. */
  mesh(stream: PDFRawStream): PDFRawStream {
    const { work, kind, clean } = this;
    const coding = meshCoding(stream, kind);
    const components = this.evaluate ? 1 : this.space.components;
    const records = coding && meshRecords(stream, kind, components, work.tools.inflate);
    if (!coding || !records || coding.decode.length < 4 + 2 * components) throw new Refusal('damaged', 'Shading');
    const out = new BitWriter();
    const keepsColours = this.evaluate !== undefined || this.isPlain;
    for (const { flag, coordinates, colours } of records) {
      if (coding.flagBits > 0) out.put(flag, coding.flagBits);
      for (const value of coordinates) out.put(value, coding.coordinateBits);
      for (const values of colours) {
        if (keepsColours) for (const value of values) out.put(value, coding.colourBits);
        else for (const value of this.written(decoded(values, coding))) out.put(Math.round(value * 255), 8);
      }
      out.align();
    }
    if (this.evaluate)
      clean.set(
        PDFName.of('Function'),
        this.isPlain
          ? this.dict.get(PDFName.of('Function'))!
          : work.context.register(this.sampled(coding.decode.slice(4, 6), steps)),
      );
    if (!keepsColours) {
      const outputs = this.target === 'mask' ? 1 : 4;
      const range = Array.from({ length: 2 * outputs }, (_, i) => i % 2);
      clean.set(PDFName.of('Decode'), work.context.obj([...coding.decode.slice(0, 4), ...range]));
      clean.set(PDFName.of('BitsPerComponent'), work.context.obj(8));
    }
    return work.packed(clean, out.take());
  }
}

function decoded(values: readonly number[], { decode, colourBits }: MeshCoding): readonly number[] {
  const most = 2 ** colourBits - 1;
  return values.map((value, i) => decode[4 + 2 * i]! + (value / most) * (decode[5 + 2 * i]! - decode[4 + 2 * i]!));
}

/** Numbers of up to 32 bits, highest bit first. */
class BitWriter {
  private readonly out: number[] = [];
  private byte = 0;
  private used = 0;

  put(value: number, bits: number): void {
    for (let i = bits - 1; i >= 0; i--) {
      this.byte = 2 * this.byte + (Math.floor(value / 2 ** i) & 1);
      if (++this.used === 8) this.flush();
    }
  }

  align(): void {
    while (this.used > 0) this.put(0, 1);
  }

  private flush(): void {
    this.out.push(this.byte);
    this.byte = this.used = 0;
  }

  take(): Uint8Array {
    return Uint8Array.from(this.out);
  }
}
