import { InputError } from '../errors';
import { isDigit } from './characters';
import { around, type Tally } from './tally';

/** A line of the manuscript without white space at its ends. Empty lines are counted by the line after them. */
export interface Line {
  readonly text: string;
  /** In the file, from 1. */
  readonly number: number;
  /** Empty lines before it. */
  readonly blanks: number;
  /** White space before it, in half-width cells. */
  readonly indent: number;
}

/** No manuscript has more; the bound keeps the memory of a hostile one in hand. */
const maxLines = 100_000;

/**
 * Cuts a text into lines and frees it from what no reader sees or what a web page left in it: entities, invisible and
 * control characters, full-width letters and figures, the many kinds of white space (each becomes one plain space, a run
 * of them stays a run: later rules read it).
 * @throws InputError manuscript.lines
 */
export function cleanLines(text: string, file: string, tally: Tally): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let number = 0;
  for (const raw of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
    number++;
    const cleaned = cleanLine(raw, number, tally);
    const line = cleaned.trim();
    if (line === '') {
      blanks++;
      continue;
    }
    if (lines.length === maxLines) throw new InputError('manuscript.lines', { file, limit: maxLines });
    const indent = expanded(cleaned).length - expanded(cleaned).trimStart().length;
    lines.push({ text: line, number, blanks, indent });
    blanks = 0;
  }
  return withTables(lines);
}

/** Most cells of a table's row, and the longest one, characters. */
const mostCells = 12;
const longestCell = 40;

/** Tabs stay in the rows of tables, two and more lines of cells below each other; elsewhere they are spaces. */
function withTables(lines: readonly Line[]): Line[] {
  const rows = lines.map(({ text }) => isRow(text));
  return lines.map((line, at) => {
    const table = rows[at] && (isBelow(lines, rows, at) || isBelow(lines, rows, at + 1));
    if (!table) return { ...line, text: expanded(line.text) };
    const cells = line.text.split('\t').map((cell) => cell.trim().replace(/ {2,}/g, ' '));
    return { ...line, text: cells.join('\t') };
  });
}

/** Whether a row stands right below another one. */
function isBelow(lines: readonly Line[], rows: readonly boolean[], at: number): boolean {
  return rows[at - 1] === true && rows[at] === true && lines[at]!.blanks === 0;
}

function isRow(text: string): boolean {
  if (!text.includes('\t') || text.length > mostCells * longestCell) return false;
  const cells = text.split('\t');
  return cells.length <= mostCells && cells.every((cell) => cell.length <= longestCell);
}

function expanded(text: string): string {
  return text.replaceAll('\t', '    ');
}

/** Control characters, the soft hyphen, zero-width and direction signs, fillers that some programs pad with. */
const invisible = /[\p{Cc}\u00ad\u115f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]/gu;

/** One line, by the rules that do not ask what kind of text it is. */
export function cleanLine(raw: string, number: number, tally: Tally): string {
  let line = raw;
  if (line.includes('&') && tally.does('entities')) line = decodeEntities(line, number, tally);
  line = replaceAll(line, invisible, dropInvisible, 'invisible', number, tally);
  line = replaceAll(line, /[０-９Ａ-Ｚａ-ｚ％＠．＋＝＆＿]|：(?=[0-9０-９])|－(?=[0-9０-９])/g, narrow, 'width', number, tally);
  return line.replace(/[^\S ]/g, (space) => (space === '\t' ? space : space === '\u3000' ? '  ' : ' '));
}

/** A replacement that keeps what it returns unchanged and counts what it changes. */
function replaceAll(
  line: string,
  pattern: RegExp,
  replace: (found: string, at: number, line: string) => string,
  rule: 'invisible' | 'width',
  number: number,
  tally: Tally,
): string {
  if (!tally.does(rule)) return line;
  return line.replace(pattern, (found: string, at: number) => {
    const replacement = replace(found, at, line);
    if (replacement !== found) tally.add(rule, number, replacement === '' ? codePoint(found) : around(line, at));
    return replacement;
  });
}

function codePoint(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Zero-width signs go, except a joiner that holds an emoji together, which is text. */
function dropInvisible(found: string, at: number, line: string): string {
  if (found === '\t') return found;
  if (found === '\u200d' && at > 0 && line.charCodeAt(at - 1) > 0xd7ff) return found;
  return '';
}

/** Full-width letters, figures and the signs that belong to numbers become half-width. */
function narrow(found: string, at: number, line: string): string {
  const inNumber = at > 0 && isDigit(half(line[at - 1]!));
  if ((found === '：' || found === '－') && !inNumber) return found;
  return half(found);
}

function half(char: string): string {
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
};

function decodeEntities(line: string, number: number, tally: Tally): string {
  return line.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g,
    (found, decimal?: string, hex?: string, name?: string) => {
      const decoded = name === undefined ? fromCode(decimal ? Number(decimal) : Number.parseInt(hex!, 16)) : entities[name];
      if (decoded === undefined) return found;
      tally.add('entities', number, found);
      return decoded;
    },
  );
}

function fromCode(code: number): string | undefined {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}
