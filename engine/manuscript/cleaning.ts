/**
 * Cleaning (清理) of an article that stands in the issue, as a list of changes to look at: each says where, what for what, and by
 * which rules. The changes together are what an import would have made of the same text.
 */
import { paragraphText } from '../issue/characters';
import { type Replacement, replacedInRuns } from '../issue/run-edits';
import { textDifference } from '../issue/text-difference';
import { CLEAN_RULES, type CleanRule } from '../issue/text-rules';
import type { Article, ArticleParagraph, Run } from '../issue/types';
import { cleanLine } from './clean';
import { tidyParagraph } from './normalise';
import { writesDotsForStops } from './punctuate';
import { rejoin } from './rejoin';
import { Tally } from './tally';

export type CleanField = 'kicker' | 'headline' | 'deck' | 'body' | 'jump';

/** A change of a text of an article. `from` to `to` in UTF-16 units of the text as it stands. */
export interface CleanChange extends Replacement {
  readonly field: CleanField;
  /** Line of the headline or paragraph, from 0. */
  readonly index: number;
  readonly before: string;
  /** The rules that ask for it, at least one. */
  readonly rules: readonly CleanRule[];
  /** The paragraph goes on in the next one: they become one. Then nothing else changes by it. */
  readonly joins?: true;
}

/** What cleaning would change in an article, by the rules that are not off; in reading order. */
export function cleaningOf(article: Article, off: ReadonlySet<CleanRule>): readonly CleanChange[] {
  const texts = textsOf(article);
  const lines = texts.map(({ text }) => ({ text, number: 1, blanks: 0, indent: 0 }));
  const dotIsStop = writesDotsForStops(lines);
  const changes = texts.flatMap(({ field, index, text }) =>
    changesOf(text, off, dotIsStop).map((change): CleanChange => ({ ...change, field, index })),
  );
  return off.has('rejoined') ? changes : [...changes, ...joinsOf(article)];
}

interface FieldText {
  readonly field: CleanField;
  readonly index: number;
  readonly text: string;
}

function textsOf({ kicker, headline, deck, paragraphs, jump }: Article): readonly FieldText[] {
  const texts: FieldText[] = [
    { field: 'kicker', index: 0, text: kicker },
    ...headline.map((text, index): FieldText => ({ field: 'headline', index, text })),
    { field: 'deck', index: 0, text: deck },
    ...paragraphs.map((paragraph, index): FieldText => ({ field: 'body', index, text: paragraphText(paragraph) })),
    { field: 'jump', index: 0, text: jump },
  ];
  return texts.filter(({ text }) => text !== '');
}

type TextChange = Omit<CleanChange, 'field' | 'index'>;

/** The rules of a change are those without which it would not be made so. */
function changesOf(text: string, off: ReadonlySet<CleanRule>, dotIsStop: boolean): readonly TextChange[] {
  const hunks = hunksOf(text, cleaned(text, off, dotIsStop));
  if (hunks.length === 0) return [];
  const rules = new Map(hunks.map((hunk) => [keyOf(hunk), [] as CleanRule[]]));
  for (const rule of CLEAN_RULES) {
    if (off.has(rule)) continue;
    const without = new Set(hunksOf(text, cleaned(text, new Set([...off, rule]), dotIsStop)).map(keyOf));
    for (const [key, list] of rules) if (!without.has(key)) list.push(rule);
  }
  return hunks
    .map((hunk) => {
      const found = rules.get(keyOf(hunk))!;
      return { ...hunk, before: text.slice(hunk.from, hunk.to), rules: found.length > 0 ? found : (['spaces'] as const) };
    })
    .reduce<TextChange[]>(withNeighbour, []);
}

/** Changes of the same rules right beside each other are one: `--` is one dash. */
function withNeighbour(changes: TextChange[], change: TextChange): TextChange[] {
  const last = changes.at(-1);
  if (last?.to !== change.from || last.rules.join() !== change.rules.join()) changes.push(change);
  else
    changes[changes.length - 1] = { ...last, to: change.to, text: last.text + change.text, before: last.before + change.before };
  return changes;
}

/** A tab parts the cells of a table's row and stays. */
function cleaned(text: string, off: ReadonlySet<CleanRule>, dotIsStop: boolean): string {
  const tally = new Tally(off);
  return text
    .split(/([\t\n])/)
    .map((part, at) => (at % 2 === 1 ? part : tidyParagraph(cleanLine(part, 1, tally), 1, dotIsStop, tally)))
    .join('');
}

