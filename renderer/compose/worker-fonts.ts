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

/** `passOn` is given the bytes of every file once its metrics are taken, to keep or to send on. */
export function createWorkerFonts(origin: string, passOn: (file: FaceFile) => void): FontSet {
  const { fallbacks, own } = JSON.parse(new TextDecoder().decode(fetchNow(`${origin}/fonts.json`))) as FontList;
  const metrics = new Map<FaceId, FaceMetrics>();
  const read = (id: FaceId, bytes: Uint8Array) => (own.includes(id) ? readOwnFont : readFont)(id, bytes);
  const faceOf = (id: FaceId): FaceMetrics => {
    let face = metrics.get(id);
    if (!face) {
      const address = `${origin}/fonts/${id}`;
      const bytes = fetchNow(address);
      const packed = unpackMetrics(packMetrics(read(id, bytes).metrics));
      face = withAllInk(packed, () => read(id, fetchNow(address)).metrics);
      metrics.set(id, face);
      passOn({ kind: 'face', id, bytes });
    }
    return face;
  };
  return createFontSet(faceOf, fallbacks);
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
