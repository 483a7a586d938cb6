/** Gradients of a placed page. Those in process inks pass, those of one parameter are converted, others are refused. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { numbersOf, readFunction, type TintFunction } from '../inspect/functions';
import { Refusal } from './refusal';
import { picked, type Target, type Work } from './work';

const keys = ['ShadingType', 'Background', 'BBox', 'AntiAlias', 'Coords', 'Domain', 'Extend', 'Function', 'Matrix'];
/** Steps of a converted gradient: finer than a plate's 256 tones. */
const steps = 256;

/** Throws Refusal. */
export function cleanedShading(
  shading: PDFObject,
  named: (name: string) => PDFObject | undefined,
  target: Target,
  work: Work,
): PDFDict {
  if (!(shading instanceof PDFDict)) return refusedMesh(shading, named, work);
  const space = work.spaces.read(shading.lookup(PDFName.of('ColorSpace')), named);
  const clean = picked(work.context, shading, keys);
  const plain = work.settings.colour && target === 'inks' && (space.kind === 'inks' || space.kind === 'grey');
  if (plain) {
    clean.set(PDFName.of('ColorSpace'), PDFName.of(space.kind === 'inks' ? 'DeviceCMYK' : 'DeviceGray'));
    return clean;
  }
  const evaluate = functionOf(shading, work);
  if (!evaluate) throw new Refusal('colour', 'Shading');
  const [from = 0, to = 1] = numbersOf(shading.lookup(PDFName.of('Domain')));
  const mask = target === 'mask';
  const samples = new Uint8Array(steps * (mask ? 1 : 4));
  for (let i = 0; i < steps; i++) {
    const [c, m, y, k] = work.printable(space.inks(evaluate(from + (i / (steps - 1)) * (to - from))));
    const values = mask ? [1 - Math.min(1, k + 0.3 * c + 0.59 * m + 0.11 * y)] : [c, m, y, k];
    for (const [j, value] of values.entries()) samples[i * values.length + j] = value * 255 + 0.5;
  }
  const range = mask ? [0, 1] : [0, 1, 0, 1, 0, 1, 0, 1];
  const entries = { FunctionType: 0, Domain: [from, to], Range: range, Size: [steps], BitsPerSample: 8 };
  clean.set(PDFName.of('Function'), work.context.register(work.packed(work.context.obj(entries), samples)));
  clean.set(PDFName.of('ColorSpace'), PDFName.of(mask ? 'DeviceGray' : 'DeviceCMYK'));
  clean.delete(PDFName.of('Background'));
  if (space.kind === 'rgb' || space.kind === 'lab') work.remarks.add('rgb-converted');
  if (space.kind === 'spot') work.remarks.add('spot-converted');
  return clean;
}

/** Meshes carry their colours in packed bits: only those in process inks pass, which a form may hold as they are. */
function refusedMesh(shading: PDFObject, named: (name: string) => PDFObject | undefined, work: Work): never {
  const space = shading instanceof PDFRawStream ? shading.dict.lookup(PDFName.of('ColorSpace')) : undefined;
  if (space) work.spaces.read(space, named);
  throw new Refusal('colour', 'Shading');
}

/** One function of all components, or one for each. */
function functionOf(shading: PDFDict, work: Work): TintFunction | undefined {
  const type = numbersOf(shading.lookup(PDFName.of('ShadingType')))[0];
  const object = shading.lookup(PDFName.of('Function'));
  if (type !== 2 && type !== 3) return undefined;
  if (!(object instanceof PDFArray)) return readFunction(object, work.tools.inflate);
  const each = object.asArray().map((_, i) => readFunction(object.lookup(i), work.tools.inflate));
  if (each.some((one) => one === undefined)) return undefined;
  return (value) => each.map((one) => one!(value)[0] ?? 0);
}
