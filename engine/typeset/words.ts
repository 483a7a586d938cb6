/** Inside Latin stretches: where words, numbers and addresses may be opened, and which of them hold together with a space. */

import { BreakKind as K } from './breaks';
import { CharacterClass as C, IS_LATIN } from './character-classes';
import type { Characters } from './collect';
import { divideWords, type Hyphenator } from './hyphenation';

/** Digits on both sides of a hyphen that make it a telephone number; a range has fewer, and years have four and four. */
const GROUP = 3;
const YEAR_DIGITS = 4;
const YEAR_STARTS = [0x31, 0x32]; // 1 2

const AT_SIGN = 0x40;
const SOLIDUS = 0x2f;

const codes = (marks: string): ReadonlySet<number> => new Set([...marks].map((c) => c.charCodeAt(0)));
/** A line of an address that is too long ends after one of these: a reader sees that it goes on. */
const BREAKS_AFTER = codes('/.?&=-;,|');
const NEVER_STARTS = codes('/.,:;!?&=%-)]}|\'"');
/** Failing those, before one of these, or after a hyphen of a word. */
const BREAKS_BEFORE = codes('_@#~+');

/** Units that stay with their number across a space (GB 3101). */
const UNITS = new Set(
  (
    'm km cm mm nm μm dm g kg mg t L l ml mL s min h ms d Hz kHz MHz GHz W kW MW GW kWh V kV A mA Ω J kJ N Pa kPa MPa ' +
    'K B KB MB GB TB kB bit bps Mbps Gbps dB ha mu px pt rpm mol cal kcal km/h m/s r/min g/L mg/L °C ℃'
  ).split(' '),
);
const LONGEST_UNIT = 5;

/**
 * Opens Latin stretches in `kinds`.
 *
 * @param slashes whether a slash between words may end a line
 * @param hyphenator divides words; none are divided without
 */
export function openWords(characters: Characters, kinds: Uint8Array, slashes: boolean, hyphenator?: Hyphenator): void {
  const { count, classes } = characters;
  let i = 0;
  while (i < count) {
    if (!IS_LATIN[classes[i]!]) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < count && IS_LATIN[classes[end]!]) end++;
    openStretch(characters, kinds, i, end, slashes);
    if (hyphenator && !isAddress(characters.codePoints, i, end)) divideWords(characters, kinds, i, end, hyphenator);
    if (classes[i - 1] === C.Space && i > 1 && isDigit(classes[i - 2]!) && isUnit(characters, i, end)) kinds[i] = K.Unit;
    i = end;
  }
}

function openStretch({ classes, codePoints }: Characters, kinds: Uint8Array, start: number, end: number, slashes: boolean): void {
  const address = isAddress(codePoints, start, end);
  for (let k = start + 1; k < end; k++) {
    if (kinds[k] === K.Welded || classes[k] === C.Combining) continue;
    const before = codePoints[k - 1]!;
    const after = codePoints[k]!;
    if (NEVER_STARTS.has(after)) continue;
    if (address) {
      if (BREAKS_AFTER.has(before)) kinds[k] = K.Address;
      else if (BREAKS_BEFORE.has(after) && !BREAKS_BEFORE.has(before)) kinds[k] = K.Joint;
      continue;
    }
    if (k === start + 1) continue;
    if (classes[k - 1] === C.Hyphen) kinds[k] = hyphenBreak(classes, codePoints, k);
    else if (before === SOLIDUS) kinds[k] = slashes && areWords(classes, k) ? K.Word : K.Address;
    else if (BREAKS_AFTER.has(before) && classes[k] === C.Letter && !isDigit(classes[k - 2]!)) kinds[k] = K.Joint;
  }
}

function hyphenBreak(classes: Uint8Array, codePoints: Uint32Array, k: number): K {
  if (classes[k - 2] === C.Letter && classes[k] === C.Letter) return K.Word;
  const before = digitsFrom(classes, k - 2, -1);
  const after = digitsFrom(classes, k, 1);
  if (before < GROUP || after < GROUP) return K.Joint;
  const single = classes[k - 2 - before] !== C.Hyphen && classes[k + after] !== C.Hyphen;
  const amounts = single && before === GROUP && after === GROUP; // 120-150
  const years =
    single && before === YEAR_DIGITS && after === YEAR_DIGITS && [k - 5, k].every((i) => YEAR_STARTS.includes(codePoints[i]!));
  return amounts || years ? K.Joint : K.Reluctant;
}

/** Whether at least two letters stand on each side of the slash before `k`: and/or, not km/h. */
function areWords(classes: Uint8Array, k: number): boolean {
  return [k - 3, k - 2, k, k + 1].every((i) => classes[i] === C.Letter);
}

/** Number of digits from a place on in a direction, counted up to one more than a year has. */
function digitsFrom(classes: Uint8Array, at: number, step: 1 | -1): number {
  let digits = 0;
  while (digits <= YEAR_DIGITS && classes[at + digits * step] === C.Digit) digits++;
  return digits;
}

function isDigit(cls: number): boolean {
  return cls === C.Digit;
}

function isUnit({ codePoints }: Characters, start: number, end: number): boolean {
  let stop = end;
  while (stop > start && (codePoints[stop - 1] === 0x2c || codePoints[stop - 1] === 0x2e)) stop--;
  return stop - start <= LONGEST_UNIT && UNITS.has(String.fromCodePoint(...codePoints.subarray(start, stop)));
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

const YEAR = 0x5e74;
const MONTH = 0x6708;
const DAYS = new Set([0x65e5, 0x53f7]); // 日 号

/** Holds 2026年11月24日, 11月24日 and 2026年11月 on one line. */
export function holdDates({ count, classes, codePoints }: Characters, kinds: Uint8Array): void {
  for (let i = 1; i < count; i++) {
    const mark = codePoints[i]!;
    if (mark !== YEAR && mark !== MONTH && !DAYS.has(mark)) continue;
    if (!isDateDigit(classes[i - 1]!)) continue;
    kinds[i] = Math.max(kinds[i]!, K.Kept);
    const goesOn = mark === YEAR || mark === MONTH;
    if (goesOn && i + 1 < count && isDateDigit(classes[i + 1]!) && endsDate(classes, codePoints, i + 1, mark))
      kinds[i + 1] = Math.max(kinds[i + 1]!, K.Kept);
  }
}

function isDateDigit(cls: number): boolean {
  return cls === C.Digit || cls === C.WideDigit;
}

/** Whether the figures from `at` on end with the mark that follows in a date. */
function endsDate(classes: Uint8Array, codePoints: Uint32Array, at: number, mark: number): boolean {
  let i = at;
  while (i < at + 2 && isDateDigit(classes[i]!)) i++;
  return mark === YEAR ? codePoints[i] === MONTH : DAYS.has(codePoints[i]!);
}
