import type { Cells } from './cells';
import { CharacterClass as C } from './character-classes';
import type { Characters } from './collect';
import {
  END_WHITE_COST,
  GIVE_COST,
  gapCost,
  HANG_COST,
  LATIN_GAP_TAKE_COST,
  LETTERS_MOST,
  LOOSE_GAP,
  LOOSEST_GAP,
  LOOSEST_LETTERS,
  MARKED_MOST,
  RAGGED_COST,
  unfilledCost,
  WORD_SPACE_TAKE_COST,
} from './costs';
import { type Gaps, GIVE_COUNT, Take } from './gaps';
import type { Scratch } from './scratch';
import type { ParagraphStyle } from './types';

/** Rounding that is no difference, points. */
export const EPSILON = 1e-6;

/** How a line meets its measure: what each kind of gap gives or takes. */
export interface Adjustment {
  cost: number;
  /** Width before adjustment, points. */
  natural: number;
  /** Width after it. */
  set: number;
  /** Part of each kind of white that is squeezed out, 0–1, by `Give`. */
  readonly give: Float64Array;
  /** Part of the widening of word spaces and CJK–Latin gaps, 0–1. */
  word: number;
  latin: number;
  /** Added to every gap, points; and to those beside the white of a mark besides. */
  all: number;
  marked: number;
  /** Added between letters of an address or a word that is broken, points. */
  letters: number;
}

const HANGING = new Set([0x3001, 0xff0c, 0x3002]); // 、，。

/** Columns of the table of running totals; those of what gaps give stand first, in the order of `Give`. */
const WORD = 0; // no gap gives by kind 0
const LATIN = GIVE_COUNT;
const MARKED = GIVE_COUNT + 1;
const STRETCHABLE = GIVE_COUNT + 2;
const LETTERS = GIVE_COUNT + 3;
const STRIDE = GIVE_COUNT + 4;

/**
 * Fits a stretch of characters to a measure. All sums are running totals, so one fit costs the same however long the
 * line is.
 */
export class Fitter {
  /** Width of what stands before each place, points: the running total from which a line's start is taken. */
  readonly before: Float64Array;
  /** The same to a line's end at each place, without the gap there, with the white of a mark and a hyphen that is shown. */
  readonly upTo: Float64Array;
  /** The two for the least width that squeezing can reach, without the mark that may hang. */
  readonly leastBefore: Float64Array;
  readonly leastUpTo: Float64Array;
  private readonly sums: Float64Array;
  /** The last result gave something. */
  private squeezed = false;
  private readonly result: Adjustment = {
    cost: 0,
    natural: 0,
    set: 0,
    give: new Float64Array(GIVE_COUNT),
    word: 0,
    latin: 0,
    marked: 0,
    all: 0,
    letters: 0,
  };

  constructor(
    private readonly characters: Characters,
    private readonly cells: Cells,
    private readonly gaps: Gaps,
    private readonly style: ParagraphStyle,
    /** Width of the hyphen that is shown when a line ends after a character, points; none in most texts. */
    private readonly hyphens: Float64Array | undefined,
    scratch: Scratch,
  ) {
    const { count } = characters;
    this.sums = scratch.float64('sums', (count + 1) * STRIDE);
    this.before = scratch.float64('before', count + 1);
    this.upTo = scratch.float64('upTo', count + 1);
    this.leastBefore = scratch.float64('leastBefore', count + 1);
    this.leastUpTo = scratch.float64('leastUpTo', count + 1);
    fillTotals(this.sums, count, gaps);
    this.fillWidths(count);
  }

  private fillWidths(count: number): void {
    const { before, upTo, leastBefore, leastUpTo, hyphens } = this;
    const { bodies } = this.cells;
    const { natural, give } = this.gaps;
    let width = 0;
    let given = 0;
    for (let i = 0; i < count; i++) {
      const tight = width + bodies[i]! + (hyphens === undefined ? 0 : hyphens[i]!);
      upTo[i + 1] = tight + this.endWhite(i + 1);
      leastUpTo[i + 1] = tight - given - this.hangable(i + 1);
      width += bodies[i]! + natural[i]!;
      given += give[i]!;
      before[i + 1] = width;
      leastBefore[i + 1] = width - given;
    }
  }

  private total(column: number, start: number, end: number): number {
    return this.sums[end * STRIDE + column]! - this.sums[start * STRIDE + column]!;
  }

  /** Width of characters start … end−1 on one line, points, with the white of a mark at the end. */
  natural(start: number, end: number): number {
    return this.upTo[end]! - this.before[start]!;
  }

  /** A full-width mark keeps its white at a line's end while there is room; a middle dot stands flush. */
  private endWhite(end: number): number {
    const white = this.gaps.endWhite[end - 1]!;
    return white > 0 && this.characters.classes[end - 1] === C.Dot ? 0 : white;
  }

  /** Least width that squeezing can reach, without the mark that may hang. */
  least(start: number, end: number): number {
    return this.leastUpTo[end]! - this.leastBefore[start]!;
  }

  private hangable(end: number): number {
    return this.style.hang && HANGING.has(this.characters.codePoints[end - 1]!) ? this.cells.bodies[end - 1]! : 0;
  }

  /**
   * What a line of characters start … end−1 must give or take to fill `measure`, points; a paragraph's last line takes
   * nothing. The cost is Infinity when squeezing is not enough. The result is overwritten by the next call.
   *
   * @param broken the line begins or ends inside an address or a word, whose letters open with the other gaps
   */
  fit(start: number, end: number, measure: number, last: boolean, broken = false): Adjustment {
    const r = this.result;
    r.natural = r.set = this.natural(start, end);
    r.cost = r.word = r.latin = r.marked = r.all = r.letters = 0;
    if (this.squeezed) r.give.fill(0);
    this.squeezed = false;
    const missing = measure - r.natural;
    if (missing < -EPSILON) this.squeeze(start, end, -missing);
    else if (missing > EPSILON && !last) this.open(start, end, missing, broken);
    return r;
  }

