import type { RunForm } from '../issue/types';
import { endsSentence, lengthOf } from './characters';
import { findLatinSpans } from './latin-spans';
import { isShortLine, numbering, opensStory } from './signs';

/* Run-in headings (段首小标题): numbered ones, short lines of their own, and opening sentences that are built alike. */

export interface MarkedRun {
  readonly text: string;
  readonly form: RunForm;
  readonly confidence: number;
}

/** Longest run-in heading, in characters. */
const longest = 30;
/** Longest heading without a number on a line of its own. */
const longestOwnLine = 20;
/** Longest heading that is known by its likeness to others alone. */
const longestParallel = 24;

/** Divides the paragraphs of one article into runs. */
export function markRuns(texts: readonly string[]): MarkedRun[][] {
  const openings = texts.map((text) => openingOf(text));
  const parallel = parallelOpenings(openings);
  const verse = texts.filter(isShortLine).length * 2 > texts.length;
  return texts.map((text, index) => {
    const own = !verse && isOwnLineHeading(texts, index);
    if (own) return [{ text, form: 'heading', confidence: 0.7 }];
    return withLinks(markParagraph(text, openings[index], parallel.has(index) ? parallel.size : 0));
  });
}

/** A short line of its own with text under it; a numbered one may be a question. */
function isOwnLineHeading(texts: readonly string[], index: number): boolean {
  const text = texts[index]!;
  const next = texts[index + 1];
  if (next === undefined || text.length > 2 * longest) return false;
  const number = numbering(text);
  if (number) {
    const asks = text.endsWith('？') && !numbering(next);
    return lengthOf(text) <= longest && (asks || (!endsSentence(text) && !text.includes('，'))) && !/[。；]/.test(text);
  }
  const isContact = /\d{5}|@|^[\d年月日. -]+$/.test(text);
  return lengthOf(text) <= longestOwnLine && lengthOf(text) >= 2 && isShortLine(text) && !isContact && !isShortLine(next);
}

/** @param likes number of openings in the article that are built alike, this one among them; 0 when it is not */
function markParagraph(text: string, opening: Opening | undefined, likes: number): MarkedRun[] {
  const number = numbering(text);
  if (number && opening) {
    const form = number.level === 1 ? 'heading' : 'subheading';
    return cutRuns(text, [{ from: 0, to: opening.length, form, confidence: 0.85 }]);
  }
  const oneLevel = innerHeadings(text, 0);
  if (oneLevel.length > 0) return cutRuns(text, marked(oneLevel, likes > 0 ? 'heading' : 'subheading'));
  if (likes === 0 || !opening) return cutRuns(text, []);
  const heading: Marked = { from: 0, to: opening.length, form: 'heading', confidence: Math.min(0.95, 0.6 + likes * 0.1) };
  return cutRuns(text, [heading, ...marked(innerHeadings(text, opening.length), 'subheading')]);
}

interface Marked {
  readonly from: number;
  readonly to: number;
  readonly form: RunForm;
  readonly confidence: number;
}

function marked(places: readonly Place[], form: RunForm): Marked[] {
  const confidence = Math.min(0.9, 0.55 + places.length * 0.1);
  return places.map((place) => ({ ...place, form, confidence }));
}

/** Cuts a text at the marked places; what lies between is plain. */
function cutRuns(text: string, places: readonly Marked[]): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let at = 0;
  for (const { from, to, form, confidence } of places) {
    if (from > at) runs.push({ text: text.slice(at, from), form: 'plain', confidence: 1 });
    runs.push({ text: text.slice(from, to), form, confidence });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), form: 'plain', confidence: 1 });
  return runs;
}

/** A short opening sentence with text after it. */
interface Opening {
  readonly length: number;
  readonly clauses: readonly string[];
  readonly text: string;
}

/** What begins a sentence of the story itself, however short it is. */
const storyWords =
  /^(?:活动(?:现场|中|最后|当天|当日|结束|开始|期间)|现场|随后|最后|会上|会后|接着|同时|下午|上午|当天|目前|近日|日前|据|未来|下一步|如今|但是?|然而|于是|因此|所以|我|他|她|它|这|那|你)/;

function openingOf(text: string): Opening | undefined {
  const end = sentenceEnd(text, 0, longest + 8);
  if (end < 0 || end >= text.length || lengthOf(text.slice(end, end + 40)) < 12) return undefined;
  const sentence = text.slice(0, end);
  return { length: end, clauses: clausesOf(sentence), text: sentence };
}

