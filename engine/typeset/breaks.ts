import { CharacterClass as C, CLASS_COUNT, IS_BREAKING_SPACE, IS_LATIN, setOf } from './character-classes';
import type { Characters } from './collect';
import type { ProhibitionLevel, StyledText } from './types';

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
  /** Inside a stretch that its author wants on one line. */
  Kept: 4,
  /** Inside a URL or e-mail address, at a place where a reader sees that it goes on. */
  Address: 5,
  /** Inside a word, a number, `图①` (CLREQ §3.2.3). */
  Unit: 6,
  /** A mark would start or end a line that may not (CLREQ §3.2.1, GB/T 15834 §5.1). */
  Prohibited: 7,
  /** Two halves of one mark, an accent and its letter. */
  Welded: 8,
} as const;

export type BreakKind = (typeof BreakKind)[keyof typeof BreakKind];

const K = BreakKind;

const TU = 0x56fe; // 图
const FIRST_CIRCLED = 0x2460; // ①
const LAST_CIRCLED = 0x2473; // ⑳
const AT_SIGN = 0x40;

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
  C.LatinMark,
  C.LatinCloser,
);
const NEVER_ENDS = setOf(C.Opener, C.LatinOpener);

function pairTable(level: ProhibitionLevel): Uint8Array {
  const table = new Uint8Array(CLASS_COUNT * CLASS_COUNT);
  const forbid = (before: number, after: number, kind: BreakKind): void => {
    const at = before * CLASS_COUNT + after;
    table[at] = Math.max(table[at]!, kind);
  };
  for (let a = 0; a < CLASS_COUNT; a++) {
    forbid(a, C.Combining, K.Welded);
    forbid(a, C.Space, K.Welded);
    forbid(a, C.WideSpace, K.Welded);
    forbid(a, C.NoBreakSpace, K.Unit);
    forbid(C.NoBreakSpace, a, K.Unit);
    for (let b = 0; b < CLASS_COUNT; b++) {
      if (IS_LATIN[a] && IS_LATIN[b]) forbid(a, b, K.Unit);
      if (level !== 'none' && (NEVER_STARTS[b] || NEVER_ENDS[a])) forbid(a, b, K.Prohibited);
    }
    if (level === 'gb' || level === 'strict') forbid(C.Slash, a, K.Prohibited);
    if (level === 'strict') for (const mark of [C.Dash, C.LongDash, C.Ellipsis]) forbid(a, mark, K.Prohibited);
  }
  forbid(C.Ender, C.Ender, K.Unit);
  forbid(C.Digit, C.Suffix, K.Unit);
  return table;
}

const tables = new Map<ProhibitionLevel, Uint8Array>();

function tableOf(level: ProhibitionLevel): Uint8Array {
  const table = tables.get(level) ?? pairTable(level);
  tables.set(level, table);
  return table;
}

/**
 * Kind of the break before each character; index `count` is the end. Spaces hang on the line before them: the break
 * after a space is judged by the characters on its two sides.
 */
export function findBreaks(characters: Characters, sources: readonly StyledText[], level: ProhibitionLevel): Uint8Array {
  const { count, classes, codePoints } = characters;
  const table = tableOf(level);
  const kinds = new Uint8Array(count + 1);
  let solid = 0; // class of the last character that is no space
  for (let i = 0; i < count; i++) {
    const cls = classes[i]!;
    if (i > 0) kinds[i] = IS_BREAKING_SPACE[classes[i - 1]!] ? afterSpace(table, solid, cls) : table[solid * CLASS_COUNT + cls]!;
    if (!IS_BREAKING_SPACE[cls]) solid = cls;
    if (cls === C.Dash || cls === C.Ellipsis) i = weldPairs(characters, kinds, i, level);
    else if (codePoints[i]! >= FIRST_CIRCLED && codePoints[i]! <= LAST_CIRCLED && codePoints[i - 1] === TU) kinds[i] = K.Unit;
  }
  openWords(characters, kinds);
  holdKept(characters, sources, kinds);
  return kinds;
}

