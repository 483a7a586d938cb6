/**
 * Packs the dictionary of the segmenter jieba for the engine, as the module `virtual:dictionary`: its common Han words,
 * sorted, each as one character below U+0400, that says how many characters it shares with the word before, how often it
 * is used and of which kind it is, and its other characters. `engine/words/dictionary.ts` reads it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { virtualModule } from './virtual-module.mjs';

/** Characters that a word may share with the one before, and powers of two that tell frequencies apart. */
const MOST_SHARED = 4;
const CLASSES = 18;
/** The first character that stands for these three: two bytes in a file, as all up to U+07FF. */
const FIRST = 0x100;
/**
 * Kinds of words by their tags (part-of-speech tags of ICTCLAS), in the order of `WordKind`: other words, nouns, places,
 * verbs, verbs that serve as nouns, what describes a noun, adverbs, times, people.
 */
const KINDS = [
  [],
  ['n', 'nt', 'nz', 'nrt', 'j', 's', 'ng'],
  ['ns'],
  ['v', 'vg', 'vi', 'vq'],
  ['vn'],
  ['a', 'b', 'ag', 'an'],
  ['d', 'ad', 'vd'],
  ['t', 'tg'],
  ['nr', 'nrfg'],
];

function kindOf(tag) {
  return Math.max(
    0,
    KINDS.findIndex((tags) => tags.includes(tag)),
  );
}
const LONGEST = 7;
/** How often a word must stand in the corpus: long ones and names of people are worth their room only when they are common. */
const LEAST_USES = { single: 1, short: 4, long: 6, person: 30 };
const SHORT = 3;

function isWanted(word, uses, tag) {
  if (!/^[\u4e00-\u9fff]+$/.test(word) || word.length > LONGEST) return false;
  if (word.length === 1) return uses >= LEAST_USES.single;
  if (tag.startsWith('nr')) return uses >= LEAST_USES.person;
  return uses >= (word.length <= SHORT ? LEAST_USES.short : LEAST_USES.long);
}

export function packWords(list) {
  const words = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .filter(([word, uses, tag]) => isWanted(word, Number(uses), tag ?? ''))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  let packed = '';
  let before = '';
  for (const [word, uses, tag] of words) {
    let shared = 0;
    while (shared < Math.min(MOST_SHARED, word.length - 1) && word[shared] === before[shared]) shared++;
    const frequency = Math.min(CLASSES - 1, Math.floor(Math.log2(Number(uses))));
    packed += String.fromCharCode(FIRST + (shared * CLASSES + frequency) * KINDS.length + kindOf(tag)) + word.slice(shared);
    before = word;
  }
  return packed;
}

/** For every build and test that contains the layout. */
export const dictionary = () =>
  virtualModule('dictionary', () => {
    const file = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
    return `export default ${JSON.stringify(packWords(readFileSync(file, 'utf8')))};`;
  });
