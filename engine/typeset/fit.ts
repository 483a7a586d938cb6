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

/** What a gap takes that is added up by itself. */
const IS_COUNTED = Uint8Array.from({ length: Take.Opened + 1 }, (_, taker) =>
  taker === Take.WordSpace || taker === Take.LatinGap || taker === Take.Marked ? 1 : 0,
);

const HANGING = new Set([0x3001, 0xff0c, 0x3002]); // 、，。

/** Columns of the table of running totals; those of what gaps give stand first, in the order of `Give`. */
const WORD = 0; // no gap gives by kind 0
const LATIN = GIVE_COUNT;
const MARKED = GIVE_COUNT + 1;
const COLUMNS = GIVE_COUNT + 2;

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
  /** Running totals of what few gaps have, a row after each of those; the first row is 0. */
  private readonly sums: Float64Array;
  /** Where the row of the totals before each place begins in `sums`. */
  private readonly rows: Int32Array;
  /** Running totals of the gaps that may open, and of the letters that may where a word is broken. */
  private readonly stretchable: Int32Array;
  private readonly letters: Int32Array;
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
    readonly characters: Characters,
    readonly cells: Cells,
    private readonly gaps: Gaps,
    readonly style: ParagraphStyle,
    /** Width of the hyphen that is shown when a line ends after a character, points; none in most texts. */
    private readonly hyphens: Float64Array | undefined,
    scratch: Scratch,
  ) {
    const { count } = characters;
    this.rows = scratch.int32('rows', count + 1);
    this.stretchable = scratch.int32('stretchable', count + 1);
    this.letters = scratch.int32('letters', count + 1);
    this.sums = scratch.float64('sums', COLUMNS * (this.numberRows(count) + 1));
    this.before = scratch.float64('before', count + 1);
    this.upTo = scratch.float64('upTo', count + 1);
    this.leastBefore = scratch.float64('leastBefore', count + 1);
    this.leastUpTo = scratch.float64('leastUpTo', count + 1);
    this.fillTotals(count);
    this.fillWidths(count);
  }

  /** Gives each gap that has something of its own to give or take a row; returns the last row's number. */
  private numberRows(count: number): number {
    const { rows, stretchable } = this;
    const { give, takeKind } = this.gaps;
    let row = 0;
    let open = 0;
    for (let i = 0; i < count; i++) {
      const taker = takeKind[i]!;
      if (taker !== Take.None && taker < Take.Letter) open++;
      if (give[i]! > 0 || IS_COUNTED[taker] === 1) row++;
      rows[i + 1] = row * COLUMNS;
      stretchable[i + 1] = open;
    }
    return row;
  }

  private fillTotals(count: number): void {
    const { sums, rows } = this;
    const { give, giveKind, take, takeKind } = this.gaps;
    for (let i = 0; i < count; i++) {
      const at = rows[i + 1]!;
      if (at === rows[i]) continue;
      sums.copyWithin(at, at - COLUMNS, at);
      if (give[i]! > 0) sums[at + giveKind[i]!]! += give[i]!;
      const taker = takeKind[i]!;
      if (taker === Take.Marked) sums[at + MARKED]! += 1;
      else if (taker === Take.WordSpace) sums[at + WORD]! += take[i]!;
      else if (taker === Take.LatinGap) sums[at + LATIN]! += take[i]!;
    }
  }

  private fillWidths(count: number): void {
    const { before, upTo, leastBefore, leastUpTo, hyphens } = this;
    const { bodies } = this.cells;
    const { natural, give, endWhite } = this.gaps;
    const { hang } = this.style;
    let width = 0;
    let given = 0;
    for (let i = 0; i < count; i++) {
      const body = bodies[i]!;
      const tight = hyphens === undefined ? width + body : width + body + hyphens[i]!;
      upTo[i + 1] = endWhite[i]! > 0 ? tight + this.endWhite(i + 1) : tight;
      leastUpTo[i + 1] = hang ? tight - given - this.hangable(i + 1) : tight - given;
      width += body + natural[i]!;
      given += give[i]!;
      before[i + 1] = width;
      leastBefore[i + 1] = width - given;
    }
  }

  private total(column: number, start: number, end: number): number {
    return this.sums[this.rows[end]! + column]! - this.sums[this.rows[start]! + column]!;
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
    const others = this.stretchable[last]! - this.stretchable[start]!;
    const letters = broken ? this.letters[last]! - this.letters[start]! : 0;
    const all = others + letters;
    let opened = missing / all;
    if (opened > LOOSE_GAP * em) opened = this.openMarked(this.total(MARKED, start, last), all, missing);
    if (letters > 0) {
      r.letters = Math.min(opened, (others > 0 ? LETTERS_MOST : LOOSEST_LETTERS) * em);
      if (r.letters < opened) opened = (missing - r.marked * this.total(MARKED, start, last) - r.letters * letters) / others;
    }
    r.all = opened;
    const gap = opened / em;
    r.cost += all === 0 ? unfilledCost(missing / em) : Math.min(gapCost(gap), unfilledCost(missing / em));
    if (gap <= LOOSEST_GAP) return;
    r.all = r.marked = r.letters = r.word = r.latin = 0;
    r.set = r.natural;
  }

  /** Lets the gaps beside the white of marks take what would set the characters too far apart; returns what is left for every gap. */
  private openMarked(marked: number, all: number, missing: number): number {
    const em = this.style.size;
    if (marked === 0) return missing / all;
    const beside = Math.min(MARKED_MOST * em, (missing - LOOSE_GAP * em * all) / marked);
    this.result.marked = beside;
    return (missing - beside * marked) / all;
  }

  /** Lets the letters of characters start … end−1 open on lines that part them; `countLetters` follows. */
  openLetters(start: number, end: number): void {
    const { takeKind } = this.gaps;
    for (let i = start; i < end - 1; i++) if (takeKind[i] === Take.Letter) takeKind[i] = Take.Opened;
  }

  /** Sums up the letters that may open in characters start … end−1. */
  countLetters(start: number, end: number): void {
    const { letters } = this;
    const { takeKind } = this.gaps;
    for (let i = start; i < end; i++) letters[i + 1] = letters[i]! + (takeKind[i] === Take.Opened ? 1 : 0);
  }
}
