import { endsSentence, lengthOf } from './characters';
import { bylineOpening, isPhotoCredit, photoCreditLength } from './credits';
import { numeralValue } from './numerals';
import { type Found, partOf, spanOf } from './pieces';
import type { Paragraph } from './rejoin';
import type { CaptionDraft, GroupDraft, Part } from './types';

/* Captions: of a group (图①… in one text or on lines of their own) and of single pictures (图1：…, 图片说明：…). */

const figure = /图\s?(?:[①-⑳]+|\d{1,2}(?!\d|所示|中)|[一二三四五六七八九十]{1,3}(?=[：、，\s]))(?:[、和至—，]\s?图?\s?[①-⑳])*/g;

interface FigureMark {
  readonly at: number;
  readonly length: number;
  readonly numbers: readonly number[];
}

/** The `图①` that open a sentence or clause of a text. */
function figureMarks(text: string): FigureMark[] {
  if (!text.includes('图')) return [];
  const marks: FigureMark[] = [];
  for (const match of text.matchAll(figure)) {
    const before = text[match.index - 1];
    if (before !== undefined && !'。！？；：，、 ）”'.includes(before)) continue;
    const numbers = [...match[0].matchAll(/[①-⑳]|\d+|[一二三四五六七八九十]+/g)]
      .map(([figure]) => numeralValue(figure))
      .filter((n) => n > 0);
    marks.push({ at: match.index, length: match[0].length, numbers });
  }
  return marks;
}

function numbersOf(texts: readonly string[]): number[] {
  const numbers = new Set(texts.flatMap((text) => figureMarks(text).flatMap((mark) => mark.numbers)));
  return [...numbers].sort((a, b) => a - b);
}

/** Whether one text describes several numbered pictures. */
function describesPictures(text: string): boolean {
  const numbers = numbersOf([text]);
  return numbers.length > 1 && numbers[0]! <= 2;
}

function opensWithFigure(text: string): boolean {
  return figureMarks(text.slice(0, 40))[0]?.at === 0;
}

const groupLabel =
  /^(?:图片新闻|图片报道|新闻图片|光影\p{Script=Han}{0,4}|图说\p{Script=Han}{0,4}|镜头\p{Script=Han}{0,4}|影像\p{Script=Han}{0,4})$/u;
const defaultLabel = '图片新闻';

/** An introduction is one paragraph that is read together with the pictures. */
const introductionLength = 200;

/**
 * A photo group at a place: title, introduction, numbered captions and photographers. `open` is true inside an article,
 * where a text before the captions is the article's and lone `图1：` lines are captions of its own pictures.
 */
export function readGroup(paragraphs: readonly Paragraph[], at: number, open: boolean): Found<GroupDraft> | undefined {
  const first = captionsStart(paragraphs, at, open);
  if (first < 0) return undefined;
  const end = captionsEnd(paragraphs, first);
  const texts = paragraphs.slice(first, end).map((paragraph) => paragraph.text);
  const numbers = numbersOf(texts);
  if (numbers.length < 2) return undefined;
  const hasCredit = texts.some(isPhotoCredit) || photoCreditLength(texts.at(-1)!) > 0;
  const own = first > at || hasCredit || describesPictures(texts[0]!);
  if (open && !own) return undefined;
  return { draft: groupDraft(paragraphs.slice(at, end), numbers, hasCredit), taken: end - at };
}

/** Index of the first paragraph with a 图① when a group starts at `at`; −1 otherwise. */
function captionsStart(paragraphs: readonly Paragraph[], at: number, open: boolean): number {
  let first = at;
  while (first < at + 2 && isTitle(paragraphs[first]?.text ?? '')) first++;
  const text = paragraphs[first]?.text ?? '';
  if (opensGroup(text)) return first;
  if (bylineOpening(text) !== undefined) return -1;
  const introduces = lengthOf(text) <= introductionLength && (!open || /图|[：]$/.test(text.slice(-12)) || first > at);
  return introduces && endsSentence(text.replace(/：$/, '。')) && opensWithFigure(paragraphs[first + 1]?.text ?? '') ? first : -1;
}

function isTitle(text: string): boolean {
  return (
    text !== '' && lengthOf(text.slice(0, 80)) <= 30 && !endsSentence(text) && !opensWithFigure(text) && !/[。；：]/.test(text)
  );
}

function opensGroup(text: string): boolean {
  return describesPictures(text) || opensWithFigure(text);
}

