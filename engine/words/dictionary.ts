/// <reference path="./virtual-dictionary.d.ts" />
/** The pinned dictionary: about 130,000 words of the segmenter jieba with how often they are used and of which kind they are. */
import packed from 'virtual:dictionary';

/** Longest word, characters; and the power of two that the corpus counts words in, the price of a word never seen. */
const LONGEST_WORD = 7;
export const UNSEEN = 26;

/** How `words-plugin.mjs` packs: the character that stands for nothing shared and one use, and how many classes there are. */
const FIRST = 0x100;
const CLASSES = 18;
const LAST = 0x4ff;
/** Kinds of words, in the order in which they are packed. */
const KINDS = ['other', 'noun', 'place', 'verb', 'verbalNoun', 'attribute', 'adverb', 'time', 'person'] as const;
export type WordKind = (typeof KINDS)[number];

/** Words in ascending order, one after the other, without objects of their own. */
interface Table {
  /** Code units of all words. */
  readonly units: Uint16Array;
  /** Where each word starts in `units`; one more entry than words. */
  readonly starts: Uint32Array;
  /** Logarithm of each word's uses to the base 2, rounded down. */
  readonly uses: Uint8Array;
  /** Index into `KINDS`. */
  readonly kinds: Uint8Array;
}

let table: Table | undefined;

/** Unpacked at the first question, in a few milliseconds. */
function words(): Table {
  table ??= unpack(packed);
  return table;
}

function unpack(text: string): Table {
  const count = countWords(text);
  const units = new Uint16Array(text.length * 2);
  const starts = new Uint32Array(count + 1);
  const uses = new Uint8Array(count);
  const kinds = new Uint8Array(count);
  let word = 0;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > LAST) {
      units[end++] = unit;
      continue;
    }
    const before = starts[word - 1] ?? 0;
    starts[word] = end;
    const code = Math.floor((unit - FIRST) / KINDS.length);
    kinds[word] = (unit - FIRST) % KINDS.length;
    uses[word] = code % CLASSES;
    const shared = Math.floor(code / CLASSES);
    for (let k = 0; k < shared; k++) units[end++] = units[before + k]!;
    word++;
  }
  starts[count] = end;
  return { units: units.slice(0, end), starts, uses, kinds };
}

function countWords(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) <= LAST) count++;
  return count;
}

/** The kind of a word as it is mostly used; undefined when the dictionary does not know it. */
export function kindOfWord(word: string): WordKind | undefined {
  let kind: WordKind | undefined;
  wordsAt(word, 0, (length, _, own) => {
    if (length === word.length) kind = own;
  });
  return kind;
}

/** Calls `found` with each word that begins at a place of the text, shortest first: its length, its price in bits, its kind. */
export function wordsAt(text: string, at: number, found: (length: number, price: number, kind: WordKind) => void): void {
  const { units, starts, uses, kinds } = words();
  const longest = Math.min(LONGEST_WORD, text.length - at);
  let low = 0;
  let high = uses.length;
  for (let depth = 0; depth < longest; depth++) {
    const unit = text.charCodeAt(at + depth);
    low = firstWith(low, high, depth, unit);
    high = firstWith(low, high, depth, unit + 1);
    if (low === high) return;
    if (starts[low + 1]! - starts[low]! === depth + 1) found(depth + 1, UNSEEN - uses[low]!, KINDS[kinds[low]!]!);
  }

  /** First word from `from` on whose unit at a depth is not below one; the words before `to` share what stands before. */
  function firstWith(from: number, to: number, depth: number, unit: number): number {
    let [below, above] = [from, to];
    while (below < above) {
      const middle = (below + above) >> 1;
      const start = starts[middle]!;
      const reached = start + depth < starts[middle + 1]! ? units[start + depth]! : -1;
      if (reached < unit) below = middle + 1;
      else above = middle;
    }
    return below;
  }
}
