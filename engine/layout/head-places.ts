/**
 * Where a line of a headline may end, and how well: at spaces and marks first, before or after a quotation or bracket;
 * never inside one, nor inside a word, a name, a number with what it counts, nor right before a particle.
 */
import { isRoleOf, isTitleOf, type Unit } from '../words/units';
import type { HeadSense } from './head-sense';
import {
  AGENT,
  AND,
  ASPECTS,
  BECOMING,
  BOUND,
  COMPLEMENTS,
  DESCRIBING,
  DOING,
  HEADS_OF_COMPOUNDS,
  INSTITUTION_END,
  INSTITUTIONS,
  LEANING,
  NAMED,
  NOUNS,
  OFFICE,
  PREFIXES,
  REACHING,
  STARTERS,
  SUFFIXES,
  TRAILING,
  WHEN_AND_WHERE,
} from './head-words';

/** A place between two characters. */
export interface HeadPlace {
  /** Index of the code unit that starts the next line. */
  readonly at: number;
  readonly cost: number;
  /** A phrase ends here: the writer left a space or set a mark. */
  readonly phrase: boolean;
}

const OPENERS = '“‘（(《〈【「『〔［﹃﹁';
const CLOSERS = '”’）)》〉】」』〕］﹄﹂';
/** Marks after which a line may well end, and which may never start one. */
const STOPS = '，。、；：！？,.;:!?—…～~％%‰℃';
/** Marks that belong to both neighbours: `古丽·买买提`, `A／B`. */
const JOINTS = '·・‧•/／-–－&＆+＋~～—';

const COST = {
  space: 0,
  /** A space between Latin words is no phrase's end. */
  latinSpace: 0.6,
  stop: 0.02,
  /** After a dash, which would rather stand before what it announces: `——记社区书记`. */
  afterDash: 0.3,
  /** After 、: what it lists belongs together. */
  listed: 0.35,
  /** Before an opening or after a closing quote or bracket. */
  quotation: 0.12,
  plain: 0.3,
  starter: -0.1,
  /** Beside a word of one character, which usually belongs to its neighbour. */
  singleLeft: 0.35,
  singleRight: 0.25,
  /** After 的: the line waits for what it describes. */
  afterOf: 0.25,
  /** Between a number with its measure and what is counted, a Latin word and the Han word that it describes. */
  counted: 0.45,
  title: 0.75,
  /** Between `奖学金` and `获得者`. */
  agent: 0.85,
  /** Between the parts of a compound, and between what describes a thing and the thing. */
  ofNoun: 0.2,
  ofPlace: 0.6,
  ofNumber: 0.6,
  ofVerb: 0.15,
  /** Between a verb and its object where the next verb follows: `组建旗袍队登上舞台`. */
  ofFirstVerb: 0.35,
  attribute: 0.45,
  /** Before a number with its measure that counts what stands before it: `图书500册`. */
  quantity: 0.7,
  /** For one word between a line's end and a mark or space, which would be the better end. */
  lone: 0.25,
  compound: 0.6,
  institution: 0.6,
  leaning: 0.6,
  reaching: 0.3,
  /** Before one character behind a closing quote: `“退休”记`. */
  afterQuotation: 0.5,
  /** For each time that the two characters stand together in the story, up to a most. */
  together: 0.2,
  mostTogether: 0.6,
};

/** All places of a text where a line may end, in order. */
export function headPlaces(text: string, sense: HeadSense): HeadPlace[] {
  const units = sense.units(text);
  const depths = quotationDepths(text);
  const places: HeadPlace[] = [];
  let at = 0;
  for (let i = 1; i < units.length; i++) {
    const [left, right] = [units[i - 1]!, units[i]!];
    at += left.text.length;
    if (depths[at]! > 0) continue;
    const cost = left.kind === 'space' ? spaceCost(units[i - 2], right) : placeCost(units, i, sense);
    if (cost !== undefined) places.push({ at, cost, phrase: cost <= COST.stop });
  }
  return places;
}

