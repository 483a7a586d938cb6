/**
 * Typesetting (排字): styled text becomes lines of placed glyphs.
 *
 * `paragraph.ts` runs the stages: collect (characters and their classes) → cells (glyphs and widths) → breaks (where a
 * line may end, or why not) → gaps (what each white may give and take) → fit (how a line fills its measure) → relax (open
 * what is wider than a line) → optimum (choose the line ends) → place (glyph positions) and reasons. `vertical.ts` sets a
 * vertical line. `character-classes.ts` holds the table that drives all of it, `costs.ts` what is thought ugly.
 */
export { englishHyphenator, type Hyphenator } from './hyphenation';
export { composeParagraph, naturalWidth } from './paragraph';
export { BODY, HEADLINE } from './styles';
export type * from './types';
export { composeVertical, type VerticalGlyph, type VerticalLine } from './vertical';
export { composeVerticalParagraph, type VerticalTextLine } from './vertical-paragraph';
