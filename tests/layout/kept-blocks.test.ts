import { describe, expect, test } from 'vitest';
import { apply, type Edit, type Issue } from '../../engine/issue';
import { createLayout, KeptBlocks, type SetBlock } from '../../engine/layout';
import { article, block, fonts, form, issue, photo, plain } from './support';

const pictures = [{ photo: 'p', column: 0, columns: 1, row: 6, rows: 8, captionRows: 1 }];
const content = (id: string) => ({ kind: 'article', article: id, form: form(id === 'a' ? { pictures } : {}) }) as const;
const start: Issue = issue({
  articles: [article('a', { paragraphs: plain('河堤上的灯亮了。'.repeat(20)) }), article('b')],
  photos: [photo('p')],
  pages: [
    { number: 1, section: '要闻', blocks: [block('x', 0, 2, 0, 20, content('a')), block('y', 0, 2, 22, 40, content('b'))] },
  ],
});

const group = (kept: KeptBlocks<SetBlock>, of: Issue, id: string) =>
  createLayout(of, fonts, undefined, kept)
    .page(1)
    .display.groups.find((one) => one.block === id);

describe('blocks set before', () => {
  test('are the same objects while another block changes', () => {
    const kept = new KeptBlocks<SetBlock>();
    const before = ['x', 'y'].map((id) => group(kept, start, id));
    const text: Edit = { type: 'put', list: 'articles', item: article('b', { paragraphs: plain('渡口换了新的缆绳。') }) };
    const after = apply(start, text).issue;
    expect(group(kept, after, 'x')).toBe(before[0]);
    expect(group(kept, after, 'y')).not.toEqual(before[1]);
    const cropped = apply(after, { type: 'put', list: 'photos', item: photo('p', { zoom: 2 }) }).issue;
    const block = group(kept, after, 'y');
    expect(group(kept, cropped, 'y')).toBe(block);
    expect(group(kept, cropped, 'x')).not.toEqual(before[0]);
  });

  test.each<[string, Edit]>([
    ['text', { type: 'put', list: 'articles', item: article('a', { paragraphs: plain('渡口换了新的缆绳。') }) }],
    ['place', { type: 'putBlock', page: 1, block: block('x', 1, 3, 0, 20, content('a')) }],
    ['photograph', { type: 'put', list: 'photos', item: photo('p', { caption: '渡口' }) }],
    ['grid', { type: 'setSpec', spec: { ...start.spec, bodySize: 9 } }],
    ['paper', { type: 'setPaper', paper: { ...start.paper, name: '渡口报' } }],
  ])('are set anew for another %s, as without keeping', (_, edit) => {
    const kept = new KeptBlocks<SetBlock>();
    createLayout(start, fonts, undefined, kept).page(1);
    const after = apply(start, edit).issue;
    expect(createLayout(after, fonts, undefined, kept).page(1)).toEqual(createLayout(after, fonts).page(1));
  });

  test('tell how they fit without being set again', () => {
    const kept = new KeptBlocks<SetBlock>();
    const layout = createLayout(start, fonts, undefined, kept);
    const { fits } = layout.page(1);
    const blocks = start.pages[0]!.blocks;
    expect(blocks.map((one) => layout.fit(one))).toEqual(blocks.map((one) => createLayout(start, fonts).fit(one)));
    expect(layout.fit(blocks[0]!)).toBe(fits[0]);
  });

  test('fit as the parts that are asked about, not as the issue has them', () => {
    const kept = new KeptBlocks<SetBlock>();
    const layout = createLayout(start, fonts, undefined, kept);
    layout.page(1);
    const [x] = start.pages[0]!.blocks;
    const low = { ...x!, rect: { ...x!.rect, rows: 12 } };
    const rest = block('z', 2, 2, 0, 20, {
      kind: 'continuation',
      article: 'a',
      part: 1,
      form: { pictures: [], box: 'none', textColumns: 0 },
    });
    const parts = [low, rest].map((one) => ({ block: one, page: 1 }));
    expect(layout.fit(low, parts)).toEqual(createLayout(start, fonts).fit(low, parts));
    const whole = parts.map((part, at) => (at === 0 ? { ...part, block: x! } : part));
    expect(layout.fit(x!, whole)).toEqual(createLayout(start, fonts).fit(x!, whole));
    expect(layout.fit(x!, whole)).not.toBe(layout.page(1).fits[0]);
  });
});
