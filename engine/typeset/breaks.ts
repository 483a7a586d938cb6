import { CharacterClass as C, CLASS_COUNT, IS_BREAKING_SPACE, IS_LATIN, setOf } from './character-classes';
import { type Characters, Joint } from './collect';
import type { Hyphenator } from './hyphenation';
import { Scratch } from './scratch';
import type { ProhibitionLevel, StyledText } from './types';
import { holdDates, openWords } from './words';

/**
 * Second stage: may a line end between two characters? The answer is the reason why not, in the order in which the
 * reasons give way when a stretch without any break is wider than the measure (see `relax.ts`).
 */
export const BreakKind = {
  /** Allowed. */
  Free: 0,
  /** Allowed, after a space or a hyphen of Latin text. */
  Word: 1,
  /** Allowed, but only to save a line from being very loose: after the hyphen of a telephone number. */
  Reluctant: 2,
  /** Allowed, but rather not: inside a person's name. */
  Name: 3,
  /** Allowed, and a hyphen is shown: a word divided at U+00AD, or by the rules of its language. */
  Hyphen: 4,
  /** Inside a stretch that its author wants on one line. */
  Kept: 5,
  /** Inside a URL or e-mail address, at a place where a reader sees that it goes on. */
  Address: 6,
  /** Inside an address or a compound, at a less obvious place. */
  Joint: 7,
  /** Inside a word, a number, `图①` (CLREQ §3.2.3). */
  Unit: 8,
  /** A mark would start or end a line that may not (CLREQ §3.2.1, GB/T 15834 §5.1). */
  Prohibited: 9,
  /** Two halves of one mark, an accent and its letter. */
  Welded: 10,
} as const;

export type BreakKind = (typeof BreakKind)[keyof typeof BreakKind];

const K = BreakKind;

const WIDE_POINT = 0xff0e; // ．
const TU = 0x56fe; // 图
const FIRST_CIRCLED = 0x2460; // ①
const LAST_CIRCLED = 0x2473; // ⑳

/** Marks that start no line. */
export const NEVER_STARTS = setOf(
  C.Closer,
  C.Stop,
  C.Ender,
  C.DoubleEnder,
  C.Dot,
  C.Connector,
  C.Slash,
  C.Suffix,
  C.Hyphen,
  C.LatinMark,
  C.LatinCloser,
  C.NonStarter,
);
const NEVER_ENDS = setOf(C.Opener, C.LatinOpener, C.NonEnder, C.Prefix);
const CONTINUES = setOf(C.Combining, C.Joined, C.Space, C.WideSpace);

function pairTable(level: ProhibitionLevel): Uint8Array {
  const table = new Uint8Array(CLASS_COUNT * CLASS_COUNT);
  const forbid = (before: number, after: number, kind: BreakKind): void => {
    const at = before * CLASS_COUNT + after;
    table[at] = Math.max(table[at]!, kind);
  };
  for (let a = 0; a < CLASS_COUNT; a++) {
    forbid(a, C.NoBreakSpace, K.Unit);
    forbid(C.NoBreakSpace, a, K.Unit);
    for (let b = 0; b < CLASS_COUNT; b++) {
      if (CONTINUES[b]) forbid(a, b, K.Welded);
      if (IS_LATIN[a] && IS_LATIN[b]) forbid(a, b, K.Unit);
      if (level !== 'none' && (NEVER_STARTS[b] || NEVER_ENDS[a])) forbid(a, b, K.Prohibited);
    }
    if (level === 'gb' || level === 'strict') forbid(C.Slash, a, K.Prohibited);
    if (level === 'strict') for (const mark of [C.Dash, C.LongDash, C.Ellipsis]) forbid(a, mark, K.Prohibited);
  }
  forbid(C.Ender, C.Ender, K.Unit);
  forbid(C.WideDigit, C.WideDigit, K.Unit);
  for (const digit of [C.Digit, C.WideDigit]) {
    forbid(digit, C.Suffix, K.Unit);
    forbid(C.Prefix, digit, K.Unit);
  }
  return table;
}

const tables = new Map<ProhibitionLevel, Uint8Array>();

function tableOf(level: ProhibitionLevel): Uint8Array {
  const table = tables.get(level) ?? pairTable(level);
  tables.set(level, table);
  return table;
}