/** Open quotations and brackets before each code unit; an opener that is never closed opens nothing. Straight quotes alternate. */
function quotationDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  const open: { readonly at: number; readonly mark: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    const straight = mark === '"' && open.at(-1)?.mark === '"';
    if (OPENERS.includes(mark) || (mark === '"' && !straight)) open.push({ at, mark });
    else if (CLOSERS.includes(mark) || straight) {
      const start = open.pop();
      if (start) for (let inside = start.at + 1; inside <= at; inside++) depths[inside]!++;
    }
  }
  return depths;
}

/** After a space: the end of a phrase, unless Latin words stand on both sides of it. */
function spaceCost(before: Unit | undefined, right: Unit): number {
  const latin = before !== undefined && isLatin(before) && isLatin(right);
  return latin ? COST.latinSpace : COST.space;
}

function isDash(first: Unit | undefined, second: Unit | undefined): boolean {
  return first?.text === '—' && second?.text === '—';
}

function isLatin({ kind, text }: Unit): boolean {
  return kind === 'latin' || (kind === 'number' && text < '\u0300');
}

/** Cost of a line's end before a unit; undefined where the rules forbid one. */
function placeCost(units: readonly Unit[], at: number, sense: HeadSense): number | undefined {
  const [before, left, right, after] = [units[at - 2], units[at - 1]!, units[at]!, units[at + 1]];
  if (right.kind === 'space') return undefined;
  const [last, next] = [lastOf(left.text), firstOf(right.text)];
  if (CLOSERS.includes(next) || OPENERS.includes(last)) return undefined;
  if (isDash(right, after) && left.text !== '—') return COST.stop;
  if (STOPS.includes(next)) return undefined;
  if (isDash(before, left)) return COST.afterDash;
  if (last === '、') return COST.listed;
  if (left.kind === 'mark' && STOPS.includes(last)) return COST.stop;
  if (JOINTS.includes(last) || JOINTS.includes(next)) return undefined;
  if (OPENERS.includes(next) || CLOSERS.includes(last)) {
    if (SUFFIXES.has(right.text) || leansForward(before, left)) return undefined;
    const leans = CLOSERS.includes(last) && isSingle(right) && !STARTERS.has(right.text);
    return COST.quotation + (leans ? COST.afterQuotation : 0) + (waits(left) ? COST.singleLeft : 0);
  }
  if (left.kind === 'mark' || right.kind === 'mark') return COST.quotation;
  if (leansTogether(before, left, right)) return undefined;
  const lone =
    (left.text !== '的' && endsPhrase(before, STOPS + CLOSERS) ? COST.lone : 0) + (endsPhrase(after, STOPS) ? COST.lone : 0);
  return (
    COST.plain +
    lone +
    wordCost(before, left, right, after) +
    Math.min(COST.mostTogether, COST.together * sense.together(last, next))
  );
}

function leansTogether(before: Unit | undefined, left: Unit, right: Unit): boolean {
  if (left.kind === 'number' && (isBareNumber(left.text) || right.text === '起')) return true;
  if (right.kind === 'word' && SUFFIXES.has(right.text)) return true;
  if (NAMED.has(right.text) && !DOING.test(left.text)) return true;
  const follows = isSingle(right) && NOUNS.has(right.text);
  const pair = isSingle(left) && isSingle(right);
  // Behind a longer word a noun ends its compound; among short words it belongs to what follows.
  if (isSingle(left) && NOUNS.has(left.text)) return follows || (pair && before !== undefined && isSingle(before));
  if (isSingle(left) && COMPLEMENTS.has(right.text)) return true;
  if (right.text === '为' && BECOMING.has(left.text)) return true;
  // 分一分, 要不要
  if (right.text.startsWith(`一${left.text}`) || right.text.startsWith(`不${lastOf(left.text)}`)) return true;
  return leansForward(before, left) || follows || (pair && !SUFFIXES.has(left.text) && right.text !== '请');
}

/** Behind another short word or an adverb a verb may well be the last of its phrase: `拆违建`, `怎么收`. */
function leansForward(before: Unit | undefined, left: Unit): boolean {
  if (left.kind !== 'word' || !PREFIXES.has(left.text)) return false;
  if (before === undefined || BOUND.has(left.text)) return true;
  return !LEANING.has(before.text) && (!isSingle(before) || BOUND.has(before.text));
}

/** A number that has not met what it counts. */
function isBareNumber(text: string): boolean {
  return /[0-9０-９零〇一二三四五六七八九十百千万亿两几多余]$/u.test(text);
}

