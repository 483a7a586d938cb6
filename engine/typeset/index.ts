/**
 * Typesetting (排字): styled text becomes lines of placed glyphs.
 *
 * collect (characters and their classes) → cells (glyphs and widths) → breaks (where a line may end, and why not) →
 * gaps (what each white may give and take) → relax (open what is wider than a line) → optimum (choose the line ends) →
 * place (glyph positions). `character-classes.ts` holds the table that drives it, `costs.ts` what is thought ugly.
 */
export { composeParagraph, naturalWidth } from './paragraph';
export { BODY, HEADLINE } from './styles';
export type * from './types';
export { composeVertical, type VerticalGlyph, type VerticalLine } from './vertical';
