import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../engine/display/types';
import type { PhotoGroup } from '../../engine/issue/types';
import { boxOf, MM, makeGrid } from '../../engine/layout/grid';
import { patternFor } from '../../engine/layout/group-rows';
import { createLayout } from '../../engine/layout/index';
import { coverCrop } from '../../engine/layout/picture';
import { block, fonts, inkBounds, issue, itemsOf, photo, shownText, sikai } from './support';

const grid = makeGrid(sikai);
/** A picture's own caption. */
const OWN = '巷口晒旧书';
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function group(pictures: number, more: Partial<PhotoGroup> = {}): PhotoGroup {
  return {
    id: 'g',
    pictures: Array.from({ length: pictures }, (_, i) => ({ number: i + 1, photo: `p${i + 1}` })),
    caption: '',
    credit: '',
    label: '图片新闻',
    page: 0,
    source: '',
    ...more,
  };
}

function pageOf(made: PhotoGroup, columns: number, rows: number, photos = made.pictures.map(({ photo: id }) => photo(id))) {
  const content = { kind: 'group', group: 'g' } as const;
  const page = { number: 2, section: '', blocks: [block('b', 7 - columns, 6, 5, 4 + rows, content)] };
  return createLayout(issue({ groups: [made], photos, pages: [page] }), fonts).page(2);
}

