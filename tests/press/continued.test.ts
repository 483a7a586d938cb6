/** A story over several blocks and pages in press files, as outside programs read them. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Block, BlockContent, Issue } from '../../engine/issue/types';
import { pressIssue } from '../../engine/press/node/press-issue';
import { createIssue, readTemplate } from '../../engine/store';
import { article, form } from '../layout/support';
import { outside } from './support';

/** Every sentence once, so that their order tells whether the text is whole. */
const SENTENCES = Array.from({ length: 150 }, (_, at) => `第${at}棵柳树栽在河堤的弯处。`);
const paragraphs = Array.from({ length: 15 }, (_, at) => ({
  runs: [{ text: SENTENCES.slice(at * 10, at * 10 + 10).join(''), form: 'plain' as const }],
}));
const STORY = article('a1', { headline: ['河堤上的一百五十棵柳树'], paragraphs });
const OTHER = article('a2', {
  headline: ['渡口'],
  paragraphs: [{ runs: [{ text: '渡口换了新的缆绳。'.repeat(40), form: 'plain' }] }],
});

const bare = { pictures: [], box: 'none', textColumns: 0 } as const;
const begins = (across = false): BlockContent => ({
  kind: 'article',
  article: 'a1',
  form: form({ head: 'lead', ...(across && { across }) }),
});
const goesOn = (part: number): BlockContent => ({ kind: 'continuation', article: 'a1', part, form: bare });

function block(id: string, column: number, row: number, columns: number, rows: number, content: BlockContent): Block {
  return { id, content, rect: { column, row, columns, rows }, cuts: [], locked: false };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-continued-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Text of each press file, without white space, in the order of their names. */
async function pressed(name: string, pages: readonly (readonly Block[])[], imposed = false): Promise<string[]> {
  const template = await readTemplate('sikai');
  const folio = (number: number) => ({ ...block(`f${number}`, 0, 0, 6, 3, { kind: 'folio' }), locked: true });
  const issue: Issue = {
    format: 'banxin-issue',
    version: 1,
    template: 'sikai',
    paper: { ...template.paper, arranging: { jumps: true } },
    date: '2026-03-10',
    number: 5,
    total: 5,
    spec: template.spec,
    articles: [STORY, OTHER],
    photos: [],
    groups: [],
    notices: [],
    advertisements: [],
    pages: pages.map((blocks, at) => ({ number: at + 1, section: '要闻', blocks: [folio(at + 1), ...blocks] })),
  };
  const issueFolder = join(folder, `${name}.banxin`);
  await createIssue(issueFolder, issue);
  const settings = { standard: 'pdfx4', proof: false, files: imposed ? 'sheets' : 'pages', spot: false, force: false } as const;
  const { files, findings } = await pressIssue(issueFolder, join(folder, name), settings, () => {});
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const texts = files.map(async ({ file }) =>
    outside('pdftotext', ['-raw', 'FILE', '-'], await readFile(file)).replace(/\s/g, ''),
  );
  return Promise.all(texts);
}

/** Sentences in the order in which a text has them. */
const told = (text: string) => text.match(/第\d+棵柳树栽在河堤的弯处。/gu) ?? [];

it('is read part by part on its page, whatever the order of the blocks', async () => {
  const blocks = [
    block('y', 0, 57, 6, 30, { kind: 'article', article: 'a2', form: form() }),
    block('x3', 4, 4, 2, 50, goesOn(3)),
    block('x1', 0, 4, 2, 50, begins()),
    block('x2', 2, 4, 2, 50, goesOn(2)),
  ];
  const [text] = await pressed('page', [blocks]);
  expect(told(text!)).toEqual(SENTENCES);
});

it('is whole over two pages, with marks that name them', async () => {
  const [first, second] = await pressed('pages', [[block('x1', 0, 4, 2, 60, begins())], [block('x2', 0, 4, 6, 70, goesOn(2))]]);
  expect(first).toMatch(/（下转第2版）$/u);
  expect(second).toContain('上接第1版《河堤上的一百五十棵柳树》');
  const [before, after] = [first!.replace('（下转第2版）', ''), second!.replace(/.*柳树》/u, '')];
  expect(told(`${before}${after}`)).toEqual(SENTENCES);
  expect(told(before!).length).toBeGreaterThan(20);
});

it('shows a headline over the fold whole on the imposed sheet', async () => {
  const pages = [[], [block('x1', 0, 4, 6, 30, begins(true))], [block('x2', 0, 4, 6, 40, goesOn(2))], []];
  const [left, right] = await pressed('spread', pages);
  const halves = /^(.+?)第0棵/u.exec(left!.replace(/^.*?(?=河堤)/u, ''))![1]!;
  expect(STORY.headline[0]).toMatch(new RegExp(`^${halves}`, 'u'));
  const rest = STORY.headline[0]!.slice(halves.length);
  expect(right).toContain(rest);
  const [sheet] = await pressed('sheet', pages, true);
  expect(sheet).toContain(halves);
  expect(sheet).toContain(rest);
  expect(told(sheet!)).toEqual(told(left! + right!));
});
