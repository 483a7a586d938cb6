/** What stands where a picture is missing: a visible mark in proofs, nothing at all in press files. */
import type { Colour, DisplayItem, DisplayPage, GlyphRun, Picture } from '../display/types';
import type { FaceMetrics, FontSet } from '../fonts/types';

const grey: Colour = { c: 0, m: 0, y: 0, k: 0.2 };
const black: Colour = { c: 0, m: 0, y: 0, k: 1 };
const labelSize = 8;
const labelInset = 4;

/** `missing` tells which pictures have no image; `nameOf` gives the name to write into the mark. */
export function markMissingPictures(
  page: DisplayPage,
  missing: (picture: Picture) => boolean,
  nameOf: (picture: Picture) => string,
  fonts: FontSet,
): DisplayPage {
  const marked = (item: DisplayItem): DisplayItem[] =>
    item.kind === 'picture' && missing(item) ? mark(item, nameOf(item), fonts) : [item];
  return { ...page, groups: page.groups.map((group) => ({ ...group, items: group.items.flatMap(marked) })) };
}

/**
 * The page without what belongs to pictures that do not print: stand-ins of those that have not come, keylines and numbers of
 * those that are missing or broken. `missing` tells which pictures have no image.
 */
export function withoutEmptyFrames(page: DisplayPage, missing: (picture: Picture) => boolean): DisplayPage {
  return { ...page, groups: page.groups.map(({ block, items }) => ({ block, items: printedItems(items, missing) })) };
}

function printedItems(items: readonly DisplayItem[], missing: (picture: Picture) => boolean): readonly DisplayItem[] {
  let isEmpty = false;
  return items.filter((item) => {
    if (item.kind === 'picture') isEmpty = missing(item);
    else if (item.kind === 'fill' && item.awaits) isEmpty = true;
    else return !(isEmpty && item.ofPicture);
    return !isEmpty;
  });
}

function mark({ x, y, width, height }: Picture, name: string, fonts: FontSet): DisplayItem[] {
  const line = { kind: 'rule', weight: 1, colour: black } as const;
  return [
    { kind: 'fill', x, y, width, height, colour: grey },
    { ...line, x1: x, y1: y, x2: x + width, y2: y + height },
    { ...line, x1: x, y1: y + height, x2: x + width, y2: y },
    ...label(name, x + labelInset, y + labelInset + labelSize, width - 2 * labelInset, fonts),
  ];
}

/** The name on one line, as much of it as fits; one run for each face that fallback brings in. */
function label(name: string, left: number, y: number, width: number, fonts: FontSet): GlyphRun[] {
  const runs: GlyphRun[] = [];
  let x = left;
  for (const character of name) {
    const codePoint = character.codePointAt(0)!;
    const { face, glyph } = fonts.resolve(codePoint, 'hei-regular');
    const advance = advanceOf(face, glyph);
    if (x + advance > left + width) break;
    const text = Uint32Array.of(codePoint);
    runs.push({
      kind: 'glyphs',
      face: face.id,
      size: labelSize,
      colour: black,
      glyphs: Uint16Array.of(glyph),
      x: Float32Array.of(x),
      y,
      text,
    });
    x += advance;
  }
  return runs;
}

const advanceOf = (face: FaceMetrics, glyph: number): number => (face.advanceOf(glyph) * labelSize) / face.unitsPerEm;
