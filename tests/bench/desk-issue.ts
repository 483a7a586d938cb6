/** A full page to work on in the window: ten stories with a photograph each, nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Block, Page, PageSpec, Photo } from '../../engine/issue';
import { addAsset, createIssue, issueFrom, readTemplate, saveIssue } from '../../engine/store';
import { galleyText } from './text';

const STORIES = 10;
const PICTURE_ROWS = 5;
const photographs = join('samples', 'chengtang', 'manuscripts');

/** A page of a template's format, filled. */
export interface DeskPage {
  readonly template: string;
  readonly characters: number;
  /** Where the template's own grid would not hold them. */
  readonly spec?: Partial<PageSpec>;
  /** So many pages alike, each with stories of its own; 1 when absent. */
  readonly pages?: number;
}

/** Writes the issue's folder. */
export async function writeDeskIssue(folder: string, { template, characters, spec, pages: count = 1 }: DeskPage): Promise<void> {
  const made = issueFrom(await readTemplate(template), '2026-03-10', 1, count);
  const empty = { ...made, spec: { ...made.spec, ...spec } };
  await createIssue(folder, empty);
  const photos: Photo[] = [];
  const articles: Article[] = [];
  const pages: Page[] = [];
  for (let number = 1; number <= count; number++) {
    const own = await addPhotos(folder, number);
    const stories = writeArticles(own, characters, number);
    photos.push(...own);
    articles.push(...stories);
    const blocks = stories.map((article, index) => storyBlock(article, index, empty.spec, number));
    pages.push({ number, section: '要闻', blocks });
  }
  await saveIssue(folder, { ...empty, photos, articles, pages });
}

async function addPhotos(folder: string, page: number): Promise<Photo[]> {
  const files = readdirSync(photographs).filter((file) => file.endsWith('.jpg'));
  const photos: Photo[] = [];
  for (let i = 0; i < STORIES; i++) {
    const file = files[i % files.length]!;
    const { asset } = await addAsset(folder, readFileSync(join(photographs, file)), 'jpg');
    const about = { caption: '', credit: '', focus: { x: 0.5, y: 0.5 } };
    photos.push({ id: `photo-${page}-${i}`, asset, file, width: 3000, height: 2000, ...about });
  }
  return photos;
}

/** Stories of the same length, paragraph by paragraph from one text. */
function writeArticles(photos: readonly Photo[], characters: number, page: number): Article[] {
  const paragraphs = galleyText(Math.ceil(characters / 2600) + 1)
    .trim()
    .split('\n');
  return photos.map((photo, index) => ({
    id: `article-${page}-${index}`,
    kicker: '',
    headline: [`城东新桥今天通车第${index + 1}日`],
    deck: '',
    byline: { lead: '本报讯', credit: '（记者 江一苇）' },
    paragraphs: takeText(paragraphs, characters / STORIES),
    photos: [photo.id],
    weight: 'auto',
    page,
    jump: '',
    source: '',
  }));
}

function takeText(paragraphs: string[], characters: number): Article['paragraphs'] {
  const taken: Article['paragraphs'][number][] = [];
  for (let left = characters; left > 0; ) {
    const text = paragraphs.shift()!.slice(0, left);
    taken.push({ runs: [{ text, form: 'plain' }] });
    left -= text.length;
  }
  return taken;
}

/** Two stories side by side, five rows of them; a blank row between. */
function storyBlock(article: Article, index: number, spec: PageSpec, page: number): Block {
  const columns = spec.columns / 2;
  const pitch = Math.floor((spec.rows + 1) / (STORIES / 2));
  const headRows = 4;
  const picture = {
    photo: article.photos[0]!,
    column: columns - 1,
    columns: 1,
    row: headRows,
    rows: PICTURE_ROWS,
    captionRows: 0,
  };
  return {
    id: `block-${page}-${index}`,
    content: {
      kind: 'article',
      article: article.id,
      form: {
        head: 'wide',
        size: 0,
        lines: [],
        headRows,
        headColumns: 0,
        deck: false,
        pictures: [picture],
        box: 'none',
        textColumns: 0,
      },
    },
    rect: { column: (index % 2) * columns, row: Math.floor(index / 2) * pitch, columns, rows: pitch - 1 },
    cuts: [],
    locked: false,
  };
}
