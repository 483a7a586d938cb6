import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import { imposedSides, readersSpreads, spreadOf } from '../../engine/press/imposition';
import { black, page, run } from './support';

const sides = (pages: number, blank: readonly number[] = []) =>
  imposedSides(pages, (number) => blank.includes(number)).map(({ left, right }) => `${left}|${right}`);

describe('imposedSides', () => {
  it.each([
    [1, []],
    [2, ['2|1']],
    [4, ['4|1', '2|3']],
    [8, ['8|1', '2|7', '6|3', '4|5']],
    [12, ['12|1', '2|11', '10|3', '4|9', '8|5', '6|7']],
  ])('lays out %i page(s)', (pages, expected) => {
    expect(sides(pages)).toEqual(expected);
  });

  it('leaves the place of a missing or an empty page blank', () => {
    expect(sides(3)).toEqual(['0|1', '2|3']);
    expect(sides(6)).toEqual(['0|1', '2|0', '6|3', '4|5']);
    expect(sides(4, [4])).toEqual(['0|1', '2|3']);
  });

  it('leaves out sides without any page', () => {
    expect(sides(4, [2, 3])).toEqual(['4|1']);
  });

  it('numbers sheets from the outermost, front and back', () => {
    expect(imposedSides(8, () => false).map(({ sheet, front }) => [sheet, front])).toEqual([
      [1, true],
      [1, false],
      [2, true],
      [2, false],
    ]);
  });

  it('places every page once, odd ones on the right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 64 }), (pages) => {
        const all = imposedSides(pages, () => false);
        const placed = all.flatMap(({ left, right }) => [left, right]).filter((number) => number !== 0);
        expect(placed.sort((a, b) => a - b)).toEqual(Array.from({ length: pages }, (_, i) => i + 1));
        for (const { left, right } of all) expect([left % 2, right === 0 ? 1 : right % 2]).toEqual([0, 1]);
      }),
    );
  });
});

describe('spreadOf', () => {
  const crop = { x: 0.1, y: 0, width: 0.5, height: 1 };
  const picture = (x: number, width: number): DisplayItem => ({
    kind: 'picture',
    asset: 'a',
    x,
    y: 0,
    width,
    height: 50,
    crop,
    ppi: 200,
  });
  const itemsOf = (display: ReturnType<typeof page>) => display.groups.flatMap((group) => group.items);

  it('is twice as wide, with the same height and bleed', () => {
    const { width, height, bleed } = spreadOf(page([]), page([]));
    expect([width, height, bleed]).toEqual([600, 400, page([]).bleed]);
  });

  it('moves every kind of item of the right page by the width of the left', () => {
    const box = { x: 20, y: 30, width: 40, height: 50, colour: black };
    const items: DisplayItem[] = [
      run('右', 20, 40, 9),
      { kind: 'rule', x1: 20, y1: 5, x2: 60, y2: 5, weight: 1, colour: black },
      { kind: 'fill', ...box },
      { kind: 'frame', ...box, weight: 1 },
      { kind: 'disc', cx: 20, cy: 9, radius: 4, colour: black },
      picture(20, 40),
    ];
    const lefts = itemsOf(spreadOf(undefined, page(items))).map((item) =>
      item.kind === 'glyphs' ? item.x[0] : item.kind === 'rule' ? item.x1 : item.kind === 'disc' ? item.cx : item.x,
    );
    expect(lefts).toEqual([320, 320, 320, 320, 320, 320]);
  });

  it('leaves the left page where it is and puts it first', () => {
    const left = run('左', 20, 40, 9);
    expect(itemsOf(spreadOf(page([left]), page([run('右', 20, 40, 9)])))[0]).toEqual(left);
  });

  it('keeps bleed outside and cuts it off at the fold', () => {
    const wide = { kind: 'fill', x: -8, y: 0, width: 316, height: 10, colour: black } as const;
    const [left, right] = itemsOf(spreadOf(page([wide]), page([wide])));
    expect(left).toMatchObject({ x: -8, width: 308 });
    expect(right).toMatchObject({ x: 300, width: 308 });
  });

  it('cuts a picture and its crop alike', () => {
    const [left] = itemsOf(spreadOf(page([picture(250, 100)]), undefined));
    expect(left).toMatchObject({ x: 250, width: 50, crop: { x: 0.1, width: 0.25 } });
    const [right] = itemsOf(spreadOf(undefined, page([picture(-50, 100)])));
    expect(right).toMatchObject({ x: 300, width: 50 });
    expect(right?.kind === 'picture' && right.crop.x).toBeCloseTo(0.35);
  });

  it('leaves a picture within its page as it is, so that it is separated once for page and sheet', () => {
    const inside = fc.record({
      x: fc.double({ min: 0, max: 200, noNaN: true }),
      width: fc.double({ min: 1, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(inside, ({ x, width }) => {
        const own = picture(x, width);
        for (const item of itemsOf(spreadOf(page([own]), page([own])))) expect(item).toMatchObject({ width, crop });
      }),
    );
  });

  it('drops what lies beyond the fold altogether', () => {
    expect(itemsOf(spreadOf(page([picture(300, 8)]), undefined))).toEqual([]);
  });
});

describe('readersSpreads', () => {
  const none = () => false;

  it('shows the first page alone and the others in twos', () => {
    expect(readersSpreads(1, none)).toEqual([[1]]);
    expect(readersSpreads(2, none)).toEqual([[1], [2]]);
    expect(readersSpreads(4, none)).toEqual([[1], [2, 3], [4]]);
    expect(readersSpreads(5, none)).toEqual([[1], [2, 3], [4, 5]]);
    expect(readersSpreads(8, none)).toEqual([[1], [2, 3], [4, 5], [6, 7], [8]]);
  });

  it('leaves out spreads without a page and keeps the place of a blank one', () => {
    expect(readersSpreads(4, (page) => page === 2)).toEqual([[1], [0, 3], [4]]);
    expect(readersSpreads(4, (page) => page === 2 || page === 3)).toEqual([[1], [4]]);
  });
});
