/** Text that an input method composes on the page: shown, and in the document only when it is meant. */
import { beforeEach, describe, expect, test } from 'vitest';
import { begin, editedText, editingNow, selectionOf } from '../../renderer/canvas/text/edited-text';
import { compose, endComposition, insert } from '../../renderer/canvas/text/writing';
import { store } from '../../renderer/state/store';
import { article, smallIssue } from '../issue/small-issue';

const headline = (issue = store.get().issue) => issue?.articles[0]?.headline.join();
/** How many edits were made of the document. */
let edits = 0;
store.watchEdits(() => {
  edits++;
});

beforeEach(() => {
  store.open({ handle: 'h', name: '柳岸', issue: { ...smallIssue, articles: [article('a1', '渡口换缆')] } });
  edits = 0;
  const ref = { list: 'articles', id: 'a1', field: 'headline' } as const;
  begin({ ref, block: 'b1', blocks: ['b1'], caret: { offset: 2, side: 'after' }, anchor: 2, since: 0 });
});

describe('while an input method composes', () => {
  beforeEach(() => {
    compose('x');
    compose('xin');
  });

  test('the page shows it, and the document, the history and the disk know nothing of it', () => {
    expect(headline(store.get().sketch)).toBe('渡口xin换缆');
    expect(editedText()).toBe('渡口xin换缆');
    expect(editingNow()?.composed).toEqual({ from: 2, to: 5, over: 2 });
    expect(headline()).toBe('渡口换缆');
    expect(store.get()).toMatchObject({ dirty: false, history: { done: [] } });
    expect(edits).toBe(0);
  });

  test('what is meant becomes one edit, and one step of undo', () => {
    endComposition('新');
    expect([headline(), store.get().sketch, edits]).toEqual(['渡口新换缆', null, 1]);
    expect(editingNow()).toMatchObject({ caret: { offset: 3 }, composed: undefined });
    store.undo();
    expect(headline()).toBe('渡口换缆');
  });

  test('what is given up leaves nothing, not even a step', () => {
    endComposition('');
    expect([headline(), store.get().sketch, edits]).toEqual(['渡口换缆', null, 0]);
    expect(editedText()).toBe('渡口换缆');
    expect(store.get()).toMatchObject({ dirty: false, history: { done: [] } });
    insert('旧');
    expect(headline()).toBe('渡口旧换缆');
  });

  test('a change made elsewhere takes the sketch away', () => {
    store.edit({ type: 'setSection', page: 1, section: '社区' }, 'edit.section');
    expect(store.get().sketch).toBeNull();
  });
});

test('a selection that is composed over comes back when the composition is given up', () => {
  begin({ ...editingNow()!, anchor: 0, caret: { offset: 2, side: 'after' } });
  compose('q');
  expect(headline(store.get().sketch)).toBe('q换缆');
  endComposition('');
  expect([headline(), editedText(), edits]).toEqual(['渡口换缆', '渡口换缆', 0]);
  expect(selectionOf(editingNow()!)).toEqual([0, 2]);
});

test('what the document has no room for is not composed into it', () => {
  const long = '长'.repeat(600);
  compose('chang');
  endComposition(long);
  expect([headline(), store.get().sketch, edits]).toEqual(['渡口换缆', null, 0]);
  expect(editedText()).toBe('渡口换缆');
});
