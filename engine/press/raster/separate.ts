/** A page's plates at a resolution: finds its spot plates, then paints. */

import { PDFDict, PDFName } from 'pdf-lib';
import type { Box } from '../geometry';
import { ColourReader } from '../inspect/colour-reader';
import { everyPlate, plainSeparation, processPlates, type Separate } from '../inspect/colour-space';
import type { PdfPage } from '../inspect/document';
import { interpretPage, type Shared } from '../inspect/interpreter';
import type { DecodeFormat } from './picture-samples';
import { PlateFinder } from './plate-finder';
import { type KeptForParts, PlatePainter } from './plate-painter';
import { Plates } from './plates';

export interface Separation {
  readonly plates: Plates;
  /** Pixels per inch. */
  readonly dpi: number;
  /** Corner of the picture on the page, points from the page's origin: left and top. */
  readonly left: number;
  readonly top: number;
  /** Process inks that stand for each spot plate on a screen. */
  readonly equivalents: ReadonlyMap<string, readonly number[]>;
  /** What could not be painted, and how often. */
  readonly unpainted: ReadonlyMap<string, number>;
  /** Names of fonts whose glyphs are among it. */
  readonly undrawn: ReadonlySet<string>;
}

/** Pixels of a plate; beyond it the resolution is brought down. */
const mostPixels = 40_000_000;
/** Spot plates of a page; more are a mistake of the file. */
const mostSpots = 12;

/** What separating many parts of one page asks once. */
export interface PageParts extends KeptForParts {
  readonly finder: PlateFinder;
}

/** The plates that a page names and whether it blends. */
export function findPlates(page: PdfPage, shared: Shared): PlateFinder {
  const finder = new PlateFinder();
  interpretPage(page, shared, finder);
  return finder;
}

/**
 * @param box the part of the page to show, points: its media box, its trim, or what is in sight of it
 * @param parts of the page when more of its parts are shown
 */
export function separate(
  page: PdfPage,
  shared: Shared,
  box: Box,
  wishedDpi: number,
  decodeFormat: DecodeFormat,
  parts?: PageParts,
): Separation {
  const finder = parts?.finder ?? findPlates(page, shared);
  const spots = [...finder.plates].filter((name) => !isProcess(name) && name !== everyPlate).slice(0, mostSpots);
  const [wide, high] = [box.right - box.left, box.top - box.bottom];
  const fits = Math.sqrt(mostPixels / (wide * high)) * 72;
  const dpi = Math.min(wishedDpi, fits);
  const scale = dpi / 72;
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  // A page is a group of its own, laid on paper at the end (§11.4.7); without blends the paper may be there from the start.
  const plates = new Plates({ left: 0, top: 0, right: width, bottom: height }, spots, finder.hasBlends);
  const toPixels = [scale, 0, 0, -scale, -box.left * scale, box.top * scale] as const;
  const painter = new PlatePainter(plates, toPixels, decodeFormat, undefined, parts);
  const blendsInRgb = finder.hasTransparency && isRgbGroup(page);
  interpretPage(page, blendsInRgb ? { ...shared, separate: complements } : shared, painter);
  if (blendsInRgb) separateRgb(plates, shared.separate ?? plainSeparation);
  const { unpainted, undrawn } = painter;
  return { plates, dpi, left: box.left, top: box.top, equivalents: finder.equivalents, unpainted, undrawn };
}

/** A page whose transparency is reckoned in RGB is separated when all is painted (ISO 32000-1 §11.4.7). */
function isRgbGroup({ dict }: PdfPage): boolean {
  const group = dict.lookup(PDFName.of('Group'));
  const stated = group instanceof PDFDict ? group.lookup(PDFName.of('CS')) : undefined;
  if (stated === undefined) return false;
  const space = new ColourReader(() => new Uint8Array(), plainSeparation).read(stated, () => undefined);
  return space.family === 'rgb';
}

/** RGB as it lies on the plates until then. */
const complements: Separate = (red, green, blue, out) => {
  out[0] = 1 - red;
  out[1] = 1 - green;
  out[2] = 1 - blue;
  out[3] = 0;
};

/** Black that was laid on by itself comes on top. */
function separateRgb({ plates }: Plates, separateColour: Separate): void {
  const [cyan, magenta, yellow, black] = plates.map(({ ink }) => ink) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const out = new Float64Array(4);
  let before = -1;
  for (let i = 0; i < cyan.length; i++) {
    const key = (cyan[i]! << 16) | (magenta[i]! << 8) | yellow[i]!;
    if (key === 0) continue;
    if (key !== before) separateColour(1 - cyan[i]! / 255, 1 - magenta[i]! / 255, 1 - yellow[i]! / 255, out);
    before = key;
    cyan[i] = out[0]! * 255 + 0.5;
    magenta[i] = out[1]! * 255 + 0.5;
    yellow[i] = out[2]! * 255 + 0.5;
    black[i] = 255 - (255 - black[i]!) * (1 - out[3]!) + 0.5;
  }
}

const isProcess = (name: string): boolean => (processPlates as readonly string[]).includes(name);
