import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { root } from '../fonts/support';
import { run } from '../fonts/tools';
import { banxin } from './fake-io';

const FANG = join(root, 'fonts', 'FandolFang-Regular.otf');
let folder: string;
let fonts: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-fonts-'));
  fonts = join(folder, 'fonts');
  mkdirSync(fonts);
  copyFileSync(FANG, join(fonts, '仿宋.otf'));
  writeFileSync(join(fonts, '坏.ttf'), 'no font');
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

test('fonts lists the user’s faces and says why one is refused', async () => {
  vi.stubEnv('BANXIN_FONTS', fonts);
  const told = await banxin(['fonts']);
  expect(told.exit).toBe(0);
  expect(told.out).toContain(fonts);
  expect(told.out).toMatch(/FandolFang-Regular {2}\S+.*可用，缺 GB 2312 汉字 0 个/);
  expect(told.out).toMatch(/不能用：.*坏\.ttf 不是可用的字体文件/);
  const { own, faces } = JSON.parse((await banxin(['fonts', '--json'], 'en')).out);
  expect(faces).toContain('song-regular');
  expect(own).toMatchObject([{ id: 'FandolFang-Regular', usable: true, missing: 0 }, { usable: false }]);
});

test('a face of the user sets a galley, by its name, by its file, and fails by its reason', async () => {
  vi.stubEnv('BANXIN_FONTS', fonts);
  const text = join(folder, 'text.txt');
  writeFileSync(text, '河湾里的小学添了㎡阅览室。\n');
  for (const font of ['FandolFang-Regular', join(fonts, '仿宋.otf')]) {
    const pdf = join(folder, 'galley.pdf');
    expect((await banxin(['galley', text, '-o', pdf, '--font', font, '--force'])).exit).toBe(0);
    const listed = run('pdffonts', [pdf]).toString();
    expect(listed).toMatch(/\+FandolFang-Regular/);
    expect(listed, '㎡ comes from Song').toMatch(/\+NotoSerifSC-Regular/);
  }
  const refused = await banxin(['galley', text, '-o', join(folder, 'x.pdf'), '--font', join(fonts, '坏.ttf')]);
  expect(refused).toMatchObject({ exit: 1, err: [expect.stringContaining('坏.ttf 不是可用的字体文件')] });
  expect((await banxin(['lines', text, '--measure', '6em', '--font', 'nowhere'])).exit).toBe(2);
});

test('an issue sets a part of the program in the user’s face; without the face on the machine the press says so', async () => {
  vi.stubEnv('BANXIN_FONTS', fonts);
  const issue = join(folder, 'issue');
  const news = join(folder, '新闻.txt');
  writeFileSync(news, `村里修好了三座石桥\n\n${'本报讯　石桥修好了，孩子们不用再蹚水上学。'.repeat(20)}\n`);
  await banxin(['new', issue, '--template', 'sikai', '--date', '2026-03-04']);
  await banxin(['import', issue, news]);
  expect((await banxin(['fonts', issue, '--use', 'song-regular=坏'])).exit).toBe(1);
  expect((await banxin(['fonts', issue, '--use', 'no-such-part=FandolFang-Regular'])).exit).toBe(1);
  expect((await banxin(['fonts', issue, '--use', 'song-regular=FandolFang-Regular'])).out).toContain(
    'song-regular 用 FandolFang-Regular',
  );
  await banxin(['arrange', issue]);
  const fontsOf = async (out: string) => {
    const { err } = await banxin(['press', issue, '-o', join(folder, out)]);
    return { err: err.join('\n'), listed: run('sh', ['-c', `pdffonts ${join(folder, out)}/*.pdf`]).toString() };
  };
  const pressed = await fontsOf('with');
  expect(pressed.listed).toMatch(/\+FandolFang-Regular/);
  expect(pressed.err).not.toContain('FandolFang');
  vi.stubEnv('BANXIN_FONTS', join(folder, 'elsewhere'));
  const without = await fontsOf('without');
  expect(without.listed).not.toMatch(/FandolFang/);
  expect(without.err).toContain('自备字体 FandolFang-Regular 不在本机或不能用');
  await banxin(['fonts', issue, '--use', 'song-regular=']);
  expect(JSON.parse((await banxin(['fonts', issue, '--json'])).out).chosen).toEqual([]);
});
