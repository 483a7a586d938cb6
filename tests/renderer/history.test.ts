import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Edit, Issue } from '../../engine/issue';
import { Store } from '../../renderer/state/store';
import { article, block, smallIssue } from '../issue/small-issue';

let store: Store;
const words = () => store.get().issue!.articles[0]!.headline[0];
const type = (text: string, key?: string) =>
  store.edit({ type: 'put', list: 'articles', item: article('a1', text) }, 'edit.headline', key);

beforeEach(() => {
  store = new Store();
  store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
});

describe('typing', () => {
  test('in one field is one step', () => {
    const before = words();
    for (const text of ['河', '河堤', '河堤夜灯']) type(text, 'a1 headline');
    expect(store.get().history.done).toHaveLength(1);
    store.undo();
    expect(words()).toBe(before);
    store.redo();
    expect(words()).toBe('河堤夜灯');
  });

  test('keeps no copy for every letter', () => {
    for (let length = 1; length < 200; length++) type('灯'.repeat(length), 'a1 headline');
    expect(JSON.stringify(store.get().history).length).toBeLessThan(5_000);
  });

  test('in another field, after leaving the field or after an undo is another step', () => {
    type('河堤', 'a1 headline');
    type('河堤夜灯', 'a1 deck');
    store.seal();
    type('河堤夜灯亮', 'a1 deck');
    expect(store.get().history.done).toHaveLength(3);
    store.undo();
    type('河堤夜灯灭', 'a1 deck');
    expect(store.get().history.done).toHaveLength(3);
    expect(store.get().history.undone).toEqual([]);
  });
});

describe('changes that are not on disk', () => {
  test('are there after an edit, gone after undoing it, and there again after undoing what was saved', () => {
    expect(store.get().dirty).toBe(false);
    type('河堤');
    expect(store.get().dirty).toBe(true);
    store.undo();
    expect(store.get().dirty).toBe(false);
    store.redo();
    store.saved(store.get().history.done.at(-1)!.id);
    expect(store.get().dirty).toBe(false);
    store.undo();
    expect(store.get().dirty).toBe(true);
  });

  test('are told even when typing goes on in the step that was saved', () => {
    type('河堤', 'k');
    store.saved(store.get().history.done.at(-1)!.id);
    type('河堤夜', 'k');
    expect(store.get().dirty).toBe(true);
  });

  test('are not forgotten with the oldest steps', () => {
    for (let count = 0; count < 600; count++) type(`第${count}次`);
    while (store.get().history.done.length > 0) store.undo();
    expect(store.get().dirty).toBe(true);
  });
});

describe('selection', () => {
  test('goes with the block that is taken off', () => {
    const [page] = smallIssue.pages;
    const id = page!.blocks[0]!.id;
    store.select(id);
    expect(store.get().selection).toBe(id);
    store.edit({ type: 'removeBlock', page: 1, id }, 'edit.takeOff');
    expect(store.get().selection).toBeNull();
  });
});

const target = fc.constantFrom('a1', 'a2');
const key = fc.constantFrom('x', 'y', undefined);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(target, fc.string()).map(([id, text]): Edit => ({ type: 'put', list: 'articles', item: article(id, text) })),
  fc.integer({ min: 0, max: 9 }).map((row): Edit => ({ type: 'putBlock', page: 1, block: block('b1', row) })),
  fc.constantFrom('社区', '副刊').map((section): Edit => ({ type: 'insertPage', page: { number: 1, section, blocks: [] } })),
);
const batch = fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits): Edit => ({ type: 'batch', name: '', edits }));

test('undoing everything gives the issue as opened, redoing everything the issue as left, however steps merge', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(edit, batch), key), { maxLength: 12 }), (edits) => {
      const one = new Store();
      one.open({ handle: 'h', name: '柳岸', issue: smallIssue });
      for (const [change, mergeKey] of edits) one.edit(change, 'edit.words', mergeKey);
      const left: Issue = one.get().issue!;
      const steps = one.get().history.done.length;
      for (let step = 0; step < steps; step++) one.undo();
      expect(one.get().issue).toEqual(smallIssue);
      for (let step = 0; step < steps; step++) one.redo();
      expect(one.get().issue).toEqual(left);
    }),
    { numRuns: 200 },
  );
});
