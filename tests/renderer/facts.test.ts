import { describe, expect, test } from 'vitest';
import type { Block, Issue } from '../../engine/issue';
import { materialRows } from '../../renderer/state/facts';
import { article, block, smallIssue } from '../issue/small-issue';

const story = {
  ...article('a1', '河堤夜灯'),
  byline: { lead: '本报讯', credit: '（□　江晓帆）' },
  paragraphs: [{ runs: [{ text: '灯 亮了。', form: 'plain' as const }] }],
};
const column: Block = { ...block('b9', 40), content: { kind: 'briefs', label: '简讯', articles: ['a3'] } };
const issue: Issue = {
  ...smallIssue,
  articles: [story, { ...article('a2', '渔港开秤'), weight: 'brief' }, article('a3', '晨市改道')],
  groups: [],
  notices: [],
  advertisements: [],
  pages: [{ number: 1, section: '要闻', blocks: [column] }],
};

describe('the rows of the library', () => {
  const [first, second, third] = materialRows(issue);

  test('name the author without brackets and signs', () => {
    expect(first!.credit).toBe('江晓帆');
  });

  test('count the running text, as the inspector does', () => {
    expect(first!.chars).toBe(4);
  });

  test('call a notice without a title by its text or what its entries are, never by half an entry', () => {
    const entries = [
      { label: '新闻热线', value: '88287116', kind: 'phone' as const },
      { label: '本刊投稿邮箱', value: 'gao@example.com', kind: 'email' as const },
    ];
    const nowhere = { page: 0, source: '' };
    const [hotline, text, titled] = [
      { id: 'n1', title: '', text: '', entries, ...nowhere },
      { id: 'n2', title: '', text: '明日停水', entries, ...nowhere },
      { id: 'n3', title: '启事', text: '明日停水', entries, ...nowhere },
    ];
    const rows = materialRows({ ...issue, articles: [], notices: [hotline!, text!, titled!] });
    expect(rows.map(({ title }) => title)).toEqual(['新闻热线 本刊投稿邮箱', '明日停水', '启事']);
  });

  test('call an article a brief where it is meant or set as one', () => {
    expect([first, second, third].map((row) => row!.kind)).toEqual(['articles', 'briefs', 'briefs']);
    const alone = materialRows({ ...issue, pages: [{ number: 1, section: '要闻', blocks: [] }] });
    expect(alone[2]!.kind).toBe('articles');
  });
});
