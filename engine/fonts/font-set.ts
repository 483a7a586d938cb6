/** Faces of an issue together: which face shows a character when the one asked for lacks it. */
import { InputError } from '../errors';
import type { FaceId, FaceMetrics, FontSet, ResolvedGlyph } from './types';

/** 〓, the geta mark: what a printer sets for a sort that he does not have. */
const GETA = 0x3013;

/** Signs that few faces have, beside the printer's sort for the same thing. */
const STAND_INS: ReadonlyMap<number, number> = new Map(
  [...'✔✓ ✅✓ ☑✓ ✘✗ ❌✗ ✖× ✕× ❤♥ ⭕○ ⭐★ ☐□ ◻□ ◼■ ▪■ ▫□ ➔→ ➜→'.matchAll(/(\S)(\S)/gu)].map(([, sign, sort]) => [
    sign!.codePointAt(0)!,
    sort!.codePointAt(0)!,
  ]),
);

/** Another code point that is the same character (Unicode's canonical equivalents, such as U+F914 for 樂) or the same sign. */
function standIn(codePoint: number): number | undefined {
  const [equivalent, ...more] = [...String.fromCodePoint(codePoint).normalize('NFC')];
  const other = STAND_INS.get(codePoint) ?? equivalent!.codePointAt(0)!;
  return more.length > 0 || other === codePoint ? undefined : other;
}

/**
 * @param faceOf metrics of a face; asked only when a face is needed, and once for each. Throws InputError for a face that there is not.
 * @param fallbacks for each face the faces to try in turn when it lacks a character; a face without an entry has none
 */
export function createFontSet(
  faceOf: (id: FaceId) => FaceMetrics,
  fallbacks: Readonly<Record<FaceId, readonly FaceId[]>>,
): FontSet {
  const faces = new Map<FaceId, FaceMetrics>();
  const answers = new Map<FaceId, Map<number, ResolvedGlyph>>();

  function face(id: FaceId): FaceMetrics {
    const known = faces.get(id);
    if (known) return known;
    const metrics = faceOf(id);
    faces.set(id, metrics);
    return metrics;
  }

  function find(codePoint: number, id: FaceId): Omit<ResolvedGlyph, 'missing'> | undefined {
    const asked = face(id);
    const own = asked.glyphOf(codePoint);
    if (own !== 0) return { face: asked, glyph: own, fallback: false };
    for (const other of fallbacks[id] ?? []) {
      const glyph = face(other).glyphOf(codePoint);
      if (glyph !== 0) return { face: face(other), glyph, fallback: true };
    }
    return undefined;
  }

  function answer(codePoint: number, id: FaceId): ResolvedGlyph {
    const found = find(codePoint, id);
    if (found) return { ...found, missing: false };
    const other = standIn(codePoint);
    const same = other === undefined ? undefined : find(other, id);
    if (same) return { ...same, fallback: true, missing: false };
    const geta = find(GETA, id);
    if (!geta) throw new InputError('fonts.noGeta', { face: id });
    return { ...geta, fallback: true, missing: true };
  }

  return {
    face,
    resolve(codePoint, id) {
      const known = answers.get(id)?.get(codePoint);
      if (known) return known;
      const resolved = answer(codePoint, id);
      const ofFace = answers.get(id) ?? new Map<number, ResolvedGlyph>();
      answers.set(id, ofFace.set(codePoint, resolved));
      return resolved;
    },
  };
}
