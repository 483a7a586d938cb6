import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangePage, distribute, type PageProposal } from '../../engine/arrange/index';
import type { Block, Issue } from '../../engine/issue/types';
import { articlesOn, isContent, occupancy } from './cells';
import { fakeLayout } from './fake-layout';
import { type Material, makeIssue, SIKAI, story } from './material';

function arrange(issue: Issue, options = { seed: 1, proposals: 1 }): PageProposal[] {
  const layout = fakeLayout(issue);
  return arrangePage(issue, 1, distribute(issue, layout, [1]).get(1)!, layout, options);
}

function material(sizes: readonly number[], photos: number, group: boolean, notice: boolean, advertisement: boolean): Material {
  return {
    articles: sizes.map((chars, index) => story(chars, index < photos ? { photos: [`p${index + 1}`] } : {})),
    photos: Array.from({ length: photos }, (_, index) => ({ width: index % 2 ? 1000 : 1500, height: index % 2 ? 1400 : 1000 })),
    groups: group ? [{}] : [],
    notices: notice ? [{}] : [],
    advertisements: advertisement ? [{}] : [],
  };
}

const anyMaterial = fc
  .record({
    sizes: fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1, maxLength: 8 }),
    photos: fc.integer({ min: 0, max: 3 }),
    group: fc.boolean(),
    notice: fc.boolean(),
    advertisement: fc.boolean(),
  })
  .map(({ sizes, photos, group, notice, advertisement }) => makeIssue(material(sizes, photos, group, notice, advertisement)));

const TYPICAL = material([900, 500, 400, 300, 250, 180], 2, false, true, true);

