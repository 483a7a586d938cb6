import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FileOutcome, takeIn } from '../../engine/intake';
import type { Issue } from '../../engine/issue';
import { readIssue } from '../../engine/issue';
import { createIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';

const empty: Issue = { ...smallIssue, articles: [], groups: [], notices: [], advertisements: [], photos: [] };
const FIRST = '河堤添绿\n\n本报讯（通讯员 林小满）河堤上种了一百棵柳树。\n\n居民都来帮忙，三天种完。\n\n明年还要再种一百棵。\n';

async function desk() {
  const folder = temporaryFolder();
  const inbox = temporaryFolder();
  await createIssue(folder, empty);
  let issue = empty;
  const take = async (text: string, update = false, name = '河堤.txt'): Promise<FileOutcome> => {
    writeFileSync(join(inbox, name), text);
    const [outcome] = await takeIn(folder, issue, [join(inbox, name)], {
      inspect: async () => ({ width: 800, height: 600 }),
      focus: async () => undefined,
      progress: () => undefined,
      update,
      keep: async (changed) => {
        issue = readIssue(changed);
      },
    });
    return outcome!;
  };
  return { take, issue: () => issue, set: (changed: Issue) => (issue = changed) };
}

const textsOf = (issue: Issue, at = 0) => issue.articles[at]!.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));

test('a file that changed is told with its differences and changes nothing', async () => {
  const { take, issue } = await desk();
  await take(FIRST);
  const before = issue();
  const outcome = await take(FIRST.replace('一百棵柳树', '二百棵柳树'));
  expect(outcome.status).toBe('changed');
  expect(outcome.changed?.revisions[0]?.parts).toMatchObject([{ field: 'paragraphs', at: 0, byHand: false, bySender: true }]);
  expect(issue()).toEqual(before);
});

test('an update takes the new words and keeps what was done by hand, the form on the page and the photographs', async () => {
  const { take, issue, set } = await desk();
  await take(FIRST);
  const [article] = issue().articles;
  const paragraphs = article!.paragraphs.with(1, { runs: [{ text: '居民来帮忙。', form: 'bold' }] });
  const block = {
    id: 'x1',
    rect: { column: 0, row: 40, columns: 3, rows: 20 },
    cuts: [],
    locked: true,
    content: {
      kind: 'article',
      article: 'a1',
      form: {
        head: 'inside',
        size: 30,
        lines: ['河堤', '添绿'],
        headRows: 5,
        headColumns: 0,
        deck: false,
        pictures: [],
        box: 'none',
        textColumns: 0,
      },
    },
  } as const;
  const pages = issue().pages.with(0, { ...issue().pages[0]!, blocks: [...issue().pages[0]!.blocks, block] });
  set(readIssue({ ...issue(), pages, articles: [{ ...article!, paragraphs, weight: 'lead' }] }));

  const outcome = await take(FIRST.replace('一百棵柳树', '二百棵柳树').replace('河堤添绿', '河堤又添新绿'), true);
  expect(outcome.status).toBe('updated');
  expect(issue().articles).toHaveLength(1);
  expect(textsOf(issue())).toEqual(['河堤上种了二百棵柳树。', '居民来帮忙。', '明年还要再种一百棵。']);
  expect(issue().articles[0]).toMatchObject({ id: 'a1', weight: 'lead', headline: ['河堤又添新绿'] });
  // The headline is broken anew, everything else of the form stays.
  expect(issue().pages[0]?.blocks.at(-1)).toEqual({
    ...block,
    content: { ...block.content, form: { ...block.content.form, lines: [] } },
  });
  expect((await take(FIRST.replace('一百棵柳树', '二百棵柳树').replace('河堤添绿', '河堤又添新绿'))).status).toBe('known');
});

test('another file of the same name is another manuscript', async () => {
  const { take, issue } = await desk();
  await take(FIRST, false, '稿件.txt');
  const outcome = await take('夜市开张\n\n本报讯（记者 何苗）昨晚，东门夜市开张，三十个摊位亮起灯。\n', false, '稿件.txt');
  expect(outcome.status).toBe('imported');
  expect(issue().articles).toHaveLength(2);
});

test('a file that only edits by hand tell apart is known', async () => {
  const { take, issue, set } = await desk();
  await take(FIRST);
  const [article] = issue().articles;
  set({ ...issue(), articles: [{ ...article!, paragraphs: article!.paragraphs.slice(0, 2) }] });
  expect((await take(`${FIRST}\n\n`)).status).toBe('known');
  expect(textsOf(issue())).toHaveLength(2);
});

test('of a file with two articles the changed one waits, a third comes in', async () => {
  const { take, issue } = await desk();
  const second = '\n\n夜市开张\n\n本报讯（记者 何苗）昨晚，东门夜市开张，三十个摊位亮起灯。\n';
  const third = '\n\n旧桥亮灯\n\n本报讯（记者 何苗）昨晚七点，旧铁路桥上的灯第一次亮起，桥头站满了人。\n';
  await take(FIRST + second);
  expect(issue().articles).toHaveLength(2);
  const changed = FIRST + second.replace('三十个', '四十个') + third;
  const outcome = await take(changed);
  expect([outcome.status, outcome.became.map(({ kind }) => kind)]).toEqual(['changed', ['article']]);
  expect(issue().articles).toHaveLength(3);
  expect((await take(changed, true)).status).toBe('updated');
  expect(textsOf(issue(), 1)[0]).toContain('四十个');
  expect(issue().articles).toHaveLength(3);
});

test('captions that the sender changed come with an update, of pictures that are there and of such as have not come', async () => {
  const { take, issue, set } = await desk();
  const captioned = `${FIRST}\n图1：居民在种树\n图2：新栽的柳树\n`;
  await take(captioned);
  const [article] = issue().articles;
  const came = { ...smallIssue.photos[0]!, id: 'p9', file: '河堤 图1.jpg', caption: '居民在种树', credit: '' };
  const { awaited, ...rest } = article!;
  set(readIssue({ ...issue(), photos: [came], articles: [{ ...rest, photos: ['p9'], awaited: awaited!.slice(1) }] }));

  const changed = captioned.replace('居民在种树', '居民在堤上种树').replace('新栽的柳树', '新栽的垂柳');
  expect((await take(changed)).status).toBe('changed');
  expect(issue().photos[0]?.caption).toBe('居民在种树');
  expect((await take(changed)).status).toBe('changed');
  expect((await take(changed, true)).status).toBe('updated');
  expect(issue().photos[0]?.caption).toBe('居民在堤上种树');
  expect(issue().articles[0]?.awaited).toMatchObject([{ number: 2, caption: '新栽的垂柳' }]);
  expect((await take(changed)).status).toBe('known');
});

test('an update keeps what was changed by hand in a notice and takes what the sender changed', async () => {
  const { take, issue, set } = await desk();
  const notice = '联系我们\n新闻热线：88001122\n投稿邮箱：duzhe@example.com\n';
  await take(`${FIRST}\n${notice}`);
  expect(issue().notices).toHaveLength(1);
  set(readIssue({ ...issue(), notices: [{ ...issue().notices[0]!, title: '本报热线' }] }));
  const outcome = await take(`${FIRST}\n${notice.replace('88001122', '88003344')}`, true);
  expect(outcome.status).toBe('updated');
  expect(issue().notices[0]).toMatchObject({ title: '本报热线' });
  expect(JSON.stringify(issue().notices[0]?.entries)).toContain('88003344');
  expect((await take(`${FIRST}\n${notice.replace('88001122', '88003344')}\n`)).status).toBe('known');
  expect(issue().notices[0]).toMatchObject({ title: '本报热线' });
});
