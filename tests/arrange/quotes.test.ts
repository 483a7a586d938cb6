/** Pull quotes stay with their stories when pages are arranged anew. */
import { expect, it } from 'vitest';
import { arrangePages } from '../../engine/arrange/index';
import type { Block, Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { fonts, form } from '../layout/support';
import { makeIssue, story } from './material';

const QUOTE = { text: '灯亮着，家就在。', column: 1, columns: 2, row: 30 };
const SIZES = [1400, 700, 600, 500, 400, 300];

/** The lead stands on the second page, with a quote over two columns. */
function issueWithQuote(): Issue {
  const photos = [{ width: 1500, height: 1000 }];
  const articles = SIZES.map((chars, i) =>
    story(chars, { headline: ['巷口的灯又亮了'], page: i < 3 ? 1 : 2, ...(i === 0 ? { photos: ['p1'] } : {}) }),
  );
  const issue = makeIssue({ articles, photos, pages: 2 });
  const block: Block = {
    id: 'b',
    content: { kind: 'article', article: 'a1', form: form({ quotes: [QUOTE] }) },
    rect: { column: 0, row: 3, columns: 6, rows: 60 },
    cuts: [],
    locked: false,
  };
  return {
    ...issue,
    pages: issue.pages.map((page) => (page.number === 2 ? { ...page, blocks: [...page.blocks, block] } : page)),
  };
}

it('keeps a pull quote with its story, free of headline and pictures, and finds room for the text around it', () => {
  const issue = issueWithQuote();
  const layout = createLayout(issue, fonts);
  const arranged = [...arrangePages(issue, [1, 2], layout, { seed: 0, proposals: 1 })].at(-1)!.issue;
  const blocks = arranged.pages.flatMap((page) => page.blocks);
  const block = blocks.find(({ content }) => content.kind === 'article' && content.article === 'a1')!;
  const { form } = block.content as Extract<Block['content'], { kind: 'article' }>;
  expect(form.quotes).toHaveLength(1);
  const [quote] = form.quotes!;
  expect(quote!.text).toBe(QUOTE.text);
  expect(quote!.row).toBeGreaterThanOrEqual(quote!.column < form.headColumns ? form.headRows : 0);
  for (const { column, columns, row, rows, captionRows } of form.pictures) {
    const beside = quote!.column >= column + columns || quote!.column + quote!.columns <= column;
    expect(beside || quote!.row >= row + rows + captionRows || quote!.row + 4 <= row).toBe(true);
  }
  expect(createLayout(arranged, fonts).fit(block).oversetText).toBe('');
});
