/** Places pages of PDFs on a press page, as the press does. */
import { createPictureEngine, type PagePreparation, type PictureEngine } from '../../engine/press/node/picture-engine';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import { newsprint } from '../../engine/press/picture-plan';
import { openPlaced } from '../../engine/press/placed/placed-file';
import { outside, page, profilePath, write } from './support';

export let engine: PictureEngine;

/** To be called before all tests of a file. */
export async function startPlacing(): Promise<void> {
  engine = await createPictureEngine(readEngineFiles(profilePath));
}

const whole = { x: 0, y: 0, width: 1, height: 1 };
export const placement = { crop: whole, widthPt: 200, heightPt: 120 };
type Placed = Extract<PagePreparation, { pdf: unknown }>;

export async function placed(pdf: Uint8Array, settings = newsprint, place = placement): Promise<Placed> {
  const answer = await engine.place(pdf, place, settings);
  if ('refused' in answer) throw new Error(`refused: ${answer.refused} ${answer.detail}`);
  return answer;
}

/** A press page that shows the placed page and nothing else, 200 × 120 points with a bleed of 10. */
export async function pressed(pdf: Uint8Array, settings = newsprint, place = placement): Promise<Uint8Array> {
  const file = await openPlaced((await placed(pdf, settings, place)).pdf);
  const picture = { kind: 'picture', asset: 'a.pdf', x: 0, y: 0, width: 200, height: 120, crop: whole, ppi: 300 } as const;
  const standard = settings.transparency ? 'pdfx4' : 'pdfx1a';
  return write([page([picture], { width: 200, height: 120, bleed: 10 })], { standard }, () => file);
}

/** Inks, 0–255, of the pixel at a point of the press page's trim, measured from its top left. */
export function inksOf(pdf: Uint8Array): (x: number, y: number) => number[] {
  const device = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=pamcmyk32', '-r72', '-o', '-', 'FILE'];
  const pam = Buffer.from(outside('gs', device, pdf, 'latin1'), 'latin1');
  const start = pam.indexOf('ENDHDR\n') + 7;
  return (x, y) => {
    const at = start + 4 * ((y + 10) * 220 + x + 10);
    return [...pam.subarray(at, at + 4)];
  };
}

export const inksAt = (pdf: Uint8Array, x: number, y: number): number[] => inksOf(pdf)(x, y);

/** What MuPDF finds drawn. */
export const trace = (pdf: Uint8Array) => outside('mutool', ['trace', 'FILE'], pdf);
