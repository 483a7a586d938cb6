/** Plates of a page as picture files. */
import { join } from 'node:path';
import { writeWhole } from '../../store';
import { safeName } from '../file-name';
import { processSamples } from '../raster/composite';
import { inkMapPicture, totals } from '../raster/ink-map';
import { inverted, writePng } from '../raster/png';
import type { Separation } from '../raster/separate';
import { deflatePicture, type ProofEngine } from './proof-engine';

/** A picture of one plate, of the total ink, or of all plates together. */
export interface PlatePicture {
  /** `C`, `M`, `Y`, `K`, the name of a spot plate; `ink` for the map of total ink, `page` for the plates together. */
  readonly plate: string;
  readonly png: Uint8Array;
}

const letters: Readonly<Record<string, string>> = { Cyan: 'C', Magenta: 'M', Yellow: 'Y', Black: 'K' };

/** `C` for Cyan …; spot plates keep their name. */
export const plateLetter = (name: string): string => letters[name] ?? name;

/** @param limit total ink from which the map is red, per cent */
export function platePictures(separation: Separation, engine: Pick<ProofEngine, 'toScreen'>, limit: number): PlatePicture[] {
  return platesOf(separation).map((plate) => ({ plate, png: platePicture(separation, engine, limit, plate)! }));
}

const platesOf = ({ plates }: Separation): readonly string[] => [
  'page',
  ...plates.plates.map(({ name }) => plateLetter(name)),
  'ink',
];

/** The picture of one plate of `PlatePicture`, as a PNG file; undefined when the page has no such plate. */
export function platePicture(
  separation: Separation,
  engine: Pick<ProofEngine, 'toScreen'>,
  limit: number,
  plate: string,
): Uint8Array | undefined {
  const { plates, dpi } = separation;
  const { width, height } = plates;
  const png = (channels: 1 | 3, samples: Uint8Array) => writePng({ width, height, channels, samples, dpi }, deflatePicture);
  if (plate === 'page') return png(3, engine.toScreen(processSamples(separation)));
  if (plate === 'ink') return png(3, inkMapPicture(totals(plates), limit));
  const own = plates.plates.find(({ name }) => plateLetter(name) === plate);
  return own && png(1, inverted(own.ink));
}

/** Writes `A01_C.png` … into a folder that is there; gives the files' names. */
export async function writePlates(folder: string, stem: string, pictures: readonly PlatePicture[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const { plate, png } of pictures) {
    const file = join(folder, plate === 'page' ? `${stem}.png` : `${stem}_${safeName(plate) || 'spot'}.png`);
    await writeWhole(file, png);
    files.push(file);
  }
  return files;
}