  private squeeze(start: number, end: number, excess: number): void {
    const r = this.result;
    r.set -= excess;
    const endWhite = Math.min(excess, this.endWhite(end));
    if (endWhite > 0) r.cost += END_WHITE_COST;
    let rest = excess - endWhite;
    this.squeezed = true;
    for (let kind = 1; kind < GIVE_COUNT && rest > EPSILON; kind++) {
      const room = this.total(kind, start, end - 1);
      if (room <= EPSILON) continue;
      const part = Math.min(1, rest / room);
      r.give[kind] = part;
      r.cost += GIVE_COST[kind]! * part * part;
      rest -= part * room;
    }
    if (rest <= EPSILON) return;
    if (rest <= this.hangable(end) + EPSILON) this.hangOut(start, end);
    else r.cost = Infinity;
  }

  /** Sets the line without the mark at its end, which hangs in the margin. */
  private hangOut(start: number, end: number): void {
    const { set: measure, natural } = this.result;
    const r = this.fit(start, end - 1, measure, false);
    r.cost += HANG_COST;
    r.natural = natural;
    r.set += this.hangable(end);
  }

  private open(start: number, end: number, missing: number, broken: boolean): void {
    const r = this.result;
    const em = this.style.size;
    if (this.style.align !== 'justify') {
      r.cost = (RAGGED_COST * missing) / em;
      return;
    }
    const last = end - 1;
    let rest = missing;
    const word = this.total(WORD, start, last);
    if (word > EPSILON) {
      r.word = Math.min(1, rest / word);
      rest -= r.word * word;
      r.cost += WORD_SPACE_TAKE_COST * r.word * r.word;
    }
    const latin = this.total(LATIN, start, last);
    if (latin > EPSILON && rest > EPSILON) {
      r.latin = Math.min(1, rest / latin);
      rest -= r.latin * latin;
      r.cost += LATIN_GAP_TAKE_COST * r.latin * r.latin;
    }
    r.set += missing;
    if (rest > EPSILON) this.openAll(start, last, rest, broken);
  }

  private openAll(start: number, last: number, missing: number, broken: boolean): void {
    const r = this.result;
    const em = this.style.size;
    const others = this.total(STRETCHABLE, start, last);
    const letters = broken ? this.total(LETTERS, start, last) : 0;
    const all = others + letters;
    r.all = missing / all;
    if (r.all > LOOSE_GAP * em) this.openMarked(this.total(MARKED, start, last), all, missing);
    r.letters = letters > 0 ? Math.min(r.all, (others > 0 ? LETTERS_MOST : LOOSEST_LETTERS) * em) : 0;
    if (r.letters < r.all) r.all = (missing - r.marked * this.total(MARKED, start, last) - r.letters * letters) / others;
    const gap = r.all / em;
    r.cost += all === 0 ? unfilledCost(missing / em) : Math.min(gapCost(gap), unfilledCost(missing / em));
    if (gap <= LOOSEST_GAP) return;
    r.all = r.marked = r.letters = r.word = r.latin = 0;
    r.set = r.natural;
  }

  /** Lets the gaps beside the white of marks take what would set the characters too far apart. */
  private openMarked(marked: number, all: number, missing: number): void {
    const r = this.result;
    const em = this.style.size;
    if (marked === 0) return;
    r.marked = Math.min(MARKED_MOST * em, (missing - LOOSE_GAP * em * all) / marked);
    r.all = (missing - r.marked * marked) / all;
  }

  /** Lets the letters of characters start … end−1 open on lines that part them; `countLetters` follows. */
  openLetters(start: number, end: number): void {
    const { takeKind } = this.gaps;
    for (let i = start; i < end - 1; i++) if (takeKind[i] === Take.Letter) takeKind[i] = Take.Opened;
  }

  /** Sums up the letters that may open in characters start … end−1. */
  countLetters(start: number, end: number): void {
    const { sums } = this;
    const { takeKind } = this.gaps;
    for (let i = start, at = (start + 1) * STRIDE + LETTERS; i < end; i++, at += STRIDE)
      sums[at] = sums[at - STRIDE]! + (takeKind[i] === Take.Opened ? 1 : 0);
  }
}

function fillTotals(sums: Float64Array, count: number, { give, giveKind, take, takeKind }: Gaps): void {
  let word = 0;
  let latin = 0;
  let marked = 0;
  let stretchable = 0;
  let given = false;
  for (let i = 0, at = STRIDE; i < count; i++, at += STRIDE) {
    if (given) for (let kind = 1; kind < GIVE_COUNT; kind++) sums[at + kind] = sums[at + kind - STRIDE]!;
    if (give[i]! > 0) {
      sums[at + giveKind[i]!]! += give[i]!;
      given = true;
    }
    const taker = takeKind[i]!;
    if (taker !== Take.None && taker < Take.Letter) stretchable++;
    if (taker === Take.Marked) marked++;
    else if (taker === Take.WordSpace) word += take[i]!;
    else if (taker === Take.LatinGap) latin += take[i]!;
    sums[at + WORD] = word;
    sums[at + LATIN] = latin;
    sums[at + MARKED] = marked;
    sums[at + STRETCHABLE] = stretchable;
  }
}
