import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Block, chainOf, type GridRect, type Issue, isStory } from '../../engine/issue';
import { chainFaults } from '../../engine/issue/chain-faults';
import { changedPages } from '../../renderer/compose/changed-pages';
import {
  canSpread,
  continuedAt,
  continuedOn,
  divided,
  mergedBack,
  spreadNoMore,
  spreadOver,
  takenOff,
} from '../../renderer/state/continuing';
import { materialRows } from '../../renderer/state/facts';
import { freeRooms } from '../../renderer/state/free-room';
import { block, smallIssue } from '../issue/small-issue';

const HEADED = {
  head: 'second',
  size: 0,
  lines: [],
  headRows: 0,
  headColumns: 0,
  deck: true,
  pictures: [],
  box: 'none',
  textColumns: 0,
} as const;

function story(id: string, rect: GridRect, article = 'a1'): Block {
  return { id, content: { kind: 'article', article, form: HEADED }, rect, cuts: [], locked: false };
}

const rect = (column: number, row: number, columns: number, rows: number): GridRect => ({ column, row, columns, rows });

/** Pages with a folio line and these blocks. */
function issueOf(...pages: readonly (readonly Block[])[]): Issue {
  const paper = { ...smallIssue.paper, arranging: { jumps: true } };
  return {
    ...smallIssue,
    paper,
    pages: pages.map((blocks, at) => ({ number: at + 1, section: '', blocks: [block(`f${at}`, 0), ...blocks] })),
  };
}

const chain = (issue: Issue) => chainOf(issue.pages, 'a1').map(({ block: { id }, page }) => `${page} ${id}`);

