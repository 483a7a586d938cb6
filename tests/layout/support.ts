import type { DisplayItem, DisplayPage } from '../../engine/display/types';
import type { Article, ArticleForm, Block, Issue, Photo } from '../../engine/issue/types';
import type { TextContext } from '../../engine/layout/context';
import { makeGrid } from '../../engine/layout/grid';
import { textStyle } from '../../engine/layout/text-style';
import { fakeFonts } from '../fake-font';
import { SIKAI } from '../sikai';

export const fonts = fakeFonts();

export const sikai = SIKAI;

/** What running text of a 四开 page is set with. */
export const textContext: TextContext = { grid: makeGrid(sikai), fonts, text: textStyle() };

export function article(id: string, more: Partial<Article> = {}): Article {
  return {
    id,
    kicker: '',
    headline: [],
    deck: '',
    byline: { lead: '', credit: '' },
    paragraphs: [],
    photos: [],
    weight: 'auto',
    page: 0,
    jump: '',
    source: '',
    ...more,
  };
}

export function plain(...texts: string[]): Article['paragraphs'] {
  return texts.map((text) => ({ runs: [{ text, form: 'plain' }] }));
}

export function photo(id: string, more: Partial<Photo> = {}): Photo {
  return {
    id,
    asset: `${id}.jpg`,
    file: `${id}.jpg`,
    width: 3000,
    height: 2000,
    caption: '',
    credit: '',
    focus: { x: 0.5, y: 0.5 },
    ...more,
  };
}

export function form(more: Partial<ArticleForm> = {}): ArticleForm {
  return {
    head: 'second',
    size: 0,
    lines: [],
    headRows: 0,
    headColumns: 0,
    deck: true,
    pictures: [],
    box: 'none',
    textColumns: 0,
    ...more,
  };
}

/** A block over columns `from … to` and rows `first … last`, counted from 1 as the design counts. */
export function block(id: string, from: number, to: number, first: number, last: number, content: Block['content']): Block {
  const rect = { column: from - 1, row: first - 1, columns: to - from + 1, rows: last - first + 1 };
  return { id, content, rect, cuts: [], locked: false };
}

export function issue(more: Partial<Issue> = {}): Issue {
  return {
    format: 'banxin-issue',
    version: 1,
    template: 'sikai',
    paper: {
      name: '青桐里报',
      pinyin: 'QINGTONGLI BAO',
      kind: 'newspaper',
      licence: 'CN 00-0000',
      authority: '青桐街道办事处',
      sponsor: '青桐里居委会',
      publisher: '青桐里报编辑部',
      printer: '青桐印务',
      address: '青桐路1号',
      hotline: '000-0000',
      email: 'a@example.com',
      price: '免费',
      frequency: '每月5日出版',
      editor: '甲一',
      designer: '乙二',
      proofreader: '丙三',
      accent: { c: 0, m: 1, y: 0.95, k: 0.1 },
      accentSpot: '专色红',
    },
    date: '2025-01-10',
    number: 2,
    total: 186,
    spec: sikai,
    articles: [],
    photos: [],
    groups: [],
    notices: [],
    advertisements: [],
    pages: [],
    ...more,
  };
}

export function itemsOf(page: DisplayPage, id: string): readonly DisplayItem[] {
  return page.groups.find((group) => group.block === id)?.items ?? [];
}

/** All characters that items show, in order, white space left out. */
export function shownText(items: readonly DisplayItem[]): string {
  return items
    .flatMap((item) => (item.kind === 'glyphs' ? [String.fromCodePoint(...item.text)] : []))
    .join('')
    .replace(/\s/g, '');
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What an item inks, points. */
export function inkBounds(item: DisplayItem): Bounds[] {
  switch (item.kind) {
    case 'glyphs':
      return [...item.glyphs].flatMap((glyph, i) => {
        const ink = fonts.face(item.face).inkOf(glyph);
        if (!ink) return [];
        const scale = item.size / 1000;
        const stretch = item.stretch ?? 1;
        const { x, y } = { x: item.x[i], y: item.y };
        if (item.rotate)
          return [
            { left: x - ink.yMin * scale, top: y + ink.xMin * scale, right: x + ink.yMax * scale, bottom: y + ink.xMax * scale },
          ];
        return [
          {
            left: x + ink.xMin * scale * stretch,
            top: y - ink.yMax * scale,
            right: x + ink.xMax * scale * stretch,
            bottom: y - ink.yMin * scale,
          },
        ];
      });
    case 'rule': {
      const half = item.weight / 2;
      const [across, down] = item.y1 === item.y2 ? [0, half] : [half, 0];
      return [{ left: item.x1 - across, right: item.x2 + across, top: item.y1 - down, bottom: item.y2 + down }];
    }
    case 'frame': {
      const half = item.weight / 2;
      return [
        { left: item.x - half, top: item.y - half, right: item.x + item.width + half, bottom: item.y + item.height + half },
      ];
    }
    case 'disc':
      return [
        { left: item.cx - item.radius, top: item.cy - item.radius, right: item.cx + item.radius, bottom: item.cy + item.radius },
      ];
    default:
      return [{ left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height }];
  }
}
