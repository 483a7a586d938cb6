import type { Draft, Finding } from './types';

/** Below this a reading is offered as a doubt, for the editor to look at. */
const sure = 0.7;

/** One line for each draft, what was set aside in it, and what is doubtful. */
export function reportOf(drafts: readonly Draft[]): Finding[] {
  return drafts.flatMap((draft) => [recognised(draft), ...marks(draft), ...doubts(draft)]);
}

function recognised(draft: Draft): Finding {
  const percent = Math.round(draft.confidence * 100);
  const base = { kind: 'recognised' as const, span: draft.span, confidence: draft.confidence };
  switch (draft.kind) {
    case 'article': {
      const paragraphs = draft.paragraphs.filter(({ runs }) => runs.length > 0).length;
      return draft.headline.length > 0
        ? {
            ...base,
            code: 'manuscript.article',
            params: { headline: draft.headline.join(' '), paragraphs, percent },
          }
        : { ...base, code: 'manuscript.article-untitled', params: { paragraphs, percent } };
    }
    case 'group':
      return {
        ...base,
        code: 'manuscript.group',
        params: { pictures: draft.numbers.length, credit: draft.credit || '—', percent },
      };
    case 'notice':
      return { ...base, code: 'manuscript.notice', params: { entries: draft.entries.length, percent } };
    case 'advertisement':
      return { ...base, code: 'manuscript.advertisement', params: { label: draft.label, title: draft.title, percent } };
    case 'caption':
      return { ...base, code: 'manuscript.caption', params: { caption: draft.caption.slice(0, 20) || draft.credit, percent } };
  }
}

function marks(draft: Draft): Finding[] {
  return draft.parts
    .filter((part) => part.kind === 'mark')
    .map((part) => ({
      kind: 'recognised',
      code: 'manuscript.mark',
      params: { text: part.text.slice(0, 40) },
      span: part.span,
      confidence: part.confidence,
    }));
}

function doubts(draft: Draft): Finding[] {
  const found = draft.parts.filter((part) => part.confidence < sure && part.kind !== 'mark');
  const parts: Finding[] = found.map((part) => ({
    kind: 'doubt',
    code: `manuscript.doubt-${part.kind}`,
    params: { text: part.text.slice(0, 30), percent: Math.round(part.confidence * 100) },
    span: part.span,
    confidence: part.confidence,
  }));
  if (draft.kind !== 'article' || draft.headline.length > 0 || draft.weight === 'brief') return parts;
  return [
    ...parts,
    {
      kind: 'doubt',
      code: 'manuscript.no-headline',
      params: { line: draft.span.from },
      span: draft.span,
      confidence: draft.confidence,
    },
  ];
}
