/**
 * Prices of what an editor would object to. One unit is a flaw that is only just noticed; prices add up, the cheapest page wins.
 * Rules of the trade behind them: headline scale, 碰题, 断版, 通线, column lengths, see also checks.ts.
 */
import type { Weight } from '../issue/types';

/** What an article is on its page. */
export type Rank = Exclude<Weight, 'auto'>;

/** White that nothing explains. A cell is one column wide and one row high; a whole row of them spoils a page. */
export const HOLE_CELL = 12;
/** A row that the text leaves empty over the longer arm of an L-shape: two ends close to each other look like a mistake. */
export const EMPTY_ARM_ROW = 10;
/**
 * White left at the foot of the page as one clean area, by its cells. The first row looks like a mistake and hurts as much as
 * text cut; once a filler or another story must stand there, some more hardly matters: a page is not stretched for its sake.
 */
export function footCost(cells: number): number {
  return cells < SEEN_CELLS ? FOOT * Math.cbrt(Math.max(0, cells)) : NOT_FULL + FOOT * Math.cbrt(cells);
}
const FOOT = 27;
/** What a page that could be full costs more, and from how many empty cells on it is not: fewer are half a per cent at most. */
const NOT_FULL = 60;
const SEEN_CELLS = 3;
/**
 * A story that somebody has to cut, dearer than any flaw of form, and each line of it that finds no place: once a page is cut,
 * some lines more in one story are little work, and give the lead its place back.
 */
export const CUT_STORY = 100;
export const OVERSET_LINE = 40;
/** A story that waits for another page, and each of its lines. */
export const LEFT_OFF_STORY = 60;
export const LEFT_OFF_LINE = 30;

/** Second, third … choice of a headline. */
export const NEXT_HEAD = 1.5;
/** A headline of three lines or more, by the line, where two lines would do. */
export const MANY_LINES = 7;
export const USUAL_LINES = 2;
/** The lead in a smaller headline than a wider place would give it, by the share that it loses: the page loses its hierarchy. */
export const WEAK_LEAD = 36;
/** Another headline close to the lead's in size, by the share of it above the one that reads as a step. */
export const RIVAL = 110;
export const RIVAL_FROM = 0.78;
/** Rows of white added around a headline, none to two: more is a hole. */
export const HEAD_WHITE = [0, 1, 3] as const;
/** A headline deeper than what stands below it, by the row: a big hat on a small head. */
export const TOP_HEAVY_ROW = 2;
/** Running the story beside a vertical headline: wanted now and then, not everywhere. */
export const VERTICAL_HEAD = 0;
/** The same beside many columns, where it looks lost. */
export const WIDE_VERTICAL_HEAD = 6;
/** A story in a tinted box; boxes around everything weigh on a page, so each further one costs more. */
export const BOX = 3;
export const FURTHER_BOX = 7;
export const FURTHER_VERTICAL = 8;
/** A headline on its picture: wanted now and then by the papers that have it at all, once on a page. */
export const ON_PICTURE = -3;
export const FURTHER_ON_PICTURE = 20;

/** Share of a photograph cropped away, squared: a quarter costs about 1.5, a half 6. */
export const CROP = 24;
/** Shapes that a photograph may be cropped to, width to height. */
export const FLATTEST_PICTURE = 2.4;
export const TALLEST_PICTURE = 0.8;
/** No picture loses more than this share of itself. */
export const MOST_CROP = 0.6;
/** A later picture of a story larger than its first. */
export const OUTGROWN_PICTURE = 2;
/** A picture of one column shows nothing but a face. */
export const STAMP_PICTURE = 5;
/** The lead's picture in less than half of the page's columns loses the page its centre, by the square of the columns that it lacks. */
export const SMALL_LEAD_PICTURE = 6;
/** Picture rows above which it leaves no page for the text. */
export const MOST_PICTURE_ROWS = 36;
/** The same for more than three pictures together. */
export const MOST_SET_ROWS = 56;
/** A picture left out though there is one; it stays in the stock and is reported. */
export const PICTURE_LEFT_OUT = 40;

/** Text columns: shorter than this they are no columns. */
export const LEAST_TEXT_ROWS = 4;
/** A text too short for that stands below its headline with two rows at least (背题). */
export const LEAST_ROWS_OF_SHORT_TEXT = 2;
/** Shorter than this they look chopped. */
export const SHORT_TEXT_ROWS = 7;
export const SHORT_COLUMN_ROW = 1.2;
/** Shorter than LEAST_TEXT_ROWS, by the row: a fringe under a headline, when a story fits no narrower place. */
export const FRINGE_ROW = 8;
/** Longer than this the eye tires, by the row. */
export const LONG_TEXT_ROWS = 40;
export const LONG_COLUMN_ROW = 0.35;

