import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleForm, Block, GridRect } from '../../engine/issue';
import { boxColumns } from '../../engine/layout/article-space';
import { recolumned, withHead } from '../../renderer/canvas/refit';
import { movedTo, resizedTo } from '../../renderer/state/block-edits';

const AREA: GridRect = { column: 0, row: 13, columns: 6, rows: 70 };

/** A rectangle inside another. */
const rectIn = (outer: GridRect): fc.Arbitrary<GridRect> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: outer.columns - 1 }),
      fc.integer({ min: 0, max: outer.rows - 2 }),
      fc.integer({ min: 1, max: outer.columns }),
      fc.integer({ min: 2, max: outer.rows }),
    )
    .map(([column, row, columns, rows]) => ({
      column: outer.column + column,
      row: outer.row + row,
      columns: Math.min(columns, outer.columns - column),
      rows: Math.min(rows, outer.rows - row),
    }));

const form = (columns: number): fc.Arbitrary<ArticleForm> =>
  fc
    .record({
      box: fc.constantFrom('none', 'outline'),
      tint: fc.boolean(),
      head: fc.constantFrom('lead', 'second', 'single', 'vertical'),
      textColumns: fc.integer({ min: 0, max: columns }),
      picture: fc.integer({ min: 1, max: columns }),
      row: fc.integer({ min: 0, max: 20 }),
    })
    .map(({ picture, row, ...rest }) => ({
      size: 20,
      lines: ['河堤夜灯'],
      headRows: 4,
      headColumns: 0,
      deck: false,
      pictures: [{ photo: 'p1', column: 0, columns: picture, row, rows: 9, captionRows: 2 }],
      ...rest,
    }));

const block: fc.Arbitrary<Block> = rectIn(AREA).chain((rect) =>
  fc.tuple(form(rect.columns), fc.array(rectIn(rect), { maxLength: 2 })).map(([made, cuts]) => ({
    id: 'b1',
    content: { kind: 'article', article: 'a1', form: made },
    rect,
    cuts: cuts.filter((cut) => cut.columns < rect.columns || cut.rows < rect.rows),
    locked: false,
  })),
);

const far = fc.integer({ min: -200, max: 200 });

function inside(rect: GridRect, outer: GridRect): boolean {
  return (
    rect.column >= outer.column &&
    rect.row >= outer.row &&
    rect.column + rect.columns <= outer.column + outer.columns &&
    rect.row + rect.rows <= outer.row + outer.rows
  );
}

describe('a block moved or resized anyhow', () => {
  test('stays in the area with its cuts in itself', () => {
    fc.assert(
      fc.property(block, far, far, (before, one, other) => {
        for (const after of [movedTo(before, AREA, one, other), resizedTo(before, AREA, one, other)]) {
          expect(inside(after.rect, AREA)).toBe(true);
          expect(after.cuts.every((cut) => inside(cut, after.rect))).toBe(true);
        }
      }),
    );
  });

  test('moves with its cuts and keeps its size', () => {
    fc.assert(
      fc.property(block, far, far, (before, column, row) => {
        const after = movedTo(before, AREA, column, row);
        expect([after.rect.columns, after.rect.rows]).toEqual([before.rect.columns, before.rect.rows]);
        expect(movedTo(after, AREA, before.rect.column, before.rect.row)).toEqual(before);
      }),
    );
  });
});

test('lines and tint come and go each by itself, and a headline that keeps its room keeps its lines', () => {
  fc.assert(
    fc.property(block, fc.constantFrom('outline', 'thickThin', 'rules', 'ornament'), (before, box) => {
      const formAfter = (made: Block) => (made.content.kind === 'article' ? made.content.form : undefined)!;
      const lined = recolumned(before, { box, tint: false });
      const headed = {
        ...lined,
        content: { ...lined.content, form: { ...formAfter(lined), size: 31, lines: ['河堤', '夜灯'] } },
      } as Block;
      const both = recolumned(headed, { tint: true });
      expect(formAfter(both)).toEqual({ ...formAfter(headed), tint: true });
      expect(recolumned(both, { tint: false })).toStrictEqual(headed);
      expect(formAfter(recolumned(both, { box: 'none' }))).toMatchObject({ box: 'none', tint: true, size: 31 });
    }),
  );
});

test('a box as wide as two columns is divided for a vertical headline, and is as before without one of both', () => {
  fc.assert(
    fc.property(block, (any) => {
      const plain = withHead(
        recolumned({ ...any, rect: { ...any.rect, columns: 2 } }, { box: 'none', tint: false, textColumns: 0 }),
        'horizontal',
      );
      const columns = (made: Block) => (made.content.kind === 'article' ? made.content.form.textColumns : undefined);
      const turned = withHead(plain, 'vertical');
      const boxed = recolumned(plain, { box: 'outline' });
      expect([turned, boxed].map(columns)).toEqual([0, 0]);
      const both = [recolumned(turned, { box: 'outline' }), withHead(boxed, 'vertical')] as const;
      expect(both.map(columns)).toEqual([2, 2]);
      expect([recolumned(both[0], { box: 'none' }), withHead(both[1], 'horizontal')].map(columns)).toEqual([0, 0]);
      expect(columns(recolumned(recolumned(plain, { box: 'outline', textColumns: 2 }), { tint: true }))).toBe(2);
    }),
  );
});

test('pictures stay within the columns of text, whatever box and columns are chosen', () => {
  const choice = fc.record({
    box: fc.constantFrom('none', 'outline'),
    tint: fc.boolean(),
    textColumns: fc.integer({ min: 0, max: 6 }),
  });
  fc.assert(
    fc.property(block, choice, (before, { box, tint, textColumns }) => {
      const after = recolumned(before, { box, tint, textColumns: Math.min(textColumns, before.rect.columns) });
      if (after.content.kind !== 'article') throw new Error('no article');
      const made = after.content.form;
      const columns = made.textColumns || (box === 'none' && !tint ? before.rect.columns : boxColumns(before.rect.columns));
      for (const picture of made.pictures) expect(picture.column + picture.columns).toBeLessThanOrEqual(columns);
    }),
  );
});
