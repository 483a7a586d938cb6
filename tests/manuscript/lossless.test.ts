import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../engine/manuscript';
import { normalise } from '../../engine/manuscript/normalise';
import type { Draft } from '../../engine/manuscript/types';
import { dump, manuscript } from './dumps';

const visible = (text: string) => text.replace(/\s+/g, '');
const sorted = (text: string) => [...visible(text)].sort().join('');

function normalised(text: string): string {
  return visible(
    normalise(text, '')
      .paragraphs.map((paragraph) => paragraph.text)
      .join(''),
  );
}

/** The parts of all drafts in the manuscript's order. */
function partsText(drafts: readonly Draft[]): string {
  const parts = drafts.flatMap((draft) => draft.parts);
  return visible(
    [...parts]
      .sort((a, b) => a.span.from - b.span.from)
      .map((part) => part.text)
      .join(''),
  );
}

/** What a draft's fields print, and the marks that are set aside. */
function fieldsText(draft: Draft): string {
  const marks = draft.parts.filter((part) => part.kind === 'mark').map((part) => part.text);
  return [...printed(draft), ...marks].join('');
}

function printed(draft: Draft): string[] {
  switch (draft.kind) {
    case 'article': {
      const text = draft.paragraphs.flatMap((paragraph) => paragraph.runs.map((run) => run.text));
      return [draft.kicker, ...draft.headline, draft.deck, draft.byline.lead, draft.byline.credit, ...text, draft.jump];
    }
    case 'group':
      return [draft.caption, draft.credit, ...draft.parts.filter((part) => part.kind === 'label').map((part) => part.text)];
    case 'notice':
      return [draft.title, draft.text, ...draft.entries.flatMap((entry) => [entry.label, entry.value])];
    case 'advertisement':
      return [draft.label, draft.title, ...draft.lines];
    case 'caption':
      return [draft.caption, draft.credit];
  }
}

function expectLossless(text: string): void {
  const { drafts } = readManuscript(text, 'text.txt');
  const expected = normalised(text);
  expect(partsText(drafts)).toBe(expected);
  expect(sorted(drafts.map(fieldsText).join(''))).toBe(sorted(expected));
}

/** One form for what normalisation may exchange, so that a text and its clean form compare equal. */
function folded(text: string): string {
  return visible(
    text
      .replace(/&nbsp;/g, ' ')
      .replace(/&quot;/g, '"')
      .normalize('NFKC'),
  )
    .replace(/[\p{Cc}\u00ad\u115f\u1160\u3164\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, '')
    .replace(/[“”"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/[—―─－-]+/g, '-')
    .replace(/[。.…⋯]+/g, '.')
    .replace(/《/g, '<<')
    .replace(/》/g, '>>');
}

describe('no word of a manuscript is lost', () => {
  test('of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectLossless), { numRuns: 300 });
  });

  test('of texts made of the signs that are looked for', () => {
    fc.assert(fc.property(dump, expectLossless), { numRuns: 400 });
  });

  test('normalisation changes white space and the forms of marks only', () => {
    fc.assert(
      fc.property(dump, (text) => {
        expect(folded(normalised(text))).toBe(folded(text));
      }),
      { numRuns: 400 },
    );
  });

  // Paragraph by paragraph: what their lines tell of how they were parted, indents and lengths, is gone.
  test('normalising a paragraph again changes nothing more', () => {
    fc.assert(
      fc.property(manuscript, (text) => {
        for (const { text: once } of normalise(text, '').paragraphs) expect(normalised(once)).toBe(visible(once));
      }),
      { numRuns: 300 },
    );
  });
});
