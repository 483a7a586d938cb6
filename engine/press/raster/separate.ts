/** A page's plates at a resolution: finds its spot plates, then paints. */

import type { Box } from '../geometry';
import { everyPlate, processPlates } from '../inspect/colour-space';
import type { PdfPage } from '../inspect/document';
import { interpretPage, type Shared } from '../inspect/interpreter';
import type { DecodeFormat } from './picture-planes';
import { PlateFinder } from './plate-finder';
import { PlatePainter } from './plate-painter';
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
}

/** Pixels of a plate; beyond it the resolution is brought down. */
const mostPixels = 40_000_000;
/** Spot plates of a page; more are a mistake of the file. */
const mostSpots = 12;

/** @param box the part of the page to show: its media box, or its trim */
export function separate(page: PdfPage, shared: Shared, box: Box, wishedDpi: number, decodeFormat: DecodeFormat): Separation {
  const finder = new PlateFinder();
  interpretPage(page, shared, finder);
  const spots = [...finder.plates].filter((name) => !isProcess(name) && name !== everyPlate).slice(0, mostSpots);
  const [wide, high] = [box.right - box.left, box.top - box.bottom];
  const fits = Math.sqrt(mostPixels / (wide * high)) * 72;
  const dpi = Math.min(wishedDpi, fits);
  const scale = dpi / 72;
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  // A page is a group of its own, laid on paper at the end (§11.4.7); without blends the paper may be there from the start.
  const plates = new Plates({ left: 0, top: 0, right: width, bottom: height }, spots, finder.hasBlends);
  const toPixels = [scale, 0, 0, -scale, -box.left * scale, box.top * scale] as const;
  const painter = new PlatePainter(plates, toPixels, decodeFormat);
  interpretPage(page, shared, painter);
  return { plates, dpi, left: box.left, top: box.top, equivalents: finder.equivalents, unpainted: painter.unpainted };
}

const isProcess = (name: string): boolean => (processPlates as readonly string[]).includes(name);
