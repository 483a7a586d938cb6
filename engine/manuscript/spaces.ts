import { hasHan, isAscii, isChinese, isClosing, isHan, isLatin, isName, isOpening, isPause, lengthOf } from './characters';
import { around, type Tally } from './tally';

/** A line longer than this, or with a pause in it, is prose: a space in it separates no phrases. */
const phraseLine = 60;

/**
 * Takes out the spaces that pasting and extraction left between Chinese characters, and keeps those that mean something:
 * between the phrases of a kicker or headline, between names, between the halves of a title in quotes, after a brief's
 * headline, between Latin words. A kept run of spaces becomes one.
 */
export function tidySpaces(text: string, line: number, tally: Tally): string {
  if (!text.includes(' ') || !tally.does('spaces')) return text;
  if (!hasHan(text) || isTableRow(text)) return text.replace(/ {2,}/g, ' ');
  const pieces = text.split(/ +/);
  const context: Context = {
    phrases: isPhraseLine(text, pieces),
    bullet: /^[■●◆★▲□○◇►▶]|^【/.test(text),
    quoteDepth: 0,
    afterRole: false,
  };
  let out = pieces[0]!;
  let removed = 0;
  let example = '';
  for (let index = 1; index < pieces.length; index++) {
    follow(context, pieces[index - 1]!);
    const keep = keepsSpace(pieces, index, context);
    if (!keep && removed++ === 0) example = around(`${pieces[index - 1]} ${pieces[index]}`, pieces[index - 1]!.length);
    out += keep ? ` ${pieces[index]}` : pieces[index];
  }
  if (removed > 0) tally.add('spaces', line, example, removed);
  return out;
}

interface Context {
  readonly phrases: boolean;
  /** The first gap of a brief stands between its headline and its text. */
  readonly bullet: boolean;
  quoteDepth: number;
  /** The text just before is a role such as 通讯员, or names that follow one. */
  afterRole: boolean;
}

/** Cells set apart by wide gaps. */
function isTableRow(text: string): boolean {
  return lengthOf(text) <= phraseLine && (text.match(/\S {2,}(?=\S)/g)?.length ?? 0) >= 2 && !/[，。；]/.test(text);
}

function isPhraseLine(text: string, pieces: readonly string[]): boolean {
  if (lengthOf(text) > phraseLine || /[，。；]/.test(text)) return false;
  return !pieces.every((piece) => piece.length === 1);
}

const role = /(?:记者|通讯员|作者|摄影|撰文|编辑|供稿|文|图|□|图文)$/;

function follow(context: Context, piece: string): void {
  for (const char of piece) {
    if ('“‘《「『'.includes(char)) context.quoteDepth++;
    if ('”’》」』'.includes(char)) context.quoteDepth = Math.max(0, context.quoteDepth - 1);
  }
  context.afterRole = role.test(piece) || (context.afterRole && /^\p{Script=Han}{1,4}$/u.test(piece));
}

function keepsSpace(pieces: readonly string[], index: number, context: Context): boolean {
  const left = pieces[index - 1]!;
  const right = pieces[index]!;
  const before = left.at(-1) ?? '';
  const after = right[0] ?? '';
  if (isAscii(before) && isAscii(after)) return true;
  if (context.bullet && index <= 2 && endsBulletHeadline(pieces, index)) return true;
  if (isSingleName(pieces, index, context)) return false;
  if (isLatin(after) && isHan(before) && context.afterRole) return true;
  if (isHan(after) && (context.afterRole || (isHan(before) && /^(?:本报)?(?:记者|通讯员|实习生|摄影)/.test(right)))) return true;
  if (isPause(after) || isClosing(after) || isOpening(before)) return false;
  if (isClosing(before) && isAscii(left.at(-2) ?? '') && isAscii(after)) return true;
  if (isPause(before) && !(context.phrases && '！？'.includes(before))) return false;
  if (context.phrases) return separatesPhrases(left, right);
  if (!isChinese(before) || !isChinese(after)) return false;
  if (context.quoteDepth > 0) return clauseEnd(left).length > 1 && clauseStart(right).length > 1;
  return isName(clauseEnd(left)) || isName(clauseStart(right));
}

/** `■ 标题 正文`: a gap after the bullet goes, the one after a short headline stays. */
function endsBulletHeadline(pieces: readonly string[], index: number): boolean {
  const head = pieces
    .slice(0, index)
    .join('')
    .replace(/^[■●◆★▲□○◇►▶]/, '');
  return head.length >= 4 && head.length <= 30 && !/[，。；]/.test(head);
}

/** `张 三`: a name of two characters that was spaced to the width of three. */
function isSingleName(pieces: readonly string[], index: number, context: Context): boolean {
  const given = /^\p{Script=Han}(?![\p{Script=Han}\w])/u.test(pieces[index]!);
  const family = /(?:^|[^\p{Script=Han}\w])\p{Script=Han}$/u.test(pieces[index - 1]!);
  return given && family && (context.afterRole || context.phrases);
}

/** Between phrases of a headline; not between a numeral and its noun (`第 3 届`), not after `一、`. */
function separatesPhrases(left: string, right: string): boolean {
  if (/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[■●◆★▲□○◇►▶])$/.test(left)) return false;
  if (isLatinEdge(left.slice(-2)) || isLatinEdge(right.slice(0, 2))) return hanCount(left) >= 3 && hanCount(right) >= 3;
  return left.length > 1 || right.length > 1;
}

function isLatinEdge(edge: string): boolean {
  return /[!-~]/.test(edge.replace(/[“”‘’（）]/g, '').slice(0, 2)) && !/^\p{Script=Han}|\p{Script=Han}$/u.test(edge);
}

function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function clauseEnd(piece: string): string {
  return /[\p{Script=Han}A-Za-z0-9]*$/u.exec(piece.slice(-12))![0];
}

function clauseStart(piece: string): string {
  return /^[\p{Script=Han}A-Za-z0-9]*/u.exec(piece.slice(0, 12))![0];
}