describe('going on in another block', () => {
  test('takes the room behind the block, as much as the overset text needs', () => {
    const issue = issueOf([story('b', rect(0, 3, 2, 30)), story('c', rect(2, 3, 4, 50), 'a2')]);
    const made = continuedOn(issue, 'b', 1, 220)!;
    const after = apply(issue, made.edit).issue;
    expect(chain(after)).toEqual(['1 b', `1 ${made.block}`]);
    const { block: further } = chainOf(after.pages, 'a1')[1]!;
    // 220 characters are 20 lines of 11 in two columns, and one line more.
    expect(further.rect).toMatchObject({ column: 0, row: 34, columns: 2, rows: 11 });
    expect(chainFaults(after)).toEqual([]);
    expect(apply(after, apply(issue, made.edit).inverse).issue).toEqual(issue);
  });

  test('divides the block where its page is full', () => {
    const issue = issueOf([story('b', rect(0, 3, 3, 84)), story('c', rect(3, 3, 3, 84), 'a2')]);
    const after = apply(issue, continuedOn(issue, 'b', 1, 0)!.edit).issue;
    const rects = chainOf(after.pages, 'a1').map((part) => part.block.rect);
    expect(rects).toEqual([rect(0, 3, 3, 42), rect(0, 46, 3, 41)]);
    const merged = apply(after, mergedBack(after, chainOf(after.pages, 'a1')[1]!.block.id)!.edit).issue;
    expect(merged).toEqual(issue);
  });

  test('divides cuts, pictures and quotes with the block, and makes them one again', () => {
    const at = (photo: string, row: number) => ({ photo, column: 1, columns: 2, row, rows: 8, captionRows: 2 });
    const quotes = [{ text: '灯亮着', column: 0, columns: 1, row: 60 }];
    const form = { ...HEADED, box: 'outline', textColumns: 4, pictures: [at('p1', 20), at('p2', 50)], quotes } as const;
    const content = { kind: 'article', article: 'a1', form } as const;
    // The first reaches over the row of white between the parts, the second stands in the lower part alone.
    const cuts = [rect(4, 40, 2, 20), rect(0, 70, 1, 17)];
    const whole = { ...story('b', rect(0, 3, 6, 84)), content, cuts };
    const issue = issueOf([whole]);
    const after = apply(issue, divided(issue, 'b')!.edit).issue;
    const [upper, lower] = chainOf(after.pages, 'a1').map((part) => part.block);
    expect(upper).toMatchObject({ rect: rect(0, 3, 6, 42), cuts: [rect(4, 40, 2, 5)] });
    expect(upper!.content).toMatchObject({ form: { pictures: [at('p1', 20)], quotes: [] } });
    expect(lower).toMatchObject({ rect: rect(0, 46, 6, 41), cuts: [rect(4, 46, 2, 14), rect(0, 70, 1, 17)] });
    expect(lower!.content).toMatchObject({
      form: { box: 'outline', textColumns: 4, pictures: [at('p2', 7)], quotes: [{ text: '灯亮着', row: 17 }] },
    });
    const merged = apply(after, mergedBack(after, lower!.id)!.edit).issue;
    expect(merged).toEqual(issue);
  });

  test('a picture over the line goes where more of it stands; none is lost when a part far away is taken back', () => {
    const picture = { photo: 'p1', column: 0, columns: 2, row: 30, rows: 10, captionRows: 2 };
    const content = { kind: 'article', article: 'a1', form: { ...HEADED, pictures: [picture] } } as const;
    const issue = issueOf([{ ...story('b', rect(0, 3, 3, 60)), content }], []);
    const after = apply(issue, divided(issue, 'b')!.edit).issue;
    const [upper, lower] = chainOf(after.pages, 'a1').map((part) => part.block);
    expect(upper!.content).toMatchObject({ form: { pictures: [] } });
    expect(lower!.content).toMatchObject({ form: { pictures: [{ ...picture, row: 0 }] } });
    const away = { ...lower!, rect: rect(3, 40, 3, 29) };
    const parted = apply(after, { type: 'putBlock', page: 1, block: away }).issue;
    const merged = apply(parted, mergedBack(parted, lower!.id)!.edit).issue;
    const [one] = chainOf(merged.pages, 'a1').map((part) => part.block);
    // The upper half is 30 rows high: at its foot.
    expect(one).toMatchObject({ rect: rect(0, 3, 3, 30), content: { form: { pictures: [{ ...picture, row: 18 }] } } });
  });

  test('goes to another page with rows for its mark, and parts behind it count up', () => {
    const issue = issueOf([story('b', rect(0, 3, 2, 30))], [], []);
    const once = apply(issue, continuedOn(issue, 'b', 3, 110)!.edit).issue;
    const twice = apply(once, continuedOn(once, 'b', 2, 110)!.edit).issue;
    expect(chain(twice).map((part) => part[0])).toEqual(['1', '2', '3']);
    expect(chainFaults(twice)).toEqual([]);
    expect(chainOf(twice.pages, 'a1')[1]!.block.rect).toMatchObject({ row: 3, columns: 2, rows: 9 });
  });

  test('is no business of other blocks', () => {
    const issue = issueOf([]);
    expect(continuedAt(issue, 'f0', 1, rect(0, 3, 2, 10))).toBeUndefined();
    expect(mergedBack(issueOf([story('b', rect(0, 3, 2, 9))]), 'b')).toBeUndefined();
  });

  test('never parts a chain, whatever is continued, merged or taken off', () => {
    const steps = fc.array(
      fc.record({ at: fc.nat(9), page: fc.integer({ min: 1, max: 3 }), act: fc.constantFrom('go', 'merge', 'off') }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let issue = issueOf([story('b', rect(0, 3, 2, 40))], [], []);
        for (const { at, page, act } of all) {
          const parts = chainOf(issue.pages, 'a1');
          if (parts.length === 0) break;
          const { id } = parts[at % parts.length]!.block;
          const edit =
            act === 'go'
              ? continuedOn(issue, id, page, 90)?.edit
              : act === 'merge'
                ? mergedBack(issue, id)?.edit
                : takenOff(issue, id);
          if (!edit) continue;
          const applied = apply(issue, edit);
          expect(apply(applied.issue, applied.inverse).issue).toEqual(issue);
          issue = applied.issue;
          const after = chainOf(issue.pages, 'a1');
          const numbers = after.map(({ block: { content } }) => (content.kind === 'continuation' ? content.part : 1));
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
          expect(numbers.slice(0, 1)).toEqual(after.length > 0 ? [1] : []);
          if (act === 'off' && id === 'b') expect(after).toEqual([]);
        }
      }),
    );
  });
});

