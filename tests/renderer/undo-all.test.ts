/** Undo of everything: what the window does to a document, at random, taken back step by step and done again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Edit, type Issue, issueDifference } from '../../engine/issue';
import type { TextRef } from '../../engine/layout/index';
import { replacing, textsIn } from '../../renderer/find/scope';
import { search } from '../../renderer/find/search';
import { areaOf, movedTo, resizedTo } from '../../renderer/state/block-edits';
import { FORM_CHOICES, MARK_CHOICES, withForm, withMark } from '../../renderer/state/body-forms';
import { continuedOn, divided, mergedBack, takenOff } from '../../renderer/state/continuing';
import { textOf } from '../../renderer/state/facts';
import { replacedText, textOfRef, tidied, writable } from '../../renderer/state/field-edits';
import { alignedAll, lockedAll, movedAll, swapped } from '../../renderer/state/group-edits';
import { breakingOf, breaksEdit, gapsOf, linesOf, withBreak } from '../../renderer/state/head-lines';
import { pictureMove } from '../../renderer/state/picture-moves';
import { placeAnywhere } from '../../renderer/state/placement';
import { Store } from '../../renderer/state/store';
import { articleEdit } from '../../renderer/state/text-edits';
import { smallIssue } from '../issue/small-issue';

/** Edits of a session; the history keeps as many. */
const EDITS = 500;

/** Picks from a list by a number below 1. */
const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];

type Dice = readonly [number, number, number, number];
type Act = (issue: Issue, dice: Dice) => Edit | undefined;

const WORDS = ['灯', '河堤', 'km', '。\n夜', '', '😀', '“引”', ' ', '\n', '\n'];

const REFS: readonly TextRef[] = [
  ...['a1', 'a2'].flatMap((id) =>
    (['kicker', 'headline', 'deck', 'lead', 'credit', 'body', 'body', 'body', 'jump'] as const).map((field) => ({
      list: 'articles' as const,
      id,
      field,
    })),
  ),
  { list: 'photos', id: 'p1', field: 'caption' },
  { list: 'photos', id: 'p1', field: 'credit' },
  { list: 'groups', id: 'g1', field: 'caption' },
  { list: 'notices', id: 'n1', field: 'entryValue', index: 0 },
  { list: 'advertisements', id: 'd1', field: 'title' },
];

const blockOf = (issue: Issue, at: number) =>
  pick(
    issue.pages.flatMap(({ number, blocks }) => blocks.map((block) => ({ number, block }))),
    at,
  );
const articleOf = (issue: Issue, at: number) => pick(issue.articles, at);

