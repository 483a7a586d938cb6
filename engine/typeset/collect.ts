import { CharacterClass as C, type CharacterClass, classOf, IS_BREAKING_SPACE, IS_LATIN } from './character-classes';
import type { StyledText } from './types';

/** First stage: the characters of a paragraph, one after the other, each with its class settled. Ignored ones are left out. */
export interface Characters {
  readonly text: string;
  readonly count: number;
  readonly codePoints: Uint32Array;
  readonly classes: Uint8Array;
  /** Offset of each character in `text`, UTF-16; one more entry for the end. */
  readonly offsets: Int32Array;
  /** Index of the styled text that each character stands in. */
  readonly sources: Uint16Array;
}

const SOLIDUS = 0x2f;
const TIMES = 0xd7;
const REPLACEMENT = 0xfffd;
const MAX_SOURCES = 0xffff;

/** Reads styled text character by character and settles the classes that depend on context. */
export function collect(sources: readonly StyledText[]): Characters {
  if (sources.length > MAX_SOURCES) throw new RangeError(`a paragraph has at most ${MAX_SOURCES} styled texts`);
  const text = sources.map((s) => s.text).join('');
  const codePoints = new Uint32Array(text.length);
  const classes = new Uint8Array(text.length);
  const offsets = new Int32Array(text.length + 1);
  const sourceOf = new Uint16Array(text.length);
  let count = 0;
  let offset = 0;
  sources.forEach((source, index) => {
    const end = offset + source.text.length;
    while (offset < end) {
      const codePoint = text.codePointAt(offset)!;
      const cls = text.charCodeAt(offset) === 0x0d && text.charCodeAt(offset + 1) === 0x0a ? C.Ignored : classOf(codePoint);
      if (cls !== C.Ignored) {
        codePoints[count] = codePoint >= 0xd800 && codePoint <= 0xdfff ? REPLACEMENT : codePoint;
        classes[count] = cls;
        offsets[count] = offset;
        sourceOf[count] = index;
        count++;
      }
      offset += codePoint > 0xffff ? 2 : 1;
    }
  });
  offsets[count] = text.length;
  const characters = { text, count, codePoints, classes, offsets, sources: sourceOf };
  settleClasses(characters);
  return characters;
}

/** Quotes, hyphens, slashes and × are Chinese or Latin by what stands beside them (CLREQ §3.1, GB/T 15834 §4.13). */
function settleClasses({ count, codePoints, classes }: Characters): void {
  let latinQuote = false;
  for (let i = 0; i < count; i++) {
    const cls = classes[i]!;
    if (cls === C.Han && codePoints[i] !== TIMES) continue;
    const before = i > 0 ? classes[i - 1]! : C.LineBreak;
    const after = i + 1 < count ? classes[i + 1]! : C.LineBreak;
    switch (codePoints[i]) {
      case 0x2018:
      case 0x2019:
        if (isWordPart(before) && isWordPart(after)) classes[i] = C.Letter;
        break;
      case 0x201c:
        latinQuote = isWordPart(after) && isLatinBefore(classes, i);
        if (latinQuote) classes[i] = C.LatinOpener;
        break;
      case 0x201d:
        if (latinQuote) classes[i] = C.LatinCloser;
        latinQuote = false;
        break;
      case SOLIDUS:
        if (!IS_LATIN[before] || !IS_LATIN[after]) classes[i] = C.Slash;
        break;
      case TIMES:
        if (isWordPart(before) || isWordPart(after)) classes[i] = C.Letter;
        break;
      default:
        if (cls === C.Hyphen) classes[i] = hyphenClass(before, after);
        else if (cls === C.Dash && before !== C.Dash && after !== C.Dash) classes[i] = C.Connector; // 一字线
    }
  }
}

function isWordPart(cls: number): boolean {
  return cls === C.Letter || cls === C.Digit;
}

/** Whether the last character before a space is Latin: an opening quote in the middle of Latin text. */
function isLatinBefore(classes: Uint8Array, index: number): boolean {
  let i = index - 1;
  while (i >= 0 && IS_BREAKING_SPACE[classes[i]!]) i--;
  return i >= 0 && i < index - 1 && IS_LATIN[classes[i]!] === 1;
}

/** A hyphen is a connector between Han, a sign before a number, and otherwise part of a word. */
function hyphenClass(before: number, after: number): CharacterClass {
  if (IS_LATIN[before]) return C.Hyphen;
  if (after === C.Digit) return C.Prefix;
  return IS_LATIN[after] ? C.Hyphen : C.Connector;
}
