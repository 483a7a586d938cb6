import { lengthOf } from './characters';
import type { Paragraph } from './rejoin';

/* What the lines of a head are: name of a column 栏目, kicker 引题, headline 主题, deck 副题. */

export interface HeadLine {
  readonly kind: 'kicker' | 'headline' | 'deck' | 'byline' | 'column';
  readonly paragraph: Paragraph;
  /** Signs about it that are not printed: the label `副题：` before it, a brief's brackets. */
  readonly before: string;
  readonly after: string;
  readonly confidence: number;
}

/** @param paragraph the line without the signs about it */
export function headLine(kind: HeadLine['kind'], paragraph: Paragraph, confidence: number, before = '', after = ''): HeadLine {
  return { kind, paragraph, before, after, confidence };
}

/** Names the lines that stand above an article's text. */
export function nameHeadLines(run: readonly Paragraph[]): HeadLine[] {
  const [first, second, third, fourth] = run;
  if (!first) return [];
  if (!second) return [headLine('headline', first, 0.95)];
  const column = bracketedColumn(first);
  if (column) return [column, ...nameHeadLines(run.slice(1))];
  if (!third) return nameTwo(first, second);
  if (fourth) return named(run, ['kicker', 'headline', 'headline', 'deck'], [0.6, 0.6, 0.5, 0.6]);
  return nameThree(run, second, third);
}

/** `【社区故事】` on a line of its own above a headline. */
function bracketedColumn(paragraph: Paragraph): HeadLine | undefined {
  const name = /^【([^【】]{1,12})】$/.exec(paragraph.text)?.[1];
  return name ? headLine('column', { ...paragraph, text: name }, 0.9, '【', '】') : undefined;
}

function named(run: readonly Paragraph[], kinds: readonly HeadLine['kind'][], confidences: readonly number[]): HeadLine[] {
  return run.slice(0, kinds.length).map((paragraph, index) => headLine(kinds[index]!, paragraph, confidences[index]!));
}

function nameThree(run: readonly Paragraph[], second: Paragraph, third: Paragraph): HeadLine[] {
  if (isDeck(second)) return named(run, ['headline', 'deck', 'deck'], [0.8, 0.8, 0.8]);
  if (isDeck(third)) return named(run, ['kicker', 'headline', 'deck'], [0.8, 0.85, 0.9]);
  const onTwoLines = isUnbalanced(second.text) || (third.blanks === 0 && second.blanks > 0 && areSimilar(second, third));
  if (onTwoLines) return named(run, ['kicker', 'headline', 'headline'], [0.75, 0.75, 0.7]);
  return named(run, ['kicker', 'headline', 'deck'], [0.7, 0.75, 0.7]);
}

/** Two lines: kicker and headline, headline and deck, or a headline on two lines. */
function nameTwo(first: Paragraph, second: Paragraph): HeadLine[] {
  if (isDeck(second)) return named([first, second], ['headline', 'deck'], [0.95, 0.95]);
  const points = kickerPoints(first, second);
  if (isUnbalanced(first.text) || (points === 0 && second.blanks === 0)) {
    return named([first, second], ['headline', 'headline'], [0.7, 0.7]);
  }
  const confidence = Math.min(0.95, 0.6 + Math.abs(points) * 0.1);
  return named([first, second], points >= 0 ? ['kicker', 'headline'] : ['headline', 'deck'], [confidence, confidence]);
}

/** Points for the first line being a kicker; below zero the second is a deck. */
function kickerPoints(first: Paragraph, second: Paragraph): number {
  const [phrases, phrasesBelow] = [phraseCount(first.text), phraseCount(second.text)];
  const [length, lengthBelow] = [lengthOf(first.text), lengthOf(second.text)];
  let points = 0;
  if (phrases >= 2) points += phrasesBelow >= phrases ? 1 : 3;
  else if (phrasesBelow >= 3) points -= 3;
  else if (phrasesBelow === 2) points += 1;
  if (Math.abs(length - lengthBelow) > 2) points += 1;
  if (/^(?:为|以|从|围绕|聚焦|深入|贯彻|落实|学习|积极|多措并举|全力)/.test(first.text)) points += 1;
  if (lengthBelow > 20 && length <= 14) points -= 3;
  if (/[！？]$/.test(first.text) && !/[！？]$/.test(second.text)) points -= 2;
  return points;
}

function isDeck(paragraph: Paragraph): boolean {
  return paragraph.text.startsWith('—');
}

function areSimilar(a: Paragraph, b: Paragraph): boolean {
  const [short, long] = [lengthOf(a.text), lengthOf(b.text)].sort((x, y) => x - y);
  return short! >= long! * 0.7;
}

function phraseCount(text: string): number {
  return text.replace(/[“《][^”》]*[”》]/g, '').split(' ').length;
}

function isUnbalanced(text: string): boolean {
  const count = (marks: string) => [...text].filter((char) => marks.includes(char)).length;
  return count('“《（') !== count('”》）');
}