/** End of the sentence that begins at `from`, closing quotes included; −1 when it is longer than `limit`. */
function sentenceEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < Math.min(text.length, from + limit); at++) {
    if (!'。！？'.includes(text[at]!)) continue;
    let end = at + 1;
    while ('。！？”’）'.includes(text[end] ?? '-')) end++;
    return end;
  }
  return -1;
}

/** The clauses of a sentence without quotes and marks. */
function clausesOf(sentence: string): string[] {
  return sentence
    .split(/[，、；：。！？—\s]+/)
    .map((clause) => clause.replace(/[“”‘’《》（）]/g, ''))
    .filter((clause) => clause !== '');
}

/** Whether two sentences have as many clauses, each as long as the other's but for one character. */
function isAlike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((clause, index) => Math.abs(clause.length - b[index]!.length) <= 1);
}

/** Whether two sentences of nearly the same build begin their last clause with the same two characters: `…，让给…`. */
function isPatterned(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const sameStart = a.at(-1)!.slice(0, 2) === b.at(-1)!.slice(0, 2);
  return sameStart && a.every((clause, index) => Math.abs(clause.length - b[index]!.length) <= 4);
}

function mayBeHeading(text: string): boolean {
  return lengthOf(text) <= longestParallel && !/\d|“[^”]*[。！？]|”[^”]*[说道]。$/.test(text);
}

/** Whether a sentence carries the story on and so heads nothing. */
function continuesStory(text: string): boolean {
  return storyWords.test(text) || opensStory(text);
}

/** Indexes of the paragraphs whose opening sentences are built alike and therefore head them. */
function parallelOpenings(openings: readonly (Opening | undefined)[]): Set<number> {
  const groups: { readonly model: Opening; readonly members: number[] }[] = [];
  openings.forEach((opening, index) => {
    if (!opening || !mayBeHeading(opening.text)) return;
    const group = groups.find(({ model }) => belongsTo(opening, model));
    if (group) group.members.push(index);
    else if (groups.length < mostGroups) groups.push({ model: opening, members: [index] });
  });
  const best = groups.sort((a, b) => b.members.length - a.members.length)[0];
  if (!best) return new Set();
  const { members, model } = best;
  const needed = model.clauses.length >= 2 ? 2 : 3;
  const enough = members.length >= needed && (members.length >= openings.length * 0.3 || members.length >= 4);
  return enough ? new Set(members) : new Set();
}

/** No article has as many kinds of openings; the bound keeps the time of a hostile manuscript in hand. */
const mostGroups = 50;

function belongsTo(opening: Opening, model: Opening): boolean {
  if (isPatterned(opening.clauses, model.clauses)) return true;
  return isAlike(opening.clauses, model.clauses) && !continuesStory(opening.text) && !continuesStory(model.text);
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Second-level headings: the sentence at `from` and later ones of two clauses built like it, each with text after it. */
function innerHeadings(text: string, from: number): Place[] {
  const firstEnd = sentenceEnd(text, from, longest);
  if (firstEnd < 0 || firstEnd >= text.length || !mayBeInner(text.slice(from, firstEnd))) return [];
  const clauses = clausesOf(text.slice(from, firstEnd));
  if (clauses.length !== 2 || clauses.some((clause) => clause.length < 3)) return [];
  const found: Place[] = [{ from, to: firstEnd }];
  let start = firstEnd;
  let previousWasHeading = true;
  while (start < text.length) {
    const end = nextSentence(text, start);
    const sentence = text.slice(start, Math.min(end, start + longest + 1));
    const heading = end < text.length && end - start <= longest && isAlike(clausesOf(sentence), clauses) && mayBeInner(sentence);
    if (heading && previousWasHeading) return [];
    if (heading) found.push({ from: start, to: end });
    previousWasHeading = heading;
    start = end;
  }
  return found.length > 1 && !previousWasHeading ? found : [];
}

function mayBeInner(sentence: string): boolean {
  return mayBeHeading(sentence) && !continuesStory(sentence);
}

function nextSentence(text: string, from: number): number {
  const end = sentenceEnd(text, from, text.length);
  return end < 0 ? text.length : end;
}

/** Addresses of mail and web become runs of their own. */
function withLinks(runs: readonly MarkedRun[]): MarkedRun[] {
  return runs.flatMap((run) => (run.form === 'plain' ? splitLinks(run) : [run]));
}

function splitLinks(run: MarkedRun): MarkedRun[] {
  const links = findLatinSpans(run.text).filter((span) => span.link);
  return cutRuns(
    run.text,
    links.map(({ from, to }) => ({ from, to, form: 'link', confidence: 0.98 })),
  );
}
