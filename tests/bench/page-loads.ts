/** Page loads from nothing: stories, pictures, notices and advertisements in the measures that a page may hold. Seeded. */
import { createRandom, type Random } from '../../engine/arrange/random';
import type { Advertisement, Article, Issue, Notice, Photo, PhotoGroup } from '../../engine/issue/types';
import { issueFrom } from '../../engine/store/new-issue';
import type { Template } from '../../engine/store/templates';
import { galleyText } from './text';

export interface PageLoad {
  readonly name: string;
  readonly issue: Issue;
  readonly page: number;
}

/** Width to height of the photographs that come in. */
const SHAPES = [1.5, 1.5, 1.33, 1.33, 1.78, 0.75, 0.67, 1, 2.1];
/** Share of a page that its text, and text and pictures together, take by rough counting. */
const TEXT_SHARE = { least: 0.4, most: 0.75 };
/** Every fourth load is meant to be too little or too much. */
const EXTREME_SHARE = { least: 0.3, most: 0.95 };
const LEAST_CHARS = 60;
const MOST_CHARS = 3000;

/** The load of one page; every second stands on an inner page, every third has advertisements. */
export function pageLoad(template: Template, seed: number): PageLoad {
  const random = createRandom(seed);
  const between = (least: number, most: number) => Math.floor(least + random() * (most - least + 1));
  const page = seed % 2 === 0 ? 1 : 2;
  const base = issueFrom(template, '2026-03-10', 5, 2);
  const photos = Array.from({ length: between(0, 8) }, (_, index) => photo(index, random));
  const grouped = photos.length >= 3 && random() < 0.4 ? photos.slice(0, between(3, Math.min(6, photos.length))) : [];
  const single = photos.slice(grouped.length);
  const advertisements = seed % 3 === 0 ? [advertisement(template, random, page)] : [];
  const notices = random() < 0.3 ? [notice(page)] : [];
  const share = seed % 4 === 3 ? extremeShare(random) : usualShare(random, photos.length);
  const lengths = storyLengths(template, random, between(3, 14), share, advertisements);
  const owners = single.map(() => between(0, Math.min(lengths.length, 5) - 1));
  const articles = lengths.map((chars, index) => article(index, chars, random, page, photosOf(single, owners, index)));
  const groups: PhotoGroup[] =
    grouped.length === 0
      ? []
      : [
          {
            id: 'g1',
            pictures: grouped.map(({ id }, index) => ({ number: index + 1, photo: id })),
            caption: grouped.map((_, index) => `图${'①②③④⑤⑥'[index]}居民在社区广场参加活动。`).join(''),
            credit: '沈禾 摄',
            label: '图片新闻',
            page,
            source: '',
          },
        ];
  const kinds = `${lengths.length} stories, ${photos.length} pictures${advertisements.length > 0 ? ', ad' : ''}`;
  return {
    name: `${template.label} ${seed}: ${kinds}`,
    page,
    issue: { ...base, articles, photos, groups, notices, advertisements },
  };
}

function photosOf(photos: readonly Photo[], owners: readonly number[], index: number): string[] {
  return photos.filter((_, at) => owners[at] === index).map(({ id }) => id);
}

/** The more pictures, the less text. */
function usualShare(random: Random, pictures: number): number {
  return TEXT_SHARE.most - random() * (TEXT_SHARE.most - TEXT_SHARE.least) * Math.min(1, pictures / 5 + 0.15);
}

function extremeShare(random: Random): number {
  return EXTREME_SHARE.least + random() * (EXTREME_SHARE.most - EXTREME_SHARE.least);
}

/** Lengths that together fill a share of the page, the longest first. */
function storyLengths(
  { spec }: Template,
  random: Random,
  count: number,
  share: number,
  advertisements: readonly Advertisement[],
): number[] {
  const bought = advertisements.reduce((sum, { columns, rows }) => sum + columns * rows, 0) / (spec.columns * spec.rows);
  const whole = spec.columns * spec.rows * spec.columnChars * 0.9;
  const chars = whole * (share - bought - count * 0.008);
  const weights = Array.from({ length: count }, () => 0.08 + random() ** 2);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights
    .map((weight) => Math.round(Math.min(MOST_CHARS, Math.max(LEAST_CHARS, (chars * weight) / sum))))
    .sort((a, b) => b - a);
}

