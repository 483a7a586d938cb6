import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../cli/run';
import { createIssue, readTemplate } from '../../engine/store';
import { makePdf } from './placed-pages';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-command-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function banxin(...args: string[]): Promise<{ code: number; out: string; err: readonly string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (text) => out.push(text), err: (text) => err.push(text), language: 'zh' });
  return { code, out: out.join(''), err };
}

/** An issue whose page 1 carries one notice. */
async function makeIssue(): Promise<string> {
  const { paper, spec } = await readTemplate('sikai');
  const issue = join(folder, 'a.banxin');
  const rect = { column: 0, row: 20, columns: 2, rows: 14 };
  const entries = [{ label: '新闻热线', value: '0000-5550128', kind: 'phone' }] as const;
  await createIssue(issue, {
    format: 'banxin-issue',
    version: 1,
    template: 'sikai',
    paper,
    date: '2026-03-10',
    number: 1,
    total: 1,
    spec,
    articles: [],
    photos: [],
    groups: [],
    notices: [
      { id: 'n1', title: '', text: '', entries, page: 1, source: '' },
      { id: 'n2', title: '失物招领', text: '', entries, page: 1, source: '' },
    ],
    advertisements: [],
    pages: [
      {
        number: 1,
        section: '要闻',
        blocks: [{ id: 'b', content: { kind: 'notice', notice: 'n1' }, rect, cuts: [], locked: false }],
      },
      { number: 2, section: '社区', blocks: [] },
    ],
  });
  return issue;
}

describe('banxin press', () => {
  it.each([
    [['press'], '缺少参数'],
    [['press', 'x'], '缺少 -o'],
    [['press', 'x', '-o', 'y', '--standard', 'pdfa'], 'pdfx4 | pdfx1a'],
    [['press', 'x', '-o', 'y', '--impose'], '--impose'],
    [['press', 'x', '-o', 'y', '--together', '--imposed'], '--together'],
  ])('%j is wrong usage', async (args, words) => {
    const { code, out, err } = await banxin(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(words);
  });

  it('names an issue that is not there', async () => {
    const { code, err } = await banxin('press', join(folder, 'none'), '-o', join(folder, 'out'));
    expect(code).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(join(folder, 'none'));
    expect(await readdir(folder)).toEqual([]);
  });

  it('reports files, skipped pages and findings as JSON', async () => {
    const output = join(folder, 'out');
    const { code, out } = await banxin('press', await makeIssue(), '-o', output, '--json');
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.files).toEqual([
      { pages: [1], file: join(output, '澄塘社区报_20260310_A01.pdf'), bytes: expect.any(Number), seconds: expect.any(Number) },
    ]);
    expect(report.skipped).toEqual([2]);
    expect(report.findings).toEqual([
      { page: 0, severity: 'warning', rule: 'unplaced', detail: '“失物招领”没有排在任何版上' },
      { page: 0, severity: 'warning', rule: 'unreleased', detail: '第 1 版没有签发就付印；请先终审签发' },
    ]);
  });

  it('says in words what it did and what it found', async () => {
    const { code, out, err } = await banxin('press', await makeIssue(), '-o', join(folder, 'out'));
    expect([code, out]).toEqual([0, '']);
    expect(err[0]).toMatch(/^第1版 → .*A01\.pdf（\d+ KB/);
    expect(err.slice(1)).toEqual([
      '全期：“失物招领”没有排在任何版上',
      '全期：第 1 版没有签发就付印；请先终审签发',
      '第2版是空的，跳过',
    ]);
  });

  it('refuses to write over a file', async () => {
    const issue = await makeIssue();
    await banxin('press', issue, '-o', join(folder, 'out'));
    const { code, err } = await banxin('press', issue, '-o', join(folder, 'out'));
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringContaining('--force')]);
  });
});

describe('banxin preflight', () => {
  it('lists with the plates the text that is not on black alone', async () => {
    const file = join(folder, 'a.pdf');
    const resources = () => ({ Font: { F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } } });
    const content = '0 1 0.5 0 k BT /F 9 Tf 50 50 Td (red) Tj ET 0 0 0 1 k BT /F 9 Tf 50 70 Td (black) Tj ET';
    await writeFile(file, makePdf({ content, resources, page: { TrimBox: [20, 20, 180, 100] } }));
    const plain = await banxin('preflight', file);
    expect(plain.out).toContain('不在单黑版上的文字 1 处');
    expect(plain.out).not.toContain('不在单黑版：');
    const plates = join(folder, 'plates');
    const listed = await banxin('preflight', file, '--plates', plates, '--dpi', '36');
    expect(listed.out.split('\n').filter((line) => line.includes('不在单黑版：'))).toEqual([
      expect.stringMatching(/“red”，9 点，Helvetica，M 100 Y 50%（10\.6, [\d.]+ mm）/),
    ]);
    expect(await readdir(plates)).toEqual(expect.arrayContaining(['p01.png', 'p01_M.png', 'p01_ink.png']));
  });
});
