/** Headline classes of the page design as data. Points for a 9 pt body; tracking in em; a class scales with the body size. */
import type { ArticleForm } from '../issue/types';
import { FACE } from './faces';
import { DESIGN_PITCH } from './grid';

export type HeadClass = ArticleForm['head'];

/** A part of the stack: its face, and the sizes that it may take, largest (the wished one) first. */
export interface HeadPart {
  readonly face: string;
  readonly sizes: readonly number[];
  readonly tracking: number;
}

export interface HeadStyle {
  readonly kicker: HeadPart;
  readonly headline: HeadPart;
  readonly deck: HeadPart;
  /** White above the first line, then between kicker and headline, headline lines, headline and deck. */
  readonly top: number;
  readonly kickerGap: number;
  readonly lineGap: number;
  readonly deckGap: number;
  /** Lines of headline: the number that looks right, and the most. */
  readonly idealLines: number;
  readonly mostLines: number;
  readonly align: 'centre' | 'left';
}

/** Classes for large stories: on pages wider than the design's they grow with the page. */
export const GROWING: ReadonlySet<HeadClass> = new Set(['lead', 'inside', 'second', 'wide', 'picture']);
/** Type area that the sizes are stated for, points, and the most that larger pages may add. */
export const DESIGN_WIDTH = 639;
export const MOST_GROWTH = 1.3;

/** White below the stack at least, points. */
export const HEAD_FOOT = 11;
/** Share of the measure that a headline line may fill, and the shares between which it looks right. */
export const HEAD_FILL = { most: 0.9, low: 0.65, high: 0.85 };
/** Narrowest horizontal scale of a headline that fits no other way. */
export const LEAST_STRETCH = 0.9;

const kaiMedium = (sizes: readonly number[], tracking = 0.03): HeadPart => ({ face: FACE.kaiMedium, sizes, tracking });

/**
 * The author's name as the last line of the stack, and the white above it. Below a vertical headline it is set in the
 * text's size, on a row of the text with a blank one below it; `depth` is white and rows from the headline on.
 */
export const AUTHOR = {
  part: { face: FACE.kai, sizes: [10.5, 10, 9.5, 9], tracking: 0.06 },
  gap: 7,
  vertical: { size: 9, rows: 2, depth: 6 + 2 * DESIGN_PITCH },
} as const;

export const HEAD_STYLES: Readonly<Record<HeadClass, HeadStyle>> = {
  lead: {
    kicker: { face: FACE.heiMedium, sizes: [16, 15, 14, 13, 12], tracking: 0.06 },
    headline: { face: FACE.songBlack, sizes: [44, 42, 40, 38, 36, 34, 32, 30, 28, 26], tracking: 0.03 },
    deck: kaiMedium([14, 13, 12, 11]),
    top: 3,
    kickerGap: 10.5,
    lineGap: 8,
    deckGap: 9.5,
    idealLines: 1,
    mostLines: 2,
    align: 'centre',
  },
  inside: {
    kicker: kaiMedium([16, 15, 14, 13, 12], 0.12),
    headline: { face: FACE.songBlack, sizes: [36, 34, 32, 30, 28, 26, 24], tracking: 0.03 },
    deck: kaiMedium([14, 13, 12, 11]),
    top: 6,
    kickerGap: 9,
    lineGap: 6,
    deckGap: 8,
    idealLines: 2,
    mostLines: 4,
    align: 'centre',
  },
  second: {
    kicker: kaiMedium([14, 13, 12, 11, 10], 0.03),
    headline: { face: FACE.songBold, sizes: [26, 24, 22, 21, 20, 18], tracking: 0.04 },
    deck: kaiMedium([11, 10.5, 10], 0.02),
    top: 3.5,
    kickerGap: 6,
    lineGap: 5,
    deckGap: 5,
    idealLines: 2,
    mostLines: 3,
    align: 'centre',
  },
  wide: {
    kicker: kaiMedium([13, 12, 11, 10], 0.06),
    headline: { face: FACE.heiBold, sizes: [28, 26, 24, 22, 21, 20, 18], tracking: 0.03 },
    deck: kaiMedium([12, 11, 10.5], 0.02),
    top: 12,
    kickerGap: 7,
    lineGap: 6,
    deckGap: 7,
    idealLines: 1,
    mostLines: 2,
    align: 'centre',
  },
  single: {
    kicker: kaiMedium([10, 9.5, 9], 0),
    headline: { face: FACE.heiBold, sizes: [14, 13, 12, 11, 10.5], tracking: 0 },
    deck: kaiMedium([10, 9.5, 9], 0),
    top: 3,
    kickerGap: 3,
    lineGap: 2,
    deckGap: 3,
    idealLines: 2,
    mostLines: 4,
    align: 'centre',
  },
  box: {
    kicker: kaiMedium([11, 10.5, 10], 0.02),
    headline: { face: FACE.heiBold, sizes: [18, 17, 16, 15, 14, 13, 12], tracking: 0.02 },
    deck: kaiMedium([10.5, 10], 0.02),
    top: 2,
    kickerGap: 4,
    lineGap: 5,
    deckGap: 4,
    idealLines: 2,
    mostLines: 3,
    align: 'left',
  },
  picture: {
    kicker: { face: FACE.heiBold, sizes: [16, 15, 14, 13, 12], tracking: 0.06 },
    headline: { face: FACE.heiBlack, sizes: [44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22], tracking: 0.04 },
    deck: { face: FACE.heiBold, sizes: [14, 13, 12], tracking: 0.03 },
    top: 0,
    kickerGap: 9,
    lineGap: 8,
    deckGap: 9,
    idealLines: 1,
    mostLines: 2,
    align: 'centre',
  },
  vertical: {
    kicker: kaiMedium([12.5, 12, 11, 10], 0.12),
    headline: { face: FACE.heiBlack, sizes: [32, 30, 28, 26, 24, 22, 20, 18], tracking: 0.06 },
    deck: kaiMedium([10.5, 10], 0.06),
    top: 4,
    kickerGap: 0,
    lineGap: 0,
    deckGap: 0,
    idealLines: 2,
    mostLines: 2,
    align: 'centre',
  },
};
