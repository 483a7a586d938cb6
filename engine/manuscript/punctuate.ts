import { hasHan, isChinese, isClosing, isDigit, isHan, isLatin, isOpening } from './characters';
import type { Line } from './clean';
import { latinSpans } from './latin-spans';
import { around, type Rule, type Tally } from './tally';

/**
 * Gives Chinese text its own marks (GB/T 15834): half-width punctuation beside Han becomes full-width, `.` that ends a
 * Chinese sentence 。, dots an ellipsis, hyphens and a single dash a 破折号. Numbers, times, addresses of mail and web,
 * file names and Latin phrases keep theirs. A bracket pair follows what it holds.
 * @param dotIsStop see writesDotsForStops
 */
export function punctuate(text: string, line: number, dotIsStop: boolean, tally: Tally): string {
  return hasHan(text) ? new Punctuation(text, line, dotIsStop, tally).run() : text;
}

/** Whether the writer uses `.` for 。 everywhere, so that one inside a line is a stop too and not a point in a name. */
export function writesDotsForStops(lines: readonly Line[]): boolean {
  let stops = 0;
  let dots = 0;
  for (const { text } of lines) {
    for (let at = text.indexOf('。'); at >= 0; at = text.indexOf('。', at + 1)) stops++;
    for (let at = text.indexOf('.', 1); at >= 0; at = text.indexOf('.', at + 1)) if (isHan(text[at - 1]!)) dots++;
  }
  return dots > stops;
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const titleMarks: Readonly<Record<string, string>> = { '<': '《', '>': '》' };
const candidate = /[,:;?!().。…⋯\-—―─－<>]/g;

/** What stands instead of the characters at a place; they stay when `mark` is undefined. */
interface Mark {
  readonly mark: string | undefined;
  readonly length: number;
  readonly rule: Rule;
}

class Punctuation {
  private readonly kept: Uint8Array;
  private readonly brackets: ReadonlySet<number>;
  /** Where the words begin and end: white around them makes no sentence longer, and no stop a point. */
  private readonly start: number;
  private readonly end: number;

  constructor(
    private readonly text: string,
    private readonly line: number,
    private readonly dotIsStop: boolean,
    private readonly tally: Tally,
  ) {
    this.kept = latinSpans(text);
    this.brackets = chineseBrackets(text, this.kept);
    this.start = text.search(/\S/);
    this.end = text.trimEnd().length;
  }

  run(): string {
    let out = '';
    let copied = 0;
    candidate.lastIndex = 0;
    for (let found = candidate.exec(this.text); found; found = candidate.exec(this.text)) {
      const at = found.index;
      if (this.kept[at]) continue;
      const { mark: wanted, length, rule } = this.readMark(at);
      const mark = this.tally.does(rule) ? wanted : undefined;
      const written = this.text.slice(at, at + length);
      if (mark !== undefined && mark !== written) this.tally.add(rule, this.line, around(this.text, at, length));
      out += this.text.slice(copied, at) + (mark ?? written);
      copied = at + length;
      candidate.lastIndex = copied;
    }
    return out + this.text.slice(copied);
  }

  private readMark(at: number): Mark {
    const char = this.text[at]!;
    if ('.。…⋯'.includes(char)) return this.dots(at);
    if ('-—―─－'.includes(char)) return this.dashes(at);
    if (char === '<' || char === '>') return this.titleMark(at);
    const isChineseMark = char === '(' || char === ')' ? this.brackets.has(at) : this.isChineseMark(at);
    return { mark: isChineseMark ? fullWidth[char] : undefined, length: 1, rule: 'punctuation' };
  }

  private runLength(at: number, chars: string): number {
    let end = at;
    while (end < this.text.length && chars.includes(this.text[end]!)) end++;
    return end - at;
  }

  /** The nearest character before or after that is no space and no half-width mark: those tell nothing of the script. */
  private before(at: number): string {
    let index = at - 1;
    while (index >= at - longestCluster && mute.includes(this.text[index] ?? '-')) index--;
    return this.text[index] ?? '';
  }

  private after(at: number): string {
    let index = at;
    while (index <= at + longestCluster && mute.includes(this.text[index] ?? '-')) index++;
    return this.text[index] ?? '';
  }

  private dots(at: number): Mark {
    const char = this.text[at]!;
    const length = this.runLength(at, char === '。' ? '。' : '.…⋯');
    const besideChinese = isChinese(this.before(at)) || isChinese(this.after(at + length));
    if (length >= 3 || char === '…' || char === '⋯') return { mark: besideChinese ? '……' : undefined, length, rule: 'ellipsis' };
    if (char === '.' && length === 1) return { mark: this.isStop(at) ? '。' : undefined, length, rule: 'stop' };
    return { mark: undefined, length, rule: 'stop' };
  }

  /** `.` after Han at the end of a line or quotation; inside a line only where the writer has no other stop. */
  private isStop(at: number): boolean {
    const previous = this.text[at - 1] ?? '';
    const next = at + 1 < this.end ? this.text[at + 1]! : '';
    if (isDigit(previous) || previous === '%') return next === '' && this.dotIsStop;
    if (isLatin(previous)) return (next === '' || isHan(next) || isOpening(next)) && this.endsLatinWord(at);
    const afterChinese = isHan(previous) || isClosing(previous) || isQuote(previous) || this.brackets.has(at - 1);
    if (!afterChinese || at - this.start <= shortestSentence) return false;
    if (next === '' || isClosing(next) || next === '"') return true;
    const opensNext = next === ' ' || isQuote(next) || isChinese(next) || (isHan(previous) && isDigit(next));
    return this.dotIsStop && opensNext;
  }

  /** An address, or a word such as `km` among Han; not an abbreviation, nor the end of a Latin phrase. */
  private endsLatinWord(at: number): boolean {
    const phrase = /[ -~]*$/.exec(this.text.slice(Math.max(0, at - longestPhrase), at))![0];
    const word = /(?:^|[^A-Za-z])([a-z]{2,})$/.exec(phrase)?.[1];
    if (word === undefined || abbreviations.has(word)) return false;
    return this.kept[at - 1] === 1 || phrase.trim().split(' ').length <= 2;
  }

  private dashes(at: number): Mark {
    const length = this.runLength(at, this.text[at]!);
    const previous = this.before(at);
    const next = this.after(at + length);
    const hyphen = this.text[at] === '-' || this.text[at] === '－';
    const wide = hyphen ? length >= 2 && length <= 4 : length <= 4;
    const besideChinese = isChinese(next) && (previous === '' || isChinese(previous));
    const atEnd = next === '' && isChinese(previous) && length > 1;
    return { mark: wide && (besideChinese || atEnd) ? '——' : undefined, length, rule: 'dash' };
  }

  /** `<<活着>>` is 《活着》. */
  private titleMark(at: number): Mark {
    const char = this.text[at]!;
    if (this.text[at + 1] !== char || this.text[at + 2] === char)
      return { mark: undefined, length: this.runLength(at, char), rule: 'titles' };
    const inside = char === '<' ? this.after(at + 2) : this.before(at);
    return { mark: isChinese(inside) ? titleMarks[char] : undefined, length: 2, rule: 'titles' };
  }

  private isChineseMark(at: number): boolean {
    const previous = this.before(at);
    const next = this.after(at + 1);
    if (isDigit(this.text[at - 1] ?? '') && isDigit(this.text[at + 1] ?? '')) return false;
    if (isChinese(previous) || this.brackets.has(at - 1)) return true;
    if (isHan(next) || isOpening(next)) return true;
    return next === '' && !isLatin(previous);
  }
}

/** No more of a Latin phrase is looked at. */
const longestPhrase = 80;
const abbreviations: ReadonlySet<string> = new Set(['vs', 'etc', 'vol', 'fig', 'no', 'ed', 'eds', 'al', 'st', 'jr']);

/** A dot after fewer characters follows a number: `一.`. */
const shortestSentence = 3;

function isQuote(char: string): boolean {
  return char === '"' || char === "'";
}

/** Half-width marks that may stand in a cluster, and how many do. */
const mute = ` "'(),.:;?!`;
const longestCluster = 8;

/**
 * Places of ASCII brackets that become full-width: of a pair that holds Han or whose other half is full-width already,
 * and single ones beside Han.
 */
function chineseBrackets(text: string, kept: Uint8Array): ReadonlySet<number> {
  const found = new Set<number>();
  if (!text.includes('(') && !text.includes(')')) return found;
  const open: { at: number; hanBefore: number }[] = [];
  let han = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (isHan(char)) han++;
    if (kept[at]) continue;
    if (char === '(' || char === '（') open.push({ at, hanBefore: han });
    if (char !== ')' && char !== '）') continue;
    const pair = open.pop();
    const mixed = pair !== undefined && (text[pair.at] === '（' || char === '）');
    const chinese = pair ? han > pair.hanBefore || mixed : isChinese(text[at - 1] ?? '') || isChinese(text[at + 1] ?? '');
    if (chinese) found.add(at);
    if (chinese && pair) found.add(pair.at);
  }
  for (const { at } of open) if (isChinese(text[at - 1] ?? '') || isChinese(text[at + 1] ?? '')) found.add(at);
  return found;
}
