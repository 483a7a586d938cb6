import { BreakKind } from './breaks';
import type { Cells } from './cells';
import {
  CharacterClass as C,
  IS_BREAKING_SPACE,
  IS_CLOSING,
  IS_HALF_BODIED,
  IS_HAN,
  IS_LATIN,
  TAKES_LATIN_GAP,
} from './character-classes';
import type { Characters } from './collect';
import type { Scratch } from './scratch';
import type { ParagraphStyle, StyledText } from './types';

/** What a gap gives when a line is too long, in the order in which they are asked (CLREQ §3.1.6, 压缩). */
export const Give = { None: 0, WordSpace: 1, Dot: 2, Bracket: 3, Stop: 4, LatinGap: 5, Ender: 6 } as const;
export const GIVE_COUNT = 7;

/** What a gap takes when a line is too short (拉伸). */
export const Take = {
  /** Nothing: inside a unit. */
  None: 0,
  WordSpace: 1,
  LatinGap: 2,
  /** Between two characters without white of their own. */
  Bare: 3,
  /** Beside the white of a mark: opens further than others before they open too far. */
  Marked: 4,
  /** Inside a word or a number: nothing. */
  Letter: 5,
  /** Inside one that had to be broken: opens on the lines that it is broken over. */
  Opened: 6,
} as const;

/** Fourth stage: the gap after each character, with what it may give and take. Points. */
export interface Gaps {
  readonly natural: Float64Array;
  readonly give: Float64Array;
  readonly giveKind: Uint8Array;
  readonly takeKind: Uint8Array;
  /** How far word spaces and CJK–Latin gaps widen before other gaps do, points (0 for others). */
  readonly take: Float64Array;
  /** White of a full-width mark at a line's end, kept if there is room. */
  readonly endWhite: Float64Array;
}

/** Word space, em: natural, least, most. ⅓ lies between CLREQ's ¼ and ½ and gives both ways. */
export const WORD_SPACE = 1 / 3;
const WORD_SPACE_LEAST = 1 / 4;
const WORD_SPACE_MOST = 1 / 2;
/** CJK–Latin gap, em (CLREQ §3.2.2). */
const LATIN_GAP_LEAST = 1 / 8;
const LATIN_GAP_MOST = 1 / 2;
/** White between a closing and an opening mark, em: two halves lose one (CLREQ §3.1.6.1). */
const PAIR_WHITE = 1 / 2;

/** Finds the gap between each character and the next. */
export function findGaps(
  characters: Characters,
  texts: readonly StyledText[],
  cells: Cells,
  breaks: Uint8Array,
  style: ParagraphStyle,
  scratch: Scratch,
): Gaps {
  const { count, classes, sources } = characters;
  const gaps: Gaps = {
    natural: scratch.float64('gaps', count),
    give: scratch.float64('give', count),
    giveKind: scratch.uint8('giveKind', count),
    takeKind: scratch.uint8('takeKind', count),
    take: scratch.float64('take', count),
    endWhite: cells.whiteAfter,
  };
  const tracking = style.tracking;
  for (let i = 0; i + 1 < count; i++) {
    const a = classes[i]!;
    const b = classes[i + 1]!;
    const kind = breaks[i + 1]!;
    if (kind === BreakKind.Welded && !IS_BREAKING_SPACE[b]) continue;
    const em = cells.sizes[sources[i]!]!;
    if (tracking !== 0) gaps.natural[i] = tracking * em;
    if (IS_HAN[a] && IS_HAN[b]) gaps.takeKind[i] = kind === BreakKind.Unit ? Take.None : Take.Bare;
    else setGap(gaps, cells, i, a, b, em, style);
    if (a === C.Space && texts[sources[i]!]!.closes && IS_HAN[classes[i - 1]!] && IS_HAN[b]) gaps.give[i] = WORD_SPACE * em;
  }
  return gaps;
}

function setGap(gaps: Gaps, cells: Cells, i: number, a: number, b: number, em: number, style: ParagraphStyle): void {
  if (a === C.Space || a === C.NoBreakSpace) {
    grow(gaps, i, WORD_SPACE * em, (WORD_SPACE - WORD_SPACE_LEAST) * em, Give.WordSpace);
    gaps.takeKind[i] = Take.WordSpace;
    gaps.take[i] = (WORD_SPACE_MOST - WORD_SPACE) * em;
    return;
  }
  if (IS_LATIN[a] && IS_LATIN[b]) gaps.takeKind[i] = Take.Letter;
  if (b === C.Space || b === C.NoBreakSpace || (IS_LATIN[a] && IS_LATIN[b])) return;
  if ((IS_HAN[a] && TAKES_LATIN_GAP[b]) || (IS_HAN[b] && TAKES_LATIN_GAP[a])) {
    setLatinGap(gaps, cells, i, TAKES_LATIN_GAP[a] ? i : i + 1, em, style);
    return;
  }
  const white = whiteBetween(cells, i, a, b, em);
  if (white > 0) grow(gaps, i, white, white, giverOf(a, b));
  if (a === C.Ender && b === C.Ender) return;
  const adjacent = IS_HALF_BODIED[a] === 1 && IS_HALF_BODIED[b] === 1;
  // Two marks with white between them take 1.5 em already (CLREQ §3.1.6.1); only those without it may open further.
  gaps.takeKind[i] = adjacent === (white === 0) ? Take.Marked : Take.Bare;
}

function grow(gaps: Gaps, i: number, natural: number, give: number, kind: number): void {
  gaps.natural[i] = gaps.natural[i]! + natural;
  gaps.give[i] = give;
  gaps.giveKind[i] = kind;
}

/** Signs as wide as a Han character (℃ ％) bring their own white. */
function setLatinGap(gaps: Gaps, cells: Cells, i: number, latin: number, em: number, style: ParagraphStyle): void {
  gaps.takeKind[i] = Take.Bare;
  if (cells.bodies[latin]! >= em || style.latinGap <= 0) return;
  const gap = style.latinGap * em;
  grow(gaps, i, gap, Math.max(0, gap - LATIN_GAP_LEAST * em), Give.LatinGap);
  gaps.takeKind[i] = Take.LatinGap;
  gaps.take[i] = Math.max(0, LATIN_GAP_MOST * em - gap);
}

/** Adjacent marks keep no white on the side of the bracketed text, and half an em between two brackets. */
function whiteBetween(cells: Cells, i: number, a: number, b: number, em: number): number {
  const after = cells.whiteAfter[i]!;
  const before = cells.whiteBefore[i + 1]!;
  if (!IS_HALF_BODIED[a] || !IS_HALF_BODIED[b]) return after + before;
  if (IS_CLOSING[a] && IS_CLOSING[b]) return 0;
  if (!IS_CLOSING[a] && !IS_CLOSING[b]) return 0;
  return Math.min(after + before, PAIR_WHITE * em);
}

function giverOf(a: number, b: number): number {
  if (a === C.Closer || b === C.Opener) return Give.Bracket;
  if (a === C.Dot || b === C.Dot) return Give.Dot;
  return a === C.Ender ? Give.Ender : Give.Stop;
}
