/** Black type on grounds of colour (叠印, 镂空). */

/** Points: an em up to this size lies within the 15 mm² over which a press judges its ink. */
const smallType = Math.sqrt(15) * (72 / 25.4);
/**
 * What small type adds to the ink over 15 mm²: it covers less than two fifths of its em, and there a press takes a fifth
 * more than pictures and grounds are separated to.
 */
const addedBySmall = 0.4 - 0.2;

/**
 * How much ink a ground may have for a press to take black type on it that overprints, 1 is 100 %: more, and it is right
 * that the type knocks out. Black type should overprint where it can, so that no paper shows beside it.
 *
 * @param size points
 * @param limit total ink to which pictures and grounds are separated, 1 is 100 %
 */
export const groundOfBlack = (size: number, limit: number): number => limit - (size <= smallType ? addedBySmall : 1);
