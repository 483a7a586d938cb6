/** Finds words in texts. Pure; the worker runs it, since a regular expression may take for ever. */
import type { TextRef } from '../../engine/layout/index';

export interface Query {
  readonly words: string;
  readonly replacement: string;
  /** Upper and lower case are two things. */
  readonly byCase: boolean;
  /** Full and half width are two things. */
  readonly byWidth: boolean;
  /** `words` are a regular expression, and `replacement` names its groups: `$1`, `$&`. */
  readonly regex: boolean;
}

export interface Searched {
  readonly ref: TextRef;
  readonly text: string;
  /** A part of the text alone, UTF-16. */
  readonly within?: readonly [from: number, to: number];
}

export interface Hit {
  readonly ref: TextRef;
  readonly from: number;
  readonly to: number;
  readonly found: string;
  /** What would stand there instead. */
  readonly instead: string;
}

/** More are neither shown nor replaced at once. */
export const MOST_HITS = 5000;
/** Longest expression, UTF-16. */
export const MOST_WORDS = 500;

/** All hits in the order of the texts. Throws SyntaxError for a broken expression. */
export function search(texts: readonly Searched[], query: Query): Hit[] {
  if (query.words === '' || query.words.length > MOST_WORDS) return [];
  const find = query.regex ? findExpression(query) : findWords(query);
  const hits: Hit[] = [];
  for (const { ref, text, within = [0, text.length] } of texts) {
    for (const match of find(text)) {
      if (match.from < within[0] || match.to > within[1]) continue;
      hits.push({ ref, ...match, found: text.slice(match.from, match.to) });
      if (hits.length >= MOST_HITS) return hits;
    }
  }
  return hits;
}

type Match = Pick<Hit, 'from' | 'to' | 'instead'>;
type Find = (text: string) => Iterable<Match>;

/** A text of the same length in which differences that do not count are gone. */
function folded(text: string, { byCase, byWidth }: Query): string {
  if (byCase && byWidth) return text;
  let out = '';
  for (let at = 0; at < text.length; at++) {
    let unit = text[at]!;
    const code = text.charCodeAt(at);
    if (!byWidth && code >= 0xff01 && code <= 0xff5e) unit = String.fromCharCode(code - 0xfee0);
    if (!byWidth && code === 0x3000) unit = ' ';
    if (!byCase && unit.toLowerCase().length === 1) unit = unit.toLowerCase();
    out += unit;
  }
  return out;
}

function findWords(query: Query): Find {
  const words = folded(query.words, query);
  return function* (text) {
    const searched = folded(text, query);
    for (let from = searched.indexOf(words); from >= 0; from = searched.indexOf(words, from + words.length)) {
      yield { from, to: from + words.length, instead: query.replacement };
    }
  };
}

function findExpression(query: Query): Find {
  const expression = new RegExp(query.words, query.byCase ? 'dgmu' : 'dgimu');
  const width = { ...query, byCase: true };
  return function* (text) {
    for (const match of folded(text, width).matchAll(expression)) {
      const [from, to] = match.indices![0]!;
      if (from < to) yield { from, to, instead: expanded(query.replacement, text, match) };
    }
  };
}

/** `$1`, `$<name>`, `$&` and `$$` of a replacement, and `\n` for a new paragraph; groups as the text writes them. */
function expanded(replacement: string, text: string, { indices, index }: RegExpMatchArray): string {
  const groupAt = (range: readonly [number, number] | undefined) => (range ? text.slice(...range) : '');
  return replacement.replace(/\$(\$|&|\d{1,2}|<([^>]*)>)|\\n/g, (whole, sign: string | undefined, name: string | undefined) => {
    if (whole === '\\n') return '\n';
    if (sign === '$') return '$';
    if (sign === '&') return groupAt(indices?.[0] ?? [index ?? 0, index ?? 0]);
    return groupAt(name === undefined ? indices?.[Number(sign)] : indices?.groups?.[name]);
  });
}
