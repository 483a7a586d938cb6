import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Block, type Edit, type GridRect, type Issue } from '../../engine/issue';
import { merged, sentTo, split } from '../../renderer/state/by-hand';
import { alignedAll, lockedAll, movedAll, pushedBy, resizedAll, swapped, takenOffAll } from '../../renderer/state/group-edits';
import { smallIssue } from '../issue/small-issue';

const rect = (column: number, row: number, columns: number, rows: number): GridRect => ({ column, row, columns, rows });
const notice = (id: string, place: GridRect, locked = false): Block => ({
  id,
  content: { kind: 'notice', notice: 'n1' },
  rect: place,
  cuts: [],
  locked,
});
const left = notice('left', rect(0, 10, 2, 20));
const right = notice('right', rect(3, 14, 2, 10));
const fixed = notice('fixed', rect(0, 40, 6, 10), true);
const issue: Issue = {
  ...smallIssue,
  pages: [
    { number: 1, section: '要闻', blocks: [left, right, fixed] },
    { number: 2, section: '社区', blocks: [notice('there', rect(0, 10, 6, 12))] },
  ],
};
const placesAfter = (edit: Edit | undefined, from = issue): ReadonlyMap<string, GridRect> =>
  new Map(apply(from, edit!).issue.pages.flatMap(({ blocks }) => blocks.map((block) => [block.id, block.rect] as const)));

describe('several blocks', () => {
  test('move together and stop together at the edge; locked ones stay', () => {
    const moved = placesAfter(movedAll(issue, ['left', 'right', 'fixed'], 5, 3));
    expect([moved.get('left'), moved.get('right'), moved.get('fixed')]).toEqual([
      rect(1, 13, 2, 20),
      rect(4, 17, 2, 10),
      fixed.rect,
    ]);
  });

  test('resize each by as much', () => {
    const resized = placesAfter(resizedAll(issue, ['left', 'right'], -1, 2));
    expect([resized.get('left'), resized.get('right')]).toEqual([rect(0, 10, 1, 22), rect(3, 14, 1, 12)]);
  });

  test.each([
    ['left', rect(0, 14, 2, 10)],
    ['right', rect(0, 14, 2, 10)],
    ['top', rect(3, 10, 2, 10)],
    ['bottom', rect(3, 20, 2, 10)],
    ['height', rect(3, 14, 2, 20)],
  ] as const)('align with the first: %s', (alignment, place) => {
    expect(placesAfter(alignedAll(issue, ['left', 'right'], alignment)).get('right')).toEqual(place);
  });

  test('as wide as the first', () => {
    const wide = {
      ...issue,
      pages: [{ ...issue.pages[0]!, blocks: [notice('left', rect(0, 10, 3, 20)), right] }, issue.pages[1]!],
    };
    expect(placesAfter(alignedAll(wide, ['left', 'right'], 'width'), wide).get('right')).toEqual(rect(3, 14, 3, 10));
  });

  test('are locked together, and unlocked once all are', () => {
    const locked = apply(issue, lockedAll(issue, ['left', 'fixed'])!).issue;
    expect(locked.pages[0]!.blocks.map((block) => block.locked)).toEqual([true, false, true]);
    const free = apply(locked, lockedAll(locked, ['left', 'fixed'])!).issue;
    expect(free.pages[0]!.blocks.map((block) => block.locked)).toEqual([false, false, false]);
  });

  test('go off the page, but for locked ones', () => {
    const edit = takenOffAll(issue, ['left', 'right', 'fixed'])!;
    expect([...placesAfter(edit).keys()]).toEqual(['fixed', 'there']);
  });

  test('change places, each in the form of the other; locked ones do not', () => {
    const both = placesAfter(swapped(issue, 'left', 'right'));
    expect([both.get('left'), both.get('right')]).toEqual([right.rect, left.rect]);
    expect(swapped(issue, 'left', 'fixed')).toBeUndefined();
  });

  test('every change is taken back by its inverse', () => {
    const step = fc.integer({ min: -8, max: 8 });
    fc.assert(
      fc.property(step, step, fc.boolean(), (columns, rows, moves) => {
        const edit = (moves ? movedAll : resizedAll)(issue, ['left', 'right'], columns, rows);
        if (!edit) return;
        const done = apply(issue, edit);
        expect(apply(done.issue, done.inverse).issue).toEqual(issue);
      }),
    );
  });
});

