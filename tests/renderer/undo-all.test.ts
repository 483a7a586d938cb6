/** Undo of everything: what the window does to a document, at random, taken back step by step and done again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit, Issue } from '../../engine/issue';
import { Store } from '../../renderer/state/store';
import { smallIssue } from '../issue/small-issue';
import { ACTS, FILLING } from './random-edits';

/** Edits of a session; the history keeps as many. */
const EDITS = 500;

/** A document whose texts have something to correct. */
const begun: Issue = {
  ...smallIssue,
  articles: smallIssue.articles.map((article) => ({
    ...article,
    paragraphs: [...article.paragraphs, { runs: [{ text: '2026年2月30日，大家都说说好：“树活了。', form: 'plain' }] }],
  })),
};

/** Every kind of edit that there is: a new one must be added here, and done by one of the acts. */
const KINDS: Readonly<Record<Edit['type'], true>> = {
  setIssueData: true,
  setPaper: true,
  setSpec: true,
  put: true,
  remove: true,
  insertPage: true,
  removePage: true,
  setSection: true,
  setPeople: true,
  setPageBlocks: true,
  putBlock: true,
  removeBlock: true,
  batch: true,
};

function kindsOf(edit: Edit): readonly Edit['type'][] {
  return edit.type === 'batch' ? ['batch', ...edit.edits.flatMap(kindsOf)] : [edit.type];
}

const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const act = fc.record({
  name: fc.constantFrom(...Object.keys(ACTS), ...FILLING),
  /** Thrown again where the first throw finds nothing to change. */
  dice: fc.array(fc.tuple(share, share, share, share), { minLength: 4, maxLength: 4 }),
  key: fc.constantFrom('one', 'two', undefined),
  soon: fc.boolean(),
  seal: fc.boolean(),
});

/** The first answer that there is. */
function firstOf<T, R>(items: readonly T[], answer: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = answer(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

test('500 random edits undone and done again give identical documents, step by step', () => {
  const used = new Set<string>();
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { minLength: EDITS, maxLength: EDITS, size: 'max' }), (acts) => {
      const store = new Store();
      store.open({ handle: 'h', name: '柳岸', issue: begun });
      const text = () => JSON.stringify(store.get().issue);
      const first = text();
      /** The document after each step, by the step's id. */
      const states = new Map<number, string>();
      const step = () => store.get().history.done.at(-1)?.id ?? 0;
      states.set(0, first);
      for (const { name, dice, key, soon, seal } of acts) {
        const edit = firstOf(dice, (thrown) => ACTS[name]!(store.get().issue!, thrown));
        if (!edit) continue;
        used.add(name);
        for (const kind of kindsOf(edit)) kinds.add(kind);
        // What an input method composes before it leaves no trace.
        if (soon) {
          store.sketch(edit);
          expect(text()).toBe(states.get(step()));
        }
        if (soon) store.editSoon(edit, 'edit.type', key ?? name);
        else store.edit(edit, 'edit.move', key);
        if (seal) store.seal();
        states.set(step(), text());
      }
      const last = text();
      const steps = store.get().history.done.length;
      for (let i = 0; i < steps; i++) {
        store.undo();
        expect(text()).toBe(states.get(step()));
      }
      expect(text()).toBe(first);
      for (let i = 0; i < steps; i++) {
        store.redo();
        expect(text()).toBe(states.get(step()));
      }
      expect(text()).toBe(last);
      store.settle();
    }),
    { numRuns: 8 },
  );
  // Nothing of the list went by untried.
  expect([...used].sort()).toEqual(Object.keys(ACTS).sort());
  expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
});