/** What of a style says where lines may end. */
export interface BreakRules {
  readonly level: ProhibitionLevel;
  readonly keepDates?: boolean;
  readonly hyphenator?: Hyphenator;
}

/**
 * Kind of the break before each character; index `count` is the end. Spaces hang on the line before them: the break
 * after a space is judged by the characters on its two sides.
 */
export function findBreaks(
  characters: Characters,
  sources: readonly StyledText[],
  rules: BreakRules,
  scratch = new Scratch(),
): Uint8Array {
  const { count, classes, codePoints } = characters;
  const { level } = rules;
  const table = tableOf(level);
  const kinds = scratch.uint8('kinds', count + 1);
  let solid = 0; // class of the last character that is no space
  let latin = false;
  for (let i = 0; i < count; i++) {
    const cls = classes[i]!;
    if (i > 0) kinds[i] = IS_BREAKING_SPACE[classes[i - 1]!] ? afterSpace(table, solid, cls) : table[solid * CLASS_COUNT + cls]!;
    if (!IS_BREAKING_SPACE[cls]) solid = cls;
    if (IS_LATIN[cls]) latin = true;
    if (cls === C.Dash || cls === C.Ellipsis) i = weldPairs(characters, kinds, i, level);
    else if (cls === C.WideDigit && codePoints[i - 1] === WIDE_POINT) kinds[i] = K.Unit;
    else if (cls === C.Digit && classes[i - 1] === C.Dot && classes[i - 2] === C.Digit)
      kinds[i - 1] = kinds[i] = K.Unit; // 5·12
    else if (codePoints[i]! >= FIRST_CIRCLED && codePoints[i]! <= LAST_CIRCLED && codePoints[i - 1] === TU) kinds[i] = K.Unit;
  }
  if (latin) openWords(characters, kinds, level === 'none' || level === 'basic', rules.hyphenator);
  if (rules.keepDates) holdDates(characters, kinds);
  if (characters.special) heedJoints(characters, kinds);
  holdKept(characters, sources, kinds);
  return kinds;
}

function afterSpace(table: Uint8Array, before: number, after: number): BreakKind {
  if (CONTINUES[after]) return K.Welded;
  const kind = table[before * CLASS_COUNT + after]!;
  if (before === C.NoBreakSpace || after === C.NoBreakSpace) return K.Unit;
  return kind === K.Prohibited ? K.Prohibited : K.Word;
}

/** Characters without a glyph that open or hold a break (UAX #14 LB7, LB8, LB8a, LB11, LB12). */
function heedJoints({ count, classes, joints }: Characters, kinds: Uint8Array): void {
  for (let i = 1; i < count; i++) {
    const joint = joints[i]!;
    if (joint === 0 || kinds[i] === K.Welded) continue;
    if (joint & Joint.Holds) kinds[i] = Math.max(kinds[i]!, K.Unit);
    else if (joint & Joint.Opens) kinds[i] = K.Word;
    else if (classes[i - 1] === C.Letter && classes[i] === C.Letter) kinds[i] = K.Hyphen;
  }
}

/** —— and …… hold together two by two. Returns the last index of the run. */
function weldPairs({ count, classes }: Characters, kinds: Uint8Array, start: number, level: ProhibitionLevel): number {
  const cls = classes[start]!;
  const single = classes[start + 1] !== cls;
  if (single && level !== 'none' && start > 0 && classes[start - 1] === C.Letter) kinds[start] = K.Prohibited; // so… of Latin text
  let i = start;
  while (i + 1 < count && classes[i + 1] === cls) {
    i++;
    if ((i - start) % 2 === 1) kinds[i] = K.Welded;
    else kinds[i] = level === 'strict' ? K.Prohibited : K.Free;
  }
  return i;
}

function holdKept({ count, sources: sourceOf }: Characters, sources: readonly StyledText[], kinds: Uint8Array): void {
  if (!sources.some((s) => s.keep || s.attached)) return;
  for (let i = 1; i < count; i++) {
    const source = sources[sourceOf[i]!]!;
    const inside = sourceOf[i] === sourceOf[i - 1];
    if (inside && source.keep) kinds[i] = Math.max(kinds[i]!, source.keep === 'rather' ? K.Name : K.Kept);
    if (!inside && source.attached) kinds[i] = K.Welded;
  }
}
