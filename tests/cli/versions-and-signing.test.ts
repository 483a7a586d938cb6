import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Issue } from '../../engine/issue/types';
import { temporaryFolder } from '../store/temporary-folder';
import { banxin } from './fake-io';

let home: string;
let folder: string;

beforeEach(async () => {
  home = temporaryFolder();
  folder = join(home, 'a.banxin');
  vi.stubEnv('BANXIN_TEMPLATES', join(home, 'templates'));
  writeFileSync(join(home, 'a.txt'), `河边修路\n\n本报讯（通讯员 程远）${'昨天，河边的路修好了。'.repeat(8)}\n`);
  await banxin(['new', folder, '--template', 'sikai', '--pages', '2', '--date', '2026-03-10', '--number', '5']);
  await banxin(['import', folder, join(home, 'a.txt')]);
  await banxin(['arrange', folder]);
});
afterEach(() => void vi.unstubAllEnvs());

const documentOf = (from = folder): Issue => JSON.parse(readFileSync(join(from, 'issue.json'), 'utf8'));
const rewrite = (headline: string) => {
  const issue = documentOf();
  const articles = issue.articles.map((article) => ({ ...article, headline: [headline] }));
  writeFileSync(join(folder, 'issue.json'), JSON.stringify({ ...issue, articles }));
};

describe('versions', () => {
  test('are kept, compared and taken back, and what stood before is kept too', async () => {
    const before = documentOf();
    expect(await banxin(['versions', folder])).toMatchObject({ exit: 0, out: expect.stringContaining('还没有版本') });
    expect((await banxin(['versions', folder, '--save', '送审'])).exit).toBe(0);
    rewrite('河边开路');
    const { out } = await banxin(['versions', folder, '--diff', '送审']);
    expect(out).toContain('河边[-修-]{+开+}路');
    expect((await banxin(['versions', folder, '--restore', '送审'])).exit).toBe(0);
    expect(documentOf()).toEqual(before);
    const { versions } = JSON.parse((await banxin(['versions', folder, '--json'])).out);
    expect(versions.map(({ name }: { name: string }) => name)).toEqual(['恢复之前', '送审']);
    expect((await banxin(['versions', folder, '--restore', '1', '--article', 'a1'])).exit).toBe(0);
    expect(documentOf().articles[0]!.headline).toEqual(['河边开路']);
    const ofArticle = JSON.parse((await banxin(['versions', folder, '--article', 'a1', '--json'])).out);
    expect(ofArticle.versions.map(({ name }: { name: string }) => name)).toEqual(['恢复之前', '恢复之前', '送审']);
  });

  test('of a cloud drive are named, compared, taken and put away, also where they are all there is', async () => {
    const copy = 'issue (冲突副本).json';
    writeFileSync(join(folder, copy), readFileSync(join(folder, 'issue.json'), 'utf8').replaceAll('河边修路', '河边通车'));
    expect((await banxin(['versions', folder])).out).toContain(copy);
    expect((await banxin(['versions', folder, '--diff', copy])).out).toContain('[-通车-]{+修路+}');
    renameSync(join(folder, 'issue.json'), join(folder, 'issue-DESKTOP-1.json'));
    expect((await banxin(['check', folder])).err.join()).toContain('issue (冲突副本).json');
    expect((await banxin(['versions', folder, '--restore', copy])).exit).toBe(0);
    expect(documentOf().articles[0]!.headline.join('')).toBe('河边通车');
    for (const name of [copy, 'issue-DESKTOP-1.json'])
      expect((await banxin(['versions', folder, '--put-away', name])).exit).toBe(0);
    expect(readdirSync(join(folder, 'backups')).sort()).toEqual([copy, 'issue-DESKTOP-1.json'].sort());
  });

  test('bring a damaged document back, which is kept', async () => {
    await banxin(['versions', folder, '--save', '好的']);
    writeFileSync(join(folder, 'issue.json'), '{"format":');
    expect((await banxin(['versions', folder, '--restore', '好的'])).exit).toBe(0);
    expect(documentOf().articles).toHaveLength(1);
    expect(readFileSync(join(folder, 'backups', 'issue-replaced-1.json'), 'utf8')).toBe('{"format":');
  });
});

