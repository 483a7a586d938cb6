import type { ArticleParagraph, Byline } from '../issue/types';
import { endsSentence, hasHan, lengthOf } from './characters';
import { bylineOpening, isBracketedCredit, isCreditLine, isNameLine, signatureLength } from './credits';
import { formsOf, isDateLine } from './paragraph-forms';
import { partOf } from './pieces';
import type { Paragraph } from './rejoin';
import { markRuns } from './run-in';
import { headLabel, jumpLength } from './signs';
import { tableRows } from './table-rows';
import type { Part } from './types';
import { verseRoles } from './verse';

export interface BodyFields {
  readonly byline: Byline;
  readonly paragraphs: readonly ArticleParagraph[];
  readonly jump: string;
  readonly parts: readonly Part[];
}

/**
 * Byline, run-in headings, verse, signature and jump line of an article's text.
 * @param hinted whether headline or file name speak of verse
 */
export function readBody(body: readonly Paragraph[], headByline: string, hinted: boolean): BodyFields {
  const parts: Part[] = [];
  const rest = [...body];
  const byline = takeByline(rest, headByline, parts);
  const jump = takeJump(rest);
  const signatures = takeSignature(rest);
  const paragraphs = readParagraphs(rest, hinted, parts);
  addSignatures(signatures, paragraphs, parts);
  if (jump) parts.push(jump);
  return { byline, paragraphs, jump: jump?.text ?? '', parts };
}

function readParagraphs(texts: readonly Paragraph[], hinted: boolean, parts: Part[]): ArticleParagraph[] {
  const roles = verseRoles(texts, hinted);
  const forms = formsOf(texts.map((paragraph) => paragraph.text));
  const marked = markRuns(texts.map((paragraph) => paragraph.text));
  const rows = tableRows(texts.map((paragraph) => paragraph.text));
  return texts.flatMap((paragraph, index): ArticleParagraph[] => {
    if (roles[index] !== 'none') {
      parts.push(partOf('verse', paragraph.text, paragraph, hinted ? 0.9 : 0.75));
      const line = { runs: [{ text: paragraph.text, form: 'plain' as const }], verse: true };
      return roles[index] === 'stanza' ? [{ runs: [], verse: true }, line] : [line];
    }
    const form = forms[index];
    if (form) {
      parts.push(partOf('paragraph', paragraph.text, paragraph, 0.85));
      const isHead = form === 'row' && rows[index] === 'head';
      return [{ runs: [{ text: paragraph.text, form: isHead ? 'bold' : 'plain' }], form }];
    }
    const runs = marked[index]!;
    for (const run of runs) parts.push(partOf(partKinds[run.form], run.text, paragraph, run.confidence));
    return runs.length > 0 ? [{ runs: runs.map(({ text, form }) => ({ text, form })) }] : [];
  });
}

function addSignatures(signatures: readonly Signature[], paragraphs: ArticleParagraph[], parts: Part[]): void {
  for (const { text, paragraph, ownParagraph } of signatures) {
    parts.push(partOf('signature', text, paragraph, 0.85));
    const run = { text, form: 'kai' as const };
    const last = paragraphs.at(-1);
    if (ownParagraph || !last || last.verse || last.form) paragraphs.push({ runs: [run], form: 'signature' });
    else paragraphs[paragraphs.length - 1] = { runs: [...last.runs, run] };
  }
}

const partKinds = {
  plain: 'paragraph',
  heading: 'heading',
  subheading: 'subheading',
  bold: 'paragraph',
  kai: 'signature',
  link: 'link',
} as const;

/** The byline: lines of the head and credit lines that open the text; without them `本报讯（…）` at the first paragraph. */
function takeByline(rest: Paragraph[], headByline: string, parts: Part[]): Byline {
  const credits = headByline === '' ? [] : [headByline];
  for (const paragraph of rest.splice(0, countOpening(rest))) {
    credits.push(paragraph.text);
    parts.push(partOf('byline', paragraph.text, paragraph, 0.9));
  }
  const label = rest[0] ? headLabel(rest[0].text) : undefined;
  if (label?.part === 'body') {
    parts.push(partOf('mark', rest[0]!.text.slice(0, label.length), rest[0]!, 0.95));
    rest[0] = { ...rest[0]!, text: rest[0]!.text.slice(label.length) };
  }
  const opening = rest[0] && bylineOpening(rest[0].text);
  if (!opening || credits.length > 0) return { lead: '', credit: credits.join(' ') };
  const paragraph = rest[0]!;
  parts.push(partOf('byline', paragraph.text.slice(0, opening.length), paragraph, opening.byline.credit === '' ? 0.85 : 0.97));
  rest[0] = { ...paragraph, text: paragraph.text.slice(opening.length) };
  if (rest[0].text === '') rest.shift();
  return opening.byline;
}

/** Credit lines that open the text; the last paragraph is always text. */
function countOpening(rest: readonly Paragraph[]): number {
  let count = 0;
  while (count < rest.length - 1 && isCreditLine(rest[count]!.text)) count++;
  return count;
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
  const signatures: Signature[] = takeDated(rest);
  while (rest.length > 1 && isSignature(rest.at(-1)!.text, rest.at(-2)!.text)) {
    const paragraph = rest.pop()!;
    signatures.push({ text: paragraph.text, paragraph, ownParagraph: !isBracketedCredit(paragraph.text) });
  }
  signatures.reverse();
  const last = rest.at(-1);
  const length = last && signatures.length === 0 ? signatureLength(last.text) : 0;
  if (last && length > 0) {
    const at = last.text.length - length;
    rest[rest.length - 1] = { ...last, text: last.text.slice(0, at).trimEnd() };
    signatures.push({ text: last.text.slice(at), paragraph: last, ownParagraph: false });
  }
  return signatures;
}

/** Longest name of who signs above a date, characters. */
const longestSigner = 20;

/** A date that closes the text, and who signs above it; the last first. */
function takeDated(rest: Paragraph[]): Signature[] {
  if (rest.length < 3 || !isDateLine(rest.at(-1)!.text) || !isSigner(rest.at(-2)!.text)) return [];
  return [rest.pop()!, rest.pop()!].map((paragraph) => ({ text: paragraph.text, paragraph, ownParagraph: true }));
}

function isSigner(text: string): boolean {
  return lengthOf(text) <= longestSigner && hasHan(text) && !/[，。！？；：\t]/.test(text);
}

/** A credit line, or a name alone under the end of a sentence. */
function isSignature(text: string, previous: string): boolean {
  return isCreditLine(text) || (isNameLine(text) && endsSentence(previous));
}
