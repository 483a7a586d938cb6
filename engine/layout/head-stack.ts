/** A headline stack: kicker, headline, deck, author, one below the other, with sizes chosen so that every line fits the measure. */
import type { FontSet } from '../fonts/types';
import type { Article } from '../issue/types';
import { authorOf } from './body';
import { columnsWidth, type Grid } from './grid';
import { breakHeadline, fillLines } from './head-breaks';
import { type HeadManner, phrases, shownLine } from './head-manner';
import type { HeadSense } from './head-sense';
import { compose, displayStyle, type SetLine, setOnOneLine } from './set-text';
import {
  AUTHOR,
  DESIGN_WIDTH,
  GROWING,
  HEAD_FILL,
  HEAD_FOOT,
  HEAD_STYLES,
  type HeadClass,
  type HeadPart,
  MOST_GROWTH,
} from './styles';

export interface StackLine {
  readonly part: 'kicker' | 'headline' | 'deck' | 'author';
  readonly text: string;
  readonly size: number;
  readonly set: SetLine;
  /** Horizontal scale. */
  readonly stretch: number;
  /** From where the line would stand to where a stepped one does, points to the right. */
  readonly shift: number;
  /** Top of the line's em box below the top of the stack, points. */
  readonly top: number;
}

export interface HeadStack {
  readonly lines: readonly StackLine[];
  /** Depth with the white above the first line and below the last, points. */
  readonly depth: number;
  /** Headline size in points and the share of the measure that the widest headline line fills. */
  readonly size: number;
  readonly fill: number;
}

/** White below a stack beyond its own that is not divided, points of a 9 pt body. */
const BELOW = 8;

/** How far down a stack stands in rows deeper than it asks for: half of what makes the white below it a hole goes above it. */
export function stackShift({ depth }: HeadStack, room: number, scale: number): number {
  return Math.max(0, room - depth - BELOW * scale) / 2;
}

/** What setting a headline needs. `scale` is the body size over 9 pt; for a horizontal stack `classScale`. */
export interface HeadSetting {
  readonly scale: number;
  readonly fonts: FontSet;
  readonly sense: HeadSense;
  readonly manner: HeadManner;
  /** Horizontal scale that the form asks of the headline's own lines. */
  readonly stretch: number;
}

/** Scale of a class's sizes on a page: the body's, and for classes that grow the root of the page's width above the design's. */
export function classScale(grid: Grid, head: HeadClass): number {
  if (!GROWING.has(head)) return grid.scale;
  const wider = columnsWidth(grid, grid.spec.columns) / (DESIGN_WIDTH * grid.scale);
  return grid.scale * Math.min(MOST_GROWTH, Math.max(1, Math.sqrt(wider)));
}

/** What a horizontal stack is built for; the measure in points. */
export interface StackPlace extends HeadSetting {
  readonly head: HeadClass;
  readonly measure: number;
}

/** Builds the stack with a headline of these lines at this size; lines too wide for it are narrowed, then broken anywhere. */
export function buildStack(
  place: StackPlace,
  article: Article,
  headline: readonly string[],
  size: number,
  deck: boolean,
): HeadStack {
  const style = HEAD_STYLES[place.head];
  const lines: StackLine[] = [];
  let depth = style.top * place.scale;
  const add = (part: StackLine['part'], set: readonly FittedLine[], gapBefore: number, gapBetween: number) => {
    set.forEach((line, i) => {
      depth += (i === 0 ? (lines.length > 0 ? gapBefore : 0) : gapBetween) * place.scale;
      lines.push({ ...line, part, top: depth, shift: 0 });
      depth += line.size;
    });
  };
  add('kicker', fitPart(place, style.kicker, phrases(article.kicker)), 0, style.lineGap);
  add('headline', headlineLines(place, style.headline, headline, size), style.kickerGap, style.lineGap);
  if (deck) add('deck', fitPart(place, style.deck, phrases(article.deck)), style.deckGap, style.deckGap / 2);
  add('author', fitPart(place, AUTHOR.part, phrases(authorOf(article))), AUTHOR.gap, style.lineGap);
  const widest = lines.filter((line) => line.part === 'headline').map((line) => line.set.width * line.stretch);
  const stepped = place.manner.stepped && style.align === 'centre' ? inSteps(lines, place.measure, size) : lines;
  return {
    lines: stepped,
    depth: depth + HEAD_FOOT * place.scale,
    size,
    fill: Math.max(0, ...widest) / place.measure,
  };
}

/** Largest step from one line to the next, em of the headline. */
const MOST_STEP = 1.5;

