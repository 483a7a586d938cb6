/** Pages that carry black ink alone: the house colour and tints become blacks of like darkness. */
import type { Colour, DisplayItem } from '../display/types';

/** Type darker than this prints solid: a screen would fray its edges. */
const solidType = 0.5;

/** The item in black ink; pictures are made grey elsewhere. */
export function inBlack(item: DisplayItem): DisplayItem {
  if (item.kind === 'picture') return item;
  const k = darkness(item.colour);
  const solid = item.kind === 'glyphs' && k >= solidType;
  return { ...item, colour: { c: 0, m: 0, y: 0, k: solid ? 1 : k } };
}

/** Share of black that looks as dark as the inks together (Rec. 601 weights of their complements). */
function darkness({ c, m, y, k }: Colour): number {
  return k + (1 - k) * (0.3 * c + 0.59 * m + 0.11 * y);
}