const ACTS: Readonly<Record<string, Act>> = {
  write: (issue, [a, b, c, d]) => {
    const ref = pick(REFS, a)!;
    const length = textOfRef(issue, ref)?.length ?? 0;
    const from = Math.floor(b * (length + 1));
    const to = Math.min(length, from + Math.floor(c * 4));
    return replacedText(issue, ref, from, to, writable(ref, pick(WORDS, d)!));
  },
  tidy: (issue, [a]) => tidied(issue, { list: 'articles', id: a < 0.5 ? 'a1' : 'a2', field: 'body' }),
  form: (issue, [a, b, c]) => {
    const article = articleOf(issue, a);
    if (!article) return undefined;
    const from = Math.floor(b * textOf(article).length);
    return articleEdit(issue, article, {
      paragraphs: withForm(article.paragraphs, { from, to: from + 3 }, pick(FORM_CHOICES, c)!),
    });
  },
  mark: (issue, [a, b, c, d]) => {
    const article = articleOf(issue, a);
    if (!article) return undefined;
    const from = Math.floor(b * textOf(article).length);
    return articleEdit(issue, article, {
      paragraphs: withMark(article.paragraphs, { from, to: from + 4 }, pick(MARK_CHOICES, c)!, d < 0.6),
    });
  },
  headBreak: (issue, [a, b, c]) => {
    const article = articleOf(issue, a);
    if (!article) return undefined;
    const block = issue.pages
      .flatMap(({ blocks }) => blocks)
      .find(({ content }) => content.kind === 'article' && content.article === article.id);
    const breaking = breakingOf(article);
    return breaksEdit(
      issue,
      article,
      block,
      linesOf(withBreak(breaking, pick(breaking.breaks, b), pick(gapsOf(breaking.text), c))),
    );
  },
  replaceAll: (issue, [a, b]) => {
    const query = {
      words: pick(['河', '灯', '夜', 'k', '。'], a)!,
      replacement: pick(WORDS, b)!,
      byCase: false,
      byWidth: false,
      regex: false,
    };
    const texts = textsIn(issue, {
      scope: 'issue',
      sorts: new Set(['heads', 'body', 'captions']),
      page: 1,
      block: null,
      text: null,
    });
    return replacing(issue, search(texts, query))?.edit;
  },
  move: (issue, [a, b, c]) => {
    const found = blockOf(issue, a);
    if (!found) return undefined;
    const { number, block } = found;
    return { type: 'putBlock', page: number, block: movedTo(block, areaOf(issue, block), Math.floor(b * 6), Math.floor(c * 60)) };
  },
  resize: (issue, [a, b, c]) => {
    const found = blockOf(issue, a);
    if (!found) return undefined;
    const { number, block } = found;
    return {
      type: 'putBlock',
      page: number,
      block: resizedTo(block, areaOf(issue, block), 1 + Math.floor(b * 6), 2 + Math.floor(c * 40)),
    };
  },
  place: (issue, [a, b]) => placeAnywhere(issue, b < 0.5 ? 1 : 2, { list: 'articles', id: a < 0.5 ? 'a1' : 'a2' })?.edit,
  placeGroup: (issue, [a]) => placeAnywhere(issue, a < 0.5 ? 1 : 2, { list: 'groups', id: 'g1' })?.edit,
  takeOff: (issue, [a]) => {
    const found = blockOf(issue, a);
    return found && takenOff(issue, found.block.id);
  },
  continueOn: (issue, [a, b]) => {
    const found = blockOf(issue, a);
    return found && continuedOn(issue, found.block.id, b < 0.5 ? 1 : 2, 100)?.edit;
  },
  divide: (issue, [a]) => {
    const found = blockOf(issue, a);
    return found && divided(issue, found.block.id)?.edit;
  },
  mergeBack: (issue, [a]) => {
    const found = blockOf(issue, a);
    return found && mergedBack(issue, found.block.id)?.edit;
  },
  moveAll: (issue, [a, b, c]) => movedAll(issue, idsOn(issue, a), Math.floor(b * 3) - 1, Math.floor(c * 5) - 2),
  align: (issue, [a, b]) => alignedAll(issue, idsOn(issue, a), pick(['left', 'right', 'top', 'bottom', 'width', 'height'], b)!),
  lock: (issue, [a]) => lockedAll(issue, idsOn(issue, a)),
  swap: (issue, [a]) => {
    const [one, other] = idsOn(issue, a);
    return one && other ? swapped(issue, one, other) : undefined;
  },
  movePicture: (issue, [a]) =>
    pictureMove(issue, 'p1', a < 0.3 ? 'stock' : a < 0.6 ? { list: 'articles', id: 'a1' } : { list: 'groups', id: 'g1' }),
  number: (_, [a]) => ({ type: 'setIssueData', data: { date: '2024-03-01', number: Math.floor(a * 90), total: 7 } }),
  paper: (issue, [a]) => ({ type: 'setPaper', paper: { ...issue.paper, name: pick(WORDS, a)! } }),
  section: (_, [a, b]) => ({ type: 'setSection', page: a < 0.5 ? 1 : 2, section: pick(WORDS, b)! }),
  addPage: (_, [a]) => ({ type: 'insertPage', page: { number: 1 + Math.floor(a * 3), section: '副刊', blocks: [] } }),
  removePage: (issue, [a]) =>
    issue.pages.length > 2 ? { type: 'removePage', page: 1 + Math.floor(a * issue.pages.length) } : undefined,
  /** What a background job changed comes in as a difference. */
  job: (issue, dice) => {
    const after = (['write', 'move', 'place'] as const).reduce((current, name) => {
      const edit = ACTS[name]!(current, dice);
      return edit ? apply(current, edit).issue : current;
    }, issue);
    return issueDifference(issue, after, 'edit.import');
  },
};

function idsOn(issue: Issue, at: number): readonly string[] {
  return pick(issue.pages, at)?.blocks.map(({ id }) => id) ?? [];
}

const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const act = fc.record({
  name: fc.constantFrom(...Object.keys(ACTS)),
  dice: fc.tuple(share, share, share, share),
  key: fc.constantFrom('one', 'two', undefined),
  soon: fc.boolean(),
  seal: fc.boolean(),
});

test('500 random edits undone and done again give identical documents, step by step', () => {
  const used = new Set<string>();
  fc.assert(
    fc.property(fc.array(act, { minLength: EDITS, maxLength: EDITS, size: 'max' }), (acts) => {
      const store = new Store();
      store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
      const text = () => JSON.stringify(store.get().issue);
      const first = text();
      /** The document after each step, by the step's id. */
      const states = new Map<number, string>();
      const step = () => store.get().history.done.at(-1)?.id ?? 0;
      states.set(0, first);
      for (const { name, dice, key, soon, seal } of acts) {
        const edit = ACTS[name]!(store.get().issue!, dice);
        if (!edit) continue;
        used.add(name);
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
    { numRuns: 6 },
  );
  // Nothing of the list went by untried.
  expect([...used].sort()).toEqual(Object.keys(ACTS).sort());
});
