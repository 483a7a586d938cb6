/** Cuts a text into words (分词): the words whose prices in the dictionary add up to the least. */
import { UNSEEN, wordsAt } from './dictionary';
import { PAPER_WORDS } from './paper-words';

/** A character of its own that is no word of the dictionary: worse than any word, better than losing it. */
const STRANGER = UNSEEN + 2;
/** A word that the paper, the story or its people brought. Common enough to win over what it is made of. */
const BROUGHT = 9;
/** What the word of a local paper costs when the dictionary lacks it: 高频 but no name. */
const LOCAL = 14;

const HAN = /[\p{Script=Han}〇々]/u;
/** A Latin word or number with what belongs to it, held together. */
const LATIN = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９][A-Za-z0-9Ａ-Ｚａ-ｚ０-９.,:'’&+#@/_%‰℃°~\-–]*/uy;

/** Longest word brought from outside, characters. */
const LONGEST_BROUGHT = 20;

/**
 * The words of a text in order; together they are the text. Marks and spaces are words of their own, a Latin word or
 * number is one. `brought` are words that the dictionary need not know, names first of all.
 */
export function cutWords(text: string, brought: ReadonlySet<string> = NONE): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfHan(text, at);
    if (end > at) {
      words.push(...cutHan(text.slice(at, end), brought));
      at = end;
      continue;
    }
    LATIN.lastIndex = at;
    const latin = LATIN.exec(text)?.[0];
    const word = latin ? latin.replace(/(?<=[^.,:])[.,:]+$/u, '') : String.fromCodePoint(text.codePointAt(at)!);
    words.push(word);
    at += word.length;
  }
  return words;
}

const NONE: ReadonlySet<string> = new Set();

function endOfHan(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (!HAN.test(character)) break;
    at += character.length;
  }
  return at;
}

/** Shortest path through all words that begin at each place, from the end to the beginning. */
function cutHan(text: string, brought: ReadonlySet<string>): string[] {
  const count = text.length;
  const price = new Float64Array(count + 1);
  const length = new Uint8Array(count);
  const longest = Math.max(0, ...[...brought].map((word) => Math.min(word.length, LONGEST_BROUGHT)));
  for (let at = count - 1; at >= 0; at--) {
    const single = isHighSurrogate(text.charCodeAt(at)) && at + 1 < count ? 2 : 1;
    length[at] = single;
    price[at] = STRANGER + price[at + single]!;
    const consider = (size: number, own: number) => {
      const whole = own + price[at + size]!;
      // Of equal ways the one with the longer first word.
      if (whole > price[at]!) return;
      price[at] = whole;
      length[at] = size;
    };
    wordsAt(text, at, consider);
    for (let size = 2; size <= Math.min(longest, count - at); size++) {
      if (brought.has(text.slice(at, at + size))) consider(size, BROUGHT);
    }
    for (let size = 2; size <= Math.min(LONGEST_LOCAL, count - at); size++) {
      if (PAPER_WORDS.has(text.slice(at, at + size))) consider(size, LOCAL);
    }
  }
  const words: string[] = [];
  for (let at = 0; at < count; at += length[at]!) words.push(text.slice(at, at + length[at]!));
  return words;
}

const LONGEST_LOCAL = 8;

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
