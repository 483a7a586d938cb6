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

/** Tag of run-in headings. */
const HEADING_TAG = 'heading';

/** A line of running text and what a column break must know of it. */
export interface BodyLine {
  readonly paragraph: Paragraph;
  readonly line: Line;
  readonly first: boolean;
  readonly last: boolean;
  /** The next line belongs right below it: the first line of a run-in heading or a stanza, every line of a heading that stands alone. */
  readonly keep: boolean;
  readonly characters: number;
}

/** All lines of an article's running text, run-in byline and jump line included, at a measure in points. */
export function bodyLines(article: Article, em: number, measure: number, fonts: FontSet): BodyLine[] {
  const style = { ...BODY, size: em, measure, indent: measure < NARROW_CHARS * em ? 1 : 2 };
  return bodyParagraphs(article).flatMap((paragraph) => {
    const lines = linesOf(compose(paragraph.texts, { ...style, ...SHAPES[paragraph.shape] }, fonts), paragraph);
    return lines.length > 0 || paragraph.shape !== 'verse' ? lines : [BLANK_LINE];
  });
}

/** How paragraphs differ from running text. */
const SHAPES = {
  text: {},
  heading: { align: 'left' },
  /** A line of verse that does not fit turns over below itself. */
  verse: { align: 'left', indent: 1 },
  /** The first of several lines of a stanza. */
  stanza: { align: 'left', indent: 1 },
  jump: { indent: 0, align: 'right' },
} as const;

interface BodyParagraph {
  readonly texts: readonly StyledText[];
  readonly shape: keyof typeof SHAPES;
}

/** The row between two stanzas. */
const BLANK_LINE: BodyLine = {
  paragraph: { text: '', lines: [], fallbacks: [] },
  line: { start: 0, end: 0, reason: 'end', natural: 0, set: 0, offset: 0, runs: [] },
  first: true,
  last: true,
  keep: false,
  characters: 0,
};

function linesOf(paragraph: Paragraph, { texts, shape }: BodyParagraph): BodyLine[] {
  const final = paragraph.lines.length - 1;
  const opens = texts[0]?.tag === HEADING_TAG;
  const together = shape === 'heading' || shape === 'stanza';
  return paragraph.lines.map((line, i) => ({
    paragraph,
    line,
    first: i === 0,
    last: i === final,
    keep: together || (opens && i === 0 && i < final),
    characters: countCharacters(paragraph.text.slice(line.start, line.end)),
  }));
}

/** Paragraphs in their faces. `本报讯（通讯员 …）` opens the first, unless that is no running text. */
function bodyParagraphs(article: Article): BodyParagraph[] {
  const byline = authorOf(article) === '' ? bylineText(article) : [];
  const paragraphs = article.paragraphs.map((paragraph, i): BodyParagraph => {
    const texts = paragraphText(paragraph);
    if (paragraph.verse) return { texts, shape: opensStanza(article.paragraphs, i) ? 'stanza' : 'verse' };
    return { texts, shape: texts.every((part) => part.tag === HEADING_TAG) ? 'heading' : 'text' };
  });
  const jump: BodyParagraph[] = article.jump === '' ? [] : [{ texts: [{ text: article.jump, face: FACE.kai }], shape: 'jump' }];
  const [first, ...others] = paragraphs.filter(({ texts, shape }) => texts.length > 0 || shape === 'verse');
  const body = first ? [first, ...others] : [];
  if (byline.length === 0) return [...body, ...jump];
  if (first && first.shape !== 'text') return [{ texts: byline, shape: 'text' }, ...body, ...jump];
  return [{ texts: [...byline, ...(first?.texts ?? [])], shape: 'text' }, ...others, ...jump];
}

function opensStanza(paragraphs: readonly ArticleParagraph[], at: number): boolean {
  const isVerse = (paragraph: ArticleParagraph | undefined) =>
    paragraph?.verse === true && paragraph.runs.some((run) => run.text !== '');
  return isVerse(paragraphs[at]) && !isVerse(paragraphs[at - 1]) && isVerse(paragraphs[at + 1]);
}

/** An author's name that brings neither `本报讯` nor brackets: it stands below the headline. Empty for other bylines. */
export function authorOf({ byline: { lead, credit } }: Article): string {
  return lead === '' && !/^[（(]/.test(credit) ? credit.trim() : '';
}

/** Longest word of a byline that is taken for a name, characters. */
const LONGEST_NAME = 4;
const RATHER_KEPT = { keep: 'rather' } as const;

/** `本报讯` and the credit in their faces; names are broken only where a line would fall apart. */
export function bylineText({ byline }: Article): StyledText[] {
  const lead = byline.lead === '' ? [] : [{ text: byline.lead, face: FACE.heiBold }];
  const words = byline.credit.match(/\s+|[（()）]|[^\s（()）]+/gu) ?? [];
  const credit = words.map((text) => ({ text, face: FACE.kai, ...([...text].length > LONGEST_NAME ? {} : RATHER_KEPT) }));
  return [...lead, ...credit];
}

export function paragraphText(paragraph: ArticleParagraph): StyledText[] {
  return paragraph.runs.filter((run) => run.text !== '').map(styled);
}

function styled(run: Run): StyledText {
  const heading = run.form === 'heading' || run.form === 'subheading';
  return { text: run.text, face: RUN_FACES[run.form], ...(heading ? { tag: HEADING_TAG } : {}) };
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
