/** How much of a story stands, as the foot of the story editor tells it. */
import { describe, expect, test } from 'vitest';
import type { Block, Issue } from '../../engine/issue';
import { createLayout } from '../../engine/layout';
import { depthOf } from '../../renderer/story/story-places';
import { article, block, fonts, form, issue, plain } from '../layout/support';

const LABEL = '简讯';

function page(content: Block['content'], rows: number, ...articles: Issue['articles']) {
  const made = issue({ articles, pages: [{ number: 1, section: '', blocks: [block('b', 1, 2, 1, rows, content)] }] });
  const layout = createLayout(made, fonts);
  const { display: _, ...report } = layout.page(1);
  const layouts = new Map([[1, { ...report, pictures: [] }]]);
  const linesOf = (id: string) =>
    layout
      .texts(1, 'b')
      .filter(({ ref }) => ref.id === id)
      .map((line) => ({ ...line, block: 'b', page: 1 }));
  return { blocks: made.pages[0]!.blocks, layouts, linesOf };
}

describe('the depth of a story', () => {
  test('of a block is its rows of text, with those that it has no room for', () => {
    const content = { kind: 'article', article: 'a', form: form() } as const;
    const { blocks, layouts, linesOf } = page(content, 4, article('a', { paragraphs: plain('甲'.repeat(110)) }));
    // 11 字 a column, two columns of four rows: eight of ten and a bit rows stand.
    expect(depthOf({ layouts }, blocks, linesOf('a'))).toMatchObject({ room: 8, needed: 11 });
  });

  test('of a brief is the rows that it takes of its column, not those of all briefs', () => {
    const content = { kind: 'briefs', label: LABEL, articles: ['a', 'c'] } as const;
    const briefs = [
      article('a', { headline: ['早市开张'], paragraphs: plain('甲'.repeat(40)) }),
      article('c', { headline: ['夜市'], paragraphs: plain('乙'.repeat(9)) }),
    ];
    const { blocks, layouts, linesOf } = page(content, 12, ...briefs);
    const first = depthOf({ layouts }, blocks, linesOf('a'))!;
    const second = depthOf({ layouts }, blocks, linesOf('c'))!;
    expect(first).toMatchObject({ needed: first.room, overset: 0, missing: 0 });
    expect(first.needed).toBeGreaterThanOrEqual(4);
    expect(second.needed).toBeLessThan(first.needed);
    expect(second.needed).toBeGreaterThan(0);
  });
});
