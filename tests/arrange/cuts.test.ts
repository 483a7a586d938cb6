import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../engine/arrange/checks';
import { lowerPicture } from '../../engine/arrange/cuts';
import { arrangePage, cutsOf, distribute } from '../../engine/arrange/index';
import type { Article, ArticleForm, Block } from '../../engine/issue/types';
import { cutLines } from '../../shell/arrange-report';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

const PICTURE = { photo: 'p1', column: 2, columns: 2, row: 5, rows: 14, captionRows: 1 };

function block(pictures: ArticleForm['pictures']): Block {
  const form: ArticleForm = {
    head: 'second',
    size: 24,
    lines: ['标题'],
    headRows: 5,
    headColumns: 0,
    deck: false,
    pictures,
    box: 'none',
    textColumns: 0,
  };
  return {
    id: 'b1',
    content: { kind: 'article', article: 'a1', form },
    rect: { column: 0, row: 13, columns: 4, rows: 30 },
    cuts: [],
    locked: false,
  };
}

const issue = makeIssue({ articles: [story(900)], photos: [{}, {}] });
/** Whether a picture has given up so many rows. */
const lowerBy = (rows: number) => (other: Block) =>
  other.content.kind === 'article' && other.content.form.pictures.every(({ rows: now }) => now <= PICTURE.rows - rows);

describe('a picture lower', () => {
  it('gives up the rows that the lacking lines take over its columns', () => {
    const found = lowerPicture(issue, block([PICTURE]), 34, () => true)!;
    expect([found.article, found.rows, found.block]).toEqual(['a1', 2, block([{ ...PICTURE, rows: 12 }])]);
  });

  it('gives up more when the layout cannot use them all, and none when no shape helps', () => {
    expect(lowerPicture(issue, block([PICTURE]), 34, lowerBy(4))?.rows).toBe(4);
    expect(lowerPicture(issue, block([PICTURE]), 34, () => false)).toBeUndefined();
  });

  it('stays on the foot of its block', () => {
    const standing = { ...PICTURE, row: 15 };
    const found = lowerPicture(issue, block([standing]), 34, () => true)!;
    expect(found.block).toEqual(block([{ ...standing, row: 17, rows: 12 }]));
  });

  it('never becomes a stripe, nor stands lower than its neighbour in a band', () => {
    expect(lowerPicture(issue, block([PICTURE]), 11 * 2 * 9, () => true)).toBeUndefined();
    const band = block([PICTURE, { ...PICTURE, photo: 'p2', column: 0 }]);
    expect(lowerPicture(issue, band, 11, () => true)).toBeUndefined();
  });

  it('is offered for a locked block that the editor has made too small, and then all of it stands', () => {
    const locked = { ...block([PICTURE]), rect: { column: 0, row: 13, columns: 4, rows: 34 }, locked: true };
    const pages = issue.pages.map((page) => ({ ...page, blocks: [...page.blocks, locked] }));
    const held = { ...issue, pages };
    const layout = fakeLayout(held);
    const [proposal] = arrangePage(held, 1, distribute(held, layout, [1]).get(1), layout, { seed: 0, proposals: 1 });
    expect(proposal!.overset.map(({ article }) => article)).toEqual(['a1']);
    expect(cutsOf(proposal!)).toMatchObject([{ article: 'a1', stands: true, rows: proposal!.lower[0]!.rows }]);
    expect(layout.fit(proposal!.lower[0]!.block).oversetChars).toBe(0);
  });
});

describe('cuts', () => {
  it('tell a story left off from one cut', () => {
    const overset = [{ article: 'a1', chars: 900 }];
    expect(cutsOf({ overset, blocks: [], lower: [] })).toEqual([{ article: 'a1', chars: 900, stands: false }]);
    expect(cutsOf({ overset, blocks: [block([])], lower: [] })).toEqual([{ article: 'a1', chars: 900, stands: true }]);
  });

  it('make the page stand whole when they are made, and arranging it again loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 14 }), { minLength: 3, maxLength: 7 }),
        fc.integer({ min: 103, max: 130 }),
        (weights, percent) => {
          const sum = weights.reduce((all, one) => all + one, 0);
          const chars = weights.map((one) => Math.round((one / sum) * (percent / 100) * AREA_CHARS));
          const over = makeIssue({ articles: chars.map((count) => story(count)) });
          const layout = fakeLayout(over);
          const content = distribute(over, layout, [1]).get(1);
          const [proposal] = arrangePage(over, 1, content, layout, { seed: 0, proposals: 1 });
          const cuts = cutsOf(proposal!);
          fc.pre(cuts.length > 0);
          const gone = cuts.filter(({ stands }) => !stands).map(({ article }) => article);
          const articles = over.articles
            .filter(({ id }) => !gone.includes(id))
            .map((one) => shortened(one, cuts.find(({ article }) => article === one.id)?.chars ?? 0));
          const pages = over.pages.map((page) => ({ ...page, blocks: proposal!.blocks }));
          const cut = { ...over, articles, pages };
          const set = fakeLayout(cut);
          for (const one of proposal!.blocks) expect(set.fit(one, partsOf(cut, one)).oversetChars).toBe(0);
          const [again] = arrangePage(cut, 1, distribute(cut, set, [1]).get(1), set, { seed: 0, proposals: 1 });
          expect(again!.overset).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

it('a photograph that found no room is told by its file', async () => {
  const photographed = makeIssue({ articles: [story(90)], photos: [{ file: '雪落老街.jpg' }] });
  const proposal = { blocks: [], fill: 1, overset: [], lower: [], leftOff: ['p1'], violations: [], score: {} };
  expect(await cutLines(photographed, proposal, 'zh')).toEqual([{ text: expect.stringContaining('雪落老街.jpg') }]);
});

/** Characters that the page of these tests holds without headlines, about. */
const AREA_CHARS = 6 * 100 * 11;

/** An article that lacks so many characters at its end. */
function shortened(article: Article, chars: number): Article {
  let left = chars;
  const paragraphs = article.paragraphs.toReversed().flatMap((paragraph) => {
    const { text } = paragraph.runs[0]!;
    const kept = text.slice(0, Math.max(0, text.length - left));
    left -= text.length - kept.length;
    return kept === '' ? [] : [{ ...paragraph, runs: [{ ...paragraph.runs[0]!, text: kept }] }];
  });
  return { ...article, paragraphs: paragraphs.toReversed() };
}
