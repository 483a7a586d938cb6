/** Functions given by a table of samples (ISO 32000-1 §7.10.2), interpolated straight between them. */
import { PDFName, type PDFRawStream } from 'pdf-lib';
import { decodeStream, type Inflate } from './filters';
import { numbersOf, type PdfFunction } from './functions';

const mostInputs = 6;
const mostOutputs = 32;
const mostSamples = 1 << 24;

/** Undefined when the table is damaged. */
export function readSampled(stream: PDFRawStream, inputs: number, inflate: Inflate): PdfFunction | undefined {
  const list = (key: string) => numbersOf(stream.dict.lookup(PDFName.of(key)));
  const [size, range, domain, bits = 8] = [list('Size'), list('Range'), list('Domain'), list('BitsPerSample')[0]];
  const outputs = range.length / 2;
  if (size.length !== inputs || inputs > mostInputs || outputs < 1 || outputs > mostOutputs) return undefined;
  if (![1, 2, 4, 8, 12, 16, 24, 32].includes(bits) || size.some((count) => !Number.isInteger(count) || count < 1))
    return undefined;
  const count = size.reduce((product, each) => product * each, outputs);
  if (count > mostSamples) return undefined;
  const samples = unpackedSamples(decodeStream(stream, inflate).bytes, count, bits);
  const encode = list('Encode').length === 2 * inputs ? list('Encode') : size.flatMap((each) => [0, each - 1]);
  const decode = list('Decode').length === range.length ? list('Decode') : range;
  const corners = 2 ** inputs;
  return (values) => {
    const at = size.map((each, i) => {
      const [low, high] = [domain[2 * i] ?? 0, domain[2 * i + 1] ?? 1];
      const share = high > low ? ((values[i] ?? 0) - low) / (high - low) : 0;
      return Math.min(each - 1, Math.max(0, encode[2 * i]! + share * (encode[2 * i + 1]! - encode[2 * i]!)));
    });
    const out = new Array<number>(outputs).fill(0);
    for (let corner = 0; corner < corners; corner++) {
      let [weight, index, stride] = [1, 0, 1];
      for (let i = 0; i < inputs; i++) {
        const floor = Math.min(Math.floor(at[i]!), Math.max(0, size[i]! - 2));
        const upper = (corner >> i) & 1;
        weight *= upper ? at[i]! - floor : 1 - (at[i]! - floor);
        index += stride * Math.min(size[i]! - 1, floor + upper);
        stride *= size[i]!;
      }
      if (weight > 0) for (let k = 0; k < outputs; k++) out[k]! += weight * samples[index * outputs + k]!;
    }
    return out.map((value, k) => {
      const share = decode[2 * k]! + value * (decode[2 * k + 1]! - decode[2 * k]!);
      return Math.min(range[2 * k + 1]!, Math.max(range[2 * k]!, share));
    });
  };
}

/** Samples as shares 0–1; missing ones are 0. */
function unpackedSamples(bytes: Uint8Array, count: number, bits: number): Float32Array {
  const out = new Float32Array(count);
  const most = 2 ** bits - 1;
  if (bits === 8) {
    for (let i = 0; i < count; i++) out[i] = (bytes[i] ?? 0) / 255;
    return out;
  }
  const reader = new BitReader(bytes);
  for (let i = 0; i < count; i++) out[i] = reader.take(bits) / most;
  return out;
}

/** Reads numbers of up to 32 bits, highest bit first; behind the end are zeros. */
export class BitReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at >= 8 * this.bytes.length;
  }

  take(bits: number): number {
    let value = 0;
    for (let left = bits; left > 0; ) {
      const inByte = Math.min(left, 8 - (this.at & 7));
      const byte = this.bytes[this.at >> 3] ?? 0;
      value = value * 2 ** inByte + ((byte >> (8 - (this.at & 7) - inByte)) & ((1 << inByte) - 1));
      this.at += inByte;
      left -= inByte;
    }
    return value;
  }

  /** On to the next whole byte. */
  align(): void {
    this.at = (this.at + 7) & ~7;
  }
}