describe('signing', () => {
  const sign = (...rest: string[]) => banxin(['sign', folder, '--who', '王芳', ...rest]);

  test('releases a page until it is changed, and press says what is not released', async () => {
    expect(await sign('--step', '终审', '--page', '1')).toMatchObject({
      exit: 1,
      err: [expect.stringContaining('初审还没有通过')],
    });
    for (const step of ['初审', 'review2', '终审']) expect((await sign('--step', step, '--page', '1-2')).exit).toBe(0);
    expect((await banxin(['sign', folder])).out).toContain('第1版（未出样）：已签发');
    const out = join(home, 'press');
    expect((await banxin(['press', folder, '-o', out])).err.join()).not.toContain('签发');
    rewrite('河边开路');
    const stands = await banxin(['sign', folder, '--json']);
    const changed = JSON.parse(stands.out).pages.filter(({ changed: is }: { changed: boolean }) => is);
    expect(changed).toHaveLength(1);
    const pressed = await banxin(['press', folder, '-o', out, '--force']);
    expect(pressed).toMatchObject({ exit: 0 });
    expect(pressed.err.join('\n')).toContain(`第 ${changed[0].page} 版终审以后又有改动`);
    const sheet = join(home, 'sheet.html');
    expect((await banxin(['sign', folder, '--sheet', sheet])).exit).toBe(0);
    expect(readFileSync(sheet, 'utf8')).toMatch(/审校记录单[\s\S]*终审后有改动，签发失效[\s\S]*王芳/);
  });

  test('proofs carry stage, time, who saw the page last, and bars where it has changed since', async () => {
    await sign('--step', '大样', '--page', '1');
    rewrite('河边开路');
    const out = join(home, 'proof');
    expect((await banxin(['press', folder, '-o', out, '--proof'])).exit).toBe(0);
    const [file] = readdirSync(out).filter((name) => name.endsWith('_proof.pdf'));
    const text = execFileSync('pdftotext', [join(out, file!), '-'], { encoding: 'utf8' });
    expect(text.replace(/\s/g, '')).toMatch(/【清样】.*1版打样\d{4}-\d\d-\d\d\d\d:\d\d上次大样通过王芳/);
    expect(text).toContain('红线处为其后的改动');
  });

  test.each([
    ['--who', '王芳'],
    ['--step', '四审', '--who', '王芳'],
    ['--step', '初审', '--who', '王芳', '--page', '3-1'],
  ])('%s %s … is wrong usage', async (...args) => {
    expect(await banxin(['sign', folder, ...args])).toMatchObject({ exit: 2, out: '' });
  });
});

describe('reuse', () => {
  test('the next issue has the furniture of the last and the next number, not its news', async () => {
    const next = join(home, 'b.banxin');
    expect((await banxin(['new', next, '--from', folder, '--date', '2026-03-17'])).exit).toBe(0);
    const { number, total, articles, pages, paper } = documentOf(next);
    expect({ number, total, articles }).toEqual({ number: 6, total: 6, articles: [] });
    expect(paper).toEqual(documentOf().paper);
    const kinds = pages.map(({ blocks }) => blocks.map(({ content }) => content.kind));
    expect(kinds[0]).toContain('masthead');
    expect(kinds[1]).toEqual(['folio']);
    const nextYear = join(home, 'c.banxin');
    await banxin(['new', nextYear, '--from', folder, '--date', '2027-01-05', '--pages', '3']);
    expect(documentOf(nextYear)).toMatchObject({ number: 1, total: 6 });
    expect(documentOf(nextYear).pages).toHaveLength(3);
  });

  test('an issue kept as a template is offered by its name', async () => {
    expect((await banxin(['template', folder, '--name', '周末版'])).exit).toBe(0);
    expect((await banxin(['template', folder, '--name', '周末版'])).exit).toBe(1);
    expect((await banxin(['template', folder, '--name', '../x'])).exit).toBe(1);
    expect((await banxin(['template'])).out).toBe('duikai\nsikai\n周末版\n');
    const next = join(home, 'd.banxin');
    expect((await banxin(['new', next, '--template', '周末版', '--date', '2026-04-01'])).exit).toBe(0);
    expect(documentOf(next)).toMatchObject({ date: '2026-04-01', number: 1, articles: [] });
  });

  test('published articles go out as text and pages, all or none', async () => {
    const out = join(home, 'out');
    expect((await banxin(['export', folder, '-o', out])).exit).toBe(0);
    const names = readdirSync(out).sort();
    expect(names).toEqual(['1版-01 河边修路.html', '1版-01 河边修路.txt', 'index.html', 'pictures']);
    expect(readFileSync(join(out, names[1]!), 'utf8')).toMatch(/^河边修路\n\n本报讯（通讯员 程远）　昨天/);
    expect(readFileSync(join(out, names[0]!), 'utf8')).toContain('<h1>河边修路</h1>');
    expect((await banxin(['export', folder, '-o', out])).exit).toBe(1);
    expect((await banxin(['export', folder, '-o', out, '--force'])).exit).toBe(0);
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('a lost or damaged original is named, and another file takes its place', async () => {
  const picture = join(home, 'p.png');
  writeFileSync(picture, Buffer.from(PNG, 'base64'));
  expect((await banxin(['import', folder, picture])).exit).toBe(0);
  const [photo] = documentOf().photos;
  const asset = join(folder, 'assets', photo!.asset);
  expect((await banxin(['assets', folder])).exit).toBe(0);
  writeFileSync(asset, 'x');
  expect(await banxin(['assets', folder])).toMatchObject({ exit: 1, err: [expect.stringContaining('p.png')] });
  expect((await banxin(['assets', folder, '--replace', `${photo!.id}=${picture}`])).exit).toBe(0);
  expect(documentOf().photos).toEqual([photo]);
  renameSync(
    asset,
    asset.replace('.png', ' (1).PNG').replace(photo!.asset.slice(0, 20), photo!.asset.slice(0, 20).toUpperCase()),
  );
  expect((await banxin(['assets', folder])).exit).toBe(0);
  expect(existsSync(asset)).toBe(true);
  for (const name of readdirSync(join(folder, 'assets'))) rmSync(join(folder, 'assets', name));
  expect(JSON.parse((await banxin(['assets', folder, '--json'])).out).problems).toMatchObject([
    { kind: 'missing', file: 'p.png' },
  ]);
  expect((await banxin(['assets', folder, '--replace', `${photo!.id}=${join(home, 'a.txt')}`])).exit).toBe(1);
});

/** Two by two pixels. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';