function afterSpace(table: Uint8Array, before: number, after: number): BreakKind {
  if (IS_BREAKING_SPACE[after]) return K.Welded;
  const kind = table[before * CLASS_COUNT + after]!;
  return kind === K.Prohibited ? K.Prohibited : K.Word;
}

/** —— and …… hold together two by two. Returns the last index of the run. */
function weldPairs({ count, classes }: Characters, kinds: Uint8Array, start: number, level: ProhibitionLevel): number {
  const cls = classes[start]!;
  let i = start;
  while (i + 1 < count && classes[i + 1] === cls) {
    i++;
    if ((i - start) % 2 === 1) kinds[i] = K.Welded;
    else kinds[i] = level === 'strict' ? K.Prohibited : K.Free;
  }
  return i;
}

/** Inside Latin stretches: words break after a hyphen, addresses only where they must. */
function openWords({ count, classes, codePoints }: Characters, kinds: Uint8Array): void {
  let i = 0;
  while (i < count) {
    if (!IS_LATIN[classes[i]!]) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < count && IS_LATIN[classes[end]!]) end++;
    const address = isAddress(codePoints, i, end);
    for (let k = i + 1; k < end; k++) {
      if (address) {
        if (isAddressJoint(codePoints, k)) kinds[k] = K.Address;
      } else if (k > i + 1 && classes[k - 1] === C.Hyphen) {
        if (classes[k - 2] === C.Letter && classes[k] === C.Letter) kinds[k] = K.Word;
        else if (digitsFrom(classes, k - 2, -1) >= GROUP && digitsFrom(classes, k, 1) >= GROUP) kinds[k] = K.Reluctant;
      }
    }
    i = end;
  }
}

/** Digits on both sides of a hyphen that make it a telephone number, not a range. */
const GROUP = 3;

/** Number of digits from a place on in a direction, counted up to GROUP. */
function digitsFrom(classes: Uint8Array, at: number, step: 1 | -1): number {
  let digits = 0;
  while (digits < GROUP && classes[at + digits * step] === C.Digit) digits++;
  return digits;
}

const WWW = [0x77, 0x77, 0x77, 0x2e]; // www.
const SCHEME_END = [0x3a, 0x2f, 0x2f]; // ://

function isAddress(codePoints: Uint32Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (codePoints[i] === AT_SIGN && i > start && i + 1 < end) return true;
    if (startsWith(codePoints, i, end, SCHEME_END) || (i === start && startsWith(codePoints, i, end, WWW))) return true;
  }
  return false;
}

function startsWith(codePoints: Uint32Array, at: number, end: number, wanted: readonly number[]): boolean {
  return at + wanted.length <= end && wanted.every((codePoint, k) => codePoints[at + k] === codePoint);
}

const BREAKS_AFTER = new Set([...'/.?&='].map((c) => c.charCodeAt(0)));
const NEVER_STARTS_ADDRESS = new Set([...'/.,:;!?&=%-)]}'].map((c) => c.charCodeAt(0)));
const BREAKS_BEFORE = new Set([...'_@#~'].map((c) => c.charCodeAt(0)));

/** After a slash, a dot, ?, & or =, before @, _ or #; never so that a line starts with a mark. */
function isAddressJoint(codePoints: Uint32Array, at: number): boolean {
  const before = codePoints[at - 1]!;
  const after = codePoints[at]!;
  if (NEVER_STARTS_ADDRESS.has(after)) return false;
  return BREAKS_AFTER.has(before) || (BREAKS_BEFORE.has(after) && !BREAKS_BEFORE.has(before));
}

function holdKept({ count, sources: sourceOf }: Characters, sources: readonly StyledText[], kinds: Uint8Array): void {
  if (!sources.some((s) => s.keep)) return;
  for (let i = 1; i < count; i++) {
    const keep = sourceOf[i] === sourceOf[i - 1] && sources[sourceOf[i]!]!.keep;
    if (keep) kinds[i] = Math.max(kinds[i]!, keep === 'rather' ? K.Name : K.Kept);
  }
}