describe('photo groups', () => {
  it('divides one to nine pictures into rows, larger ones first', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => patternFor(count, 4))).toEqual([
      [1],
      [2],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 3],
      [2, 2, 3],
      [2, 3, 3],
      [3, 3, 3],
    ]);
    for (let columns = 1; columns <= 8; columns++) {
      for (let count = 1; count <= 30; count++) {
        const pattern = patternFor(count, columns);
        expect(sum(pattern)).toBe(count);
        expect([...pattern].sort((a, b) => a - b)).toEqual(pattern);
      }
    }
  });

  it('sets two pictures over three in four columns as the design does', () => {
    const pictures = itemsOf(pageOf(group(5), 4, 24).display, 'b').filter((item): item is Picture => item.kind === 'picture');
    const sizes = pictures.map(({ width, height }) => [width / MM, height / MM].map((mm) => Math.round(mm * 10) / 10));
    expect(sizes).toEqual([
      [73.8, 50.8],
      [73.8, 50.8],
      [48.7, 38.1],
      [48.7, 38.1],
      [48.7, 38.1],
    ]);
    expect(pictures[1].x - pictures[0].x - pictures[0].width).toBeCloseTo(4.5, 6);
    expect(pictures[2].y - pictures[0].y - pictures[0].height).toBeCloseTo(4.5, 6);
    expect(pictures[4].x + pictures[4].width).toBeCloseTo(pictures[1].x + pictures[1].width, 6);
  });

  it('takes thirty rows with a caption of four and a credit, as the design counts', () => {
    const caption = '图①'.padEnd(4 * 2 * 23 - 6, '青');
    const layout = createLayout(issue({ groups: [group(5, { caption, credit: '甲 乙 摄' })] }), fonts);
    expect(layout.groupRows('g', 4).best).toBe(30);
  });

  it('gives portraits and panoramas the widths of their shapes, and fills the block exactly', () => {
    const shapes = [
      { width: 800, height: 1200 },
      { width: 2000, height: 1000 },
      { width: 1000, height: 1000 },
    ];
    const made = group(3);
    const photos = shapes.map((shape, i) => photo(`p${i + 1}`, shape));
    const layout = createLayout(issue({ groups: [made], photos }), fonts);
    const { best } = layout.groupRows('g', 4);
    const pictures = itemsOf(pageOf(made, 4, best, photos).display, 'b').filter(
      (item): item is Picture => item.kind === 'picture',
    );
    expect(pictures).toHaveLength(3);
    for (const [i, { width, height }] of pictures.entries()) {
      const own = shapes[i].width / shapes[i].height;
      const kept = Math.min(width / height, own) / Math.max(width / height, own);
      expect(kept).toBeGreaterThan(0.8);
    }
    const box = boxOf(grid, { column: 2, row: 4, columns: 4, rows: best });
    expect(Math.min(...pictures.map(({ x }) => x))).toBeCloseTo(box.x, 6);
    expect(Math.max(...pictures.map(({ x, width }) => x + width))).toBeCloseTo(box.x + box.width, 6);
    expect(Math.max(...pictures.map(({ y, height }) => y + height))).toBeCloseTo(box.y + box.height, 6);
  });

  it('keeps figures in one corner of every picture', () => {
    const items = itemsOf(pageOf(group(3), 4, 30).display, 'b');
    const discs = items.filter((item) => item.kind === 'disc');
    const pictures = items.filter((item): item is Picture => item.kind === 'picture');
    discs.forEach((disc, i) => {
      expect(disc.cx - disc.radius - pictures[i].x).toBeCloseTo(1.6 * MM, 6);
      expect(pictures[i].y + pictures[i].height - disc.cy - disc.radius).toBeCloseTo(1.6 * MM, 6);
    });
    expect(discs).toHaveLength(3);
  });

  it('leaves a light frame where a picture has not come', () => {
    const page = pageOf(group(2), 4, 20, [photo('p1')]);
    expect(page.fits[0].remarks).toEqual([{ rule: 'picture-missing', detail: '2' }]);
    expect(itemsOf(page.display, 'b').filter((item) => item.kind === 'fill')).toHaveLength(2); // tab and frame
  });

  it('sets captions of their own under the pictures, which get no smaller for them', () => {
    const made = group(5, { each: true });
    const photos = made.pictures.map(({ photo: id }) => photo(id, { caption: OWN }));
    const layout = createLayout(issue({ groups: [made], photos }), fonts);
    const without = createLayout(issue({ groups: [group(5)], photos }), fonts).groupRows('g', 4).best;
    // Two rows of pictures over four columns, whose captions take a line each.
    expect(layout.groupRows('g', 4).best).toBe(without + 2);
    const items = itemsOf(pageOf(made, 4, without + 2, photos).display, 'b');
    const pictures = items.filter((item): item is Picture => item.kind === 'picture');
    const captions = items.filter((item) => item.kind === 'glyphs' && item.text.length === [...OWN].length);
    expect(captions).toHaveLength(5);
    captions.forEach((item, i) => {
      const { left, top } = inkBounds(item)[0]!;
      const { x, y, height } = pictures[i]!;
      expect(Math.abs(left - x)).toBeLessThan(1);
      expect(top - y - height).toBeGreaterThan(0);
      expect(top - y - height).toBeLessThan(grid.pitch);
    });
  });

  it('stays in its rectangle with all text standing or reported', () => {
    const captions = fc.array(fc.constantFrom(...'图①②青桐里的孩子，。“”'), { maxLength: 200 }).map((all) => all.join(''));
    const shapes = fc.record({
      count: fc.integer({ min: 0, max: 12 }),
      columns: fc.integer({ min: 1, max: 6 }),
      rows: fc.integer({ min: 2, max: 60 }),
    });
    fc.assert(
      fc.property(captions, shapes, fc.boolean(), (caption, { count, columns, rows }, each) => {
        const made = group(count, { caption, credit: '甲 乙 摄', ...(each ? { each } : {}) });
        const photos = made.pictures.map(({ photo: id }) => photo(id, { caption: OWN }));
        const page = pageOf(made, columns, rows, photos);
        const items = itemsOf(page.display, 'b');
        const digits = (text: string) => text.replace(/\d/g, '');
        const all = `图片新闻${caption}甲乙摄${each ? OWN.repeat(count) : ''}`;
        expect([...digits(shownText(items) + page.fits[0].oversetText.replace(/\s/g, ''))].sort()).toEqual([...all].sort());
        const box = boxOf(grid, { column: 6 - columns, row: 4, columns, rows });
        for (const bounds of items.flatMap(inkBounds)) {
          expect(bounds.left).toBeGreaterThan(box.x - 0.6);
          expect(bounds.right).toBeLessThan(box.x + box.width + 0.6);
          expect(bounds.top).toBeGreaterThan(box.y - 0.6);
          expect(bounds.bottom).toBeLessThan(box.y + box.height + 0.6);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('cropping', () => {
  it('fills the frame without distorting, and keeps the focus', () => {
    const focus = fc.double({ min: 0, max: 1, noNaN: true });
    const side = fc.integer({ min: 100, max: 5000 });
    const zooms = fc.double({ min: 1, max: 8, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, focus, focus, zooms, (width, height, frameWidth, frameHeight, x, y, zoom) => {
        const picture = photo('p', { width, height, focus: { x, y }, zoom });
        const crop = coverCrop(picture, { x: 0, y: 0, width: frameWidth, height: frameHeight });
        expect((crop.width * width) / (crop.height * height)).toBeCloseTo(frameWidth / frameHeight, 6);
        expect(Math.max(crop.width, crop.height)).toBeCloseTo(1 / zoom, 9);
        for (const [start, size, point] of [
          [crop.x, crop.width, x],
          [crop.y, crop.height, y],
        ]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + size).toBeLessThanOrEqual(1 + 1e-12);
          expect(point).toBeGreaterThanOrEqual(start - 1e-12);
          expect(point).toBeLessThanOrEqual(start + size + 1e-12);
        }
      }),
    );
  });

  it('shows a whole picture in the middle of its frame, and its resolution there', () => {
    const photos = [photo('p1', { width: 1000, height: 2000, whole: true, zoom: 3 })];
    const cells = pageOf(group(1), 4, 30, [photo('p1', { width: 1000, height: 2000 })]);
    const [filled] = itemsOf(cells.display, 'b').filter((item): item is Picture => item.kind === 'picture');
    const [whole] = itemsOf(pageOf(group(1), 4, 30, photos).display, 'b').filter(
      (item): item is Picture => item.kind === 'picture',
    );
    expect(whole!.crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(whole!.width / whole!.height).toBeCloseTo(0.5, 9);
    expect(whole!.height).toBeCloseTo(filled!.height, 6);
    expect(whole!.x + whole!.width / 2).toBeCloseTo(filled!.x + filled!.width / 2, 6);
    expect(whole!.ppi).toBeCloseTo(2000 / (whole!.height / 72), 6);
  });
});
