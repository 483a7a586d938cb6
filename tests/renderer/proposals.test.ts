import { beforeEach, describe, expect, test } from 'vitest';
import type { Proposal } from '../../electron/bridge';
import type { Block } from '../../engine/issue';
import { accept, changesOf, flip, isTimely, preview, previewKey, shownPage } from '../../renderer/state/proposals';
import { store } from '../../renderer/state/store';
import { article, block, smallIssue } from '../issue/small-issue';

const story = (id: string, article: string, row: number): Block => ({
  ...block(id, row),
  content: {
    kind: 'article',
    article,
    form: {
      head: 'single',
      size: 0,
      lines: [],
      headRows: 0,
      headColumns: 0,
      deck: false,
      box: 'none',
      textColumns: 0,
      pictures: [],
    },
  },
});
const proposal = (...blocks: Block[]): Proposal => ({ blocks, fill: 1, overset: 0, cuts: [], violations: [], score: {} });
const found = [proposal(story('n1', 'a1', 20)), proposal(story('n1', 'a1', 30))];

beforeEach(() => {
  store.close();
  store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
  store.setProposals({ page: 1, seed: 0, found, at: 0, peeking: false, marked: true });
});

describe('proposals', () => {
  test('leave the document alone, and Esc leaves them', () => {
    flip(1);
    expect([store.get().issue, store.get().dirty]).toEqual([smallIssue, false]);
    store.setProposals(null);
    expect([store.get().proposals, store.get().issue]).toEqual([null, smallIssue]);
  });

  test('go round', () => {
    const places = [1, 1, -1].map((step) => {
      flip(step);
      return store.get().proposals!.at;
    });
    expect(places).toEqual([1, 0, 1]);
  });

  test('are accepted as one step with their letter', () => {
    flip(1);
    accept();
    expect(store.get().issue!.pages[0]!.blocks).toEqual(found[1]!.blocks);
    expect(store.get().history.done.map(({ name }) => name)).toEqual(['edit.proposalB']);
    expect(store.get().proposals).toBeNull();
    store.undo();
    expect(store.get().issue).toEqual(smallIssue);
  });

  test('end when the document changes or another page is shown', () => {
    store.edit({ type: 'put', list: 'articles', item: article('a1', '河堤夜灯') }, 'edit.headline');
    expect(store.get().proposals).toBeNull();
    store.setProposals({ page: 1, seed: 0, found, at: 0, peeking: false, marked: true });
    store.goTo(2);
    expect(store.get().proposals).toBeNull();
  });

  test('are shown once they are composed, but for a look at the page as it stands', () => {
    const state = store.get();
    expect(shownPage(state)).toBe(1);
    const layouts = new Map([[previewKey(0), { page: previewKey(0), fits: [], fallbacks: [], pictures: [] }]]);
    expect(shownPage({ ...state, layouts })).toBe(previewKey(0));
    preview({ peeking: true });
    expect(shownPage({ ...store.get(), layouts })).toBe(1);
  });
});

test('a proposal comes too late when pages changed or a story is gone, not for what was typed', () => {
  const typed = { ...smallIssue, articles: [article('a1', '河堤夜灯'), article('a2', '夜市开张')] };
  expect(isTimely(smallIssue, typed, found)).toBe(true);
  expect(isTimely(smallIssue, { ...smallIssue, articles: [article('a2', '夜市开张')] }, found)).toBe(false);
  const [first, ...rest] = smallIssue.pages;
  expect(isTimely(smallIssue, { ...smallIssue, pages: [{ ...first!, blocks: [] }, ...rest] }, found)).toBe(false);
});

test('what a proposal changes is told block by block', () => {
  const before = [block('f', 0), story('b1', 'a1', 10), story('b2', 'a2', 40)];
  const wider: Block = { ...story('b9', 'a2', 40), rect: { column: 0, row: 40, columns: 4, rows: 9 } };
  const kinds = (...after: Block[]) => changesOf(before, after).map(({ kind }) => kind);
  expect(kinds(block('f', 3), story('x', 'a1', 10))).toEqual([]);
  expect(kinds(story('b1', 'a1', 12), wider, story('b3', 'a3', 60))).toEqual(['moved', 'changed', 'new']);
});
