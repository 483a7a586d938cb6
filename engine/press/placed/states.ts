/** Graphics state dictionaries of a placed page: overprint is set anew, halftones and transfer curves are the plate room's. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { numbersOf, readFunction, type TintFunction } from '../inspect/functions';
import { Refusal } from './refusal';
import { picked, type Work } from './work';

const opaqueKeys = ['Type', 'LW', 'LC', 'LJ', 'ML', 'D', 'FL', 'SM', 'SA'];
const keys = [...opaqueKeys, 'BM', 'ca', 'CA', 'AIS', 'TK'];

/** Rewrites the group of a soft mask. */
export type RewriteMask = (group: PDFRawStream) => PDFRawStream;

/** Throws Refusal `transparency` where there may be none. */
export function cleanedState(dict: PDFDict, work: Work, rewriteMask: RewriteMask): PDFDict {
  if (work.transparency === 'dropped') return picked(work.context, dict, opaqueKeys);
  const clean = picked(work.context, dict, keys);
  const mask = dict.lookup(PDFName.of('SMask'));
  if (work.transparency === 'refused') requireOpaque(dict, mask);
  if (mask instanceof PDFName) clean.set(PDFName.of('SMask'), PDFName.of('None'));
  if (mask instanceof PDFDict) clean.set(PDFName.of('SMask'), cleanedMask(mask, work, rewriteMask));
  return clean;
}

function requireOpaque(dict: PDFDict, mask: PDFObject | undefined): void {
  const alpha = ['ca', 'CA'].map((key) => numbersOf(dict.lookup(PDFName.of(key)))[0] ?? 1);
  const blend = dict.lookup(PDFName.of('BM'));
  const modes = blend instanceof PDFArray ? blend.asArray().map(String) : blend ? [String(blend)] : [];
  const blends = modes.length > 0 && modes[0] !== '/Normal' && modes[0] !== '/Compatible';
  if (alpha.some((value) => value < 1) || blends || mask instanceof PDFDict) throw new Refusal('transparency');
}

function cleanedMask(mask: PDFDict, work: Work, rewriteMask: RewriteMask): PDFDict {
  const group = mask.lookup(PDFName.of('G'));
  const transfer = mask.lookup(PDFName.of('TR'));
  const curve = transfer instanceof PDFName ? undefined : readFunction(transfer, work.tools.inflate);
  if (!(group instanceof PDFRawStream)) throw new Refusal('damaged', 'SMask');
  const clean = picked(work.context, mask, ['Type', 'S']);
  if (curve) clean.set(PDFName.of('TR'), work.context.register(sampledCurve(curve, work)));
  clean.set(PDFName.of('G'), work.context.register(rewriteMask(group)));
  const backdrop = mask.lookup(PDFName.of('BC'));
  if (backdrop instanceof PDFArray) clean.set(PDFName.of('BC'), work.context.obj([backdropLight(numbersOf(backdrop))]));
  return clean;
}

function sampledCurve(curve: TintFunction, work: Work): PDFRawStream {
  const samples = Uint8Array.from({ length: 256 }, (_, i) => Math.round(255 * Math.min(1, Math.max(0, curve(i / 255)[0] ?? 0))));
  const entries = { FunctionType: 0, Domain: [0, 1], Range: [0, 1], Size: [256], BitsPerSample: 8 };
  return work.packed(work.context.obj(entries), samples);
}

/** Black unless all of it is light. */
function backdropLight(values: readonly number[]): number {
  if (values.length === 4) return Math.max(0, 1 - values.reduce((sum, value) => sum + value, 0));
  return values.length === 0 ? 0 : Math.min(...values);
}
