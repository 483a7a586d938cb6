import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleParagraph, flatBody } from '../../engine/issue';
import { FORM_CHOICES, formAt, hasMarkAt, MARK_CHOICES, withForm, withMark } from '../../renderer/state/body-forms';

const plain = (text: string): ArticleParagraph => ({ runs: [{ text, form: 'plain' }] });
const story = [plain('灯亮了。'), plain('桥通了。'), plain('路也通了。')];

describe('the form of paragraphs', () => {
  test('is chosen for all that the selection touches, and taken back', () => {
    const formed = withForm(story, { from: 6, to: 12 }, 'note');
    expect(formed.map(({ form }) => form)).toEqual([undefined, 'note', 'note']);
    expect(formAt(formed, { from: 7, to: 7 })).toBe('note');
    expect(formAt(formed, { from: 0, to: 0 })).toBe('text');
    expect(withForm(formed, { from: 5, to: 99 }, 'text')).toEqual(story);
  });

  test('is verse or a form, never both', () => {
    const verse = withForm(withForm(story, { from: 0, to: 0 }, 'drop'), { from: 0, to: 0 }, 'verse');
    expect(verse[0]).toEqual({ ...story[0], verse: true });
  });
});

describe('a mark', () => {
  test('divides the run that the selection cuts', () => {
    const marked = withMark(story, { from: 1, to: 3 }, 'dots', true);
    expect(marked[0]!.runs).toEqual([
      { text: '灯', form: 'plain' },
      { text: '亮了', form: 'plain', dots: true },
      { text: '。', form: 'plain' },
    ]);
    expect(hasMarkAt(marked, { from: 1, to: 3 }, 'dots')).toBe(true);
    expect(hasMarkAt(marked, { from: 0, to: 3 }, 'dots')).toBe(false);
    expect(hasMarkAt(marked, { from: 1, to: 1 }, 'dots')).toBe(false);
  });

  test('of a face takes the place of another', () => {
    const kai = withMark(withMark(story, { from: 0, to: 4 }, 'bold', true), { from: 0, to: 4 }, 'kai', true);
    expect(kai[0]!.runs).toEqual([{ text: '灯亮了。', form: 'kai' }]);
  });

  test('changes no text, holds where it was put, and goes again', () => {
    const places = fc.tuple(fc.nat(16), fc.nat(16)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(places, fc.constantFrom(...MARK_CHOICES), fc.constantFrom(...FORM_CHOICES), (selection, mark, form) => {
        const marked = withMark(withForm(story, selection, form), selection, mark, true);
        const text = flatBody({ paragraphs: story });
        expect(flatBody({ paragraphs: marked })).toBe(text);
        const selected = text.slice(selection.from, selection.to).replaceAll('\n', '') !== '';
        expect(hasMarkAt(marked, selection, mark)).toBe(selected);
        expect(hasMarkAt(withMark(marked, selection, mark, false), selection, mark)).toBe(false);
      }),
    );
  });
});
