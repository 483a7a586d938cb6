/** Faces for the composing worker: each is fetched when composition first asks for it, and only its metrics are kept. */
import { createFontSet, type FaceMetrics, type FontSet, packMetrics, readFont, unpackMetrics } from '../../engine/fonts';
import { fetchNow } from './fetch-now';
import type { FaceFile } from './protocol';

interface FontList {
  readonly faces: readonly string[];
  readonly fallbacks: Readonly<Record<string, readonly string[]>>;
}

/** `passOn` is given the bytes of every file once its metrics are taken, to keep or to send on. */
export function createWorkerFonts(origin: string, passOn: (file: FaceFile) => void): FontSet {
  const { fallbacks } = JSON.parse(new TextDecoder().decode(fetchNow(`${origin}/fonts.json`))) as FontList;
  const metrics = new Map<string, FaceMetrics>();
  const faceOf = (id: string): FaceMetrics => {
    let face = metrics.get(id);
    if (!face) {
      const bytes = fetchNow(`${origin}/fonts/${id}`);
      // Unpacked metrics do not hold on to the file's bytes.
      face = unpackMetrics(packMetrics(readFont(id, bytes).metrics));
      metrics.set(id, face);
      passOn({ kind: 'face', id, bytes });
    }
    return face;
  };
  return createFontSet(faceOf, fallbacks);
}
