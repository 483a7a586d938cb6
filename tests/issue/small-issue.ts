import type { Article, Block, Issue, Photo } from '../../engine/issue/types';
import { SIKAI } from '../sikai';

export const article = (id: string, headline: string): Article => ({
  id,
  kicker: '',
  headline: [headline],
  deck: '',
  byline: { lead: '本报讯', credit: '（通讯员 林小满）' },
  paragraphs: [{ runs: [{ text: '河堤上的柳树又添了一百棵。', form: 'plain' }] }],
  photos: [],
  weight: 'auto',
  page: 0,
  jump: '',
  source: '',
});

export const photo = (id: string): Photo => ({
  id,
  asset: `${id.charCodeAt(1).toString(16).padStart(64, '0')}.jpg`,
  file: `${id}.jpg`,
  width: 3000,
  height: 2000,
  caption: '',
  credit: '',
  focus: { x: 0.5, y: 0.5 },
});

export const block = (id: string, row: number): Block => ({
  id,
  content: { kind: 'folio' },
  rect: { column: 0, row, columns: 6, rows: 3 },
  cuts: [],
  locked: false,
});

/** Two pages, two articles, a photograph in a group of two, a notice and an advertisement. */
export const smallIssue: Issue = {
  format: 'banxin-issue',
  version: 1,
  template: 'sikai',
  paper: {
    name: '柳岸小报',
    pinyin: 'LIU AN XIAO BAO',
    kind: 'newspaper',
    licence: 'CN 00-0000',
    authority: '甲',
    sponsor: '乙',
    publisher: '丙',
    printer: '丁',
    address: '柳岸路1号',
    hotline: '000',
    email: 'a@example.com',
    price: '',
    frequency: '',
    editor: '',
    designer: '',
    proofreader: '',
    accent: { c: 0, m: 1, y: 0.95, k: 0.1 },
    accentSpot: '专色红',
  },
  date: '2024-02-29',
  number: 3,
  total: 120,
  spec: SIKAI,
  articles: [article('a1', '河堤添绿'), article('a2', '夜市开张')],
  photos: [photo('p1')],
  groups: [
    {
      id: 'g1',
      pictures: [
        { number: 1, photo: 'p1' },
        { number: 2, photo: '' },
      ],
      caption: '图①河堤。图②夜市。',
      credit: '',
      label: '图片新闻',
      page: 0,
      source: '',
    },
  ],
  notices: [{ id: 'n1', title: '', text: '', entries: [{ label: '热线', value: '000', kind: 'phone' }], page: 0, source: '' }],
  advertisements: [{ id: 'd1', label: '广告', title: '米面', lines: [], photo: '', columns: 0, rows: 0, page: 0, source: '' }],
  pages: [
    { number: 1, section: '要闻', blocks: [block('b1', 0), block('b2', 10)] },
    { number: 2, section: '副刊', blocks: [block('b3', 0)] },
  ],
};