/** A verb of one character, or one with 了, whose object comes. */
function waits(left: Unit): boolean {
  return isSingle(left) && (ASPECTS.has(left.text) || !SUFFIXES.has(left.text));
}

/** A space or mark: one word between it and a line's end stands alone. */
function endsPhrase(unit: Unit | undefined, marks: string): boolean {
  return unit !== undefined && (unit.kind === 'space' || marks.includes(unit.text));
}

function wordCost(before: Unit | undefined, left: Unit, right: Unit, after: Unit | undefined): number {
  let cost = STARTERS.has(firstOf(right.text)) ? COST.starter : 0;
  if (isSingle(left) && !WHEN_AND_WHERE.has(left.text)) cost += left.text === '的' ? COST.afterOf : COST.singleLeft;
  if (isSingle(right) && !STARTERS.has(right.text)) cost += COST.singleRight;
  if (isLatin(left) || (left.kind === 'number' && countsOn(right))) cost += COST.counted;
  if (HEADS_OF_COMPOUNDS.has(right.text) && !DOING.test(left.text)) cost += COST.compound;
  if (isTitleOf(left, right) || isRoleOf(left, right)) cost += COST.title;
  cost += kindCost(before, left, right, after);
  if (INSTITUTIONS.has(right.text) && !DOING.test(left.text)) cost += COST.institution;
  if (left.kind === 'word' && REACHING.test(left.text)) cost += COST.reaching;
  if (LEANING.has(left.text) || TRAILING.has(right.text)) cost += COST.leaning;
  return cost;
}

/** `我校`, `本市` stand for names. */
function names(unit: Unit | undefined): boolean {
  if (unit?.kind !== 'word') return false;
  return unit.use === 'noun' || unit.use === 'place' || unit.use === 'verbalNoun' || /^[我本全].$/u.test(unit.text);
}

/** What the kinds of the two words say. */
function kindCost(before: Unit | undefined, left: Unit, right: Unit, after: Unit | undefined): number {
  if (OFFICE.test(right.text)) return COST.compound;
  if (isSingle(left)) return 0;
  if (left.use === 'adverb') return COST.leaning;
  if (right.kind === 'number') return countCost(left, right, after);
  if (left.kind === 'number') return countsOn(right) ? COST.ofNumber : 0;
  if (INSTITUTION_END.test(left.text) && INSTITUTION_END.test(right.text)) return COST.institution;
  if (DESCRIBING.has(left.text) && right.use !== 'verb') return COST.attribute;
  if (left.use === 'attribute' && right.use === 'time') return COST.attribute;
  if (!names(right) || isSingle(right) || LEANING.has(right.text)) return 0;
  if (left.use === 'attribute') return COST.attribute;
  if (left.use === 'verb') return after?.use === 'verb' ? COST.ofFirstVerb : 0;
  if (left.use === 'place') return COST.ofPlace;
  if (AGENT.test(right.text)) return COST.agent;
  if (!names(left)) return 0;
  return COST.ofNoun + (before && AND.has(before.text) ? COST.ofNoun : 0);
}

/** What a number counts: no verb, and nothing that begins a phrase. */
function countsOn(right: Unit): boolean {
  return right.kind === 'word' && right.use !== 'verb' && !LEANING.has(right.text);
}

/** A quantity stands behind what it counts, or behind the verb whose object it is. */
function countCost(left: Unit, right: Unit, after: Unit | undefined): number {
  if (left.use === 'verb') return COST.ofVerb;
  return names(left) && !isBareNumber(right.text) && !names(after) ? COST.quantity : 0;
}

function isSingle({ kind, text }: Unit): boolean {
  return kind === 'word' && [...text].length === 1;
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0)!);
}

function lastOf(text: string): string {
  return [...text].at(-1)!;
}

/** Width in em as a headline sets it: marks and Latin half, Han full. */
export function roughWidth(characters: Iterable<string>): number {
  let width = 0;
  for (const character of characters) {
    const half = character < '\u0300' || OPENERS.includes(character) || CLOSERS.includes(character) || STOPS.includes(character);
    width += half ? 0.5 : 1;
  }
  return width;
}
