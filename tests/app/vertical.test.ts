/** Vertical type on the canvas and on paper: text, headlines, marks, figures, lists. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article, ArticleForm, Block, Issue } from '../../engine/issue';
import { run } from '../fonts/tools';
import { comparePage } from './compare-page';
import { frameAtRest } from './frame';
import { type Launched, launch, root } from './launch';
import { clearFolder } from './support/clear';

const program = join(root, process.env.BANXIN_OUT ?? 'dist', 'banxin.js');
const TEXTS = [
  '“桥”字怎么写？王阿婆说：“木字旁，加个‘乔’——乔木的乔。”她今年86岁，1962年进城，在第7棉纺厂干了38年……',
  '厂里有LED灯以前，夜班全靠手电；气温降到-12℃，机器照转！Wi-Fi覆盖了每间屋（每周3次）。《棉纺厂往事》收了她的口述。',
];
const NAMES = '王建国 李梅 欧阳晓东 赵雪 钱多多 孙莉 周杰 吴用 郑重 冯小刚';

function story(id: string): Article {
  const paragraphs: Article['paragraphs'] = [
    { runs: [{ text: TEXTS[0]!, form: 'plain' }] },
    {
      runs: [
        { text: '三篇口述', form: 'plain', dots: true },
        { text: TEXTS[1]!, form: 'plain', underline: true },
      ],
    },
    { runs: [{ text: NAMES, form: 'plain' }], form: 'names' },
    { runs: [{ text: '跳绳\t赵雪\t182次', form: 'plain' }], form: 'row' },
  ];
  const words = { kicker: '口述·1962', headline: ['第3棉纺厂！那38年……'], deck: '86岁女工的“桥”', jump: '' };
  const asked = { photos: [], weight: 'auto', page: 0, source: '' } as const;
  return { id, ...words, ...asked, byline: { lead: '', credit: '林溪' }, paragraphs };
}

function block(id: string, column: number, row: number, more: Partial<ArticleForm>): Block {
  const plain = {
    head: 'vertical',
    size: 0,
    lines: [],
    headRows: 0,
    headColumns: 1,
    deck: true,
    pictures: [],
    box: 'none',
  } as const;
  const form: ArticleForm = { ...plain, textColumns: 0, ...more };
  const rect = { column, row, columns: 3, rows: 36 };
  return { id, content: { kind: 'article', article: id, form }, rect, cuts: [], locked: false };
}

let launched: Launched;
let work: string;
let file: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-vertical-'));
  const folder = join(work, 'issue.banxin');
  run('node', [program, 'new', folder, '--template', 'sikai', '--pages', '2', '--date', '2026-03-10']);
  const document = join(folder, 'issue.json');
  const issue = JSON.parse(readFileSync(document, 'utf8')) as Issue;
  const blocks = [
    block('a', 0, 5, { flow: 'vertical' }),
    block('b', 3, 5, {}),
    block('c', 0, 43, { flow: 'vertical', head: 'second', box: 'outline', headColumns: 0 }),
    block('d', 3, 43, { flow: 'vertical', tint: true }),
  ];
  const pages = issue.pages.map((page) => (page.number === 2 ? { ...page, blocks: [...page.blocks, ...blocks] } : page));
  writeFileSync(document, JSON.stringify({ ...issue, articles: ['a', 'b', 'c', 'd'].map(story), pages }));
  run('node', [program, 'press', folder, '-o', join(work, 'press')]);
  const name = readdirSync(join(work, 'press')).find((each) => each.endsWith('A02.pdf'))!;
  file = join(work, 'press', name);
  launched = await launch({ args: [folder] });
  await launched.page.locator('button.thumbnail').nth(1).waitFor();
  await launched.page.locator('button.thumbnail').nth(1).click();
  // The frame takes its size with its first picture.
  await launched.page.locator('canvas.frame[width]').waitFor();
  await frameAtRest(launched.page);
});
afterAll(async () => {
  await launched.close();
  clearFolder(work);
});

test('is the same on the canvas as in the press PDF', async () => {
  const { uncovered, distance, ink } = await comparePage(launched.page, 2, file, work);
  expect(uncovered).toBe(0);
  expect(ink).toBeGreaterThan(0.03);
  expect(distance).toBeLessThan(0.01);
  expect(launched.errors).toEqual([]);
});

test('has as much ink in other readers of the PDF, and the same text', () => {
  const shares = ['mutool', 'gs'].map((tool) => inkOf(tool));
  const [mutool, gs] = shares;
  const poppler = inkOf('pdftoppm');
  expect(poppler).toBeGreaterThan(0.02);
  // Each paints edges its own way.
  for (const share of [mutool!, gs!]) expect(Math.abs(share - poppler)).toBeLessThan(0.005);
  const said = run('pdftotext', ['-raw', file, '-']).toString('utf8').replace(/\s/g, '');
  for (const text of TEXTS) expect(said).toContain(text);
});

/** Share of the type area's lower half, which has no colour, that a reader paints darker than half of its black, at 150 dpi. */
function inkOf(tool: string): number {
  const picture = join(work, `${tool}.pgm`);
  const options: Readonly<Record<string, readonly string[]>> = {
    pdftoppm: ['-r', '150', '-gray', '-singlefile', file, picture.replace('.pgm', '')],
    mutool: ['draw', '-q', '-r', '150', '-c', 'gray', '-o', picture, file, '1'],
    gs: [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-sDEVICE=pgmraw',
      '-r150',
      '-dTextAlphaBits=4',
      '-dGraphicsAlphaBits=4',
      '-o',
      picture,
      file,
    ],
  };
  run(tool, options[tool]!);
  const bytes = readFileSync(picture);
  const head = /^P5\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 200).toString('latin1'))!;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const grey = bytes.subarray(head[0].length);
  const black = grey.reduce((darkest, value) => Math.min(darkest, value), 255);
  let inked = 0;
  for (let i = width * Math.floor(height / 2); i < width * height; i++) if (grey[i]! < (255 + black) / 2) inked++;
  return inked / (width * Math.ceil(height / 2));
}
