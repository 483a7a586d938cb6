/** The running text of an article: paragraphs styled, composed at a measure, and their lines as columns take them. */
import type { FontSet } from '../fonts/types';
import type { Article, ArticleParagraph, Run, RunForm } from '../issue/types';
import { BODY } from '../typeset/index';
import type { Line, Paragraph, StyledText } from '../typeset/types';
import { FACE } from './faces';
import { compose, countCharacters } from './set-text';

/** Columns of fewer characters than this are indented by 1 字. */
const NARROW_CHARS = 9;

const RUN_FACES: Readonly<Record<RunForm, string>> = {
  plain: FACE.song,
  heading: FACE.heiBold,
  // The regular weight disappears in the text.
  subheading: FACE.kaiMedium,
  bold: FACE.heiBold,
  kai: FACE.kai,
  link: FACE.song,
};

/** A line of running text and what a column break must know of it. */
export interface BodyLine {
  readonly paragraph: Paragraph;
  readonly line: Line;
  readonly first: boolean;
  readonly last: boolean;
  /** The paragraph opens with a run-in heading and this is its first line. */
  readonly heading: boolean;
  readonly characters: number;
}

/** All lines of an article's running text, byline and jump line included, at a measure in points. */
export function bodyLines(article: Article, em: number, measure: number, fonts: FontSet): BodyLine[] {
  const style = { ...BODY, size: em, measure, indent: measure < NARROW_CHARS * em ? 1 : 2 };
  const lines = bodyParagraphs(article).flatMap((texts) => linesOf(compose(texts, style, fonts), opensWithHeading(texts)));
  if (article.jump === '') return lines;
  const jump = compose([{ text: article.jump, face: FACE.kai }], { ...style, indent: 0, align: 'right' }, fonts);
  return [...lines, ...linesOf(jump, false)];
}

function linesOf(paragraph: Paragraph, heading: boolean): BodyLine[] {
  const final = paragraph.lines.length - 1;
  return paragraph.lines.map((line, i) => ({
    paragraph,
    line,
    first: i === 0,
    last: i === final,
    heading: heading && i === 0,
    characters: countCharacters(paragraph.text.slice(line.start, line.end)),
  }));
}

function opensWithHeading(texts: readonly StyledText[]): boolean {
  return texts[0]?.tag === 'heading';
}

/** Paragraphs in their faces; the byline opens the first. */
export function bodyParagraphs(article: Article): StyledText[][] {
  const byline = bylineText(article);
  const paragraphs = article.paragraphs.map(paragraphText).filter((texts) => texts.length > 0);
  if (byline.length === 0) return paragraphs;
  return [[...byline, ...(paragraphs[0] ?? [])], ...paragraphs.slice(1)];
}

export function bylineText({ byline }: Article): StyledText[] {
  const parts: StyledText[] = [
    { text: byline.lead, face: FACE.heiBold },
    { text: byline.credit, face: FACE.kai },
  ];
  return parts.filter((part) => part.text !== '');
}

export function paragraphText(paragraph: ArticleParagraph): StyledText[] {
  return paragraph.runs.filter((run) => run.text !== '').map(styled);
}

function styled(run: Run): StyledText {
  const heading = run.form === 'heading' || run.form === 'subheading';
  return { text: run.text, face: RUN_FACES[run.form], ...(heading ? { tag: 'heading' } : {}) };
}

/** Text of the lines from one on to the end, one line a paragraph: what found no place. */
export function textFrom(lines: readonly BodyLine[], from: number): string {
  const pieces: string[] = [];
  for (let i = from; i < lines.length; i++) {
    const { paragraph, line, first } = lines[i];
    if (i > from && !first) continue;
    pieces.push(paragraph.text.slice(line.start));
  }
  return pieces.join('\n');
}
