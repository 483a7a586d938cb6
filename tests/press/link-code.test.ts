/** Codes as a reader sees them on the pressed page. */
import { describe, expect, it } from 'vitest';
import type { DisplayItem, Fill } from '../../engine/display/types';
import type { Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, issue, itemsOf, plain } from '../layout/support';
import { codesOn, page, write } from './support';

const links = {
  notice: 'https://qingtongli.example.com/tougao',
  advertisement: 'https://面包房.example.com/菜单?桌=8',
  story: `https://qingtongli.example.com/2025/01/10/${'luoye-'.repeat(20)}`,
};
const code = (link: string) => ({ link, label: '扫码' });

const made: Issue = issue({
  articles: [article('a', { paragraphs: plain('河堤上的灯亮了。'.repeat(60)), code: code(links.story) })],
  notices: [{ id: 'n', title: '征稿', text: '', entries: [], page: 0, source: '', code: code(links.notice) }],
  advertisements: [
    {
      id: 'ad',
      label: '广告',
      title: '面包房',
      lines: [],
      photo: '',
      columns: 0,
      rows: 0,
      page: 0,
      source: '',
      code: code(links.advertisement),
    },
  ],
  pages: [
    {
      number: 1,
      section: '',
      blocks: [
        block('a', 1, 3, 1, 40, { kind: 'article', article: 'a', form: form({ tint: true }) }),
        block('n', 4, 6, 1, 20, { kind: 'notice', notice: 'n' }),
        block('ad', 4, 6, 22, 40, { kind: 'advertisement', advertisement: 'ad' }),
      ],
    },
  ],
});

const isFill = (item: DisplayItem): item is Fill => item.kind === 'fill';

describe('a pressed code', () => {
  it.each(['notice', 'advertisement', 'story'] as const)('of a %s leads to its link, at the resolution of newsprint', (kind) => {
    const { display } = createLayout(made, fonts).page(1);
    const id = { notice: 'n', advertisement: 'ad', story: 'a' }[kind];
    const fills = itemsOf(display, id).filter(isFill);
    expect(fills.every(({ colour }) => colour.c + colour.m + colour.y === 0)).toBe(true);
    const pdf = write([page(fills, { width: display.width, height: display.height })]);
    expect(codesOn(pdf, 150)).toEqual([links[kind]]);
  });
});