describe('a block that is put over others', () => {
  const area = rect(0, 10, 6, 77);
  const upper = notice('upper', rect(0, 10, 2, 10));
  const lower = notice('lower', rect(0, 21, 2, 10));

  test('pushes them down as far as it must, and these the next', () => {
    const pushed = pushedBy([notice('new', rect(0, 12, 2, 6))], [upper, lower], area)!;
    expect(pushed.map(({ id, rect: place }) => [id, place.row])).toEqual([
      ['upper', 19],
      ['lower', 30],
    ]);
  });

  test('leaves those beside it', () => {
    expect(pushedBy([notice('new', rect(2, 12, 2, 6))], [upper, lower], area)).toEqual([]);
  });

  test('pushes nothing off the page, nor what is locked', () => {
    expect(pushedBy([notice('new', rect(0, 12, 2, 70))], [upper, lower], area)).toBeUndefined();
    expect(pushedBy([notice('new', rect(0, 12, 2, 6))], [{ ...upper, locked: true }], area)).toBeUndefined();
  });

  test('leaves no two of them on the same place', () => {
    const place = fc.record({ column: fc.integer({ min: 0, max: 4 }), row: fc.integer({ min: 10, max: 30 }) });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 2 }), ({ column, row }, columns) => {
        const fresh = notice('new', rect(column, row, columns, 8));
        const blocks = [upper, lower, right];
        const pushed = pushedBy([fresh], blocks, area);
        if (!pushed) return;
        const all = [fresh, ...blocks.map((block) => pushed.find(({ id }) => id === block.id) ?? block)];
        for (const one of all) for (const other of all) expect(one === other || apart(one.rect, other.rect)).toBe(true);
      }),
    );
  });
});

function apart(a: GridRect, b: GridRect): boolean {
  return (
    a.column >= b.column + b.columns || b.column >= a.column + a.columns || a.row >= b.row + b.rows || b.row >= a.row + a.rows
  );
}

describe('by hand', () => {
  const briefs: Block = {
    id: 'briefs',
    content: { kind: 'briefs', label: '简讯', articles: ['a1', 'a2', 'a3'] },
    rect: rect(0, 10, 3, 20),
    cuts: [],
    locked: false,
  };
  const paged: Issue = { ...issue, pages: [{ number: 1, section: '要闻', blocks: [briefs, fixed] }, issue.pages[1]!] };

  test('a column of briefs is split in two and merged again as it was', () => {
    const made = split(paged, 'briefs')!;
    const parted = apply(paged, made.edit).issue;
    const [one, other] = [parted.pages[0]!.blocks.find(({ id }) => id === 'briefs')!, parted.pages[0]!.blocks.at(-1)!];
    expect([one.rect, other.rect]).toEqual([rect(0, 10, 2, 20), rect(2, 10, 1, 20)]);
    expect(one.content).toMatchObject({ articles: ['a1', 'a2'] });
    expect(other.content).toMatchObject({ articles: ['a3'] });
    const whole = apply(parted, merged(parted, ['briefs', made.block])!.edit).issue;
    expect(whole.pages[0]!.blocks.find(({ id }) => id === 'briefs')).toEqual(briefs);
  });

  test('what is no story and no briefs is neither split nor merged', () => {
    expect(split(issue, 'left')).toBeUndefined();
    expect(merged(issue, ['left', 'right'])).toBeUndefined();
  });

  test('a block goes to the same place of another page, or to the first that is free, under a name of that page', () => {
    const sent = sentTo(issue, ['left', 'right', 'fixed'], 2)!;
    const pages = apply(issue, sent.edit).issue.pages;
    expect(pages[0]!.blocks.map(({ id }) => id)).toEqual(['fixed']);
    const places = pages[1]!.blocks.map((block) => block.rect);
    expect(places).toHaveLength(3);
    for (const [at, one] of places.entries()) for (const other of places.slice(at + 1)) expect(apart(one, other)).toBe(true);
    expect(sent.blocks.every((id) => id.startsWith('p2-'))).toBe(true);
    expect(sentTo(issue, ['fixed'], 2)).toBeUndefined();
  });
});
