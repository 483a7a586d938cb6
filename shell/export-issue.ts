/** Writes what stands on an issue's pages as text and web pages with pictures, into a folder of its own. */
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../engine/errors';
import { type Article, type BlockContent, contentIds, type Id, type Issue, type Photo } from '../engine/issue';
import { exists, makeFolder, readAsset, writeWhole } from '../engine/store';
import { articlePage, articleText, type IndexEntry, indexPage } from './article-pages';

export interface Exported {
  readonly folder: string;
  readonly articles: number;
  readonly pictures: number;
  /** Files of photographs that could not be read. */
  readonly missing: readonly string[];
}

export const EXPORT_DRAFT = '.banxin-export-';
const PICTURES = 'pictures';
/** Characters of a headline in a file's name. */
const MOST_OF_TITLE = 30;

/**
 * All of it or nothing: the folder comes into being under another name. Throws InputError: no article on any page, a folder
 * that is there already (`store.exists`), a disk that fails.
 */
export async function exportIssue(folder: string, issue: Issue, output: string, force: boolean): Promise<Exported> {
  const published = publishedArticles(issue);
  if (published.length === 0) throw new InputError('shell.nothingPublished', { file: folder });
  if (!force && (await exists(output))) throw new InputError('store.exists', { file: output });
  const draft = join(dirname(output), `${EXPORT_DRAFT}${process.pid}-${basename(output).slice(0, 40)}`);
  await makeFolder(join(draft, PICTURES));
  try {
    const exported = await writeAll(folder, issue, published, draft);
    await swapIn(draft, output);
    return { folder: output, ...exported };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The old folder goes when the new one stands. */
async function swapIn(draft: string, output: string): Promise<void> {
  const old = `${draft}-old`;
  const replaces = await exists(output);
  if (replaces) await rename(output, old);
  try {
    await rename(draft, output);
  } catch (error) {
    if (replaces) await rename(old, output);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

interface Published {
  readonly article: Article;
  readonly page: number;
  readonly section: string;
}

/** Articles in the order of the pages and of their places on them: from the top, from the left. */
function publishedArticles(issue: Issue): readonly Published[] {
  return issue.pages.flatMap(({ number: page, section, blocks }) => {
    const inOrder = [...blocks].sort((one, other) => one.rect.row - other.rect.row || one.rect.column - other.rect.column);
    return inOrder.flatMap(({ content }) => articlesOf(issue, content)).map((article) => ({ article, page, section }));
  });
}

/** Articles of a block; a photo group reads as one, its caption being the text. */
function articlesOf(issue: Issue, content: BlockContent): readonly Article[] {
  if (content.kind === 'article' || content.kind === 'briefs')
    return contentIds(content).flatMap((id) => issue.articles.filter((article) => article.id === id));
  const group = content.kind === 'group' ? issue.groups.find(({ id }) => id === content.group) : undefined;
  if (!group) return [];
  const { id, label, caption, credit, pictures, page, source } = group;
  const words = [caption, credit].filter((text) => text !== '');
  return [
    {
      id,
      kicker: '',
      headline: [label],
      deck: '',
      byline: { lead: '', credit: '' },
      paragraphs: words.map((text) => ({ runs: [{ text, form: 'plain' }] })),
      photos: pictures.map(({ photo }) => photo).filter((photo) => photo !== ''),
      weight: 'auto',
      page,
      jump: '',
      source,
    },
  ];
}

async function writeAll(folder: string, issue: Issue, published: readonly Published[], draft: string) {
  const pictures = new Pictures(folder, draft);
  const entries: IndexEntry[] = [];
  for (const [index, { article, page, section }] of published.entries()) {
    const title = article.headline.join(' ') || article.kicker || article.id;
    const stem = `${page}版-${String(index + 1).padStart(2, '0')} ${fileTitle(title)}`.trim();
    const photos = article.photos.flatMap((id: Id) => issue.photos.filter((photo) => photo.id === id));
    const addresses: (string | undefined)[] = [];
    for (const photo of photos) addresses.push(await pictures.addressOf(photo));
    await writeWhole(join(draft, `${stem}.txt`), articleText(article, photos));
    await writeWhole(join(draft, `${stem}.html`), articlePage(issue, article, photos, addresses));
    entries.push({ page, section, title, file: `${stem}.html` });
  }
  await writeWhole(join(draft, 'index.html'), indexPage(issue, entries));
  return { articles: published.length, pictures: pictures.count, missing: pictures.missing };
}

/** Characters that some system does not allow in a name are left out. */
function fileTitle(title: string): string {
  return [...title.replace(/[\p{Cc}/\\:*?"<>|]+/gu, ' ').trim()]
    .slice(0, MOST_OF_TITLE)
    .join('')
    .replace(/[. ]+$/, '');
}

/** Each photograph is written once, with the first article that shows it. */
class Pictures {
  count = 0;
  readonly missing: string[] = [];
  private readonly written = new Map<string, string | undefined>();

  constructor(
    private readonly folder: string,
    private readonly draft: string,
  ) {}

  async addressOf({ asset, preview, file }: Photo): Promise<string | undefined> {
    const shown = preview ?? asset;
    if (this.written.has(shown)) return this.written.get(shown);
    const address = await this.write(shown);
    if (address === undefined) this.missing.push(file);
    this.written.set(shown, address);
    return address;
  }

  private async write(asset: string): Promise<string | undefined> {
    try {
      const { screenPicture } = await import('../engine/press/node/screen-picture');
      const picture = await screenPicture(await readAsset(this.folder, asset));
      if (!picture) return undefined;
      const name = `${PICTURES}/${String(this.count + 1).padStart(2, '0')}.jpg`;
      await writeWhole(join(this.draft, name), picture);
      this.count++;
      return name;
    } catch (error) {
      if (error instanceof InputError && (error.code === 'store.notFound' || error.code === 'store.assetChanged'))
        return undefined;
      throw error;
    }
  }
}
