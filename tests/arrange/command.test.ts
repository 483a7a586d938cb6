import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openIssue } from '../../engine/store';
import { banxin } from '../cli/fake-io';
import { temporaryFolder } from '../store/temporary-folder';
import { articlesOn, isContent, occupancy } from './cells';

const SENTENCES = [
  '渡口的晚班船改到九点半。',
  '候船的人比往年多了三成，队伍从栈桥一直排到石阶。',
  '船工老赵说，水位退得慢，还要再等两天。',
  '街道在岸边搭了遮雨棚，添了热水和长凳。',
];

function manuscript(headline: string, chars: number): string {
  let text = '';
  for (let index = 0; text.length < chars; index++) text += SENTENCES[index % SENTENCES.length] + (index % 3 === 2 ? '\n\n' : '');
  return `${headline}\n\n本报讯（通讯员 江晓帆）${text}\n`;
}

async function desk(lengths: readonly number[], pages = 1): Promise<string> {
  const home = temporaryFolder();
  const folder = join(home, '第1期.banxin');
  await banxin(['new', folder, '--template', 'sikai', '--date', '2025-03-10', '--pages', String(pages)]);
  const files = lengths.map((chars, index) => {
    const file = join(home, `${index + 1}.txt`);
    writeFileSync(file, manuscript(`渡口新事之${'一二三四五六七八'[index]}`, chars));
    return file;
  });
  await banxin(['import', folder, ...files]);
  return folder;
}

describe('arrange', () => {
  it('fills a page, stores it and reports it for machines', async () => {
    const folder = await desk([1200, 800, 600, 500, 400]);
    const { exit, out } = await banxin(['arrange', folder, '--json']);
    expect(exit).toBe(0);
    const [report] = JSON.parse(out).pages;
    expect(report).toMatchObject({ page: 1, overset: [], cut: [] });
    expect(report.fill).toBeGreaterThan(0.99);
    expect(report.seconds).toBeGreaterThan(0);
    const issue = await openIssue(folder);
    const { blocks } = issue.pages[0]!;
    expect(articlesOn(blocks).sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(occupancy(blocks, issue.spec).filter((ids) => ids.length > 1)).toEqual([]);
  });

  it('says how much has to be cut when a story is too long, and still exits with 0', async () => {
    const folder = await desk([7000]);
    const { exit, out } = await banxin(['arrange', folder, '--json']);
    expect(exit).toBe(0);
    const [report] = JSON.parse(out).pages;
    expect(report.overset).toEqual([{ article: 'a1', chars: expect.any(Number) }]);
    expect(report.cut[0].text).toBe(`《渡口新事之一》须删 ${report.overset[0].chars} 字`);
    expect(report.violations).toContainEqual({ rule: 'overset', severity: 'error', blocks: [expect.any(String)] });
  });

  it('tells people in their language', async () => {
    const folder = await desk([1200, 800, 600, 500, 400]);
    expect((await banxin(['arrange', folder], 'zh')).out).toMatch(/^第 1 版：5 块，版心填满 \d+\.\d%/);
    expect((await banxin(['arrange', folder], 'en')).out).toMatch(/^Page 1: 5 blocks, \d+\.\d% of the type area filled/);
  });

  it('arranges one page and leaves the others as they are', async () => {
    const folder = await desk([900, 700, 500], 2);
    expect((await banxin(['arrange', folder, '--page', '2', '--json'])).exit).toBe(0);
    const issue = await openIssue(folder);
    expect(issue.pages[0]!.blocks.filter(isContent)).toEqual([]);
    expect(issue.pages[1]!.blocks.filter(isContent).length).toBeGreaterThan(0);
  });

  it('refuses a page that the issue does not have, and changes nothing', async () => {
    const folder = await desk([300]);
    const before = readFileSync(join(folder, 'issue.json'));
    const { exit, err } = await banxin(['arrange', folder, '--page', '3']);
    expect(exit).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain('--page');
    expect(readFileSync(join(folder, 'issue.json'))).toEqual(before);
    expect((await banxin(['arrange', folder, '--seed', 'x'])).exit).toBe(2);
  });
});
