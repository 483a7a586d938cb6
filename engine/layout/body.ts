/** The running text of an article: paragraphs in their forms, set at a measure, as the rows that columns take. */
import type { Article, ArticleParagraph, ParagraphForm } from '../issue/types';
import type { StyledText } from '../typeset/types';
import { type BodyLine, bodyLine, paragraphLines } from './body-line';
import type { TextContext } from './context';
import { FACE } from './faces';
import { noteLines, quoteLines } from './form-boxed';
import { dropLines, sinks } from './form-drop';
import { nameLines } from './form-names';
import { type Setting, settingOf, textOf } from './form-setting';
import { tableLines } from './form-table';
import { formTexts } from './form-texts';
import { verseLines } from './form-verse';
import { BASELINE } from './grid';
import { hasMark, plainText } from './runs';
import { compose } from './set-text';

/**
 * All rows of an article's running text, run-in byline and jump line included, at a measure in points.
 * @param continued whether the first paragraph goes on from a place before, so that it has no indent
 */
export function bodyLines(article: Article, context: TextContext, measure: number, continued = false): BodyLine[] {
  const setting = settingOf(context, measure);
  const byline = authorOf(article) === '' ? bylineText(article) : [];
  const lines: BodyLine[] = [];
  const { paragraphs } = article;
  const first = paragraphs.findIndex(({ runs, verse }) => verse || runs.some(({ text }) => text !== ''));
  // A byline runs on into text; above anything else, a sunk character too, it has a line of its own.
  const runsOn = first >= 0 && runsInto(paragraphs[first], setting);
  if (byline.length > 0 && !runsOn) lines.push(...ownLine(byline, setting));
  for (let at = Math.max(0, first); at < paragraphs.length; ) {
    const end = endOfGroup(paragraphs, at);
    const opening = at === first && runsOn ? byline : [];
    const goesOn = continued && at === first ? { ...setting, style: { ...setting.style, indent: 0 } } : setting;
    const made = formLines(paragraphs, at, end, opening, goesOn);
    append(lines, traced(made, paragraphs[at], at, plainText(opening).length), paragraphs[at].form);
    at = end;
  }
  if (article.jump !== '') {
    const style = { ...setting.style, indent: 0, align: 'right' as const };
    lines.push(...paragraphLines(compose([{ text: article.jump, face: FACE.kai }], style, setting.fonts)));
  }
  while (lines.at(-1)?.blank) lines.pop();
  return lines;
}

/** A byline by itself: without its indent where that brings it on one line. */
function ownLine(byline: readonly StyledText[], setting: Setting): BodyLine[] {
  const indented = textLines(byline, setting);
  return indented.length > 1 ? textLines(byline, { ...setting, style: { ...setting.style, indent: 0 } }) : indented;
}

function runsInto(paragraph: ArticleParagraph, setting: Setting): boolean {
  return shapeOf(textOf(setting, paragraph), paragraph) === 'text' && !(paragraph.form === 'drop' && sinks(paragraph, setting));
}

/**
 * Lines with their places in the article: of running text each, of other forms the first and the white above it. Those that
 * a byline of so many UTF-16 units begins have none.
 */
function traced(lines: readonly BodyLine[], { form, verse }: ArticleParagraph, paragraph: number, byline: number): BodyLine[] {
  const opening = lines.findIndex(({ blank }) => !blank);
  return lines.map((line, i) => {
    const start = i <= opening ? 0 : verse ? undefined : form ? line.offset : line.pieces[0]?.line.start;
    if (start === undefined || (byline > 0 && start <= byline)) return line;
    return { ...line, source: { paragraph, offset: start - byline } };
  });
}

/** A signature belongs to the line above it; white opens no text and does not add up. */
function append(lines: BodyLine[], added: readonly BodyLine[], form: ParagraphForm | undefined): void {
  const above = lines.at(-1);
  if (form === 'signature' && above && !above.blank && added.length > 0) lines[lines.length - 1] = { ...above, keep: true };
  for (const line of added) if (!line.blank || lines.at(-1)?.blank === false) lines.push(line);
}

/** Forms whose paragraphs are set together where they follow each other. */
const GROUPED: ReadonlySet<ParagraphForm | undefined> = new Set<ParagraphForm>(['row', 'names', 'note']);

/** Where the paragraphs end that are set together with the one at a place. */
export function endOfGroup(paragraphs: readonly ArticleParagraph[], at: number): number {
  const { form } = paragraphs[at];
  let end = at + 1;
  if (GROUPED.has(form)) while (paragraphs[end]?.form === form) end++;
  return end;
}

