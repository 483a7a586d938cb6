/** The inks of a page: black alone for text and rules, one house colour, a light tint. */
import type { Colour } from '../display/types';
import type { Paper } from '../issue/types';

export const BLACK: Colour = { c: 0, m: 0, y: 0, k: 1 };
export const WHITE: Colour = { c: 0, m: 0, y: 0, k: 0 };
/** Tinted boxes and empty picture frames. */
export const TINT: Colour = { c: 0, m: 0, y: 0, k: 0.08 };
/** Hairline around pictures. */
export const KEYLINE: Colour = { c: 0, m: 0, y: 0, k: 0.8 };

/** House colour of name, folio, labels and rules. */
export function accentOf(paper: Paper): Colour {
  return { ...paper.accent, spot: paper.accentSpot };
}

/** Type below this size loses its edges in colour when the plates are a hair out of register, points. */
const COLOURED_TYPE = 15;

/** House colour for type that is large enough, black for the rest. */
export function accentType(paper: Paper, size: number): Colour {
  return size >= COLOURED_TYPE ? accentOf(paper) : BLACK;
}
