import type { ArticleParagraph, Byline, Weight } from '../issue/types';
import { lengthOf } from './characters';
import type { Head } from './heads';
import { partOf, spanOf } from './pieces';
import type { Paragraph } from './rejoin';
import { type MarkedRun, markRuns } from './run-in';
import {
  bylineOpening,
  headLabel,
  isBracketedCredit,
  isCreditLine,
  isPageFurniture,
  isSeparator,
  jumpLength,
  signatureLength,
} from './signs';
import type { ArticleDraft, Part, PartKind } from './types';

/** An article while its paragraphs are being collected. */
export interface ArticleBuilder {
  readonly kind: 'builder';
  head: Head | undefined;
  readonly body: Paragraph[];
  /** Signs before its head: the label 简讯, a bullet. */
  readonly leading: Part[];
  /** Lines in it and after it that are set aside. */
  readonly asides: Part[];
  readonly weight: Weight;
  /** A signature or jump line has ended it. */
  closed: boolean;
}

export function newArticle(head: Head | undefined, weight: Weight = 'auto'): ArticleBuilder {
  return { kind: 'builder', head, body: [], leading: [], asides: [], weight, closed: false };
}

/** Whether a line is set aside: it separates, or belongs to the printed page that the text was taken from. */
export function isAside(text: string): boolean {
  return isSeparator(text) || isPageFurniture(text);
}

/** Adds a paragraph; a signature, a jump line or a line that is set aside ends the article. */
export function addParagraph(article: ArticleBuilder, paragraph: Paragraph): void {
  if (isAside(paragraph.text)) {
    article.asides.push(partOf('mark', paragraph.text, paragraph, 0.8));
    article.closed = true;
    return;
  }
  article.body.push(paragraph);
  const ends = isCreditLine(paragraph.text) || jumpLength(paragraph.text) === paragraph.text.length;
  article.closed = ends && article.body.length > 1;
}

/** Turns what was collected into a draft. @param nameHeadline headline of the file's name, for a text without one */
export function finishArticle(article: ArticleBuilder, nameHeadline: string): ArticleDraft {
  const head = readHeadLines(article.head, nameHeadline);
  const text = readBody(article.body, head.byline);
  const parts = [...article.leading, ...head.parts, ...text.parts, ...article.asides].sort((a, b) => a.span.from - b.span.from);
  return {
    kind: 'article',
    kicker: head.kicker,
    headline: head.headline,
    deck: head.deck,
    byline: text.byline,
    paragraphs: text.paragraphs,
    weight: article.weight,
    page: 0,
    jump: text.jump,
    parts,
    span: spanOf(parts),
    confidence: article.head?.confidence ?? (text.byline.lead === '' && article.weight !== 'brief' ? 0.4 : 0.7),
  };
}

interface HeadFields {
  readonly kicker: string;
  readonly headline: readonly string[];
  readonly deck: string;
  readonly byline: string;
  readonly parts: readonly Part[];
}

function readHeadLines(head: Head | undefined, nameHeadline: string): HeadFields {
  const lines = head?.lines ?? [];
  const parts = lines.flatMap(({ kind, paragraph, before, after, confidence }) => [
    partOf('mark', before, paragraph, confidence),
    partOf(kind, paragraph.text, paragraph, confidence),
    partOf('mark', after, paragraph, confidence),
  ]);
  const pick = (kind: PartKind) => parts.filter((part) => part.kind === kind).map((part) => part.text);
  const headline = pick('headline').flatMap(headlineLines);
  const named = headline.length === 0 && nameHeadline !== '';
  if (named) parts.unshift({ kind: 'headline', text: nameHeadline, span: { from: 0, to: 0 }, confidence: 0.7 });
  return {
    kicker: pick('kicker').join(' '),
    headline: named ? headlineLines(nameHeadline) : headline,
    deck: pick('deck').join(' '),
    byline: pick('byline').join(' '),
    parts: parts.filter((part) => part.text !== ''),
  };
}

/** A space in a headline, outside quotes and brackets, marks where it breaks into lines; at most three. */
export function headlineLines(text: string): string[] {
  const lines: string[] = [];
  let depth = 0;
  let line = '';
  for (const char of text) {
    if ('“‘《（'.includes(char)) depth++;
    if ('”’》）'.includes(char)) depth--;
    if (char === ' ' && depth <= 0 && breaksAfter(line)) {
      lines.push(line);
      line = '';
    } else line += char;
  }
  lines.push(line);
  const breaks = lines.length <= 3 && lines.every((piece) => /[^\u0021-\u007e\s]/.test(piece));
  return breaks ? lines : [text];
}

