import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { banxin } from './fake-io';

let folder: string;
let issue: string;
let before: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-check-'));
  before = process.env.BANXIN_WORDS;
  process.env.BANXIN_WORDS = join(folder, 'words');
  issue = join(folder, '一期.banxin');
  const manuscript = join(folder, '河堤添绿.txt');
  await writeFile(manuscript, '河堤添绿\n本报讯（通讯员 林小满）2月30日，居民在在河堤上种树，开了帐户，也说了甲词。\n');
  await banxin(['new', issue, '--template', 'sikai', '--date', '2026-01-25']);
  await banxin(['import', issue, manuscript]);
});

afterAll(async () => {
  if (before === undefined) delete process.env.BANXIN_WORDS;
  else process.env.BANXIN_WORDS = before;
  await rm(folder, { recursive: true });
});

describe('banxin check', () => {
  test('says what is wrong, where, and what to write', async () => {
    const io = await banxin(['check', issue]);
    expect(io.exit).toBe(1);
    expect(io.out).toContain('错误 a1《河堤添绿》第 1 段第 1 字：2月30日：2月只有 28 天；核对日期');
    expect(io.out).toContain('“在在”重复');
    expect(io.out).toContain('文字校对：1 个错误，1 个提醒');
  });

  test('uses lists that are named, in the issue’s folder, and among the user’s data', async () => {
    const list = join(folder, '规范.txt');
    await writeFile(list, '帐户→账户\n');
    const named = await banxin(['check', issue, '--words', list, '--json']);
    expect(named.exit).toBe(1);
    const { findings } = JSON.parse(named.out);
    expect(findings).toContainEqual(
      expect.objectContaining({ id: 'a1', field: 'body', paragraph: 0, rule: 'preferred', words: '帐户', suggestion: '账户' }),
    );
    await mkdir(join(issue, 'words'));
    await writeFile(
      join(issue, 'words', '本期.txt'),
      Buffer.from([0x5b, 0xbd, 0xfb, 0xd3, 0xc3, 0x5d, 0x0a, 0xbc, 0xd7, 0xb4, 0xca]),
    );
    await mkdir(join(folder, 'words'));
    await writeFile(join(folder, 'words', '敏感.txt'), '居民\n');
    const found = await banxin(['check', issue, '--json']);
    const rules = JSON.parse(found.out).findings.map(({ rule, words }: { rule: string; words: string }) => `${rule} ${words}`);
    expect(rules).toEqual(expect.arrayContaining(['forbidden 甲词', 'sensitive 居民']));
  });

  test('goes on without a list that cannot be read, and says so; a named one has to be there', async () => {
    await writeFile(join(issue, 'words', '坏.txt'), Buffer.from([0, 1, 2, 3, 255, 0, 7]));
    const io = await banxin(['check', issue]);
    expect(io.exit).toBe(1);
    expect(io.err.join('\n')).toMatch(/词表 .*坏\.txt 读不出/);
    const absent = await banxin(['check', issue, '--words', join(folder, '没有.txt')]);
    expect(absent.exit).toBe(1);
    expect(absent.err.join('\n')).toContain('没有.txt');
    expect((await banxin(['check', issue, '--words'])).exit).toBe(2);
  });
});
