import type { ArticleDraft, Part, Reading } from './types';

/** Reads a manuscript into drafts. @param file its name: may hold page, weight and headline */
export function readManuscript(text: string, _file: string): Reading {
  const parts: Part[] = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({
      kind: 'paragraph' as const,
      text: line.trim(),
      span: { from: index + 1, to: index + 1 },
      confidence: 0.5,
    }))
    .filter((part) => part.text !== '');
  const article: ArticleDraft = {
    kind: 'article',
    kicker: '',
    headline: parts.slice(0, 1).map((part) => part.text),
    deck: '',
    byline: { lead: '', credit: '' },
    paragraphs: parts.slice(1).map((part) => ({ runs: [{ text: part.text, form: 'plain' as const }] })),
    weight: 'auto',
    page: 0,
    jump: '',
    parts,
    span: { from: parts[0]?.span.from ?? 1, to: parts.at(-1)?.span.to ?? 1 },
    confidence: 0.5,
  };
  return { drafts: [article], report: [] };
}
