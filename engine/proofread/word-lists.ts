/**
 * The paper's own word lists: plain text, one entry a line, `#` before a remark.
 *
 *   禁用 forbidden    a word that must not be printed
 *   敏感 sensitive    a word to look at
 *   规范 preferred    `帐户 → 账户`: what is written wrong, and right
 *
 * `[禁用]`, `[敏感]`, `[规范]` alone on a line say what follows; without, the file's name does. An entry with an arrow (`→`,
 * `->`, `=>` or a tab) under no heading is a preferred form, any other a sensitive word.
 */
import { type Match, WordMatcher } from './matcher';
import type { Found } from './types';

export type ListRule = 'forbidden' | 'sensitive' | 'preferred';

export interface ListEntry {
  readonly rule: ListRule;
  readonly words: string;
  /** What to write instead; absent where the list tells nothing. */
  readonly right?: string;
  /** Name of the list that it stands in. */
  readonly list: string;
}

export interface WordList {
  readonly entries: readonly ListEntry[];
  /** Lines that say nothing that could be used, from 1: too long, or a preferred form without its right one. */
  readonly faults: readonly number[];
  /** Whether it has more entries than are read. */
  readonly cut: boolean;
}

/** Entries of a list, and characters of an entry; far above any paper's, they bound a hostile file. */
export const MOST_ENTRIES = 100_000;
export const LONGEST_ENTRY = 60;
/** Characters of a line, both forms, arrow and white space: longer ones are not even taken apart. */
const LONGEST_LINE = 4 * LONGEST_ENTRY;
/** Faulty lines that are told. */
const MOST_FAULTS = 100;

const ARROW = /\s*(?:→|⇒|=>|->|\t)\s*/;
const HEADING = /^[[［【]\s*(禁用|敏感|规范|forbidden|sensitive|preferred)[^\]］】]*[\]］】]$/i;

/** @param name the file's, which says what kind of words it holds where the text does not */
export function readWordList(text: string, name: string): WordList {
  const entries: ListEntry[] = [];
  const faults: number[] = [];
  let rule = ruleNamed(name);
  let number = 0;
  let cut = false;
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    number++;
    const line = raw.replace(/^\ufeff/, '').trim();
    if (line === '' || line.startsWith('#')) continue;
    const heading = line.length > LONGEST_LINE ? undefined : HEADING.exec(line)?.[1];
    if (heading !== undefined) {
      rule = ruleNamed(heading);
      continue;
    }
    if (entries.length === MOST_ENTRIES) {
      cut = true;
      break;
    }
    const entry = entryFrom(line, rule, name);
    if (entry) entries.push(entry);
    else if (faults.length < MOST_FAULTS) faults.push(number);
  }
  return { entries, faults, cut };
}

function ruleNamed(name: string): ListRule | undefined {
  if (/禁用|禁词|forbidden|banned/i.test(name)) return 'forbidden';
  if (/敏感|sensitive/i.test(name)) return 'sensitive';
  if (/规范|易错|preferred/i.test(name)) return 'preferred';
  return undefined;
}

function entryFrom(line: string, stated: ListRule | undefined, list: string): ListEntry | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const [words = '', right = ''] = line.split(ARROW, 2).map((part) => part.trim());
  const rule = stated ?? (right === '' ? 'sensitive' : 'preferred');
  if (words === '' || words.length > LONGEST_ENTRY || right.length > LONGEST_ENTRY) return undefined;
  if (rule === 'preferred' && (right === '' || right === words)) return undefined;
  return { rule, words, list, ...(right === '' ? {} : { right }) };
}

/** Several lists, ready to be looked for. */
export class WordLists {
  private readonly matcher: WordMatcher;

  constructor(private readonly entries: readonly ListEntry[]) {
    this.matcher = new WordMatcher(entries.map(({ words }) => words));
  }

  /** What of the lists stands in a text; of entries of one kind that overlap the first and longest. */
  find(text: string): readonly Found[] {
    const matches = this.matcher.find(text);
    if (matches.length === 0) return NOTHING;
    const sorted = [...matches].sort((one, other) => one.from - other.from || other.to - one.to);
    const beyond: Record<ListRule, number> = { forbidden: 0, sensitive: 0, preferred: 0 };
    const found: Found[] = [];
    for (const match of sorted) {
      const entry = this.entries[match.entry]!;
      if (match.from < beyond[entry.rule] || isRightAlready(text, match, entry)) continue;
      beyond[entry.rule] = match.to;
      found.push(foundOf(match, entry));
    }
    return found;
  }
}

const NOTHING: readonly Found[] = [];

/** `冬奥 → 冬奥会` finds nothing in 冬奥会. */
function isRightAlready(text: string, { from }: Match, { words, right }: ListEntry): boolean {
  if (right === undefined) return false;
  for (let at = right.indexOf(words); at >= 0; at = right.indexOf(words, at + 1)) {
    if (text.startsWith(right, from - at)) return true;
  }
  return false;
}

function foundOf({ from, to }: Match, { rule, right, list }: ListEntry): Found {
  const severity = rule === 'forbidden' ? 'error' : 'warning';
  const params = { list };
  return right === undefined ? { rule, severity, from, to, params } : { rule, severity, from, to, suggestion: right, params };
}
