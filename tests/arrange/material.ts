/** Issues for tests: a paper of so many pages and whatever material a test asks for. */
import type { Advertisement, Article, Block, Issue, Notice, Page, PageSpec, Photo, PhotoGroup } from '../../engine/issue/types';
import { SIKAI } from '../sikai';

export { SIKAI };

export interface Material {
  readonly articles?: readonly Partial<Article>[];
  readonly photos?: readonly Partial<Photo>[];
  readonly groups?: readonly Partial<PhotoGroup>[];
  readonly notices?: readonly Partial<Notice>[];
  readonly advertisements?: readonly Partial<Advertisement>[];
  readonly pages?: number;
  readonly spec?: PageSpec;
}

export function makeIssue(material: Material): Issue {
  const spec = material.spec ?? SIKAI;
  const number = <T>(list: readonly T[] | undefined, prefix: string) =>
    (list ?? []).map((one, index) => ({ ...one, id: `${prefix}${index + 1}` }));
  return {
    format: 'banxin-issue',
    version: 1,
    template: 'sikai',
    paper: PAPER,
    date: '2025-03-10',
    number: 5,
    total: 105,
    spec,
    articles: number(material.articles, 'a').map((one) => ({ ...ARTICLE, ...one })),
    photos: number(material.photos, 'p').map((one) => ({ ...PHOTO, ...one })),
    groups: number(material.groups, 'g').map((one) => ({ ...GROUP, ...one })),
    notices: number(material.notices, 'n').map((one) => ({ ...NOTICE, ...one })),
    advertisements: number(material.advertisements, 'd').map((one) => ({ ...ADVERTISEMENT, ...one })),
    pages: Array.from({ length: material.pages ?? 1 }, (_, index) => makePage(index + 1, spec)),
  };
}

/** An article of so many characters in paragraphs of a hundred. */
export function story(chars: number, more: Partial<Article> = {}): Partial<Article> {
  const paragraphs: Article['paragraphs'][number][] = [];
  for (let left = chars; left > 0; left -= 100)
    paragraphs.push({ runs: [{ text: '字'.repeat(Math.min(100, left)), form: 'plain' }] });
  return { paragraphs, ...more };
}

function makePage(number: number, spec: PageSpec): Page {
  const across = (row: number, rows: number) => ({ column: 0, row, columns: spec.columns, rows });
  const furniture = (id: string, kind: 'masthead' | 'folio' | 'imprint', row: number, rows: number): Block => ({
    id: `f${number}-${id}`,
    content: { kind },
    rect: across(row, rows),
    cuts: [],
    locked: true,
  });
  const blocks =
    number === 1
      ? [furniture('m', 'masthead', 0, 12), furniture('i', 'imprint', spec.rows - 2, 2)]
      : [furniture('f', 'folio', 0, 3)];
  return { number, section: '要闻', blocks };
}

const PAPER: Issue['paper'] = {
  name: '试验报',
  pinyin: 'SHIYAN BAO',
  kind: 'newspaper',
  licence: 'CN 00-0000',
  authority: '',
  sponsor: '',
  publisher: '',
  printer: '',
  address: '',
  hotline: '',
  email: '',
  price: '',
  frequency: '',
  editor: '',
  designer: '',
  proofreader: '',
  accent: { c: 0, m: 1, y: 0.95, k: 0.1 },
  accentSpot: '专色红',
};

const ARTICLE: Omit<Article, 'id'> = {
  kicker: '',
  headline: ['社区食堂开张'],
  deck: '',
  byline: { lead: '', credit: '' },
  paragraphs: [],
  photos: [],
  weight: 'auto',
  page: 0,
  jump: '',
  source: '',
};

const PHOTO: Omit<Photo, 'id'> = {
  asset: `${'0'.repeat(64)}.jpg`,
  file: 'a.jpg',
  width: 1500,
  height: 1000,
  caption: '老街晨光',
  credit: '',
  focus: { x: 0.5, y: 0.5 },
};

const GROUP: Omit<PhotoGroup, 'id'> = { pictures: [], caption: '', credit: '', label: '图片新闻', page: 0, source: '' };
const NOTICE: Omit<Notice, 'id'> = { title: '征稿', text: '', entries: [], page: 0, source: '' };
const ADVERTISEMENT: Omit<Advertisement, 'id'> = {
  label: '公益广告',
  title: '守望相助',
  lines: [],
  photo: '',
  columns: 0,
  rows: 0,
  page: 0,
  source: '',
};