/** An L-shape must pay: it is harder to read than a rectangle. */
export const BITE = 1.5;
/** Arms that differ by fewer rows look like a mistake. */
export const SMALL_STEP_ROWS = 5;
export const SMALL_STEP = 3;
/** One long column that hangs on (尾巴): the eye loses it below the neighbour's headline. */
export const LONG_ARM_ROWS = 8;
export const HANGING_COLUMN = 6;

/** Rows by which a group, an advertisement or a box leaves its best height. */
export const OFF_BEST_ROW = 0.5;

/** Two horizontal headlines side by side at one height (碰题). */
export const COLLISION = 20;
/** Their rows only overlap. */
export const NEAR_COLLISION = 4;
/** Headlines whose tops differ by at most so many rows collide. */
export const COLLISION_ROWS = 3;
/** A straight gutter (断版) or rule (通线) through the whole type area. */
export const SPLIT_PAGE = 12;
export const THROUGH_RULE = 8;
/** Shares of the height or width from which a straight gutter or rule begins to be seen. */
export const STRAIGHT_FROM = 0.65;
/** Neighbours with the same width and the same headline. */
export const LOOK_ALIKE = 3;
/** The same width one below the other under as many lines, though in another size. */
export const TILE = 2.5;
/** All pictures in one half of the page. */
export const ONE_SIDED = 6;
/** The lead not at the top of the page. */
export const LEAD_LOW = 60;
/** The lead not beginning at the left. */
export const LEAD_RIGHT = 14;
/** A headline bigger than that of a story to which the editor gave more weight. */
export const OUTWEIGHED = 6;
/** A headline bigger than the lead's, and by each point. */
export const OUTSHINES = 30;
export const OUTSHINES_POINT = 8;
/** A story above or before one of higher rank, by rank. */
export const OUT_OF_ORDER = 3;
/** A story of which a column ends between lines that belong together. */
export const PARTED_LINES = 6;
/** A story that goes on in another block of its page, and one whose parts stand in the wrong order: no page at all. */
export const CONTINUED = 18;
export const BROKEN_CHAIN = 10_000;
/** Stories that want to stand together and do not touch. */
export const UNMET_WISH = 20;
/** An advertisement away from the foot of the page: rather some lines of text are cut. */
export const ADVERTISEMENT_HIGH = 250;
/** A notice away from the edge, 简讯 at the head of the page. */
export const NOTICE_HIGH = 10;
export const NOTICE_INSIDE = 4;
export const BRIEFS_FIRST = 8;
/** A photo group above the lead's text at the very top left. */
export const GROUP_FIRST = 6;

/** Prices of a block's width by its share of the page, by rank: `[share up to, price]`. */
const WIDTHS: Readonly<Record<Rank, readonly (readonly [number, number])[]>> = {
  lead: [
    [0.17, 150],
    [0.34, 50],
    [0.51, 8],
    [0.64, 3],
    [0.9, 0],
    [1, 1],
  ],
  major: [
    [0.17, 14],
    [0.26, 4],
    [0.67, 0],
    [0.9, 3],
    [1, 5],
  ],
  normal: [
    [0.17, 5],
    [0.51, 0],
    [0.67, 1.5],
    [0.9, 5],
    [1, 7],
  ],
  brief: [
    [0.17, 2],
    [0.34, 0],
    [0.51, 1],
    [1, 6],
  ],
};

/** What it costs to give a story of this rank `width` of the page's `columns`. */
export function widthCost(rank: Rank, width: number, columns: number): number {
  const share = width / columns;
  for (const [upTo, price] of WIDTHS[rank]) if (share <= upTo + 1e-6) return price;
  return 0;
}

/** What it costs to give a photo group so many of the page's columns. */
export function groupWidthCost(columns: number, pageColumns: number): number {
  if (columns === 1) return 20;
  if (columns === 2) return 6;
  return columns <= pageColumns / 2 || columns === pageColumns ? 3 : 0;
}

/** A group's smallest pictures are wide enough from so many columns on; what they lack counts by the column. */
const GROUP_PICTURE_COLUMNS = 1.4;
const SMALL_GROUP_PICTURE = 20;

/** Price of a group whose smallest pictures are `columns` wide, a fraction. */
export function groupPictureCost(columns: number): number {
  return Math.max(0, GROUP_PICTURE_COLUMNS - columns) * SMALL_GROUP_PICTURE;
}
