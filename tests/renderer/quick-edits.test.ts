import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Store } from '../../renderer/state/store';
import { article, smallIssue } from '../issue/small-issue';

let store: Store;
/** What the panels were shown, in turn. */
let seen: (string | undefined)[];
const headline = (state = store.get()) => state.issue?.articles[0]?.headline[0];
const edit = (text: string) => ({ type: 'put', list: 'articles', item: article('a1', text) }) as const;

beforeEach(() => {
  vi.useFakeTimers();
  store = new Store();
  store.open({ handle: 'h', name: '柳岸', issue: smallIssue });
  seen = [];
  vi.advanceTimersByTime(1000);
  store.subscribePanels(() => seen.push(headline(store.getShown())));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an edit by typing', () => {
  test('changes the document at once and the panels soon', () => {
    const composed = vi.fn();
    store.subscribe(composed);
    const before = headline();
    store.editSoon(edit('渡口'), 'edit.headline', 'a1 headline');
    expect(headline()).toBe('渡口');
    expect(composed).toHaveBeenCalledOnce();
    expect([headline(store.getShown()), seen]).toEqual([before, []]);
    vi.runAllTimers();
    expect([headline(store.getShown()), seen]).toEqual(['渡口', ['渡口']]);
    expect(store.getShown()).toBe(store.get());
  });

  test('is shown with several others at once', () => {
    for (const text of ['渡', '渡口', '渡口灯']) store.editSoon(edit(text), 'edit.headline', 'a1 headline');
    vi.runAllTimers();
    expect(seen).toEqual(['渡口灯']);
    expect(store.get().history.done).toHaveLength(1);
  });

  test.each([
    ['settling', () => store.settle()],
    ['another edit', () => store.edit(edit('渡口'), 'edit.headline')],
    ['leaving the field', () => store.seal()],
    ['a selection', () => store.select('b1')],
  ])('is shown by %s', (_, then) => {
    store.editSoon(edit('渡口'), 'edit.headline', 'a1 headline');
    then();
    expect(headline(store.getShown())).toBe('渡口');
    expect(seen.every((text) => text === '渡口')).toBe(true);
    const count = seen.length;
    vi.runAllTimers();
    expect(seen).toHaveLength(count);
  });

  test('is shown along with its field once panels are known to be quick, and not more often than they may', async () => {
    store.editSoon(edit('渡'), 'edit.headline', 'a1 headline');
    store.settleAlong();
    expect(seen).toEqual([]);
    store.settle();
    await Promise.resolve();
    store.editSoon(edit('渡口'), 'edit.headline', 'a1 headline');
    store.settleAlong();
    expect(seen).toEqual(['渡']);
    vi.advanceTimersByTime(120);
    store.settleAlong();
    expect(seen).toEqual(['渡', '渡口']);
  });

  test('is not shown along with its field while panels are slow', async () => {
    const slow = store.subscribePanels(() => queueMicrotask(() => vi.advanceTimersByTime(12)));
    store.editSoon(edit('渡'), 'edit.headline', 'a1 headline');
    store.settle();
    await Promise.resolve();
    slow();
    vi.advanceTimersByTime(120);
    store.editSoon(edit('渡口'), 'edit.headline', 'a1 headline');
    store.settleAlong();
    expect(seen).toEqual(['渡']);
  });

  test('is shown when the page is on the screen as it is now, not before', () => {
    store.editSoon(edit('渡'), 'edit.headline', 'a1 headline');
    const first = store.get().revision;
    store.editSoon(edit('渡口'), 'edit.headline', 'a1 headline');
    store.seen(first);
    expect(seen).toEqual([]);
    store.seen(store.get().revision);
    expect(seen).toEqual(['渡口']);
  });

  test('is shown rarely while edits follow each other quickly, and at last', () => {
    for (const text of ['渡', '渡口', '渡口灯']) {
      store.editSoon(edit(text), 'edit.headline', 'a1 headline');
      store.seen(store.get().revision);
      vi.advanceTimersByTime(20);
    }
    expect(seen).toEqual(['渡']);
    vi.runAllTimers();
    expect(seen).toEqual(['渡', '渡口灯']);
  });

  test('is shown as soon as it may be when its frame comes early, well before the next key', () => {
    store.editSoon(edit('渡'), 'edit.headline', 'a1 headline');
    vi.advanceTimersByTime(150);
    store.editSoon(edit('渡口'), 'edit.headline', 'a1 headline');
    vi.advanceTimersByTime(30);
    store.seen(store.get().revision);
    expect(seen).toEqual(['渡']);
    vi.advanceTimersByTime(70);
    expect(seen).toEqual(['渡', '渡口']);
  });

  test('is not what a frame of a view that was moved shows', () => {
    store.setViewSoon({ x: 7 });
    store.seen(store.get().revision);
    expect(store.getShown()).not.toBe(store.get());
    vi.runAllTimers();
    expect(store.getShown()).toBe(store.get());
  });

  test('that is refused leaves the panels in step', () => {
    const refused = { type: 'putBlock', page: 99, block: smallIssue.pages[0]!.blocks[0]! } as const;
    expect(() => store.editSoon(refused, 'edit.move', 'drag')).toThrow();
    store.set({ listing: 'proof' });
    expect(store.getShown()).toBe(store.get());
  });
});

describe('lists and sums', () => {
  /** What they were shown, in turn. */
  let listed: (string | undefined)[];
  beforeEach(() => {
    listed = [];
    store.subscribeLists(() => listed.push(headline(store.getCalm())));
  });
  /** A key every 150 ms, each seen on the screen 20 ms later. */
  const type = (count: number) => {
    for (let key = 1; key <= count; key++) {
      store.editSoon(edit('口'.repeat(key)), 'edit.headline', 'a1 headline');
      vi.advanceTimersByTime(20);
      store.seen(store.get().revision);
      vi.advanceTimersByTime(130);
    }
  };

  test('follow the first key, then rarely while someone types, and when the writer rests', () => {
    type(4);
    expect([seen.length, listed]).toEqual([4, ['口']]);
    vi.advanceTimersByTime(200);
    expect(listed).toEqual(['口', '口口口口']);
    expect(store.getCalm()).toBe(store.get());
  });

  test('do not wait for a rest that never comes', () => {
    type(20);
    expect(listed.length).toBeGreaterThan(2);
    expect(listed.length).toBeLessThan(7);
  });

  test.each([
    ['a click', () => store.rest()],
    ['another edit', () => store.edit(edit('渡口'), 'edit.headline')],
    ['a selection', () => store.select('b1')],
  ])('follow before %s', (_, then) => {
    type(2);
    then();
    expect(store.getCalm()).toBe(store.get());
  });

  test('stay where they are when a key settles the panels', () => {
    type(2);
    store.editSoon(edit('渡口'), 'edit.headline', 'a1 headline');
    store.settle();
    expect([headline(store.getShown()), listed]).toEqual(['渡口', ['口']]);
  });
});
