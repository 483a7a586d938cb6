import { around, type Tally } from './tally';

/**
 * Marks behind the number of a list item (GB/T 15834 4.5.3.5): 、 behind Chinese numerals, a point behind figures, none behind a
 * number in brackets. `3、4月` is no list.
 */
export function tidyLists(text: string, line: number, tally: Tally): string {
  if (!tally.does('lists')) return text;
  const found = mark.exec(text);
  if (!found) return text;
  const [whole, bracketed, han, figure] = found;
  const written = bracketed ?? (han === undefined ? `${figure}.` : `${han}、`);
  if (written === whole) return text;
  tally.add('lists', line, around(text, 0, whole.length));
  return written + text.slice(whole.length);
}

/** `（一）、`, `一.`, `一，`, `1、`, each before a Han character. */
const mark =
  /^(?:(（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）)[、.，]|([一二三四五六七八九十]{1,3})\s?[.．，](?=\s?\p{Script=Han})|(\d{1,2})\s?、)\s?(?=[“《【]|(?![一二三四五六七八九十百千万两])\p{Script=Han})/u;
