/**
 * Marks of the printer outside the bleed: crop, bleed and fold marks, register targets, colour bar, slug line. What every
 * plate needs is in the Separation colour /All (ISO 32000-1 §8.6.6.4). Distances in mm, drawn in points.
 */
import type { Colour, DisplayItem, DisplayPage, GlyphRun, Rule } from '../display/types';
import type { FaceMetrics, FontSet } from '../fonts/types';
import type { Spot } from './types';

export interface MarkSettings {
  readonly crop: boolean;
  readonly registration: boolean;
  readonly colourBar: boolean;
  /** Paper, date, page and the plate's name on each plate. */
  readonly slugLine: boolean;
}

export const allMarks: MarkSettings = { crop: true, registration: true, colourBar: true, slugLine: true };

/** Room outside the bleed that the marks take, points. */
export const slugRoom = 34;

/** The colour that prints on every plate. */
export const registrationSpot: Spot = { name: 'All', colour: { c: 1, m: 1, y: 1, k: 1 } };
const all: Colour = { ...registrationSpot.colour, spot: registrationSpot.name };

const mm = 72 / 25.4;
const hairline = 0.25;
/** White between the bleed and a mark. */
const clear = 1 * mm;
const cropLength = 6 * mm;
const bleedMarkLength = 3 * mm;
const targetRadius = 1.8 * mm;
const targetArm = 3 * mm;
/** Middle of targets, patches and the slug line outside the bleed. */
const middle = 5.5 * mm;
const ringSegments = 24;
const patchSide = 4.5 * mm;
const slugSize = 7;
const slugFace = 'hei-regular';

export interface MarkedSheet {
  /** Positions of folds, and of cuts between pages, points from the left edge of the trim. */
  readonly folds: readonly number[];
  readonly cuts: readonly number[];
  /** `澄塘社区报 2026-01-25 第2期 第1张正面 A04|A01`. */
  readonly slug: string;
  /** White that the press needs at the foot of the sheet, mm; 0 where nobody has told it. */
  readonly gripper: number;
  /** Spot plates that print, besides the process plates. */
  readonly spots: readonly Spot[];
  /** The sheet prints in black alone: no colours in bar and slug. */
  readonly monochrome: boolean;
}

/** The page with its marks. The writer has to be given `slugRoom` and `registrationSpot`. */
export function withMarks(page: DisplayPage, sheet: MarkedSheet, marks: MarkSettings, fonts: FontSet): DisplayPage {
  const items = [
    ...(marks.crop ? [...cropMarks(page), ...foldMarks(page, sheet.folds), ...cutMarks(page, sheet.cuts)] : []),
    ...(marks.registration ? targets(page, [...sheet.folds, ...sheet.cuts]) : []),
    ...(marks.colourBar ? colourBar(page, sheet) : []),
    ...(marks.slugLine ? slugLine(page, sheet, fonts) : []),
    ...(marks.crop && sheet.gripper > 0 ? gripperMark(page, sheet.gripper, fonts) : []),
  ];
  return { ...page, groups: [...page.groups, { block: '', items }] };
}

function line(x1: number, y1: number, x2: number, y2: number): Rule {
  return { kind: 'rule', x1, y1, x2, y2, weight: hairline, colour: all };
}

/** At each corner two lines along the trim, and two shorter ones along the bleed. */
function cropMarks({ width, height, bleed }: DisplayPage): Rule[] {
  const start = bleed + clear;
  const corner = (x: number, y: number, sx: number, sy: number): Rule[] => {
    const lines = [
      line(x + sx * start, y, x + sx * (start + cropLength), y),
      line(x, y + sy * start, x, y + sy * (start + cropLength)),
    ];
    if (bleed === 0) return lines;
    const [bx, by] = [x + sx * bleed, y + sy * bleed];
    return [
      ...lines,
      line(x + sx * start, by, x + sx * (start + bleedMarkLength), by),
      line(bx, y + sy * start, bx, y + sy * (start + bleedMarkLength)),
    ];
  };
  return [...corner(0, 0, -1, -1), ...corner(width, 0, 1, -1), ...corner(0, height, -1, 1), ...corner(width, height, 1, 1)];
}

const foldDashes = 3;

/** Broken lines above and below a fold. */
function foldMarks({ height, bleed }: DisplayPage, folds: readonly number[]): Rule[] {
  const dash = cropLength / (2 * foldDashes - 1);
  return folds.flatMap((x) =>
    Array.from({ length: foldDashes }, (_, i) => bleed + clear + 2 * i * dash).flatMap((from) => [
      line(x, -from, x, -from - dash),
      line(x, height + from, x, height + from + dash),
    ]),
  );
}

/** Whole lines above and below a cut between pages. */
function cutMarks({ height, bleed }: DisplayPage, cuts: readonly number[]): Rule[] {
  const [from, to] = [bleed + clear, bleed + clear + cropLength];
  return cuts.flatMap((x) => [line(x, -from, x, -to), line(x, height + from, x, height + to)]);
}

