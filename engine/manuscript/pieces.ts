import type { Paragraph } from './rejoin';
import type { Part, PartKind, Span } from './types';

/** A recognised part of a paragraph. */
export function partOf(kind: PartKind, text: string, paragraph: Paragraph, confidence: number): Part {
  return { kind, text: text.trim(), span: paragraph.span, confidence };
}

/** Lines from the first to the last of the parts; headlines taken from a file's name have none. */
export function spanOf(parts: readonly Part[]): Span {
  const placed = parts.filter((part) => part.span.from > 0);
  return { from: placed[0]?.span.from ?? 0, to: placed.reduce((last, part) => Math.max(last, part.span.to), 0) };
}

/** What a recogniser found at a place: how many paragraphs it takes. */
export interface Found<Draft> {
  readonly draft: Draft;
  readonly taken: number;
}

/** Cuts a mark such as `标题：` off a paragraph. */
export function without(paragraph: Paragraph, length: number): Paragraph {
  return { ...paragraph, text: paragraph.text.slice(length).trimStart() };
}
