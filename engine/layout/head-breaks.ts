/** Breaks a headline into lines by sense: of all places where a line may end, those that make lines of like length. */
import { type HeadPlace, headPlaces, roughWidth } from './head-places';
import type { HeadSense } from './head-sense';

/** A headline broken into lines; `cost` compares ways of breaking the same headline, 0 is perfect. */
export interface HeadBreak {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Largest difference between the lines of a headline, as a share of the longest; phrases may differ more. */
const MOST_DIFFERENCE = 0.5;
const MOST_DIFFERENCE_OF_PHRASES = 0.6;

/** For lines that differ by the whole measure; more for what is beyond a third, where phrases do not ask for it. */
const DIFFERENCE = 0.5;
const UNLIKE = { from: 1 / 3, cost: 3 };
/** For a space of the writer inside a line of a headline that is broken elsewhere. */
const SPACE_INSIDE = 0.8;

/** For a mark inside a line of a headline that is broken elsewhere. */
const STOP_INSIDE = 0.4;

/** A longer text is not broken by sense: nobody reads it as a headline, and the ways of breaking it are too many. */
const MOST_CHARACTERS = 120;
/** Ways that are told apart; later ones are worse. */
const MOST_WAYS = 3;

/** Ways of breaking a headline into `count` lines, best first, at most three; empty when the rules allow none. */
export function breakHeadline(text: string, count: number, sense: HeadSense): HeadBreak[] {
  const trimmed = text.trim();
  if (count === 1) return [{ lines: [trimmed], cost: 0 }];
  if (trimmed.length > MOST_CHARACTERS) return [];
  const search: Search = {
    text: trimmed,
    places: headPlaces(trimmed, sense),
    count,
    even: roughWidth(trimmed) / count,
    found: [],
  };
  tryBreaks(search, [], 0);
  return search.found.sort((a, b) => a.cost - b.cost).slice(0, MOST_WAYS);
}

interface Search {
  readonly text: string;
  readonly places: readonly HeadPlace[];
  readonly count: number;
  /** Width of each line if all were equal, em. */
  readonly even: number;
  readonly found: HeadBreak[];
}

/** Tries every place for the next break near the even division, and keeps what ends up balanced. */
function tryBreaks(search: Search, cuts: readonly HeadPlace[], from: number): void {
  const { text, places, count, even, found } = search;
  if (cuts.length === count - 1) {
    const broken = assemble(text, cuts);
    if (broken) found.push(broken);
    return;
  }
  for (const place of places) {
    if (place.at <= from) continue;
    const width = roughWidth(text.slice(from, place.at));
    if (width > even * LINE_RANGE.most) return;
    if (width >= even * LINE_RANGE.least) tryBreaks(search, [...cuts, place], place.at);
  }
}

/** Lines narrower or wider than this, as shares of the even width, can never be balanced. */
const LINE_RANGE = { least: 0.55, most: 1.45 };

/** Two phrases in a line: a space that does not stand between Latin words. */
const PHRASES = /[^\x20-\x7e][ \u3000]|[ \u3000][^\x20-\x7e]/u;

/** Clauses in a line: a mark with text on both sides, that ends no quotation. */
const CLAUSES = /[，：；。！？][^，：；。！？”’」』）》]/u;

function assemble(text: string, cuts: readonly HeadPlace[]): HeadBreak | undefined {
  const ends = [...cuts.map((cut) => cut.at), text.length];
  const lines = ends.map((end, i) => text.slice(i === 0 ? 0 : ends[i - 1], end).trim());
  const widths = lines.map(roughWidth);
  const longest = Math.max(...widths);
  const difference = (longest - Math.min(...widths)) / longest;
  const phrases = cuts.every((cut) => cut.phrase);
  if (!(difference <= (phrases ? MOST_DIFFERENCE_OF_PHRASES : MOST_DIFFERENCE))) return undefined;
  const inside = lines.filter((line) => PHRASES.test(line)).length;
  const clauses = lines.filter((line) => CLAUSES.test(line)).length;
  const unlike = phrases ? 0 : Math.max(0, difference - UNLIKE.from) * UNLIKE.cost;
  const breaks = cuts.reduce((sum, cut) => sum + cut.cost, 0);
  return { lines, cost: breaks + difference * DIFFERENCE + unlike + inside * SPACE_INSIDE + clauses * STOP_INSIDE };
}

/**
 * Fills lines up to a width that `fits` tells, ending each at the last place by sense; a piece that is too wide for a line
 * of its own stands on one by itself. For texts that no balanced way of breaking suits.
 */
export function fillLines(text: string, sense: HeadSense, fits: (line: string) => boolean): string[] {
  const ends = [...headPlaces(text, sense).map(({ at }) => at), text.length];
  const lines: string[] = [];
  let from = 0;
  let last = 0;
  for (const end of ends) {
    if (last > from && !fits(text.slice(from, end).trim())) {
      lines.push(text.slice(from, last).trim());
      from = last;
    }
    last = end;
  }
  return [...lines, text.slice(from).trim()].filter((line) => line !== '');
}
