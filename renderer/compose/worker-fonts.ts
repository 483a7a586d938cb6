/** Faces for the composing worker: each is fetched when composition first asks for it, and only its metrics are kept. */
import {
  createFontSet,
  type FaceId,
  type FaceMetrics,
  type FontSet,
  packMetrics,
  readFont,
  readOwnFont,
  unpackMetrics,
} from '../../engine/fonts';
import { fetchNow } from './fetch-now';
import type { FaceFile } from './protocol';

interface FontList {
  readonly faces: readonly FaceId[];
  readonly fallbacks: Readonly<Record<FaceId, readonly FaceId[]>>;
  /** Faces of the user. */
  readonly own: readonly FaceId[];
}

export interface WorkerFonts extends FontSet {
  /**
   * Reads a face before composition asks for it. What waits for a file (`fetchNow`) leaves as much behind as it read, which takes
   * a quarter of a second to clear away, just when the first page is composed.
   */
  readAhead(id: FaceId): Promise<void>;
}

/** `passOn` is given the bytes of every file once its metrics are taken, to keep or to send on. */
export function createWorkerFonts(origin: string, passOn: (file: FaceFile) => void): WorkerFonts {
  const { fallbacks, own } = JSON.parse(new TextDecoder().decode(fetchNow(`${origin}/fonts.json`))) as FontList;
  const metrics = new Map<FaceId, FaceMetrics>();
  const read = (id: FaceId, bytes: Uint8Array) => (own.includes(id) ? readOwnFont : readFont)(id, bytes);
  const addressOf = (id: FaceId) => `${origin}/fonts/${id}`;
  const take = (id: FaceId, bytes: Uint8Array<ArrayBuffer>): FaceMetrics => {
    const packed = unpackMetrics(packMetrics(read(id, bytes).metrics));
    const face = withAllInk(packed, () => read(id, fetchNow(addressOf(id))).metrics);
    metrics.set(id, face);
    passOn({ kind: 'face', id, bytes });
    return face;
  };
  const faceOf = (id: FaceId): FaceMetrics => metrics.get(id) ?? take(id, fetchNow(addressOf(id)));
  const readAhead = async (id: FaceId) => {
    const response = await fetch(addressOf(id));
    const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    if (bytes && !metrics.has(id)) take(id, bytes);
  };
  return { ...createFontSet(faceOf, fallbacks), readAhead };
}

/** Packed metrics know the ink of marks alone. The file is read again for a face whose characters are asked for: the nameplate's. */
function withAllInk(packed: FaceMetrics, readWhole: () => FaceMetrics): FaceMetrics {
  let whole: FaceMetrics | undefined;
  return {
    id: packed.id,
    unitsPerEm: packed.unitsPerEm,
    ascent: packed.ascent,
    descent: packed.descent,
    glyphOf: (codePoint) => packed.glyphOf(codePoint),
    advanceOf: (glyph) => packed.advanceOf(glyph),
    verticalOf: (glyph) => packed.verticalOf(glyph),
    inkOf(glyph) {
      const ink = packed.inkOf(glyph);
      if (ink) return ink;
      whole ??= readWhole();
      return whole.inkOf(glyph);
    },
  };
}