describe('a spread', () => {
  test('reaches the fold on both pages, level, with one headline', () => {
    const issue = issueOf([], [story('b', rect(2, 3, 3, 40))], []);
    expect([canSpread(issue, 'b'), canSpread(issueOf([story('b', rect(0, 3, 2, 9))], []), 'b')]).toEqual([true, false]);
    const after = apply(issue, spreadOver(issue, 'b')!.edit).issue;
    const [left, right] = chainOf(after.pages, 'a1').map((part) => part.block);
    // 28 rows of three columns are 11 rows of twice four, below a headline of 12.
    expect([left!.rect, right!.rect]).toEqual([rect(2, 3, 4, 23), rect(0, 3, 4, 23)]);
    expect(left!.content).toMatchObject({ form: { across: true } });
    const back = apply(after, spreadNoMore(after, 'b')!.edit).issue;
    expect(chainOf(back.pages, 'a1')[0]!.block.content).not.toHaveProperty('form.across');
    // The other page's part stays, and is taken again.
    const again = apply(back, spreadOver(back, 'b')!.edit).issue;
    expect(chain(again)).toEqual(chain(after));
  });
});

describe('free rooms', () => {
  test('touch no block, and keep a blank row from those above and below', () => {
    const some = fc.array(
      fc.record({
        column: fc.nat(5),
        row: fc.nat(60),
        columns: fc.integer({ min: 1, max: 3 }),
        rows: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 6 }), (taken, most) => {
        for (const room of freeRooms(rect(0, 3, 6, 84), taken, most, 5)) {
          expect(room.rows).toBeGreaterThanOrEqual(5);
          expect(room.row + room.rows).toBeLessThanOrEqual(87);
          for (const one of taken) {
            const beside = one.column >= room.column + room.columns || one.column + one.columns <= room.column;
            expect(beside || one.row > room.row + room.rows || one.row + one.rows < room.row).toBe(true);
          }
        }
      }),
    );
    expect(freeRooms(rect(0, 3, 6, 84), [rect(0, 3, 6, 40)], 6, 5)[0]).toEqual(rect(0, 44, 6, 43));
  });
});

describe('what the window knows of a story in several blocks', () => {
  const issue = issueOf([story('b', rect(0, 3, 2, 30))], [], [story('c', rect(0, 3, 4, 50), 'a2')]);
  const after = apply(issue, continuedOn(issue, 'b', 3, 110)!.edit).issue;

  test('it stands where it begins, even when its other page comes first', () => {
    const swapped = { ...after, pages: after.pages.toReversed().map((page, at) => ({ ...page, number: at + 1 })) };
    for (const one of [after, swapped]) {
      const row = materialRows(one).find(({ material }) => material.id === 'a1')!;
      expect(row.block).toBe('b');
    }
  });

  test('all its pages are composed anew when one part changes, and no others', () => {
    const lower = apply(after, { type: 'putBlock', page: 1, block: story('b', rect(0, 3, 2, 20)) }).issue;
    expect(changedPages(after, lower)).toEqual([1, 3]);
    const further = after.pages[2]!.blocks.find(({ content }) => isStory(content) && content.kind === 'continuation')!;
    expect(changedPages(after, apply(after, { type: 'removeBlock', page: 3, id: further.id }).issue)).toEqual([1, 3]);
    const other = apply(after, { type: 'putBlock', page: 3, block: story('c', rect(0, 3, 3, 50), 'a2') }).issue;
    expect(changedPages(after, other)).toEqual([3]);
  });
});
