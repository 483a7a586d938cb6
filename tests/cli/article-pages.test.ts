import { describe, expect, test } from 'vitest';
import type { Article, ArticleParagraph } from '../../engine/issue';
import { articlePage, articleText, indexPage } from '../../shell/article-pages';
import { article, smallIssue } from '../issue/small-issue';

const HOSTILE = '<script>alert("1")</script>&';
const plain = (text: string): ArticleParagraph => ({ runs: [{ text, form: 'plain' }] });
const story = (more: Partial<Article>): Article => ({ ...article('a1', '题'), ...more });
const pageOf = (more: Partial<Article>) => articlePage(smallIssue, story(more), [], []);

describe('published articles as web pages', () => {
  test.each([
    ['kicker', { kicker: HOSTILE }],
    ['headline', { headline: [HOSTILE] }],
    ['deck', { deck: HOSTILE }],
    ['byline', { byline: { lead: HOSTILE, credit: '' }, paragraphs: [plain('正文')] }],
    ['body', { paragraphs: [plain(HOSTILE)] }],
    ['cell', { paragraphs: [{ ...plain(`甲\t${HOSTILE}`), form: 'row' as const }] }],
    ['jump', { jump: HOSTILE }],
  ])('markup in a %s is text', (_field, more) => {
    const page = pageOf(more);
    expect(page).toContain('&lt;script&gt;alert(');
    expect(page).not.toContain('<script');
  });

  test('a caption cannot leave its attribute', () => {
    const photo = { ...smallIssue.photos[0]!, caption: '" onerror="x', credit: '' };
    const page = articlePage(smallIssue, story({}), [photo], ['pictures/01.jpg']);
    expect(page).toContain('alt="&quot; onerror=&quot;x"');
  });

  test.each([
    ['no text', []],
    ['a table first', [{ ...plain('甲\t乙'), form: 'row' as const }]],
  ])('a byline is kept where a story has %s', (_what, paragraphs) => {
    const page = pageOf({ byline: { lead: '', credit: '（林晚）' }, paragraphs });
    expect(page.match(/（林晚）/g)).toHaveLength(1);
  });

  test('a byline stands once, before the first words', () => {
    const page = pageOf({ byline: { lead: '本报讯', credit: '' }, paragraphs: [plain('昨天'), plain('今天')] });
    expect(page).toContain('<p><span class="byline">本报讯</span>　昨天</p>');
    expect(page.match(/本报讯/g)).toHaveLength(1);
  });

  test('the contents lead to files whose names hold signs of addresses', () => {
    const file = '1版-01 第#1名 100%.html';
    const page = indexPage(smallIssue, [{ page: 1, section: '要闻', title: HOSTILE, file }]);
    const address = /href="([^"]*)"/.exec(page)![1]!;
    expect(decodeURIComponent(new URL(address, 'file:///x/').pathname)).toBe(`/x/${file}`);
    expect(page).not.toContain('<script');
  });
});

test('plain text has headlines, byline and a line a paragraph', () => {
  const text = articleText(
    story({
      kicker: '引',
      deck: '副',
      byline: { lead: '本报讯', credit: '' },
      paragraphs: [plain('甲'), plain('乙')],
      jump: '转2版',
    }),
    [],
  );
  expect(text).toBe('引\n题\n副\n\n本报讯　甲\n乙\n转2版\n');
});
