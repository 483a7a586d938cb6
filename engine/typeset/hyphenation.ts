/** Where Latin words may be divided (连字符转行). The patterns come from a library; what may be divided at all is decided here. */
import { BreakKind as K } from './breaks';
import { CharacterClass as C } from './character-classes';
import type { Characters } from './collect';

/** Where a word may be divided: numbers of letters before each place. */
export type Hyphenator = (word: string) => readonly number[];

/** Shorter words stay whole. */
const LEAST_LETTERS = 5;
/** Letters that stay on the line, and that go to the next. */
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;
/** No word of a language; the patterns' time grows with the square of the length. */
const MOST_LETTERS = 50;

const SOFT_HYPHEN = '\u00ad';
/** A word of small letters, or one that begins with a capital: abbreviations and names such as GitHub are not divided. */
const WORD = /^\p{Lu}?\p{Ll}+$/u;

/** American English, by Liang's patterns. Loaded when it is first wanted: the patterns are 100 KB. */
export async function englishHyphenator(): Promise<Hyphenator> {
  const { default: english } = await import('hyphen/en-us/index.js');
  return (word) => {
    const places: number[] = [];
    let letters = 0;
    for (const part of english.hyphenateSync(word).split(SOFT_HYPHEN)) {
      letters += part.length;
      places.push(letters);
    }
    return places.slice(0, -1);
  };
}

/** Opens the words of a Latin stretch in `kinds`. Words beside figures, as in `mp3player`, and of addresses stay whole. */
export function divideWords(characters: Characters, kinds: Uint8Array, start: number, end: number, hyphenator: Hyphenator): void {
  let i = start;
  while (i < end) {
    const from = i;
    while (i < end && isLetter(characters, i)) i++;
    if (isWhole(characters.classes, from - 1, start, end) && isWhole(characters.classes, i, start, end))
      divideWord(characters, kinds, from, i, hyphenator);
    if (i === from) i++;
  }
}

function isLetter({ classes, codePoints }: Characters, i: number): boolean {
  const codePoint = codePoints[i]!;
  const isLatin = (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a;
  return classes[i] === C.Letter && (isLatin || (codePoint >= 0xc0 && codePoint <= 0x24f));
}

/** Whether a word may end beside this character: at no figure, underscore or apostrophe. */
function isWhole(classes: Uint8Array, i: number, start: number, end: number): boolean {
  return i < start || i >= end || (classes[i] !== C.Digit && classes[i] !== C.Letter && classes[i] !== C.Combining);
}

function divideWord({ codePoints }: Characters, kinds: Uint8Array, start: number, end: number, hyphenator: Hyphenator): void {
  const letters = end - start;
  if (letters < LEAST_LETTERS || letters > MOST_LETTERS) return;
  const word = String.fromCodePoint(...codePoints.subarray(start, end));
  if (!WORD.test(word)) return;
  for (const before of hyphenator(word)) {
    if (before < LEAST_BEFORE || letters - before < LEAST_AFTER) continue;
    if (kinds[start + before] === K.Unit) kinds[start + before] = K.Hyphen;
  }
}
