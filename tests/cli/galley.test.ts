import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command as galley } from '../../cli/commands/galley';
import { command as lines } from '../../cli/commands/lines';

let folder: string;
let printed: string;

const io = {
  out: (text: string) => {
    printed += text;
  },
  err: () => undefined,
  language: 'en',
} as const;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-galley-'));
  printed = '';
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
    await galley.run([file('text.txt', text), '-o', output, '--json', '--force', ...options], io);
    const result = JSON.parse(printed) as { pages: number; columns: number; lines: number };
    printed = '';
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

  test('the same text gives the same bytes', async () => {
    expect((await report()).pdf).toBe((await report()).pdf);
  });

  test('leaves an existing file alone', async () => {
    const output = file('out.pdf', 'mine');
    await expect(galley.run([file('text.txt', text), '-o', output], io)).rejects.toMatchObject({ code: 'store.exists' });
    expect(readFileSync(output, 'utf8')).toBe('mine');
  });

  test.each([
    ['empty', ''],
    ['binary', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256)],
    ['too large', new Uint8Array(20_000_001)],
  ])('refuses a text that is %s, and leaves nothing behind', async (_, content) => {
    const input = file('bad.txt', content);
    await expect(galley.run([input, '-o', join(folder, 'out.pdf')], io)).rejects.toMatchObject({ name: 'InputError' });
    expect(readdirSync(folder)).toEqual(['bad.txt']);
  });

  test('reads GB 18030', async () => {
    const input = file('gb.txt', Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3]));
    await galley.run([input, '-o', join(folder, 'out.pdf'), '--json'], io);
    expect(JSON.parse(printed)).toMatchObject({ lines: 1, fallbacks: [] });
  });

  test.each([
    [['--measure', '1em'], 'typeset.narrow'],
    [['--measure', '13'], 'typeset.badMeasure'],
    [['--columns', '80'], 'typeset.narrow'],
    [['--page', '273'], 'typeset.badPage'],
    [['--font', 'none'], 'typeset.unknownFace'],
    [['--level', 'hard'], 'cli.badChoice'],
  ])('%s is wrong usage', async (options, code) => {
    const output = join(folder, 'out.pdf');
    await expect(galley.run([file('text.txt', text), '-o', output, ...options], io)).rejects.toMatchObject({
      name: 'UsageError',
      code,
    });
    expect(existsSync(output)).toBe(false);
  });
});

describe('lines', () => {
  async function linesOf(text: string, ...options: string[]) {
    await lines.run([file('text.txt', text), ...options], io);
    return JSON.parse(printed);
  }

  test('says where each line breaks and why, in em', async () => {
    expect(await linesOf('稻田稻田稻，田稻\n好。\n', '--measure', '5em')).toEqual([
      [
        { text: '稻田稻田', reason: 'push-out', natural: 4, set: 5 },
        { text: '稻，田稻', reason: 'end', natural: 4, set: 4 },
      ],
      [{ text: '好。', reason: 'end', natural: 2, set: 2 }],
    ]);
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

  test('needs a measure', async () => {
    await expect(lines.run([file('text.txt', '稻')], io)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'typeset.noMeasure',
    });
  });
});