function formLines(
  paragraphs: readonly ArticleParagraph[],
  at: number,
  end: number,
  byline: readonly StyledText[],
  setting: Setting,
): BodyLine[] {
  const paragraph = paragraphs[at];
  switch (paragraph.form) {
    case 'row':
      return tableLines(paragraphs.slice(at, end), setting);
    case 'names':
      return nameLines(paragraphs.slice(at, end), setting);
    case 'note':
      return noteLines(paragraphs.slice(at, end), setting);
    case 'quote':
      return quoteLines([paragraph], setting);
    case 'drop':
      return byline.length > 0 ? plainLines(paragraph, byline, setting) : dropLines(paragraph, setting);
    case 'signature':
    case 'centre':
      return alignedLines(paragraph, setting);
    case 'question':
    case 'answer':
      return speechLines(paragraph, setting);
    default:
      return paragraph.verse ? onGrid(verseLines(paragraphs, at, setting), setting) : plainLines(paragraph, byline, setting);
  }
}

function plainLines(paragraph: ArticleParagraph, byline: readonly StyledText[], setting: Setting): BodyLine[] {
  const texts = textOf(setting, paragraph);
  const shape = shapeOf(texts, paragraph);
  return textLines([...byline, ...texts], setting, shape === 'heading' ? 'left' : 'justify', shape === 'heading');
}

/** Running text; a heading that stands alone, which is not justified; or a form of its own. */
function shapeOf(texts: readonly StyledText[], { verse, form }: ArticleParagraph): 'text' | 'heading' | 'form' {
  if (verse || (form !== undefined && form !== 'drop')) return 'form';
  return texts.length > 0 && texts.every(({ tag }) => hasMark(tag, 'heading')) ? 'heading' : 'text';
}

/** Lines of text on the grid. A run-in heading stands above a line of its text, a heading alone above the next paragraph. */
function textLines(
  texts: readonly StyledText[],
  setting: Setting,
  align: 'justify' | 'left' = 'justify',
  heading = false,
): BodyLine[] {
  const lines = paragraphLines(compose(texts, { ...setting.style, align }, setting.fonts));
  const opens = hasMark(texts[0]?.tag, 'heading');
  const kept = lines.map((line, i) => (heading || (opens && i === 0 && lines.length > 1) ? { ...line, keep: true } : line));
  return onGrid(kept, setting);
}

/** Type larger than its row pushes its line down by as many rows as it needs, so that its baseline is the grid's. */
function onGrid(lines: readonly BodyLine[], { em, pitch }: Setting): BodyLine[] {
  return lines.flatMap((line) => {
    let largest = 0;
    for (const piece of line.pieces) for (const { size } of piece.line.runs) largest = Math.max(largest, size);
    const rows = Math.max(0, Math.ceil((BASELINE * (largest - em) - (pitch - em)) / pitch - 1e-6));
    return rows === 0 ? line : [...Array.from({ length: rows }, () => bodyLine({ keep: true })), line];
  });
}

/** Signature in 楷 at the right, 1 字 from the edge; or centred. */
function alignedLines(paragraph: ArticleParagraph, setting: Setting): BodyLine[] {
  const right = paragraph.form === 'signature';
  const texts = formTexts(setting, paragraph);
  const inset = right && setting.measure >= SIGNATURE.least * setting.em ? SIGNATURE.inset * setting.em : 0;
  const style = { ...setting.style, indent: 0, measure: setting.measure - inset, align: right ? 'right' : 'centre' } as const;
  const lines = paragraphLines(compose(texts, style, setting.fonts));
  const heads = texts.length > 0 && texts.every(({ tag }) => hasMark(tag, 'heading'));
  return onGrid(
    lines.map((line, i) => ({ ...line, keep: heads || (right && i < lines.length - 1) })),
    setting,
  );
}

const SIGNATURE = { least: 6, inset: 1 };

/** Longest question that stays whole, lines. */
const WHOLE_QUESTION = 3;

/** A question stands above its answer. */
function speechLines(paragraph: ArticleParagraph, setting: Setting): BodyLine[] {
  const asks = paragraph.form === 'question';
  const lines = textLines(formTexts(setting, paragraph), setting);
  const whole = lines.length <= WHOLE_QUESTION;
  return asks ? lines.map((line, i) => (whole || i === lines.length - 1 ? { ...line, keep: true } : line)) : lines;
}

/** An author's name that brings neither `本报讯` nor brackets: it stands below the headline. Empty for other bylines. */
export function authorOf({ byline: { lead, credit } }: Article): string {
  return lead === '' && !/^[（(]/.test(credit) ? credit.trim() : '';
}

/** Longest word of a byline that is taken for a name, characters. */
const LONGEST_NAME = 4;
const RATHER_KEPT = { keep: 'rather' } as const;
const SPACE = { keep: 'rather', closes: true } as const;

/** `本报讯` and the credit in their faces; names are broken only where a line would fall apart, spaces close up before that. */
export function bylineText({ byline }: Article): StyledText[] {
  const lead = byline.lead === '' ? [] : [{ text: byline.lead, face: FACE.heiBold }];
  const words = byline.credit.match(/\s+|[（()）]|[^\s（()）]+/gu) ?? [];
  const formOf = (text: string) => (/^\s/u.test(text) ? SPACE : [...text].length > LONGEST_NAME ? {} : RATHER_KEPT);
  const credit = words.map((text) => ({ text, face: FACE.kai, ...formOf(text) }));
  return [...lead, ...credit];
}