function keyOf({ from, to, text }: Replacement): string {
  return `${from} ${to} ${text}`;
}

/** Stretches that differ; what goes and what comes at one place is one of them, character by character where they are as many. */
function hunksOf(before: string, after: string): readonly Replacement[] {
  return stretchesOf(before, after).flatMap(({ from, to, text }) =>
    to - from === text.length && text.length > 1
      ? text.split('').map((char, index) => ({ from: from + index, to: from + index + 1, text: char }))
      : [{ from, to, text }],
  );
}

function stretchesOf(before: string, after: string): readonly Replacement[] {
  const hunks: { from: number; to: number; text: string }[] = [];
  let at = 0;
  let open = false;
  for (const { kind, text } of textDifference(before, after)) {
    if (kind !== 'same' && !open) hunks.push({ from: at, to: at, text: '' });
    const hunk = hunks.at(-1)!;
    open = kind !== 'same';
    if (kind === 'added') hunk.text += text;
    else at += text.length;
    if (kind === 'removed') hunk.to = at;
  }
  return hunks;
}

/** Paragraphs that a fixed line width broke; only running text is looked at. */
function joinsOf({ paragraphs }: Article): readonly CleanChange[] {
  const joins: CleanChange[] = [];
  const isRunning = ({ verse, form, runs }: ArticleParagraph) => !verse && !form && runs.length > 0;
  const lines = paragraphs.map((paragraph, index) => {
    const text = isRunning(paragraph) ? paragraphText(paragraph) : '';
    return { text: text || '\u2014\u2014', number: index, blanks: isRunning(paragraph) ? 0 : 3, indent: 0 };
  });
  for (const { span } of rejoin(lines, new Tally())) {
    for (let index = span.from; index < span.to; index++) {
      const end = lines[index]!.text.length;
      const text = needsSpace(lines[index]!.text, lines[index + 1]!.text) ? ' ' : '';
      joins.push({ field: 'body', index, from: end, to: end, text, before: '', rules: ['rejoined'], joins: true });
    }
  }
  return joins;
}

function needsSpace(left: string, right: string): boolean {
  return /[A-Za-z,.;:!?]$/.test(left) && /^[A-Za-z]/.test(right);
}

/** The article with the chosen changes, which are some of `cleaningOf`; forms of the type stay. */
export function withCleaning(article: Article, changes: readonly CleanChange[]): Article {
  const of = (field: CleanField, index = 0) =>
    changes.filter((change) => change.field === field && change.index === index && !change.joins);
  const joined = new Map(changes.filter(({ joins }) => joins).map(({ index, text }) => [index, text]));
  const paragraphs: ArticleParagraph[] = [];
  article.paragraphs.forEach((paragraph, index) => {
    const replacements = of('body', index);
    const runs = replacements.length > 0 ? replacedInRuns(paragraph.runs, replacements) : paragraph.runs;
    const space = joined.get(index - 1);
    const last = paragraphs.at(-1);
    if (space === undefined || !last) paragraphs.push(runs === paragraph.runs ? paragraph : { ...paragraph, runs });
    else paragraphs[paragraphs.length - 1] = { ...last, runs: together(last.runs, space, runs) };
  });
  return {
    ...article,
    kicker: replaced(article.kicker, of('kicker')),
    headline: article.headline.map((line, index) => replaced(line, of('headline', index))),
    deck: replaced(article.deck, of('deck')),
    paragraphs,
    jump: replaced(article.jump, of('jump')),
  };
}

function replaced(text: string, changes: readonly Replacement[]): string {
  if (changes.length === 0) return text;
  return replacedInRuns([{ text, form: 'plain' }], changes)
    .map((run) => run.text)
    .join('');
}

/** Runs of two paragraphs as one; the last and the first of the same form become one run. */
function together(left: readonly Run[], space: string, right: readonly Run[]): readonly Run[] {
  const [last, first] = [left.at(-1), right[0]];
  if (!last || !first) return [...left, ...right];
  const { text: one, ...look } = last;
  const { text: other, ...otherLook } = first;
  if (JSON.stringify(look) !== JSON.stringify(otherLook)) {
    return [...left.slice(0, -1), { ...last, text: one + space }, ...right];
  }
  return [...left.slice(0, -1), { ...last, text: one + space + other }, ...right.slice(1)];
}
