/** Functions of one input (ISO 32000-1 §7.10): what a tint of a spot plate looks like in process inks. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import { readCalculator } from './calculator';
import { decodeStream, type Inflate } from './filters';
import { latin } from './lexer';

export type TintFunction = (tint: number) => readonly number[];

const mostPieces = 64;
const mostDepth = 4;

/** Undefined for kinds that are not read here and for damaged ones. */
export function readFunction(object: PDFObject | undefined, inflate: Inflate, depth = 0): TintFunction | undefined {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict) || depth > mostDepth) return undefined;
  const kind = numbersOf(dict.lookup(PDFName.of('FunctionType')))[0];
  if (kind === 2) return exponential(dict);
  if (kind === 3) return stitching(dict, inflate, depth);
  if (!(object instanceof PDFRawStream)) return undefined;
  if (kind === 4) {
    const evaluate = readCalculated(object, 1, inflate);
    return evaluate && ((tint) => evaluate([tint]));
  }
  return kind === 0 ? sampled(object, inflate) : undefined;
}

/** A number, or the numbers of an array. */
export function numbersOf(object: PDFObject | undefined): readonly number[] {
  if (object instanceof PDFNumber) return [object.asNumber()];
  if (!(object instanceof PDFArray)) return [];
  return object.asArray().flatMap((_, i) => {
    const value = object.lookup(i);
    return value instanceof PDFNumber ? [value.asNumber()] : [];
  });
}

const listOf = (dict: PDFDict, key: string): readonly number[] => numbersOf(dict.lookup(PDFName.of(key)));

function exponential(dict: PDFDict): TintFunction {
  const [from, to] = [listOf(dict, 'C0'), listOf(dict, 'C1')];
  const exponent = listOf(dict, 'N')[0] ?? 1;
  const count = Math.max(from.length, to.length, 1);
  return (tint) => Array.from({ length: count }, (_, i) => (from[i] ?? 0) + tint ** exponent * ((to[i] ?? 1) - (from[i] ?? 0)));
}

function stitching(dict: PDFDict, inflate: Inflate, depth: number): TintFunction | undefined {
  const array = dict.lookup(PDFName.of('Functions'));
  if (!(array instanceof PDFArray) || array.size() === 0 || array.size() > mostPieces) return undefined;
  const pieces = array.asArray().map((_, i) => readFunction(array.lookup(i), inflate, depth + 1));
  const [low = 0, high = 1] = listOf(dict, 'Domain');
  const bounds = [low, ...listOf(dict, 'Bounds'), high];
  const encode = listOf(dict, 'Encode');
  return (tint) => {
    let i = 0;
    while (i < pieces.length - 1 && tint >= bounds[i + 1]!) i++;
    const [from, to] = [bounds[i] ?? 0, bounds[i + 1] ?? 1];
    const [start, end] = [encode[2 * i] ?? 0, encode[2 * i + 1] ?? 1];
    const share = to > from ? (tint - from) / (to - from) : 0;
    return pieces[i]?.(start + share * (end - start)) ?? [];
  };
}

/** A calculated function of any number of inputs. One that fails at its ends is taken for damaged. */
export function readCalculated(
  object: PDFObject | undefined,
  inputs: number,
  inflate: Inflate,
): ((values: readonly number[]) => readonly number[]) | undefined {
  if (!(object instanceof PDFRawStream) || listOf(object.dict, 'FunctionType')[0] !== 4) return undefined;
  const program = readCalculator(latin(decodeStream(object, inflate).bytes));
  const range = listOf(object.dict, 'Range');
  const outputs = range.length / 2;
  if (!program || outputs < 1) return undefined;
  const evaluate = (values: readonly number[]): readonly number[] => {
    const out = program(values).slice(-outputs);
    return out.map((value, i) => Math.min(range[2 * i + 1]!, Math.max(range[2 * i]!, value)));
  };
  const works = (value: number) => evaluate(new Array<number>(inputs).fill(value)).length === outputs;
  try {
    return works(0) && works(1) ? evaluate : undefined;
  } catch {
    return undefined;
  }
}

function sampled(stream: PDFRawStream, inflate: Inflate): TintFunction | undefined {
  const size = listOf(stream.dict, 'Size');
  const range = listOf(stream.dict, 'Range');
  if (size.length !== 1 || listOf(stream.dict, 'BitsPerSample')[0] !== 8) return undefined;
  const outputs = range.length / 2;
  const samples = decodeStream(stream, inflate).bytes;
  const count = Math.max(1, Math.min(size[0]!, Math.floor(samples.length / Math.max(1, outputs))));
  return (tint) => {
    const at = Math.min(1, Math.max(0, tint)) * (count - 1);
    const [low, high] = [Math.floor(at), Math.min(count - 1, Math.floor(at) + 1)];
    return Array.from({ length: outputs }, (_, i) => {
      const from = samples[low * outputs + i] ?? 0;
      const value = (from + (at - low) * ((samples[high * outputs + i] ?? 0) - from)) / 255;
      return range[2 * i]! + value * (range[2 * i + 1]! - range[2 * i]!);
    });
  };
}
