/** Functions of a PDF (ISO 32000-1 §7.10): what a tint of a spot plate looks like in process inks, colours of shadings. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import { readCalculator } from './calculator';
import { decodeStream, type Inflate } from './filters';
import { latin } from './lexer';
import { readSampled } from './sampled-function';

/** Any number of inputs and outputs. */
export type PdfFunction = (inputs: readonly number[]) => readonly number[];
export type TintFunction = (tint: number) => readonly number[];

/** Pieces of a stitched function, those of its pieces included. */
const mostPieces = 4096;
const mostDepth = 4;
interface Budget {
  pieces: number;
}

/** A function of one input. Undefined for damaged ones. */
export function readFunction(object: PDFObject | undefined, inflate: Inflate): TintFunction | undefined {
  const evaluate = readFunctionOf(object, 1, inflate);
  return evaluate && ((tint) => evaluate([tint]));
}

/** A function of so many inputs, which are held in its domain. Undefined for damaged ones. */
export function readFunctionOf(
  object: PDFObject | undefined,
  inputs: number,
  inflate: Inflate,
  depth = 0,
  budget: Budget = { pieces: mostPieces },
): PdfFunction | undefined {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict) || depth > mostDepth || --budget.pieces < 0) return undefined;
  const evaluate = ofKind(object, dict, inputs, inflate, depth, budget);
  const domain = listOf(dict, 'Domain');
  if (!evaluate || domain.length < 2 * inputs) return evaluate;
  return (values) => evaluate(values.map((value, i) => held(value, domain[2 * i]!, domain[2 * i + 1]!)));
}

const held = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function ofKind(
  object: PDFObject | undefined,
  dict: PDFDict,
  inputs: number,
  inflate: Inflate,
  depth: number,
  budget: Budget,
): PdfFunction | undefined {
  const kind = listOf(dict, 'FunctionType')[0];
  if (kind === 2) return exponential(dict);
  if (kind === 3) return stitching(dict, inflate, depth, budget);
  if (!(object instanceof PDFRawStream)) return undefined;
  if (kind === 4) return calculated(object, inputs, inflate);
  return kind === 0 ? readSampled(object, inputs, inflate) : undefined;
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

function exponential(dict: PDFDict): PdfFunction {
  const [from, to] = [listOf(dict, 'C0'), listOf(dict, 'C1')];
  const exponent = listOf(dict, 'N')[0] ?? 1;
  const count = Math.max(from.length, to.length, 1);
  return ([tint = 0]) =>
    Array.from({ length: count }, (_, i) => (from[i] ?? 0) + tint ** exponent * ((to[i] ?? 1) - (from[i] ?? 0)));
}

function stitching(dict: PDFDict, inflate: Inflate, depth: number, budget: Budget): PdfFunction | undefined {
  const array = dict.lookup(PDFName.of('Functions'));
  if (!(array instanceof PDFArray) || array.size() === 0 || array.size() > mostPieces) return undefined;
  const pieces = array.asArray().map((_, i) => readFunctionOf(array.lookup(i), 1, inflate, depth + 1, budget));
  if (pieces.includes(undefined)) return undefined;
  const [low = 0, high = 1] = listOf(dict, 'Domain');
  const bounds = [low, ...listOf(dict, 'Bounds'), high];
  const encode = listOf(dict, 'Encode');
  return ([tint = 0]) => {
    let i = 0;
    while (i < pieces.length - 1 && tint >= bounds[i + 1]!) i++;
    const [from, to] = [bounds[i] ?? 0, bounds[i + 1] ?? 1];
    const [start, end] = [encode[2 * i] ?? 0, encode[2 * i + 1] ?? 1];
    const share = to > from ? (tint - from) / (to - from) : 0;
    return pieces[i]?.([start + share * (end - start)]) ?? [];
  };
}

/** One that fails at its ends is taken for damaged. */
function calculated(object: PDFRawStream, inputs: number, inflate: Inflate): PdfFunction | undefined {
  const program = readCalculator(latin(decodeStream(object, inflate).bytes));
  const range = listOf(object.dict, 'Range');
  const outputs = range.length / 2;
  if (!program || outputs < 1) return undefined;
  const evaluate: PdfFunction = (values) => {
    const out = program(values).slice(-outputs);
    return out.map((value, i) => held(value, range[2 * i]!, range[2 * i + 1]!));
  };
  const works = (value: number) => evaluate(new Array<number>(inputs).fill(value)).length === outputs;
  try {
    if (!works(0) || !works(1)) return undefined;
  } catch {
    return undefined;
  }
  return (values) => {
    try {
      return evaluate(values);
    } catch {
      return range.filter((_, i) => i % 2 === 0);
    }
  };
}
