import type { FaceMetrics, InkBox } from '../fonts/types';

const known = new WeakMap<FaceMetrics, Map<number, InkBox | undefined>>();

/** Ink of a glyph, font units. Texts repeat a few marks, and reading an outline takes longer than remembering it. */
export function inkOf(face: FaceMetrics, glyph: number): InkBox | undefined {
  let boxes = known.get(face);
  if (!boxes) {
    boxes = new Map();
    known.set(face, boxes);
  }
  if (boxes.has(glyph)) return boxes.get(glyph);
  const box = face.inkOf(glyph);
  boxes.set(glyph, box);
  return box;
}
