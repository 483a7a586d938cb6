import { expect, test } from 'vitest';
import { editorialState, sentMarks, withProofed } from '../../engine/issue';
import { article } from './small-issue';

const written = article('a1', '河堤夜灯');
const sent = { ...written, asSent: sentMarks(written) };
const changed = { ...sent, deck: '沿河一百盏' };

test.each([
  ['sent and untouched', sent, 'received'],
  ['sent and changed', changed, 'editing'],
  ['sent, and a paragraph gone', { ...sent, paragraphs: [] }, 'editing'],
  ['written here', written, 'editing'],
  ['called done', withProofed(changed, true), 'proofed'],
  ['changed after that', { ...withProofed(changed, true), kicker: '昨夜' }, 'editing'],
  ['no longer called done', withProofed(withProofed(sent, true), false), 'received'],
])('a manuscript that was %s', (_, item, state) => {
  expect(editorialState(item)).toBe(state);
});

test('where it stands and how it is wished for leaves it done', () => {
  expect(editorialState({ ...withProofed(changed, true), page: 3, weight: 'lead' })).toBe('proofed');
});
