import type { ParagraphForm } from '../issue/types';
import { isName } from './characters';

/* Paragraphs that are no running text, where their writer left no doubt: editor's notes, interviews, lists, tables. */

/** Parts the cells of a table's row; clean.ts leaves it in no other line. */
export const CELL = '\t';

const noteLabel = /^[【[（(]?(?:编者按|编者的话|编者注|编后语?|开栏的话|开栏语|主持人语)(?:[】\]）)]?[：:]|[】\]）)])/;
const noteAlone = /^[【[]?(?:编者按|编者的话|开栏的话|开栏语|主持人语|编后语?)[】\]]?[：:]?$/;
const asks = /^(?:本报记者|记者|主持人|笔者|问|Q)[：:]/;
const answers = /^(?:答|A)[：:]/;
const speaker = /^([^：:，。！？；、\s]{1,10})[：:]/;

/** The form of each paragraph of an article; undefined for running text and for what is not sure. */
export function formsOf(texts: readonly string[]): (ParagraphForm | undefined)[] {
  const speech = speechForms(texts);
  const names = namesLines(texts);
  return texts.map((text, at) => {
    if (text.includes(CELL)) return names[at] ? 'names' : 'row';
    if (isNote(texts, at)) return 'note';
    if (names[at]) return 'names';
    return speech[at];
  });
}

/** `编者按：…`, or what stands below `编者按` alone on its line. */
function isNote(texts: readonly string[], at: number): boolean {
  if (noteLabel.test(texts[at]!.slice(0, 12))) return true;
  const below = texts[at - 1];
  return isNoteLabel(texts[at]!) || (below !== undefined && isNoteLabel(below));
}

/** `编者按` alone on its line. */
export function isNoteLabel(text: string): boolean {
  return text.length < 12 && noteAlone.test(text);
}

/** Questions and answers where both are marked: `问：…`, `答：…`, or a speaker's name behind the questions. */
function speechForms(texts: readonly string[]): (ParagraphForm | undefined)[] {
  const questions = texts.map((text) => asks.test(text.slice(0, 8)));
  const after = texts.filter((text, at) => at > 0 && questions[at - 1] && !questions[at] && speaker.test(text.slice(0, 16)));
  const count = questions.filter(Boolean).length;
  const marked = texts.some((text) => answers.test(text.slice(0, 3)));
  if (count === 0 || (!marked && (count < 2 || after.length < 2))) return texts.map(() => undefined);
  const speakers = new Set(after.map((text) => speaker.exec(text.slice(0, 16))![1]!));
  return texts.map((text, at) => {
    if (questions[at]) return 'question';
    const name = speaker.exec(text.slice(0, 16))?.[1];
    return answers.test(text.slice(0, 3)) || (name !== undefined && speakers.has(name)) ? 'answer' : undefined;
  });
}

/** Names on a line, and in a list of one line, from which on it is one. */
const fewestOnLine = 3;
const fewestAlone = 5;
/** Longest line of names that is looked at, UTF-16 units. */
const longestLine = 2000;

/** Lines of nothing but names, several below each other or a long one. */
function namesLines(texts: readonly string[]): boolean[] {
  const counts = texts.map(countNames);
  return counts.map((count, at) => {
    if (count < fewestOnLine) return count > 0 && (counts[at - 1] ?? 0) >= fewestOnLine && texts[at]!.includes(CELL);
    return count >= fewestAlone || (counts[at - 1] ?? 0) >= fewestOnLine || (counts[at + 1] ?? 0) >= fewestOnLine;
  });
}

/** Number of names on a line that holds nothing else; 0 for all other lines. */
function countNames(text: string): number {
  if (text.length > longestLine) return 0;
  const words = text.split(/[\s、]+/).filter((word) => word !== '');
  return words.every((word) => isName(word)) ? words.length : 0;
}

/** A line of names that is a list by itself. */
export function isNamesList(text: string): boolean {
  return countNames(text) >= fewestAlone;
}

/** Whether the first row of a table says what stands in its columns: words above figures. */
export function isHeaderRow(rows: readonly string[]): boolean {
  const [first, ...others] = rows;
  return first !== undefined && !/\d/.test(first) && others.some((row) => /\d/.test(row));
}

const dateLine =
  /^(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)$/;

/** A date alone on its line: it closes a letter or an announcement. */
export function isDateLine(text: string): boolean {
  return text.length < 16 && dateLine.test(text);
}
