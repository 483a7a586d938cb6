/** Desks that work on copies of one issue, and packages of their pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Article, Block, Issue } from '../../engine/issue/types';
import { addAsset, createIssue, openIssue, saveIssue } from '../../engine/store';
import { packPart, type Rule } from '../../engine/store/packages';
import { article, smallIssue } from '../issue/small-issue';
import { form as articleForm } from '../layout/support';
import { temporaryFolder } from './temporary-folder';

export const bytesOf = (text: string) => new TextEncoder().encode(text);
export const byRule = (rule?: Rule) => ({ ruleOf: () => rule, faces: [] });
export const documentOf = (folder: string) => readFileSync(join(folder, 'issue.json'), 'utf8');

export function holding(id: string, articleId: string, row: number): Block {
  const form = articleForm({ head: 'single', deck: false });
  return {
    id,
    content: { kind: 'article', article: articleId, form },
    rect: { column: 0, row, columns: 6, rows: 5 },
    cuts: [],
    locked: false,
  };
}

/** An issue of four pages with a photograph that is there, in a folder. */
export async function newIssue(folder: string): Promise<void> {
  const pages = [1, 2, 3, 4].map((number) => ({ number, section: '要闻', blocks: [] }));
  await createIssue(folder, { ...smallIssue, pages });
  const { asset } = await addAsset(folder, bytesOf('光'), 'jpg');
  await saveIssue(folder, { ...smallIssue, pages, photos: [{ ...smallIssue.photos[0]!, asset }] });
}

export async function change(folder: string, work: (issue: Issue) => Issue): Promise<void> {
  // What is born when is told by the time of a file, which moves on by up to 10 ms at once.
  await setTimeout(15);
  await saveIssue(folder, work(await openIssue(folder)));
}

/** A new article with the desk's next id, alone on a page. */
export const withStory =
  (page: number, headline: string, id = 'a3') =>
  (issue: Issue): Issue => ({
    ...issue,
    articles: [...issue.articles, article(id, headline)],
    pages: issue.pages.map((one) => (one.number === page ? { ...one, blocks: [holding(`b-${id}`, id, 0)] } : one)),
  });

export const withHeadline =
  (id: string, headline: string) =>
  (issue: Issue): Issue => ({
    ...issue,
    articles: issue.articles.map((one): Article => (one.id === id ? { ...one, headline: [headline] } : one)),
  });

export async function desksOf(names: readonly string[]): Promise<{ home: string; main: string; desks: string[] }> {
  const home = temporaryFolder();
  const main = join(home, 'main.banxin');
  await newIssue(main);
  const desks = names.map((name) => join(home, `${name}.banxin`));
  for (const desk of desks) await cp(main, desk, { recursive: true });
  return { home, main, desks };
}

export async function packed(folder: string, part: Parameters<typeof packPart>[1], name: string): Promise<string> {
  const file = join(folder, '..', `${name}.banxinpage`);
  writeFileSync(file, (await packPart(folder, part)).bytes);
  return file;
}
