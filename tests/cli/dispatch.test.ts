import { describe, expect, test, vi } from 'vitest';
import { numberOption, parseArguments, UsageError } from '../../cli/args';
import { command as newCommand } from '../../cli/commands/new';
import { languageOf, sentence } from '../../cli/messages';
import { commandNames } from '../../cli/names';
import { InputError } from '../../engine/errors';
import packageFile from '../../package.json';
import { fill } from '../../shell/say';
import { banxin } from './fake-io';

describe('the program', () => {
  test('tells its version', async () => {
    expect(await banxin(['--version'])).toEqual({ exit: 0, out: `${packageFile.version}\n`, err: [] });
  });

  test.each(['zh', 'en'] as const)('explains every command in %s', async (language) => {
    const { exit, out } = await banxin(['--help'], language);
    expect(exit).toBe(0);
    for (const name of commandNames) {
      expect(out).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
      const help = await banxin([name, 'x', '--help'], language);
      expect(help).toMatchObject({ exit: 0, err: [] });
      expect(help.out.startsWith(`banxin ${name} `)).toBe(true);
    }
    expect(/[\u4e00-\u9fff]/.test(out)).toBe(language === 'zh');
  });

  test('refuses an unknown command with one line that lists the others', async () => {
    const { exit, out, err } = await banxin(['prnt'], 'en');
    expect({ exit, out, lines: err.length }).toEqual({ exit: 2, out: '', lines: 1 });
    expect(err[0]).toContain(`“prnt”. Commands: ${commandNames.join(' ')}`);
  });

  test('wants a command', async () => {
    expect(await banxin([])).toMatchObject({ exit: 2, out: '' });
  });

  test('a command named like a built-in property is unknown', async () => {
    expect((await banxin(['constructor'])).exit).toBe(2);
    expect((await banxin(['../run'])).exit).toBe(2);
    expect((await banxin(['help', 'constructor'])).exit).toBe(0);
  });

  test.each([
    [['new'], 'cli.tooFew'],
    [['new', 'a', 'b', '--template', 'sikai'], 'cli.tooMany'],
    [['new', 'a', '--tmplate', 'sikai'], 'cli.badOption'],
    [['new', 'a', '--template'], 'cli.badOption'],
    [['new', 'a', '--template', 'sikai', '--pages', '0'], 'cli.badNumber'],
    [['new', 'a', '--template', 'sikai', '--pages', '1e3'], 'cli.badNumber'],
    [['new', 'a', '--template', 'sikai', '--date', '2025-02-30'], 'cli.badDate'],
    [['new', 'a'], 'cli.missingTemplate'],
    [['new', '', '--template', 'sikai'], 'cli.emptyArgument'],
    [['import', 'a'], 'cli.tooFew'],
  ] as const)('%j is wrong usage', async (args, code) => {
    const { exit, out, err } = await banxin(args);
    expect({ exit, out, lines: err.length }).toEqual({ exit: 2, out: '', lines: 1 });
    const opening = (await sentence(code, {}, 'zh')).split('{')[0]!;
    expect(err[0]).toContain(opening);
  });

  test('an unexpected failure is one line, with its place only when asked', async () => {
    const spy = vi.spyOn(newCommand, 'run').mockRejectedValue(new TypeError('x is not a function'));
    const plain = await banxin(['new'], 'en');
    expect(plain).toMatchObject({ exit: 1, out: '' });
    expect(plain.err).toEqual([expect.stringMatching(/^internal error: x is not a function/)]);
    const detailed = await banxin(['new'], 'en', true);
    expect(detailed.err[1]).toContain('TypeError: x is not a function\n    at ');
    spy.mockRestore();
  });

  test('a file name with line breaks and escapes stays one harmless line', async () => {
    const spy = vi
      .spyOn(newCommand, 'run')
      .mockRejectedValue(new InputError('store.notFound', { file: 'a\nb\u001b[31m\u202ec' }));
    const { err } = await banxin(['new'], 'en');
    expect(err).toEqual(['a b [31m c is not there; check the path']);
    spy.mockRestore();
  });
});

test('the language comes from BANXIN_LANG, then from the locale', () => {
  expect(languageOf({})).toBe('zh');
  expect(languageOf({ LANG: 'en_GB.UTF-8' })).toBe('en');
  expect(languageOf({ LANG: 'de_DE.UTF-8' })).toBe('zh');
  expect(languageOf({ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh');
  expect(languageOf({ LANG: 'zh_CN.UTF-8', BANXIN_LANG: 'en' })).toBe('en');
});

test('blanks are filled once; unknown ones stay', () => {
  expect(fill('{a} {b} {c}', { a: '{b}', b: 2 })).toBe('{b} 2 {c}');
});

test('options are read strictly and the last of two counts', () => {
  const options = { size: { type: 'string' }, force: { type: 'boolean', short: 'f' } } as const;
  const { values, positionals } = parseArguments(['x', '--size', '1', '-f', '--size=2', '--', '--y'], options, {
    least: 1,
    most: 2,
  });
  expect(values).toEqual({ size: '2', force: true });
  expect(positionals).toEqual(['x', '--y']);
  expect(() => parseArguments(['--force=yes'], options, { least: 0, most: 0 })).toThrow(UsageError);
});

test.each(['', ' 1', '1 ', '0x10', 'Infinity', 'NaN', '1.5', '-1', '101', '１'])(
  '%j is no whole number from 0 to 100',
  (text) => {
    expect(() => numberOption('n', text, { least: 0, most: 100, whole: true })).toThrow(UsageError);
  },
);
