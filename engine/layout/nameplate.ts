/** The paper's name (报名) as large as its columns allow, with equal white between the inks of its characters. */
import type { InkBox } from '../fonts/types';
import { accentOf } from './colours';
import { FACE } from './faces';
import { MM } from './grid';
import type { Sheet } from './sheet';

/** Sizes of the name in the calligraphic and in the plain face, points; both as high as the masthead allows. */
const SIZE = { title: 91, song: 82 };
/** Ink that the name may fill below the masthead's top, mm. */
const INK_HEIGHT = 30.5;
/** White between the last ink and the end of the name's columns, mm. */
const RIGHT_WHITE = 3;
/** White between inks at most, as a share of the type size: short names stand together at the left. */
const MOST_GAP = 0.42;
/** White between inks at least, as a share of the type size. */
const LEAST_GAP = 0.06;
const PINYIN = { size: 8, tracking: 0.62, baseline: 35.15 };

interface NameGlyph {
  readonly character: string;
  readonly ink: InkBox;
}

/** Draws the paper's name; all lengths in points, `mm` those of a millimetre of the design. */
export function drawName(sheet: Sheet, x: number, width: number, top: number, mm: number): void {
  const { paper } = sheet.context.issue;
  const face = sheet.titleFace(paper.name);
  const glyphs = nameGlyphs(sheet, paper.name, face);
  const unit = mm / MM;
  const room = width - RIGHT_WHITE * mm;
  const inkWidth = glyphs.reduce((sum, { ink }) => sum + ink.xMax - ink.xMin, 0);
  const high = Math.max(...glyphs.map(({ ink }) => ink.yMax));
  const low = Math.min(...glyphs.map(({ ink }) => ink.yMin));
  const wished = (face === FACE.title ? SIZE.title : SIZE.song) * unit;
  const widest = room / (inkWidth + (glyphs.length - 1) * LEAST_GAP);
  const size = Math.min(wished, widest, (INK_HEIGHT * mm) / Math.max(0.1, high - low));
  const free = glyphs.length > 1 ? (room - inkWidth * size) / (glyphs.length - 1) : 0;
  const gap = Math.min(free, MOST_GAP * size);
  // Centred in the depth of the name where it is smaller than the design's.
  const baseline = top + (INK_HEIGHT * mm - (high - low) * size) / 2 + high * size;
  const used = inkWidth * size + gap * (glyphs.length - 1);
  const start = x + (glyphs.length > 1 && gap < free ? (room - used) / 2 : 0);
  let left = start;
  for (const { character, ink } of glyphs) {
    sheet.text(character, { face, size, colour: accentOf(paper) }, left - ink.xMin * size, baseline);
    left += (ink.xMax - ink.xMin) * size + gap;
  }
  const pinyin = { face: FACE.songMedium, size: PINYIN.size * unit, tracking: PINYIN.tracking };
  sheet.text(paper.pinyin, fitTracking(sheet, paper.pinyin, pinyin, width), x + width / 2, top + PINYIN.baseline * mm, 'centre');
}

function fitTracking(sheet: Sheet, text: string, type: { face: string; size: number; tracking: number }, width: number) {
  const set = sheet.width(text, type);
  return set <= width
    ? type
    : { ...type, tracking: 0.1, size: Math.min(type.size, (type.size * width) / sheet.width(text, { ...type, tracking: 0.1 })) };
}

/** Glyphs with their ink in em; a character without ink keeps its em box. */
function nameGlyphs(sheet: Sheet, name: string, id: string): NameGlyph[] {
  return [...name].map((character) => {
    const { face, glyph } = sheet.context.fonts.resolve(character.codePointAt(0)!, id);
    const em = face.unitsPerEm;
    const ink = face.inkOf(glyph) ?? { xMin: 0, xMax: em, yMin: face.descent, yMax: face.ascent };
    return { character, ink: { xMin: ink.xMin / em, xMax: ink.xMax / em, yMin: ink.yMin / em, yMax: ink.yMax / em } };
  });
}