/** In the middle of each side; beside a fold or a cut where there is one. */
function targets({ width, height, bleed }: DisplayPage, partings: readonly number[]): Rule[] {
  const out = bleed + middle;
  const aside = partings.some((at) => Math.abs(at - width / 2) < 1) ? 2 * targetArm : 0;
  return [
    ...target(width / 2 + aside, -out),
    ...target(width / 2 + aside, height + out),
    ...target(-out, height / 2),
    ...target(width + out, height / 2),
  ];
}

function target(x: number, y: number): Rule[] {
  const at = (i: number) => {
    const angle = (2 * Math.PI * i) / ringSegments;
    return [x + targetRadius * Math.cos(angle), y + targetRadius * Math.sin(angle)] as const;
  };
  const ring = Array.from({ length: ringSegments }, (_, i) => line(...at(i), ...at(i + 1)));
  return [line(x - targetArm, y, x + targetArm, y), line(x, y - targetArm, x, y + targetArm), ...ring];
}

const ink = (c: number, m: number, y: number, k: number): Colour => ({ c, m, y, k });
const blackPatches = [1, 0.75, 0.5, 0.25].map((k) => ink(0, 0, 0, k));
/** Full tones, half tones, overprints, grey of three inks beside grey of black. */
const colourPatches = [
  ...[ink(0, 0, 0, 1), ink(1, 0, 0, 0), ink(0, 1, 0, 0), ink(0, 0, 1, 0)],
  ...[ink(0, 0, 0, 0.5), ink(0.5, 0, 0, 0), ink(0, 0.5, 0, 0), ink(0, 0, 0.5, 0)],
  ...[ink(1, 1, 0, 0), ink(1, 0, 1, 0), ink(0, 1, 1, 0)],
  ...[ink(0.4, 0.3, 0.3, 0), ink(0, 0, 0, 0.4)],
];

/** Above the page, left of its middle. */
function colourBar({ width, bleed }: DisplayPage, { spots, monochrome }: MarkedSheet): DisplayItem[] {
  const spotPatches = spots.map(({ name, colour }) => ({ ...colour, spot: name }));
  const patches: readonly Colour[] = monochrome ? blackPatches : [...colourPatches, ...spotPatches];
  const left = width * 0.08;
  const side = Math.min(patchSide, (width / 2 - 2 * targetArm - left) / patches.length);
  const y = -bleed - middle - side / 2;
  return patches.map((colour, i) => ({ kind: 'fill', x: left + i * side, y, width: side, height: side, colour }));
}

/** Below the page, left of its middle: what the sheet is, then each plate's letter in its own ink. */
function slugLine(page: DisplayPage, { slug, spots, monochrome }: MarkedSheet, fonts: FontSet): GlyphRun[] {
  const y = page.height + page.bleed + middle + slugSize * 0.35;
  const left = page.width * 0.08;
  const room = page.width / 2 - 2 * targetArm;
  const inks: readonly (readonly [string, Colour])[] = [
    ['C', ink(1, 0, 0, 0)],
    ['M', ink(0, 1, 0, 0)],
    ['Y', ink(0, 0, 1, 0)],
    ['K', ink(0, 0, 0, 1)],
    ...spots.map(({ name, colour }) => [name, { ...colour, spot: name }] as const),
  ];
  const plates = monochrome ? inks.slice(3, 4) : inks;
  const runs: GlyphRun[] = [];
  let x = left;
  for (const [text, colour] of [
    [`${slug}   `, all] as const,
    ...plates.map(([name, colour]) => [`${name}  `, colour] as const),
  ]) {
    const set = setLine(text, x, y, room, colour, fonts);
    runs.push(...set.runs);
    x = set.end;
  }
  return runs;
}

/** Below the page, right of its middle: an arrow to the edge that the gripper takes, and how much white it needs. */
function gripperMark({ width, height, bleed }: DisplayPage, gripper: number, fonts: FontSet): DisplayItem[] {
  const [x, from, to] = [width * 0.75, height + bleed + clear, height + bleed + clear + cropLength];
  const head = 1.2 * mm;
  const words = setLine(`咬口 ${gripper} mm`, x + 2 * mm, height + bleed + middle + slugSize * 0.35, width, all, fonts);
  return [line(x, from, x, to), line(x - head, to - head, x, to), line(x + head, to - head, x, to), ...words.runs];
}

/** One run for each face that fallback brings in; what does not fit is left out. */
export function setLine(text: string, start: number, y: number, right: number, colour: Colour, fonts: FontSet) {
  const runs: GlyphRun[] = [];
  let end = start;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    const { face, glyph } = fonts.resolve(codePoint, slugFace);
    const width = advance(face, glyph);
    if (end + width > right) break;
    if (character !== ' ') {
      const [glyphs, x, shown] = [Uint16Array.of(glyph), Float32Array.of(end), Uint32Array.of(codePoint)];
      runs.push({ kind: 'glyphs', face: face.id, size: slugSize, colour, glyphs, x, y, text: shown });
    }
    end += width;
  }
  return { runs, end };
}

const advance = (face: FaceMetrics, glyph: number): number => (face.advanceOf(glyph) * slugSize) / face.unitsPerEm;
