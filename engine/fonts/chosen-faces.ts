/** Faces of the user in the parts that a paper gives them: 方正报宋 for the text, 方正大标宋 for the headlines. */
import { InputError } from '../errors';
import type { FaceId, FaceMetrics, FontSet, ResolvedGlyph } from './types';

/** `face` plays the part of `role`, a face of the program. */
export interface FaceChoice {
  readonly role: FaceId;
  readonly face: FaceId;
}

/** Sets made before: what was composed for a set is kept by the set. */
const made = new WeakMap<FontSet, Map<string, FontSet>>();

/**
 * The set with these faces in their parts. Characters that a chosen face lacks come from the face of the program, then
 * from its fallbacks. A face that is not on this machine, or cannot be used, leaves its part to the program's.
 */
export function withChosenFaces(fonts: FontSet, choices: readonly FaceChoice[]): FontSet {
  if (choices.length === 0) return fonts;
  const sets = made.get(fonts) ?? new Map<string, FontSet>();
  made.set(fonts, sets);
  const key = JSON.stringify(choices.map(({ role, face }) => [role, face]));
  const known = sets.get(key) ?? createChosenSet(fonts, choices);
  sets.set(key, known);
  return known;
}

function createChosenSet(fonts: FontSet, choices: readonly FaceChoice[]): FontSet {
  const usable = new Map(choices.flatMap(({ role, face }) => entryOf(fonts, role, face)));
  const answers = new Map([...usable.keys()].map((role) => [role, new Map<number, ResolvedGlyph>()]));

  function answer(codePoint: number, role: FaceId, face: FaceMetrics): ResolvedGlyph {
    const glyph = face.glyphOf(codePoint);
    return glyph === 0 ? { ...fonts.resolve(codePoint, role), fallback: true } : { face, glyph, fallback: false, missing: false };
  }

  return {
    face: (id) => usable.get(id) ?? fonts.face(id),
    resolve(codePoint, id) {
      const face = usable.get(id);
      if (!face) return fonts.resolve(codePoint, id);
      const ofRole = answers.get(id)!;
      const known = ofRole.get(codePoint);
      if (known) return known;
      const resolved = answer(codePoint, id, face);
      ofRole.set(codePoint, resolved);
      return resolved;
    },
  };
}

function entryOf(fonts: FontSet, role: FaceId, face: FaceId): [FaceId, FaceMetrics][] {
  try {
    return [[role, fonts.face(face)]];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