function photo(index: number, random: Random): Photo {
  const shape = SHAPES[Math.floor(random() * SHAPES.length)]!;
  const width = 2400;
  const caption = random() < 0.7 ? '社区志愿者在广场为居民义务修理家电。' : '';
  return {
    id: `p${index + 1}`,
    asset: `${'0'.repeat(63)}${index}.jpg`,
    file: `图${index + 1}.jpg`,
    width,
    height: Math.round(width / shape),
    caption,
    credit: caption === '' ? '' : '本报记者 程远 摄',
    focus: { x: 0.5, y: 0.5 },
  };
}

const NOUNS = ['食堂', '老街', '书屋', '桥头', '球场', '菜场', '公园', '学校', '驿站', '河道'];
const VERBS = ['今日开张', '焕然一新', '请来新邻居', '办起读书会', '添了无障碍坡道', '用上太阳能', '评出好楼长', '迎来首场雪'];

function article(index: number, chars: number, random: Random, page: number, photos: readonly string[]): Article {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const headline = `城东${pick(NOUNS)}${pick(VERBS)}${random() < 0.4 ? ` ${pick(NOUNS)}${pick(VERBS)}` : ''}`;
  return {
    id: `a${index + 1}`,
    kicker: random() < 0.4 ? '统一思想 精细谋划' : '',
    headline: headline.split(' '),
    deck: random() < 0.25 ? '三个月走访八百户居民' : '',
    byline: { lead: '本报讯', credit: '（通讯员 周禾）' },
    paragraphs: storyText(chars, random).map((text) => ({ runs: [{ text, form: 'plain' }] })),
    photos,
    weight: 'auto',
    page,
    jump: '',
    source: '',
  };
}

const TEXT = galleyText(6).replaceAll('\n', '');

function storyText(chars: number, random: Random): string[] {
  const from = Math.floor(random() * (TEXT.length - MOST_CHARS));
  const text = TEXT.slice(from, from + chars - 1);
  const paragraphs: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = text.length - at < 120 ? text.length - at : 60 + Math.floor(random() * 140);
    paragraphs.push(`${text.slice(at, at + length)}。`);
    at += length;
  }
  return paragraphs;
}

function notice(page: number): Notice {
  const entries = [
    { label: '新闻热线', value: '0000-5550128', kind: 'phone' as const },
    { label: '投稿邮箱', value: 'tougao@example.com', kind: 'email' as const },
  ];
  return { id: 'n1', title: '征稿启事', text: '欢迎居民投稿。', entries, page, source: '' };
}

function advertisement({ spec }: Template, random: Random, page: number): Advertisement {
  const sizes = [
    [spec.columns, 12],
    [spec.columns / 2, 18],
    [spec.columns - 2, 10],
    [2, 14],
  ] as const;
  const [columns, rows] = sizes[Math.floor(random() * sizes.length)]!;
  return { id: 'd1', label: '广告', title: '澄塘超市', lines: ['电话 0000-5550128'], photo: '', columns, rows, page, source: '' };
}

/** Material of several pages with no page asked for. */
export function issueLoad(template: Template, pages: number, seed: number): Issue {
  const loads = Array.from({ length: pages }, (_, index) => pageLoad(template, seed * pages + index).issue);
  const all = loads.map((load, index) => rename(load, `${index + 1}-`));
  return {
    ...issueFrom(template, '2026-03-10', 5, pages),
    articles: all.flatMap(({ articles }) => articles),
    photos: all.flatMap(({ photos }) => photos),
    groups: all.flatMap(({ groups }) => groups),
    notices: all.flatMap(({ notices }) => notices).slice(0, 1),
    advertisements: all.flatMap(({ advertisements }) => advertisements),
  };
}

function rename({ articles, photos, groups, notices, advertisements }: Issue, prefix: string) {
  const own = (id: string) => `${prefix}${id}`;
  const free = <T extends { readonly id: string }>(one: T) => ({ ...one, id: own(one.id), page: 0 });
  return {
    articles: articles.map((one) => ({ ...free(one), photos: one.photos.map(own) })),
    photos: photos.map((one) => ({ ...one, id: own(one.id) })),
    groups: groups.map((one) => ({
      ...free(one),
      pictures: one.pictures.map(({ number, photo }) => ({ number, photo: own(photo) })),
    })),
    notices: notices.map(free),
    advertisements: advertisements.map(free),
  };
}
