/** Faces for the composing worker: the program packs their metrics, which are fetched when composition first asks for them. */
import {
  createFontSet,
  type FaceId,
  type FaceMetrics,
  type FontSet,
  type InkBox,
  metricsFromBytes,
  unpackMetrics,
} from '../../engine/fonts';
import { fetchNow, glyphList } from './fetch-now';

interface FontList {
  readonly fallbacks: Readonly<Record<FaceId, readonly FaceId[]>>;
}

export interface WorkerFonts extends FontSet {
  /** Fetches the metrics of a face before composition asks for them. */
  readAhead(id: FaceId): Promise<void>;
}

/** `origin` is the program's. */
export function createWorkerFonts(origin: string): WorkerFonts {
  const { fallbacks } = readNow<FontList>(`${origin}/fonts.json`);
  const metrics = new Map<FaceId, FaceMetrics>();
  const addressOf = (id: FaceId) => `${origin}/metrics/${id}`;
  const take = (id: FaceId, bytes: Uint8Array<ArrayBuffer>): FaceMetrics => {
    const face = withAllInk(unpackMetrics(metricsFromBytes(id, bytes)), `${origin}/ink/${id}`);
    metrics.set(id, face);
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

/** Packed metrics know the ink of marks alone; that of characters, such as the nameplate's, is asked for one by one at `address`. */
function withAllInk(packed: FaceMetrics, address: string): FaceMetrics {
  const others = new Map<number, InkBox | undefined>();
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
      if (ink || others.has(glyph)) return ink ?? others.get(glyph);
      const [found] = readNow<(InkBox | null)[]>(`${address}/${glyphList([glyph])}`);
      others.set(glyph, found ?? undefined);
      return found ?? undefined;
    },
  };
}

function readNow<T>(address: string): T {
  return JSON.parse(new TextDecoder().decode(fetchNow(address))) as T;
}