/** Each headline line further right than the one above (梯形); the group stays centred and inside the measure. */
function inSteps(lines: readonly StackLine[], measure: number, size: number): StackLine[] {
  const widths = lines.filter(({ part }) => part === 'headline').map(({ set, stretch }) => set.width * stretch);
  const steps = widths.length - 1;
  if (steps < 1) return [...lines];
  const step = Math.max(0, Math.min(MOST_STEP * size, (measure - Math.max(...widths)) / steps));
  const width = Math.max(...widths.map((own, i) => own + i * step));
  let next = 0;
  return lines.map((line) => {
    if (line.part !== 'headline') return line;
    const i = next++;
    return { ...line, shift: (widths[i]! - width) / 2 + i * step };
  });
}

type FittedLine = Omit<StackLine, 'part' | 'top' | 'shift'>;

/** Size at which a text is measured once; widths are proportional to the size. */
const MEASURED_AT = 100;

/** Width of one line of a part at a size and tracking (em), points. */
export function lineWidth(place: StackPlace, part: HeadPart, text: string, size: number, tracking = part.tracking): number {
  return (setPart(place, part, text, MEASURED_AT, tracking).width * size * scaleOf(place, part)) / MEASURED_AT;
}

/** Kickers and decks keep the shape of their type. */
function scaleOf(place: StackPlace, part: HeadPart): number {
  return part === HEAD_STYLES[place.head].headline ? place.stretch : 1;
}

function setPart(place: StackPlace, part: HeadPart, text: string, size: number, tracking: number): SetLine {
  return setOnOneLine([{ text: shownLine(text, place.manner), face: part.face }], size, tracking, place.fonts);
}

function headlineLines(place: StackPlace, part: HeadPart, lines: readonly string[], size: number): FittedLine[] {
  return lines.filter((line) => line.trim() !== '').flatMap((line) => fitAtSize(place, part, line, size));
}

/** A kicker or deck: the largest size at which it stands on one line, at the smallest over the whole measure; otherwise on two or three. */
function fitPart(place: StackPlace, part: HeadPart, text: string): FittedLine[] {
  if (text === '') return [];
  const sizes = part.sizes.map((size) => size * place.scale);
  const width = lineWidth(place, part, text, 1);
  const size = sizes.find((size) => width * size <= place.measure * HEAD_FILL.most);
  if (size !== undefined) return [fitted(place, part, text, size)];
  const least = sizes.at(-1)!;
  if (width * least <= place.measure) return [fitted(place, part, text, least)];
  for (const count of [2, 3]) {
    for (const { lines } of breakHeadline(text, count, place.sense)) {
      const fits = lines.every((line) => lineWidth(place, part, line, least) <= place.measure);
      if (fits) return lines.map((line) => fitted(place, part, line, least));
    }
  }
  return fitAtSize(place, part, text, least);
}

/**
 * One line if it fits, its tracking taken off first and then narrowed as far as the paper allows; otherwise lines that end
 * by sense where they can.
 */
function fitAtSize(place: StackPlace, part: HeadPart, text: string, size: number): FittedLine[] {
  const width = lineWidth(place, part, text, size);
  if (width <= place.measure) return [fitted(place, part, text, size)];
  const solid = lineWidth(place, part, text, size, Math.min(0, part.tracking));
  if (solid <= place.measure) {
    // 2 % of an em nearer than needed, so that rounding never makes the line too wide.
    const tracking = part.tracking * Math.max(0, (place.measure - solid) / (width - solid) - 0.02);
    return [fitted(place, part, text, size, tracking)];
  }
  const narrowed = place.measure / solid;
  if (narrowed >= Math.min(1, place.manner.narrowest / scaleOf(place, part))) {
    return [fitted(place, part, text, size, Math.min(0, part.tracking), narrowed)];
  }
  const lines = fillLines(text.trim(), place.sense, (line) => lineWidth(place, part, line, size) <= place.measure);
  if (lines.length > 1) return lines.flatMap((line) => fitAtSize(place, part, line, size));
  return composed(place, part, text, size);
}

/** A piece wider than the measure that no rule allows to break: broken where running text may be. */
function composed(place: StackPlace, part: HeadPart, text: string, size: number): FittedLine[] {
  const style = { ...displayStyle(size, part.tracking), measure: place.measure / scaleOf(place, part) };
  const paragraph = compose([{ text: phrases(text), face: part.face }], style, place.fonts);
  return paragraph.lines.map((line) => {
    const own = paragraph.text.slice(line.start, line.end);
    // A character wider than its column: rather too narrow than over its neighbour.
    const least = Math.min(1, place.measure / lineWidth(place, part, own, size));
    return fitted(place, part, own, size, part.tracking, least);
  });
}

function fitted(
  place: StackPlace,
  part: HeadPart,
  text: string,
  size: number,
  tracking = part.tracking,
  narrowed = 1,
): FittedLine {
  return { text: phrases(text), size, set: setPart(place, part, text, size, tracking), stretch: narrowed * scaleOf(place, part) };
}
