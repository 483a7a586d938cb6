/** What the window asks of a face: its metrics, the outlines and the ink of some glyphs. */
import { InputError } from '../engine/errors';
import { type LoadedFont, metricsToBytes, outlinesToBytes, packMetrics } from '../engine/fonts';
import type { Fonts } from '../engine/store/font-files';

type Bytes = Uint8Array<ArrayBuffer>;

/** Packed once: reading a face takes longer than sending what was read. */
const packed = new WeakMap<LoadedFont, Bytes>();

/** `metricsToBytes` of a face. Throws InputError for one that there is not, or that is damaged. */
export function metricsOf(fonts: Fonts, id: string): Bytes {
  const font = fonts.file(id);
  const bytes = packed.get(font) ?? metricsToBytes(packMetrics(font.metrics));
  packed.set(font, bytes);
  return bytes;
}

/** `outlinesToBytes` of glyphs. Throws InputError as `metricsOf`, and for a list that is none. */
export function outlinesOf(fonts: Fonts, id: string, glyphs: string): Bytes {
  return outlinesToBytes(fonts.file(id), glyphsOf(glyphs));
}

/** Ink of glyphs, font units: a list with null for each blank one. Throws as `outlinesOf`. */
export function inkOf(fonts: Fonts, id: string, glyphs: string): string {
  const { metrics } = fonts.file(id);
  return JSON.stringify(glyphsOf(glyphs).map((glyph) => metrics.inkOf(glyph) ?? null));
}

const DIGITS = 4;
/** A page in a large size has some two thousand different ones. */
const MOST_GLYPHS = 4096;

/** Glyphs as four hexadecimal digits each. */
function glyphsOf(list: string): number[] {
  if (!/^([0-9a-f]{4})+$/.test(list) || list.length > DIGITS * MOST_GLYPHS)
    throw new InputError('shell.badRequest', { request: 'glyphs' });
  return Array.from({ length: list.length / DIGITS }, (_, i) => Number.parseInt(list.slice(DIGITS * i, DIGITS * (i + 1)), 16));
}
