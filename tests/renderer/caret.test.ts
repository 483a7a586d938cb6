import { describe, expect, it } from 'vitest';
import {
  caretAt,
  extentsOf,
  moved,
  movedByLine,
  type PlacedTextLine,
  paragraphAt,
  spotOf,
  wordAt,
} from '../../renderer/canvas/text/caret';
import { changedStretch, follow } from '../../renderer/canvas/text/follow';

const ref = { list: 'articles', id: 'a', field: 'body' } as const;

/** A line of characters 10 pt wide, 10 pt high. */
function line(start: number, length: number, x: number, y: number, more: Partial<PlacedTextLine> = {}): PlacedTextLine {
  const stops = Array.from({ length: length + 1 }, (_, i) => x + 10 * i);
  return {
    ref,
    start,
    stops,
    from: y,
    to: y + 10,
    vertical: false,
    page: 1,
    block: 'b',
    slot: { column: 0, row: y / 15 },
    ...more,
  };
}

/** Two paragraphs, the first over two lines with an indent, in one column; then a third line in the next column. */
const LINES = [line(0, 3, 20, 0), line(3, 4, 0, 15), line(8, 3, 20, 30), line(11, 5, 100, 0, { slot: { column: 1, row: 0 } })];
const TEXT = '甲乙丙丁戊己庚\n辛壬癸子丑寅卯辰';
const at = (offset: number, side: 'before' | 'after' = 'after') => ({ offset, side });

describe('the caret on the page', () => {
  it('stands between its neighbours, at a line’s turn on either side', () => {
    expect(spotOf(LINES, at(2))).toMatchObject({ along: 40, line: { from: 0 } });
    expect(spotOf(LINES, at(3))).toMatchObject({ along: 0, line: { from: 15 } });
    expect(spotOf(LINES, at(3, 'before'))).toMatchObject({ along: 50, line: { from: 0 } });
  });

  it('stands below the line before where its own is empty', () => {
    expect(spotOf([line(0, 3, 20, 0), line(3, 4, 0, 15)], at(8))).toMatchObject({ along: 0, line: { from: 30 } });
  });

  it('is found from a point: in the line, beside it, below all', () => {
    expect(caretAt(LINES, 1, { x: 33, y: 4 })?.caret).toEqual(at(1));
    expect(caretAt(LINES, 1, { x: 55, y: 20 })?.caret).toEqual(at(7, 'before'));
    expect(caretAt(LINES, 2, { x: 33, y: 4 })).toBeUndefined();
  });

  it('keeps its distance from the column’s edge from line to line, over columns', () => {
    const down = movedByLine(LINES, at(2), 1);
    expect(down).toEqual({ caret: at(7, 'before'), goal: 40 });
    const next = movedByLine(LINES, down.caret, 1, down.goal);
    expect(next.caret).toEqual(at(10));
    expect(movedByLine(LINES, next.caret, 1, next.goal).caret).toEqual(at(15));
    expect(movedByLine(LINES, at(1), -1).caret).toEqual(at(0));
    expect(movedByLine(LINES, at(13), 1).caret).toEqual(at(16));
  });

  it('goes by characters, lines and paragraphs, never into a character of two units', () => {
    expect(moved('甲😀乙', [], at(1), 'on')).toEqual(at(3));
    expect(moved('甲😀乙', [], at(3), 'back')).toEqual(at(1));
    expect(moved(TEXT, LINES, at(5), 'lineStart')).toEqual(at(3));
    expect(moved(TEXT, LINES, at(5), 'lineEnd')).toEqual(at(7, 'before'));
    expect(moved(TEXT, LINES, at(5), 'paragraphOn')).toEqual(at(8));
    expect(moved(TEXT, LINES, at(12), 'paragraphBack')).toEqual(at(8));
    expect(moved(TEXT, LINES, at(8), 'paragraphBack')).toEqual(at(0));
    expect(moved(TEXT, LINES, at(8), 'end')).toEqual(at(TEXT.length));
  });

  it('takes words and paragraphs', () => {
    expect(wordAt('see the page', 5)).toEqual([4, 7]);
    expect(paragraphAt(TEXT, 10)).toEqual([8, TEXT.length]);
    expect(paragraphAt(TEXT, 7)).toEqual([0, 7]);
  });

  it('marks a selection line by line, down the line in vertical text', () => {
    expect(extentsOf(LINES, 1, 5).map(({ x, width }) => [x, width])).toEqual([
      [30, 20],
      [0, 20],
    ]);
    const vertical = line(0, 4, 0, 50, { vertical: true });
    expect(extentsOf([vertical], 1, 3)).toEqual([{ page: 1, x: 50, y: 10, width: 10, height: 20 }]);
  });
});

describe('a caret in a text that was changed elsewhere', () => {
  it('stays before the change, moves with what is behind it, goes behind what it was in', () => {
    const stretch = changedStretch('甲乙丙丁戊', '甲乙子丑寅戊');
    expect(stretch).toEqual({ at: 2, removed: 2, added: 3 });
    expect([1, 2, 3, 4, 5].map((offset) => follow(offset, stretch))).toEqual([1, 5, 5, 5, 6]);
  });
});
