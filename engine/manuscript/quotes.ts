import { hasHan, isLatin } from './characters';
import { latinSpans } from './latin-spans';
import { around, type Tally } from './tally';

/** Gives the quotes of a paragraph their form and their direction. */
export function tidyQuotes(text: string, line: number, tally: Tally): string {
  const paired = tally.does('quotes') ? pairQuotes(text, line, tally) : text;
  return tally.does('turned') ? turnQuotes(paired, line, tally) : paired;
}

/**
 * Pairs the straight quotes of a paragraph: `"` opens “ and closes ” in turn, `'` inside them ‘ ’ likewise; an apostrophe
 * in a Latin word stays, and so do those in addresses and code. A paragraph without Han keeps its straight quotes.
 */
function pairQuotes(text: string, line: number, tally: Tally): string {
  if (!(text.includes('"') || text.includes("'")) || !hasHan(text)) return text;
  const kept = latinSpans(text);
  let out = '';
  let double = false;
  let single = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    let replacement = char;
    if (kept[at]) {
      out += char;
      continue;
    }
    if (char === '"') {
      replacement = double ? '”' : '“';
      double = !double;
    } else if (char === "'" && !isApostrophe(text, at)) {
      replacement = single ? '’' : '‘';
      single = !single;
    } else if (char === '“' || char === '”') double = char === '“';
    else if (char === '‘' || char === '’') single = char === '‘';
    if (replacement !== char) tally.add('quotes', line, around(text, at));
    out += replacement;
  }
  return out;
}

function isApostrophe(text: string, at: number): boolean {
  return isLatin(text[at - 1] ?? '') && isLatin(text[at + 1] ?? '');
}

/** Longest phrase in quotes that were turned, in characters. */
const longestPhrase = 24;

/**
 * Turns double quotes that face the wrong way, as in `“三步走“`, where it is plain how they pair: an even number of them,
 * not yet paired, of which each two in turn hold a phrase, or two alone a speech. A quotation with a quotation in it is left
 * alone.
 */
function turnQuotes(text: string, line: number, tally: Tally): string {
  const places = [...text.matchAll(/[“”]/g)].map(({ index }) => index);
  if (places.length % 2 === 1 || isPaired(text, places)) return text;
  if (!holdPhrases(text, places) && !holdSpeech(text, places)) return text;
  const chars = text.split('');
  places.forEach((at, index) => {
    const quote = index % 2 === 0 ? '“' : '”';
    if (text[at] === quote) return;
    tally.add('turned', line, around(text, at));
    chars[at] = quote;
  });
  return chars.join('');
}

function isPaired(text: string, places: readonly number[]): boolean {
  let depth = 0;
  for (const at of places) {
    depth += text[at] === '“' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Whether each two quotes hold a phrase, neither a sentence nor what stands between two quotations. */
function holdPhrases(text: string, places: readonly number[]): boolean {
  for (let index = 0; index < places.length; index += 2) {
    const [from, to] = [places[index]!, places[index + 1]!];
    // Spaces go later.
    const phrase = text.slice(from + 1, to).replace(/\s/g, '');
    if (phrase === '' || phrase.length > longestPhrase || /[。！？；：]|^[，、）》]|[，、（《]$/.test(phrase)) return false;
    if (/[：。！？]/.test(text[from - 1] ?? '') && (places.length > 2 || text[from] === '”')) return false;
  }
  return true;
}

/** `：“……。“`: two opening quotes about one speech. */
function holdSpeech(text: string, places: readonly number[]): boolean {
  const [from, to] = [places[0]!, places[1]!];
  return (
    places.length === 2 && text[from] === '“' && text[to] === '“' && text[from - 1] === '：' && /[。！？]/.test(text[to - 1]!)
  );
}