function breaksAfter(line: string): boolean {
  return lengthOf(line) > 1;
}

interface BodyFields {
  readonly byline: Byline;
  readonly paragraphs: readonly ArticleParagraph[];
  readonly jump: string;
  readonly parts: readonly Part[];
}

/** Byline, run-in headings, signature and jump line of an article's text. */
function readBody(body: readonly Paragraph[], headByline: string): BodyFields {
  const parts: Part[] = [];
  const rest = [...body];
  const byline = takeByline(rest, headByline, parts);
  const jump = takeJump(rest);
  const signatures = takeSignature(rest);
  const runs: MarkedRun[][] = markRuns(rest.map((paragraph) => paragraph.text));
  rest.forEach((paragraph, index) => {
    for (const run of runs[index]!) parts.push(partOf(partKinds[run.form], run.text, paragraph, run.confidence));
  });
  const paragraphs = runs.map((line) => line.map(({ text, form }) => ({ text, form })));
  for (const { text, paragraph, ownParagraph } of signatures) {
    parts.push(partOf('signature', text, paragraph, 0.85));
    const run = { text, form: 'kai' as const };
    if (ownParagraph || paragraphs.length === 0) paragraphs.push([run]);
    else paragraphs.at(-1)!.push(run);
  }
  if (jump) parts.push(jump);
  return {
    byline,
    paragraphs: paragraphs.filter((line) => line.length > 0).map((line) => ({ runs: line })),
    jump: jump?.text ?? '',
    parts,
  };
}

const partKinds = {
  plain: 'paragraph',
  heading: 'heading',
  subheading: 'subheading',
  bold: 'paragraph',
  kai: 'signature',
  link: 'link',
} as const;

/** The byline: lines of the head, credit lines that open the text, and `本报讯（…）` at the first paragraph. */
function takeByline(rest: Paragraph[], headByline: string, parts: Part[]): Byline {
  const credits = headByline === '' ? [] : [headByline];
  while (rest.length > 1 && isCreditLine(rest[0]!.text)) {
    const paragraph = rest.shift()!;
    credits.push(paragraph.text);
    parts.push(partOf('byline', paragraph.text, paragraph, 0.9));
  }
  const label = rest[0] ? headLabel(rest[0].text) : undefined;
  if (label?.part === 'body') {
    parts.push(partOf('mark', rest[0]!.text.slice(0, label.length), rest[0]!, 0.95));
    rest[0] = { ...rest[0]!, text: rest[0]!.text.slice(label.length) };
  }
  const opening = rest[0] && bylineOpening(rest[0].text);
  if (!opening || (credits.length > 0 && opening.byline.lead === '')) return { lead: '', credit: credits.join(' ') };
  const paragraph = rest[0]!;
  parts.push(partOf('byline', paragraph.text.slice(0, opening.length), paragraph, opening.byline.credit === '' ? 0.85 : 0.97));
  rest[0] = { ...paragraph, text: paragraph.text.slice(opening.length) };
  if (rest[0].text === '') rest.shift();
  const credit = [...credits, opening.byline.credit].filter((text) => text !== '').join(' ');
  return { lead: opening.byline.lead, credit };
}

/** `（下转2版）` that ends the text. */
function takeJump(rest: Paragraph[]): Part | undefined {
  const last = rest.at(-1);
  const length = last ? jumpLength(last.text) : 0;
  if (!last || length === 0) return undefined;
  const at = last.text.length - length;
  rest.pop();
  if (at > 0) rest.push({ ...last, text: last.text.slice(0, at).trimEnd() });
  return partOf('jump', last.text.slice(at), last, 0.95);
}

interface Signature {
  readonly text: string;
  readonly paragraph: Paragraph;
  /** Without brackets it stands on a line of its own; in brackets it closes the last paragraph. */
  readonly ownParagraph: boolean;
}

function takeSignature(rest: Paragraph[]): Signature[] {
  const signatures: Signature[] = [];
  while (rest.length > 1 && isCreditLine(rest.at(-1)!.text)) {
    const paragraph = rest.pop()!;
    signatures.unshift({ text: paragraph.text, paragraph, ownParagraph: !isBracketedCredit(paragraph.text) });
  }
  const last = rest.at(-1);
  const length = last && signatures.length === 0 ? signatureLength(last.text) : 0;
  if (last && length > 0) {
    const at = last.text.length - length;
    rest[rest.length - 1] = { ...last, text: last.text.slice(0, at).trimEnd() };
    signatures.push({ text: last.text.slice(at), paragraph: last, ownParagraph: false });
  }
  return signatures;
}
