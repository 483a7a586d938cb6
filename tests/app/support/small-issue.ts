/** An issue of two small pages that the window shows whole in their real size: stories, photographs, a group, a notice. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, ArticleForm, Block, BlockContent, GridRect, Issue, Photo } from '../../../engine/issue';
import { python, run } from '../../fonts/tools';
import { root } from '../launch';

const program = join(root, process.env.BANXIN_OUT ?? 'dist', 'banxin.js');
const photographs = join(root, 'samples/chengtang/manuscripts');

const SPEC = { width: 188, height: 192, bleed: 3, top: 9, left: 8.3, columns: 5, columnChars: 10, gapChars: 1, rows: 44 };
const LANTERNS =
  '傍晚六点，长堤上的灯从东头亮到西头。管灯的老秦提着工具袋走了两里路，把不亮的十七盏记在本子上。他说，灯亮了，散步的人就多，卖糖粥的摊子也肯多摆半个钟头。第二天一早，换灯的小车停在桥下，三个人干到中午。';
const DESK =
  '湖畔书屋收到一张用了五十年的榆木书桌。何老师在这张桌子上批过作业，也写过给学生的信。管理员把桌面擦净、桌腿垫平，放在靠窗的位置，当天下午就有三个孩子围着它写字。';
const MARKET = '摆了十年的路边菜摊，上周搬进了老粮站改成的小菜场。二十四个摊位编了号，秤是新校过的，地面每天冲洗两遍。';

/** Stories of the issue, by what hands look for in the library. */
export const TITLES = {
  lanterns: '长堤晚灯',
  desk: '旧书桌',
  market: '菜摊进屋',
  lead: '雪落长街',
  group: '图片新闻',
  notice: '征稿启事',
};

/** Makes it in a folder. */
export function makeSmallIssue(folder: string): void {
  run('node', [program, 'new', folder, '--template', 'sikai', '--pages', '4', '--date', '2026-03-10', '--number', '2']);
  const file = join(folder, 'issue.json');
  const made = JSON.parse(readFileSync(file, 'utf8')) as Issue;
  mkdirSync(join(folder, 'assets'), { recursive: true });
  const photos = ['2版-图1 海湾灯火', '2版-图3 雪山与湖', '2版-图4 水獭', '2版-图5 古剧场', '3版 旧铁路桥亮灯 图1'].map(
    (name, at) => photo(`p${at + 1}`, join(folder, 'assets'), `${name}.jpg`),
  );
  const articles = [
    story('a1', TITLES.lanterns, LANTERNS.repeat(4), { photos: ['p1'] }),
    story('a2', `湖畔书屋添了一张${TITLES.desk}`, DESK.repeat(3), {}),
    story('a3', TITLES.market, MARKET.repeat(7), {}),
    story('a4', TITLES.lead, LANTERNS.repeat(3), { kicker: '入冬第一场雪', deck: '养路工扫到半夜' }),
  ];
  const groups: Issue['groups'] = [
    {
      id: 'g1',
      label: TITLES.group,
      pictures: [2, 3, 4].map((of, at) => ({ number: at + 1, photo: `p${of}` })),
      caption: '图①远山头场雪。图②水獭晒太阳。图③老戏台修好了。',
      credit: '林晚 周渡 摄',
      ...NOWHERE,
    },
  ];
  const notices: Issue['notices'] = [
    {
      id: 'n1',
      title: TITLES.notice,
      text: '写写你家门口的事，八百字以内，附一张照片更好。',
      entries: [{ label: '投稿邮箱', value: 'tougao@example.com', kind: 'email' }],
      ...NOWHERE,
    },
  ];
  const picture = { photo: 'p1', column: 2, columns: 1, row: 5, rows: 7, captionRows: 1 };
  const pages = made.pages.map((page) => ({
    ...page,
    blocks: [...furniture(page.number), ...(BLOCKS(picture)[page.number] ?? [])],
  }));
  const spec = { ...made.spec, ...SPEC };
  writeFileSync(file, JSON.stringify({ ...made, spec, articles, photos, groups, notices, pages }));
}

const NOWHERE = { page: 0, source: '' } as const;

const BLOCKS = (picture: ArticleForm['pictures'][number]): Readonly<Record<number, readonly Block[]>> => ({
  1: [
    block('b4', { kind: 'article', article: 'a4', form: form({ head: 'lead' }) }, [0, 11, 5, 17]),
    block('b6', { kind: 'notice', notice: 'n1' }, [0, 29, 3, 12]),
  ],
  2: [
    block('b1', { kind: 'article', article: 'a1', form: form({ pictures: [picture] }) }, [0, 4, 3, 20]),
    block('b2', { kind: 'article', article: 'a2', form: form({}) }, [3, 4, 2, 20]),
    block('b5', { kind: 'group', group: 'g1' }, [0, 25, 2, 16]),
    block('b3', { kind: 'article', article: 'a3', form: form({}) }, [2, 25, 3, 19]),
  ],
});

function furniture(page: number): readonly Block[] {
  if (page > 1) return [{ ...block(`f${page}`, { kind: 'folio' }, [0, 0, 5, 3]), locked: true }];
  const masthead = block('m', { kind: 'masthead' }, [0, 0, 5, 10]);
  return [masthead, block('i', { kind: 'imprint' }, [0, 42, 5, 2])].map((each) => ({ ...each, locked: true }));
}

function block(
  id: string,
  content: BlockContent,
  [column, row, columns, rows]: readonly [number, number, number, number],
): Block {
  const rect: GridRect = { column, row, columns, rows };
  return { id, content, rect, cuts: [], locked: false };
}

function form(more: Partial<ArticleForm>): ArticleForm {
  const planned = { head: 'second', size: 0, lines: [], headRows: 0, headColumns: 0, deck: true, pictures: [] } as const;
  return { ...planned, box: 'none', textColumns: 0, ...more };
}

function story(id: string, title: string, text: string, more: Partial<Article>): Article {
  const words = { kicker: '', headline: [title], deck: '', byline: { lead: '本报讯', credit: '（通讯员 林小满）' }, jump: '' };
  const paragraphs = text
    .split(/(?<=。)(?=第二天|当天|二十四)/)
    .map((part) => ({ runs: [{ text: part, form: 'plain' as const }] }));
  return { id, ...words, paragraphs, photos: [], weight: 'auto', ...NOWHERE, ...more };
}

/** A photograph of the sample, reduced to what a small page needs; `name` is its file's. */
function photo(id: string, assets: string, name: string): Photo {
  const small = join(assets, `${id}.jpg`);
  const [width, height] = python<[number, number]>(REDUCE, [join(photographs, name), small]);
  const asset = `${createHash('sha256').update(readFileSync(small)).digest('hex')}.jpg`;
  renameSync(small, join(assets, asset));
  return { id, asset, file: name, width, height, caption: '长堤的灯', credit: '周渡 摄', focus: { x: 0.5, y: 0.5 } };
}

const REDUCE = `
import json, sys
from PIL import Image
picture = Image.open(sys.argv[1])
picture.thumbnail((640, 640))
picture.save(sys.argv[2], quality=90)
print(json.dumps(picture.size))
`;
