import { hasHan, isLatin } from './characters';
import { around, type Tally } from './tally';

/**
 * Pairs the straight quotes of a paragraph: `"` opens “ and closes ” in turn, `'` inside them ‘ ’ likewise; an apostrophe
 * in a Latin word stays. A paragraph without Han keeps its straight quotes.
 */
export function pairQuotes(text: string, line: number, tally: Tally): string {
  if (!(text.includes('"') || text.includes("'")) || !hasHan(text)) return text;
  let out = '';
  let double = false;
  let single = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    let replacement = char;
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
