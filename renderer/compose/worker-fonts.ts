/** Faces for the composing worker: each is fetched when composition first asks for it, and only its metrics are kept. */
import { createFontSet, type FaceMetrics, type FontSet, packMetrics, readFont, unpackMetrics } from '../../engine/fonts';
import { fetchNow } from './fetch-now';

interface FontList {
  readonly faces: readonly string[];
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
}

export function createWorkerFonts(origin: string): FontSet {
  const { fallbacks } = JSON.parse(new TextDecoder().decode(fetchNow(`${origin}/fonts.json`))) as FontList;
  const metrics = new Map<string, FaceMetrics>();
  const faceOf = (id: string): FaceMetrics => {
    let face = metrics.get(id);
    if (!face) {
      // Unpacked metrics do not hold on to the file's bytes.
      face = unpackMetrics(packMetrics(readFont(id, fetchNow(`${origin}/fonts/${id}`)).metrics));
      metrics.set(id, face);
    }
    return face;
  };
  return createFontSet(faceOf, fallbacks);
}
