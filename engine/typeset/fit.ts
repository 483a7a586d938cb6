import type { Cells } from './cells';
import type { Characters } from './collect';
import {
  BARE_FIRST,
  END_WHITE_COST,
  GAP_UNIT,
  GIVE_COST,
  HANG_COST,
  LATIN_GAP_TAKE_COST,
  RAGGED_COST,
  UNFILLED_COST,
  WORD_SPACE_TAKE_COST,
} from './costs';
import { type Gaps, GIVE_COUNT, Give, Take } from './gaps';
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
  give: Float64Array;
  /** Part of the widening of word spaces and CJK–Latin gaps, 0–1. */
  word: number;
  latin: number;
  /** Added to every gap without a mark's white, points; and to every gap. */
  bare: number;
  all: number;
}

const HANGING = new Set([0x3001, 0xff0c, 0x3002]); // 、，。

/**
 * Fits a stretch of characters to a measure. All sums are running totals, so one fit costs the same however long the
 * line is.
 */
export class Fitter {
  readonly width: Float64Array;
  private readonly gives: readonly Float64Array[];
  private readonly giveTotal: Float64Array;
  private readonly wordTake: Float64Array;
  private readonly latinTake: Float64Array;
  private readonly bare: Float64Array;
  private readonly stretchable: Float64Array;
  private readonly result: Adjustment = {
    cost: 0,
    natural: 0,
    set: 0,
    give: new Float64Array(GIVE_COUNT),
    word: 0,
    latin: 0,
    bare: 0,
    all: 0,
  };

  constructor(
    private readonly characters: Characters,
    private readonly cells: Cells,
    private readonly gaps: Gaps,
    private readonly style: ParagraphStyle,
  ) {
    const n = characters.count + 1;
    const row = (): Float64Array => new Float64Array(n);
    this.width = row();
    this.gives = Array.from({ length: GIVE_COUNT }, row);
    this.giveTotal = this.gives[Give.None]!;
    this.wordTake = row();
    this.latinTake = row();
    this.bare = row();
    this.stretchable = row();
    this.sum();
  }

  private sum(): void {
    const { natural, give, giveKind, take, takeKind } = this.gaps;
    const { bodies } = this.cells;
    const { width, gives, giveTotal, wordTake, latinTake, bare, stretchable } = this;
    for (let i = 0; i < bodies.length; i++) {
      width[i + 1] = width[i]! + bodies[i]! + natural[i]!;
      for (let kind = 1; kind < GIVE_COUNT; kind++) gives[kind]![i + 1] = gives[kind]![i]!;
      giveTotal[i + 1] = giveTotal[i]!;
      const given = give[i]!;
      if (given > 0) {
        gives[giveKind[i]!]![i + 1]! += given;
        giveTotal[i + 1]! += given;
      }
      const taker = takeKind[i]!;
      wordTake[i + 1] = wordTake[i]! + (taker === Take.WordSpace ? take[i]! : 0);
      latinTake[i + 1] = latinTake[i]! + (taker === Take.LatinGap ? take[i]! : 0);
      bare[i + 1] = bare[i]! + (taker === Take.Bare ? 1 : 0);
      stretchable[i + 1] = stretchable[i]! + (taker === Take.None ? 0 : 1);
    }
  }

  /** Width of characters start … end−1 on one line, points, with the white of a mark at the end. */
  natural(start: number, end: number): number {
    return this.tight(start, end) + this.gaps.endWhite[end - 1]!;
  }

  /** The same without the white of a mark at the end. */
  private tight(start: number, end: number): number {
    return this.width[end]! - this.width[start]! - this.gaps.natural[end - 1]!;
  }

  /** Least width that squeezing can reach, without the mark that may hang. */
  least(start: number, end: number): number {
    return this.tight(start, end) - (this.giveTotal[end - 1]! - this.giveTotal[start]!) - this.hangable(end);
  }

  private hangable(end: number): number {
    return this.style.hang && HANGING.has(this.characters.codePoints[end - 1]!) ? this.cells.bodies[end - 1]! : 0;
  }

  /** Sum of bodies and gaps of a line and how they change to fill `measure`. The result is overwritten by the next call. */
  fit(start: number, end: number, measure: number, last: boolean): Adjustment {
    const r = this.result;
    r.natural = this.natural(start, end);
    r.set = r.natural;
    r.cost = r.word = r.latin = r.bare = r.all = 0;
    r.give.fill(0);
    const missing = measure - r.natural;
    if (missing < -EPSILON) this.squeeze(start, end, -missing);
    else if (missing > EPSILON && !last) this.open(start, end, missing);
    return r;
  }

  private squeeze(start: number, end: number, excess: number): void {
    const r = this.result;
    let rest = excess;
    r.set -= excess;
    const endWhite = Math.min(rest, this.gaps.endWhite[end - 1]!);
    if (endWhite > 0) r.cost += END_WHITE_COST;
    rest -= endWhite;
    for (let kind = 1; kind < GIVE_COUNT && rest > EPSILON; kind++) {
      const sums = this.gives[kind]!;
      const room = sums[end - 1]! - sums[start]!;
      if (room <= 0) continue;
      const part = Math.min(1, rest / room);
      r.give[kind] = part;
      r.cost += GIVE_COST[kind]! * part * part;
      rest -= part * room;
    }
    if (rest <= EPSILON) return;
    if (rest > this.hangable(end) + EPSILON) {
      r.cost = Infinity;
      return;
    }
    this.hangOut(start, end);
  }

  /** Sets the line without the mark at its end, which hangs in the margin. */
  private hangOut(start: number, end: number): void {
    const r = this.result;
    const measure = r.set;
    const natural = r.natural;
    this.fit(start, end - 1, measure, false);
    r.cost += HANG_COST;
    r.natural = natural;
    r.set += this.hangable(end);
  }

  private open(start: number, end: number, missing: number): void {
    const r = this.result;
    const em = this.style.size;
    if (this.style.align !== 'justify') {
      r.cost = (RAGGED_COST * missing) / em;
      return;
    }
    let rest = missing;
    const last = end - 1;
    const word = this.wordTake[last]! - this.wordTake[start]!;
    if (word > 0) {
      r.word = Math.min(1, rest / word);
      rest -= r.word * word;
      r.cost += WORD_SPACE_TAKE_COST * r.word * r.word;
    }
    const latin = this.latinTake[last]! - this.latinTake[start]!;
    if (latin > 0 && rest > EPSILON) {
      r.latin = Math.min(1, rest / latin);
      rest -= r.latin * latin;
      r.cost += LATIN_GAP_TAKE_COST * r.latin * r.latin;
    }
    if (rest <= EPSILON) {
      r.set += missing;
      return;
    }
    const all = this.stretchable[last]! - this.stretchable[start]!;
    if (all === 0) {
      r.set += missing - rest;
      r.cost += UNFILLED_COST + rest;
      return;
    }
    const bare = this.bare[last]! - this.bare[start]!;
    if (bare > 0) {
      r.bare = Math.min(BARE_FIRST * em, rest / bare);
      rest -= r.bare * bare;
    }
    r.all = rest / all;
    r.set += missing;
    r.cost += ((r.bare + r.all) / (GAP_UNIT * em)) ** 3;
  }
}
