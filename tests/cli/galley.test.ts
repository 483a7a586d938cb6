import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { banxin } from './fake-io';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-galley-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('galley', () => {
  const text = '河湾里的小学今年添了一间阅览室。\n\n孩子们说：“书比糖还甜！”\n';

  async function report(...options: string[]) {
    const output = join(folder, 'out.pdf');
    const { exit, out } = await banxin(['galley', file('text.txt', text), '-o', output, '--json', '--force', ...options]);
    expect(exit).toBe(0);
    const result = JSON.parse(out) as { pages: number; columns: number; lines: number };
    return { ...result, pdf: readFileSync(output, 'latin1') };
  }

  test('writes a PDF of the default page, five columns, empty lines dropped', async () => {
    const { pages, columns, lines, pdf } = await report();
    expect({ pages, columns, lines }).toEqual({ pages: 1, columns: 5, lines: 3 });
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).not.toContain('OutputIntent');
  });

  test('a measure decides how many columns fit, unless they are given', async () => {
    expect((await report('--measure', '60mm')).columns).toBe(3);
    expect((await report('--measure', '13.3em')).columns).toBe(5);
    expect((await report('--measure', '60mm', '--columns', '2')).columns).toBe(2);
  });

  test('takes as many pages as the text needs', async () => {
    expect((await report('--page', '60x30', '--margin', '5', '--columns', '1', '--measure', '4em')).pages).toBeGreaterThan(1);
  });

  test('full-width spaces before a paragraph are its indent', async () => {
    for (const indent of ['', '　', '　　']) {
      const output = join(folder, 'indent.pdf');
      const input = file('indent.txt', `${indent}${'稻'.repeat(12)}`);
      const { out } = await banxin(['galley', input, '-o', output, '--measure', '7em', '--json', '--force']);
      expect(JSON.parse(out).lines).toBe(2);
    }
  });

  test('the same text gives the same bytes', async () => {
    expect((await report()).pdf).toBe((await report()).pdf);
  });

  test('leaves an existing file alone', async () => {
    const output = file('out.pdf', 'mine');
    const { exit, err } = await banxin(['galley', file('text.txt', text), '-o', output]);
    expect(exit).toBe(1);
    expect(err.join('\n')).toContain('out.pdf');
    expect(readFileSync(output, 'utf8')).toBe('mine');
  });

  test.each([
    ['empty', ''],
    ['binary', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256)],
    ['too large', new Uint8Array(20_000_001)],
  ])('refuses a text that is %s, and leaves nothing behind', async (_, content) => {
    const input = file('bad.txt', content);
    const { exit, err } = await banxin(['galley', input, '-o', join(folder, 'out.pdf')]);
    expect(exit).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toContain('bad.txt');
    expect(readdirSync(folder)).toEqual(['bad.txt']);
  });

  test('does not overwrite the manuscript', async () => {
    const input = file('text.txt', text);
    expect((await banxin(['galley', input, '-o', input, '--force'])).exit).toBe(2);
    expect(readFileSync(input, 'utf8')).toBe(text);
  });

  test('reads GB 18030', async () => {
    const input = file('gb.txt', Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3]));
    const { out } = await banxin(['galley', input, '-o', join(folder, 'out.pdf'), '--json']);
    expect(JSON.parse(out)).toMatchObject({ lines: 1, fallbacks: [] });
  });

  test.each([
    [['--measure', '1em']],
    [['--measure', '13']],
    [['--columns', '80']],
    [['--page', '273']],
    [['--font', 'none']],
    [['--level', 'hard']],
  ])('%s is wrong usage', async (options) => {
    const output = join(folder, 'out.pdf');
    const { exit, err } = await banxin(['galley', file('text.txt', text), '-o', output, ...options]);
    expect(exit).toBe(2);
    expect(err.join('\n')).toMatch(/--(measure|columns|page|font|level)/);
    expect(existsSync(output)).toBe(false);
  });
});

describe('lines', () => {
  async function linesOf(text: string, ...options: string[]) {
    const { out } = await banxin(['lines', file('text.txt', text), ...options]);
    return JSON.parse(out);
  }

  test('says where each line breaks and why, in em', async () => {
    expect(await linesOf('稻田稻田稻田稻田，田稻\n好。\n', '--measure', '8em')).toEqual([
      [
        { text: '稻田稻田稻田稻', reason: 'push-out', natural: 7, set: 8 },
        { text: '田，田稻', reason: 'end', natural: 4, set: 4 },
      ],
      [{ text: '好。', reason: 'end', natural: 2, set: 2 }],
    ]);
  });

  test.each(['', '  ', '　', '\n\n'])('a text without characters, %j, has no lines', async (text) => {
    expect(await linesOf(text, '--measure', '6em')).toEqual([]);
  });

  test('--no-justify leaves lines as long as they are', async () => {
    const [[first]] = await linesOf('稻田稻田稻，田稻', '--measure', '5em', '--no-justify');
    expect(first).toMatchObject({ natural: 4, set: 4 });
  });

  test('--level none breaks anywhere', async () => {
    const [[first]] = await linesOf('稻田稻田稻，田稻', '--measure', '5em', '--level', 'none');
    expect(first).toMatchObject({ text: '稻田稻田稻', reason: 'between' });
  });

  test('--indent shortens the first line', async () => {
    const [[first]] = await linesOf('稻田稻田稻田', '--measure', '5em', '--indent', '2');
    expect(first).toMatchObject({ text: '稻田稻', natural: 3, set: 3 });
  });

  test('--hyphenate divides words', async () => {
    const text = '稻田稻田newspaper稻';
    expect((await linesOf(text, '--measure', '7em'))[0][0]).toMatchObject({ text: '稻田稻田' });
    expect((await linesOf(text, '--measure', '7em', '--hyphenate'))[0][0]).toMatchObject({
      text: '稻田稻田news',
      reason: 'hyphen',
    });
  });

  test('needs a measure', async () => {
    const { exit, err } = await banxin(['lines', file('text.txt', '稻')]);
    expect(exit).toBe(2);
    expect(err[0]).toContain('--measure');
  });
});
