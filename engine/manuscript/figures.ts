import { endsSentence, lengthOf } from './characters';
import { bylineOpening, isPhotoCredit, photoCreditLength } from './credits';
import { numeralValue } from './numerals';
import { type Found, partOf, spanOf } from './pieces';
import type { Paragraph } from './rejoin';
import type { CaptionDraft, GroupDraft, Part } from './types';

/* Captions: of a group (图①… in one text or on lines of their own) and of single pictures (图1：…, 图片说明：…). */

/** `图①`, `图1`, `图一：`, `图①②`, `图①—③`, `照片1：`, or the number alone. */
const figure =
  /(?:(?:图片?|照片)\s?(?:[①-⑳]+|\d{1,2}(?!\d|所示|中)|[一二三四五六七八九十]{1,3}(?=[：、，\s]))|[①-⑳]+)(?:[、和至—，-]{1,3}\s?图?\s?[①-⑳])*/g;

interface FigureMark {
  readonly at: number;
  readonly length: number;
  readonly numbers: readonly number[];
  /** `（图1）` behind a phrase, not `图1` before it. */
  readonly follows: boolean;
}

/** The `图①` that open a sentence or clause of a text, or stand in brackets behind one. */
function figureMarks(text: string): FigureMark[] {
  const marks: FigureMark[] = [];
  for (const match of text.matchAll(figure)) {
    const before = text[match.index - 1];
    const follows = before === '（' && text[match.index + match[0].length] === '）';
    if (before !== undefined && !follows && !'。！？；：，、 ）”'.includes(before)) continue;
    marks.push({ at: match.index, length: match[0].length, numbers: numbersIn(match[0]), follows });
  }
  return marks;
}

/** The numbers of a mark; `—` and 至 stand for those between. */
function numbersIn(mark: string): number[] {
  const numbers: number[] = [];
  for (const [, range, numeral] of mark.matchAll(/([至—-]*)图?([①-⑳]|\d+|[一二三四五六七八九十]+)/g)) {
    const last = numeralValue(numeral!);
    const first = range !== '' && numbers.length > 0 ? numbers.at(-1)! + 1 : last;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers.filter((number) => number > 0);
}

/** All numbers of the marks in some texts, ascending, each once. */
function numbersOf(texts: readonly string[]): number[] {
  const numbers = new Set(texts.flatMap((text) => figureMarks(text).flatMap((mark) => mark.numbers)));
  return [...numbers].sort((a, b) => a - b);
}

/** Whether one text describes several numbered pictures. */
function describesPictures(text: string): boolean {
  const numbers = numbersOf([text]);
  return numbers.length > 1 && numbers[0]! <= 2;
}

/** Whether a text names pictures in brackets only: without a photographer it may be an article's. */
function onlyRefers(text: string): boolean {
  const marks = figureMarks(text);
  return marks.length > 0 && marks.every((mark) => mark.follows);
}

function opensWithFigure(text: string): boolean {
  return figureMarks(text.slice(0, 40))[0]?.at === 0;
}

const groupLabel =
  /^(?:图片新闻|图片报道|新闻图片|光影\p{Script=Han}{0,4}|图说\p{Script=Han}{0,4}|镜头\p{Script=Han}{0,4}|影像\p{Script=Han}{0,4})$/u;
const defaultLabel = '图片新闻';

/** Tells that bare numbers are those of pictures: 图① 组图 图为 上图, but not the 图 of 图书馆 or 试图 in an article that numbers its points. */
const speaksOfPictures = /图片|照片|组图|[上下左右如附]图|(?<![试企意])图\s?[①-⑳\d一二三四五六七八九十为中：:]/;

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
  if (!hasCredit && !speaksOfPictures.test(texts[0]!)) return undefined;
  if (onlyRefers(texts[0]!) && (!hasCredit || lengthOf(texts[0]!) > introductionLength)) return undefined;
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
  const isShort = text !== '' && lengthOf(text.slice(0, 80)) <= 30 && !/[。；]|：$/.test(text);
  return isShort && !endsSentence(text) && !opensWithFigure(text) && !describesPictures(text);
}

function opensGroup(text: string): boolean {
  return describesPictures(text) || opensWithFigure(text);
}

/** No group has more lines; the bound keeps the time of a hostile manuscript in hand. */
const mostLines = 40;

/** The end of captions whose numbers rise, with the photographers after or between them. */
function captionsEnd(paragraphs: readonly Paragraph[], first: number): number {
  let highest = numbersOf([paragraphs[first]!.text]).at(-1) ?? 0;
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
  return {
    kind: 'group',
    caption: [...pick('title'), pick('caption').reduce(joinCaptions, '')].filter((text) => text !== '').join('　'),
    credit: pick('credit').join(' '),
    label: pick('label')[0] ?? defaultLabel,
    numbers,
    page: 0,
    parts,
    span: spanOf(parts),
    confidence: complete ? (hasCredit ? 0.95 : 0.8) : 0.65,
  };
}

/** Captions that end with a mark follow each other without a space. */
function joinCaptions(before: string, text: string): string {
  return before === '' || /[。！？；，：、”）]$/.test(before) ? before + text : `${before}　${text}`;
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
  /^(?:图片?说明\s*[：:]|(?:照片|图片)\s?(\d{1,2})\s?[：:]|图\s?([①-⑳]|\d{1,2}|[一二三四五六七八九十])\s?[：:．.、\s]|图\s?([①-⑳])|[上下左右]?图\s?[：:])\s*/;

/** How a caption of a single picture is known. */
interface CaptionSign {
  /** Characters before the caption that only say that it is one. */
  readonly length: number;
  readonly number: number;
  readonly confidence: number;
}

/** `图1：…`, `图片说明：…`; `图为…`, or a short text with its photographer. */
function captionSign(text: string): CaptionSign | undefined {
  const sign = single.exec(text.slice(0, 20));
  if (sign) {
    const numeral = sign.slice(1).find((figure) => figure !== undefined);
    return { length: sign[0].length, number: numeral === undefined ? 0 : numeralValue(numeral), confidence: 0.9 };
  }
  if (text.length > introductionLength) return undefined;
  const credit = isPhotoCredit(text) ? text : text.slice(text.length - photoCreditLength(text));
  const isTaken = credit !== '' && !credit.includes('文');
  return isTaken || /^[上下左右]?图为/.test(text) ? { length: 0, number: 0, confidence: 0.75 } : undefined;
}

/** The caption of a single picture, with the photographer on the same or the next line. */
export function readCaption(paragraphs: readonly Paragraph[], at: number, article: number): Found<CaptionDraft> | undefined {
  const paragraph = paragraphs[at]!;
  const { text } = paragraph;
  const sign = captionSign(text);
  if (!sign) return undefined;
  const caption = isPhotoCredit(text) ? [partOf('credit', text, paragraph, 0.7)] : withCredit(text.slice(sign.length), paragraph);
  const parts = [partOf('mark', text.slice(0, sign.length), paragraph, 0.9), ...caption].filter((part) => part.text !== '');
  const next = paragraphs[at + 1];
  const creditFollows = next !== undefined && !parts.some((part) => part.kind === 'credit') && isPhotoCredit(next.text);
  if (creditFollows) parts.push(partOf('credit', next.text, next, 0.85));
  return {
    draft: {
      kind: 'caption',
      caption: parts.find((part) => part.kind === 'caption')?.text ?? '',
      credit: parts.find((part) => part.kind === 'credit')?.text ?? '',
      number: sign.number,
      article,
      page: 0,
      parts,
      span: spanOf(parts),
      confidence: sign.confidence,
    },
    taken: creditFollows ? 2 : 1,
  };
}
