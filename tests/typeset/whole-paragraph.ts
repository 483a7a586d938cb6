/** What a way to break a paragraph costs, counted apart from the composer's search. */
import { findBreaks } from '../../engine/typeset/breaks';
import { buildCells } from '../../engine/typeset/cells';
import { IS_BREAKING_SPACE } from '../../engine/typeset/character-classes';
import { collect } from '../../engine/typeset/collect';
import { LINE_COST } from '../../engine/typeset/costs';
import { Fitter } from '../../engine/typeset/fit';
import { findGaps } from '../../engine/typeset/gaps';
import { hyphenWidths } from '../../engine/typeset/hyphens';
import { findPlaces } from '../../engine/typeset/relax';
import { Scratch } from '../../engine/typeset/scratch';
import { BODY } from '../../engine/typeset/styles';
import type { ParagraphStyle } from '../../engine/typeset/types';
import { fakeFonts } from '../fake-font';
import { EM } from './setting';

export interface Costs {
  /** Offsets in the text where a line may begin, and the text's end. */
  readonly places: readonly number[];
  /** Cost of a line from one place to another, by their numbers; Infinity when it cannot be. */
  readonly line: (from: number, to: number) => number;
  /** Whether a line lacks so little that the composer looks at it, whatever else it finds: less than two em. */
  readonly isNear: (from: number, to: number) => boolean;
}

/** A text of one passage in the body's style or as told, without indent and rule for the last line, as the search gets it. */
export function prepared(text: string, measureEm: number, told: Partial<ParagraphStyle> = {}) {
  const sources = [{ text, face: 'song' }];
  const style: ParagraphStyle = { ...BODY, size: EM, measure: measureEm * EM, indent: 0, lastLineLeast: 0, ...told };
  const scratch = new Scratch();
  const characters = collect(sources, scratch);
  const cells = buildCells(characters, sources, style, fakeFonts(), scratch);
  const breaks = findBreaks(characters, sources, style, scratch);
  const gaps = findGaps(characters, sources, cells, breaks, style, scratch);
  const hyphens = hyphenWidths(characters, cells, breaks, style.hyphenator !== undefined);
  const fitter = new Fitter(characters, cells, gaps, style, hyphens, scratch);
  const lineEnd = new Int32Array(characters.count + 1);
  for (let i = 1; i <= characters.count; i++) lineEnd[i] = IS_BREAKING_SPACE[characters.classes[i - 1]!] ? lineEnd[i - 1]! : i;
  return { passage: findPlaces(0, characters.count, breaks, lineEnd, fitter, scratch), fitter, scratch };
}

/** Costs of all its lines. */
export function costsOf(text: string, measureEm: number, told: Partial<ParagraphStyle> = {}): Costs {
  const { passage, fitter } = prepared(text, measureEm, told);
  const { characters, style } = fitter;
  const { places, ends, costs, heads, count } = passage;
  return {
    places: [...places.subarray(0, count)].map((place) => characters.offsets[place]!),
    line(from, to) {
      if (heads !== undefined && heads[to]! > from + 1) return Infinity;
      const broken = heads !== undefined && (heads[from] !== 0 || heads[to] !== 0);
      const { cost } = fitter.fit(places[from]!, ends[to]!, style.measure, to === count - 1, broken);
      return LINE_COST + costs[to]! + cost;
    },
    isNear: (from, to) => fitter.upTo[ends[to]!]! > fitter.before[places[from]!]! + style.measure - 2 * EM || to === count - 1,
  };
}

/** Cost of the lines that begin at these offsets. */
export function costOfWay({ places, line }: Costs, starts: readonly number[]): number {
  const numbers = [...starts, places.at(-1)!].map((offset) => places.indexOf(offset));
  let cost = 0;
  for (let i = 0; i + 1 < numbers.length; i++) cost += line(numbers[i]!, numbers[i + 1]!);
  return cost;
}

/** Least cost of any way from a place to the end, by trying all. */
export function leastCost({ places, line }: Costs, from = 0): number {
  const last = places.length - 1;
  const best = new Array<number>(places.length).fill(Infinity);
  best[last] = 0;
  for (let k = last - 1; k >= from; k--) for (let l = k + 1; l <= last; l++) best[k] = Math.min(best[k]!, line(k, l) + best[l]!);
  return best[from]!;
}