/** No group has more lines; the bound keeps the time of a hostile manuscript in hand. */
const mostLines = 40;

/** The end of captions whose numbers rise, with the photographers after or between them. */
function captionsEnd(paragraphs: readonly Paragraph[], first: number): number {
  let highest = Math.max(0, ...figureMarks(paragraphs[first]!.text).flatMap((mark) => mark.numbers));
  let end = first + 1;
  while (end < Math.min(paragraphs.length, first + mostLines)) {
    const { text, blanks } = paragraphs[end]!;
    const mark = figureMarks(text.slice(0, 40))[0];
    const rises = mark?.at === 0 && mark.numbers[0]! > highest;
    if (blanks > 3 || !(rises || isPhotoCredit(text))) break;
    if (rises) highest = mark.numbers.at(-1)!;
    end++;
  }
  return end;
}

function groupDraft(paragraphs: readonly Paragraph[], numbers: readonly number[], hasCredit: boolean): GroupDraft {
  const parts: Part[] = paragraphs.flatMap((paragraph) => groupParts(paragraph));
  const complete = numbers.every((number, index) => number === index + 1);
  const pick = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).map((part) => part.text);
  const caption = pick('caption').reduce(
    (before, text) => (/[\w.]$/.test(before) && /^\w/.test(text) ? `${before} ${text}` : before + text),
    '',
  );
  return {
    kind: 'group',
    caption: [...pick('title'), caption].filter((text) => text !== '').join('　'),
    credit: pick('credit').join(' '),
    label: pick('label')[0] ?? defaultLabel,
    numbers,
    page: 0,
    parts,
    span: spanOf(parts),
    confidence: complete ? (hasCredit ? 0.95 : 0.8) : 0.65,
  };
}

function groupParts(paragraph: Paragraph): Part[] {
  const { text } = paragraph;
  if (isPhotoCredit(text)) return [partOf('credit', text, paragraph, 0.95)];
  if (groupLabel.test(text)) return [partOf('label', text, paragraph, 0.9)];
  if (isTitle(text)) return [partOf('title', text, paragraph, 0.7)];
  return withCredit(text, paragraph);
}

function withCredit(text: string, paragraph: Paragraph): Part[] {
  const credit = photoCreditLength(text);
  const caption = partOf('caption', text.slice(0, text.length - credit), paragraph, 0.9);
  return credit === 0 ? [caption] : [caption, partOf('credit', text.slice(text.length - credit), paragraph, 0.85)];
}

const single =
  /^(?:图片?说明\s*[：:]|图\s?([①-⑳]|\d{1,2}|[一二三四五六七八九十])\s?[：:．.、\s]|图\s?([①-⑳])|[上下左右]?图\s?[：:])\s*/;

/** The caption of a single picture, with the photographer on the same or the next line. */
export function readCaption(paragraphs: readonly Paragraph[], at: number, article: number): Found<CaptionDraft> | undefined {
  const paragraph = paragraphs[at]!;
  const { text } = paragraph;
  const sign = single.exec(text.slice(0, 20));
  const plain = /^[上下左右]?图为/.test(text) && lengthOf(text) <= introductionLength;
  const creditOnly = isPhotoCredit(text) && !text.includes('文');
  if (!sign && !plain && !creditOnly) return undefined;
  const length = sign?.[0].length ?? 0;
  const parts = length > 0 ? [partOf('mark', text.slice(0, length), paragraph, 0.9)] : [];
  if (creditOnly) parts.push(partOf('credit', text, paragraph, 0.7));
  else parts.push(...withCredit(text.slice(length), paragraph).filter((part) => part.text !== ''));
  const next = paragraphs[at + 1];
  const creditFollows = next !== undefined && !parts.some((part) => part.kind === 'credit') && isPhotoCredit(next.text);
  if (creditFollows) parts.push(partOf('credit', next.text, next, 0.85));
  const figureOf = sign?.[1] ?? sign?.[2];
  return {
    draft: {
      kind: 'caption',
      caption: parts.find((part) => part.kind === 'caption')?.text ?? '',
      credit: parts.find((part) => part.kind === 'credit')?.text ?? '',
      number: figureOf === undefined ? 0 : numeralValue(figureOf),
      article,
      page: 0,
      parts,
      span: spanOf(parts),
      confidence: sign ? 0.9 : 0.75,
    },
    taken: creditFollows ? 2 : 1,
  };
}
