/**
 * Where a headline may be broken into lines by sense: at spaces and marks first, before or after a quotation or bracket,
 * never inside one, nor inside a Latin word or a number, nor right before a suffix or particle.
 */

import { isWord } from './head-words';

/** A headline broken into lines; `cost` compares ways of breaking the same headline, 0 is perfect. */
export interface HeadBreak {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** How often two characters stand side by side in the story: words of the headline are found again in its text. */
export type Cohesion = (left: string, right: string) => number;

const OPENERS = new Set('“‘（(《〈【「『〔［');
const CLOSERS = new Set('”’）)》〉】」』〕］');
/** Marks after which a line may well end, and which may never start one. */
const STOPS = new Set('，。、；：！？,.;:!?—…');
/** A line never starts with one of these: particles, and suffixes of places, offices and people. */
const SUFFIXES = new Set(
  '的地得了着过们吗呢吧啊呀之者性化率员家区县市省镇乡村街路巷站所局处部队会社院校馆厅室组团站点人日月年号届次名个位条件项场户座％%℃·们里内外中上下后前时间力度',
);
/** A line never ends with one of these: they lean on the word that follows. */
const PREFIXES = new Set(
  '第不没未把被将对向从在与和同为以让给跟及或是有可能会要请到由按每各这那更最很又再也都就还只一二三四五六七八九十百千万两几·老小阿',
);
/** A line starts well with one of these. */
const STARTERS = new Set('让把为在向与和从用给被助促共办打走开');

/** Largest difference between the lines of a headline, as a share of the longest; the writer's own breaks may differ more. */
const MOST_DIFFERENCE = 1 / 3;
const MOST_DIFFERENCE_AT_SPACES = 0.6;

const COST = {
  space: 0,
  stop: 0.02,
  /** Before an opening or after a closing quote or bracket. */
  quotation: 0.12,
  /** Between two characters that no rule holds together. */
  plain: 0.3,
  starter: -0.1,
  /** For each time that the two characters stand together in the text, up to a most. */
  cohesion: 0.35,
  mostCohesion: 1.05,
  difference: 0.5,
  /** For a space of the writer inside a line of a headline that is broken elsewhere. */
  spaceInside: 0.8,
};

/** A longer text is not broken by sense: nobody reads it as a headline, and the ways of breaking it are too many. */
const MOST_CHARACTERS = 120;

/** Ways of breaking a headline into `count` lines, best first, at most three; empty when the rules allow none. */
export function breakHeadline(text: string, count: number, cohesion: Cohesion): HeadBreak[] {
  const characters = [...text.trim()];
  if (count === 1) return [{ lines: [characters.join('')], cost: 0 }];
  if (characters.length > MOST_CHARACTERS) return [];
  const search: Search = {
    characters,
    places: breakPlaces(characters, cohesion),
    count,
    even: roughWidth(characters) / count,
    found: [],
  };
  tryBreaks(search, [], 0);
  return search.found.sort((a, b) => a.cost - b.cost).slice(0, 3);
}

interface Place {
  /** Index of the character that starts the next line. */
  readonly at: number;
  readonly cost: number;
}

interface Search {
  readonly characters: readonly string[];
  readonly places: readonly Place[];
  readonly count: number;
  /** Width of each line if all were equal, em. */
  readonly even: number;
  readonly found: HeadBreak[];
}

/** Tries every place for the next break near the even division, and keeps what ends up balanced. */
function tryBreaks(search: Search, cuts: readonly Place[], from: number): void {
  const { characters, places, count, even, found } = search;
  if (cuts.length === count - 1) {
    const broken = assemble(characters, cuts);
    if (broken) found.push(broken);
    return;
  }
  for (const place of places) {
    if (place.at <= from) continue;
    const width = roughWidth(characters.slice(from, place.at));
    if (width > even * LINE_RANGE.most) return;
    if (width >= even * LINE_RANGE.least) tryBreaks(search, [...cuts, place], place.at);
  }
}

/** Lines narrower or wider than this, as shares of the even width, can never be balanced. */
const LINE_RANGE = { least: 0.55, most: 1.45 };

/** Two phrases in a line: a space that does not stand between Latin words. */
const PHRASES = /[^\x20-\x7e][ \u3000]|[ \u3000][^\x20-\x7e]/u;

function assemble(all: readonly string[], cuts: readonly Place[]): HeadBreak | undefined {
  const ends = [...cuts.map((cut) => cut.at), all.length];
  const lines = ends.map((end, i) =>
    all
      .slice(i === 0 ? 0 : ends[i - 1], end)
      .join('')
      .trim(),
  );
  const widths = lines.map((line) => roughWidth([...line]));
  const longest = Math.max(...widths);
  const difference = (longest - Math.min(...widths)) / longest;
  const atSpaces = cuts.every((cut) => cut.cost === COST.space);
  if (!(difference <= (atSpaces ? MOST_DIFFERENCE_AT_SPACES : MOST_DIFFERENCE))) return undefined;
  const inside = lines.filter((line) => PHRASES.test(line)).length;
  const cost = cuts.reduce((sum, cut) => sum + cut.cost, 0) + difference * COST.difference + inside * COST.spaceInside;
  return { lines, cost };
}

function breakPlaces(characters: readonly string[], cohesion: Cohesion): Place[] {
  const places: Place[] = [];
  const depths = quotationDepths(characters);
  for (let at = 1; at < characters.length; at++) {
    if (depths[at] > 0) continue;
    const cost = placeCost(characters[at - 1], characters[at], cohesion);
    if (cost !== undefined) places.push({ at, cost });
  }
  return places;
}

/** Open quotations and brackets before each character; an opener that is never closed opens nothing. */
function quotationDepths(characters: readonly string[]): number[] {
  const depths = new Array<number>(characters.length).fill(0);
  const open: number[] = [];
  characters.forEach((character, at) => {
    if (OPENERS.has(character)) open.push(at);
    if (!CLOSERS.has(character)) return;
    const start = open.pop();
    if (start !== undefined) for (let inside = start + 1; inside <= at; inside++) depths[inside]++;
  });
  return depths;
}

/** Cost of a break between two characters; undefined where the rules forbid one. */
function placeCost(left: string, right: string, cohesion: Cohesion): number | undefined {
  if (isSpace(right)) return undefined;
  if (isSpace(left)) return COST.space;
  if (STOPS.has(right) || CLOSERS.has(right) || OPENERS.has(left)) return undefined;
  if (STOPS.has(left)) return COST.stop;
  if (isDigit(left) || (isLatin(left) && isLatin(right))) return undefined;
  if (OPENERS.has(right) || CLOSERS.has(left)) return COST.quotation;
  if (left === right || SUFFIXES.has(right) || PREFIXES.has(left) || isWord(left, right)) return undefined;
  const together = Math.min(COST.mostCohesion, COST.cohesion * cohesion(left, right));
  return COST.plain + together + (STARTERS.has(right) ? COST.starter : 0);
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\u3000';
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isLatin(character: string): boolean {
  return character < '\u0300' && !isSpace(character);
}

/** Width in em as a headline sets it: marks and Latin half, Han full. */
export function roughWidth(characters: readonly string[]): number {
  let width = 0;
  for (const character of characters) {
    const half = character < '\u0300' || OPENERS.has(character) || CLOSERS.has(character) || STOPS.has(character);
    width += half ? 0.5 : 1;
  }
  return width;
}

/** Counts pairs of characters over the story's text. */
export function cohesionOf(texts: Iterable<string>): Cohesion {
  const pairs = new Map<string, number>();
  for (const text of texts) {
    let left = '';
    for (const right of text) {
      pairs.set(left + right, (pairs.get(left + right) ?? 0) + 1);
      left = right;
    }
  }
  return (left, right) => pairs.get(left + right) ?? 0;
}