describe('arrangePage', () => {
  it('never overlaps blocks, leaves the area or loses a story', () => {
    fc.assert(
      fc.property(anyMaterial, fc.integer({ min: 0, max: 99 }), (issue, seed) => {
        const [page] = arrange(issue, { seed, proposals: 1 });
        expect(occupancy(page!.blocks, SIKAI).filter((ids) => ids.length > 1)).toEqual([]);
        for (const { rect } of page!.blocks.filter(isContent)) {
          expect(rect.row).toBeGreaterThanOrEqual(13);
          expect(rect.row + rect.rows).toBeLessThanOrEqual(85);
          expect(rect.column + rect.columns).toBeLessThanOrEqual(6);
        }
        const placed = articlesOn(page!.blocks);
        expect(new Set(placed).size).toBe(placed.length);
        const reported = page!.overset.map(({ article }) => article);
        for (const { id } of issue.articles) expect([...placed, ...reported]).toContain(id);
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  it('reports exactly the characters that the layout could not place', () => {
    const issue = makeIssue({ articles: [story(7000)] });
    const [page] = arrange(issue);
    const layout = fakeLayout(issue);
    const lost = page!.blocks.reduce((sum, block) => sum + layout.fit(block).oversetChars, 0);
    expect(lost).toBeGreaterThan(0);
    expect(page!.overset).toEqual([{ article: 'a1', chars: lost }]);
    expect(page!.violations.map(({ rule }) => rule)).toContain('overset');
  });

  it('fills a page of usual material without holes, overset or errors', () => {
    const [page] = arrange(makeIssue(TYPICAL));
    expect(page!.fill).toBe(1);
    expect(page!.overset).toEqual([]);
    expect(page!.violations.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('puts the longest story at the top with the biggest headline', () => {
    const [page] = arrange(makeIssue(TYPICAL));
    const heads = page!.blocks.flatMap(({ content, rect }) => (content.kind === 'article' ? [{ ...content, rect }] : []));
    const lead = heads.find(({ article }) => article === 'a1')!;
    expect(lead.rect.row).toBe(13);
    expect(Math.max(...heads.map(({ form }) => form.size))).toBe(lead.form.size);
  });

  it('stands an advertisement at the foot and every picture inside its block', () => {
    const [page] = arrange(makeIssue(TYPICAL));
    const { rect } = page!.blocks.find(({ content }) => content.kind === 'advertisement')!;
    expect(rect.row + rect.rows).toBe(85);
    const pictured = page!.blocks.filter(({ content }) => content.kind === 'article' && content.form.pictures.length > 0);
    expect(pictured).toHaveLength(2);
    for (const block of pictured) {
      if (block.content.kind !== 'article') continue;
      const { form } = block.content;
      const columns = form.textColumns || block.rect.columns;
      for (const picture of form.pictures) {
        expect(picture.column + picture.columns).toBeLessThanOrEqual(columns);
        expect(picture.row + picture.rows + picture.captionRows).toBeLessThanOrEqual(block.rect.rows);
      }
    }
  });

  it('finds the same page again for a seed', () => {
    const issue = makeIssue(TYPICAL);
    expect(arrange(issue, { seed: 5, proposals: 2 })).toEqual(arrange(issue, { seed: 5, proposals: 2 }));
  });

  it('proposes pages that differ in a third of their blocks', () => {
    const pages = arrange(makeIssue(TYPICAL), { seed: 1, proposals: 3 });
    expect(pages).toHaveLength(3);
    const places = (page: PageProposal) =>
      new Set(page.blocks.filter(isContent).map(({ content, rect }) => JSON.stringify([nameOf(content), rect])));
    for (const [index, page] of pages.entries()) {
      for (const other of pages.slice(index + 1)) {
        const known = places(other);
        const changed = [...places(page)].filter((place) => !known.has(place));
        expect(changed.length).toBeGreaterThanOrEqual(known.size / 3);
      }
    }
  });

  it('leaves what too little material does not fill at the foot as one area', () => {
    const [page] = arrange(makeIssue({ articles: [story(150)] }));
    const [block] = page!.blocks.filter(isContent);
    expect(block!.rect).toMatchObject({ column: 0, row: 13, columns: 6 });
    expect(page!.fill).toBeLessThan(0.5);
  });

  it('sets a few short stories side by side and leaves one clean area below them', () => {
    const issue = makeIssue({ articles: [230, 150, 140, 130, 120].map((chars) => story(chars)) });
    const [page] = arrange(issue);
    const blocks = page!.blocks.filter(isContent);
    expect(articlesOn(blocks)).toHaveLength(5);
    const taken = occupancy(blocks, SIKAI).map((ids) => ids.length > 0);
    const rowTaken = Array.from({ length: SIKAI.rows }, (_, row) => taken.slice(row * SIKAI.columns, (row + 1) * SIKAI.columns));
    const foot = rowTaken.findLastIndex((cells) => cells.some(Boolean));
    expect(rowTaken[foot]!.every(Boolean)).toBe(true);
    expect(page!.fill).toBeLessThan((foot - 12) / 72 + 0.01);
    for (const { content, rect } of blocks) {
      if (content.kind !== 'article') continue;
      expect(rect.columns).toBeLessThanOrEqual(4);
      expect(rect.rows - content.form.headRows).toBeGreaterThanOrEqual(4);
    }
  });

  it('leaves nothing off and cuts nothing where there is room for twice as much', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 6 }), fc.boolean(), (sizes, group) => {
        const [page] = arrange(makeIssue(material(sizes, 0, group, false, false)));
        expect(page!.overset).toEqual([]);
        expect(page!.leftOff).toEqual([]);
      }),
      { numRuns: 15, seed: 3 },
    );
  });

  it('adds at most two rows of white to a headline, however empty the page', () => {
    const layoutRows = new Map([
      [44, 10],
      [36, 8],
    ]);
    for (const chars of [30, 150, 400, 1500]) {
      const [page] = arrange(makeIssue({ articles: [story(chars)] }));
      for (const { content } of page!.blocks) {
        if (content.kind !== 'article') continue;
        expect(content.form.headRows).toBeLessThanOrEqual(layoutRows.get(content.form.size)! + 2);
      }
    }
  });

  it('leaves off the least important stories when there is far too much, and says so', () => {
    const issue = makeIssue({ articles: [story(2000), story(1900), story(1800), story(1700, { weight: 'brief' })] });
    const [page] = arrange(issue);
    expect(articlesOn(page!.blocks)).toContain('a1');
    expect(articlesOn(page!.blocks)).not.toContain('a4');
    expect(page!.overset).toContainEqual({ article: 'a4', chars: 1700 + '社区食堂开张'.length });
  });

  it('gives a group of five pictures four columns at least where there is room', () => {
    const pictures = [1, 2, 3, 4, 5].map((number) => ({ number, photo: `p${number}` }));
    for (const sizes of [
      [1100, 700, 500],
      [900, 800],
      [600, 500, 400, 300],
    ]) {
      const photos = pictures.map(() => ({}));
      const [page] = arrange(makeIssue({ articles: sizes.map((chars) => story(chars)), groups: [{ pictures }], photos }));
      const group = page!.blocks.find(({ content }) => content.kind === 'group');
      expect(group!.rect.columns).toBeGreaterThanOrEqual(4);
    }
  });

  it('keeps locked blocks and arranges the rest around them', () => {
    const issue = makeIssue({ articles: [story(700), story(500), story(400)], notices: [{}] });
    const rect = { column: 2, row: 40, columns: 2, rows: 12 };
    const locked: Block = { id: 'kept', content: { kind: 'notice', notice: 'n1' }, rect, cuts: [], locked: true };
    const page = issue.pages[0]!;
    const [arranged] = arrange({ ...issue, pages: [{ ...page, blocks: [...page.blocks, locked] }] });
    expect(arranged!.blocks).toContainEqual(locked);
    expect(occupancy(arranged!.blocks, SIKAI).filter((ids) => ids.length > 1)).toEqual([]);
    expect(articlesOn(arranged!.blocks).sort()).toEqual(['a1', 'a2', 'a3']);
  });

  it('gathers short news into one block', () => {
    const issue = makeIssue({ articles: [story(900), story(500), story(80), story(100), story(60)] });
    const [page] = arrange(issue);
    const briefs = page!.blocks.find(({ content }) => content.kind === 'briefs');
    expect(briefs && articlesOn([briefs])).toEqual(['a3', 'a4', 'a5']);
  });

  it('places a headline with hardly any text or none', () => {
    const [page] = arrange(makeIssue({ articles: [story(900), story(15), story(0)], photos: [{}] }));
    expect(articlesOn(page!.blocks).sort()).toEqual(['a1', 'a2', 'a3']);
    const [pictured] = arrange(makeIssue({ articles: [story(900), story(25, { photos: ['p1'] })], photos: [{}] }));
    expect(articlesOn(pictured!.blocks).sort()).toEqual(['a1', 'a2']);
    expect(pictured!.leftOff).toEqual([]);
  });

  it('leaves off an advertisement wider than the page, and nothing else', () => {
    const [page] = arrange(makeIssue({ articles: [story(700), story(400)], advertisements: [{ columns: 7, rows: 10 }] }));
    expect(page!.leftOff).toEqual(['d1']);
    expect(articlesOn(page!.blocks).sort()).toEqual(['a1', 'a2']);
  });

  it('sets all photographs of a story', () => {
    const photos = ['p1', 'p2', 'p3', 'p4', 'p5'];
    const shapes = [{}, { width: 1000, height: 1500 }, {}, { width: 1200, height: 1200 }, {}];
    const [page] = arrange(makeIssue({ articles: [story(1200, { photos }), story(600)], photos: shapes }));
    expect(page!.leftOff).toEqual([]);
    const shown = page!.blocks.flatMap(({ content }) => (content.kind === 'article' ? content.form.pictures : []));
    expect(shown.map(({ photo }) => photo)).toEqual(photos);
  });

  it('names the photographs for which it finds no room', () => {
    const photos = ['p1', 'p2', 'p3', 'p4', 'p5'];
    const [page] = arrange(makeIssue({ articles: [story(3700, { photos })], photos: photos.map(() => ({})) }));
    expect(page!.leftOff.length).toBeGreaterThan(0);
    expect(page!.overset).toEqual([]);
  });

  it('leaves a page without material to its furniture', () => {
    const issue = makeIssue({});
    expect(arrange(issue)[0]!.blocks).toEqual(issue.pages[0]!.blocks);
  });

  it('sets thirty stories on a broadsheet', () => {
    const spec = { ...SIKAI, columns: 8, columnChars: 13, rows: 124 };
    const issue = makeIssue({ spec, articles: Array.from({ length: 30 }, (_, index) => story(150 + index * 8)) });
    const [page] = arrange(issue);
    expect(occupancy(page!.blocks, spec).filter((ids) => ids.length > 1)).toEqual([]);
    const reported = page!.overset.map(({ article }) => article);
    expect(new Set([...articlesOn(page!.blocks), ...reported]).size).toBe(30);
  });
});

function nameOf(content: Block['content']): string {
  return content.kind === 'article' ? content.article : content.kind;
}
