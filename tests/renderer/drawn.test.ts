import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentArea } from '../../engine/arrange/area';
import { apply, readIssue } from '../../engine/issue';
import { merged } from '../../renderer/state/by-hand';
import { type Drawn, drawn, drawnRect } from '../../renderer/state/drawn';
import { block, smallIssue } from '../issue/small-issue';

const page = smallIssue.pages[0]!;
const cell = fc.record({ column: fc.integer({ min: -3, max: 12 }), row: fc.integer({ min: -9, max: 120 }) });

test('a drawn rectangle covers the cells of both ends, inside what content may fill, whichever way it was drawn', () => {
  const area = contentArea(page, smallIssue.spec);
  fc.assert(
    fc.property(cell, cell, (from, to) => {
      const rect = drawnRect(page, smallIssue.spec, from, to);
      expect(rect).toEqual(drawnRect(page, smallIssue.spec, to, from));
      expect(rect.column).toBeGreaterThanOrEqual(area.column);
      expect(rect.column + rect.columns).toBeLessThanOrEqual(area.column + area.columns);
      expect(rect.row).toBeGreaterThanOrEqual(area.row);
      expect(rect.row + rect.rows).toBeLessThanOrEqual(area.row + area.rows);
      expect(rect.rows).toBeGreaterThanOrEqual(2);
    }),
  );
});

test.each<Drawn>(['article', 'notice', 'group', 'advertisement'])(
  'a drawn %s is one step that undo takes back, and valid',
  (kind) => {
    const rect = { column: 0, row: 60, columns: 2, rows: 12 };
    const made = drawn(smallIssue, 1, rect, kind, '新的');
    const { issue, inverse } = apply(smallIssue, made.edit);
    expect(readIssue(JSON.parse(JSON.stringify(issue)))).toEqual(issue);
    expect(issue.pages[0]!.blocks.find(({ id }) => id === made.block)?.rect).toEqual(rect);
    expect(apply(issue, inverse).issue).toEqual(smallIssue);
  },
);

test('two stories without pictures are joined into one column of briefs, in which both stand', () => {
  const rect = { column: 0, row: 60, columns: 2, rows: 12 };
  const first = drawn(smallIssue, 1, rect, 'article', '上');
  const one = apply(smallIssue, first.edit).issue;
  const second = drawn(one, 1, { ...rect, row: 73 }, 'article', '下');
  const two = apply(one, second.edit).issue;
  const { edit, block: id } = merged(two, [second.block, first.block])!;
  const joined = apply(two, edit).issue.pages[0]!.blocks.find((candidate) => candidate.id === id)!;
  expect(joined.content).toEqual({ kind: 'briefs', label: '简讯', articles: [first.material.id, second.material.id] });
  expect(joined.rect).toEqual({ ...rect, rows: 25 });
  expect(merged(two, [first.block, block('b1', 0).id])).toBeUndefined();
});
