import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { createIssue, openIssue, saveIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from './temporary-folder';

async function failureOf(work: Promise<unknown>): Promise<InputError> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
}

/** A folder whose issue.json holds these bytes. */
function folderWith(content: string | Uint8Array): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'issue.json');
  writeFileSync(file, content);
  return { folder, file };
}

describe('an issue on disk', () => {
  test('is the same after saving and opening', async () => {
    const folder = join(temporaryFolder(), 'a', 'b.banxin');
    await createIssue(folder, smallIssue);
    expect(await openIssue(folder)).toEqual(smallIssue);
    expect(readdirSync(folder).sort()).toEqual(['.versions.json', 'assets', 'issue.json']);
  });

  test('is the same file however its keys were ordered in memory', async () => {
    const folder = temporaryFolder();
    await createIssue(folder, smallIssue);
    const first = readFileSync(join(folder, 'issue.json'));
    await saveIssue(folder, Object.fromEntries(Object.entries(smallIssue).reverse()) as unknown as typeof smallIssue);
    expect(readFileSync(join(folder, 'issue.json')).equals(first)).toBe(true);
    expect(first.toString('utf8')).toMatch(/^\{\n {2}"format": "banxin-issue",\n {2}"version": 1,\n[\s\S]*\n\}\n$/);
  });

  test('that does not hold together is not saved, and the saved one stays', async () => {
    const folder = temporaryFolder();
    await createIssue(folder, smallIssue);
    const before = readFileSync(join(folder, 'issue.json'));
    const error = await failureOf(saveIssue(folder, { ...smallIssue, photos: [] }));
    expect(error).toMatchObject({ code: 'store.reference', params: { path: 'groups[0].pictures[0]' } });
    expect(readFileSync(join(folder, 'issue.json')).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['.versions.json', 'assets', 'issue.json']);
  });
});

describe('a file that cannot be an issue is named and left as it is', () => {
  const good = JSON.stringify(smallIssue, null, 2);
  const cases: readonly [string, string | Uint8Array, object][] = [
    ['cut off', good.slice(0, good.length / 2), { code: 'store.damaged' }],
    [
      'with a slip on line 3',
      good.replace('"version": 1,', '"version": 1;'),
      { code: 'store.damaged', params: { line: 3, column: 15 } },
    ],
    ['empty', '', { code: 'store.damaged', params: { line: 1, column: 1 } }],
    ['of zeros', new Uint8Array(4096), { code: 'store.damaged' }],
    ['that is no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), { code: 'store.notUtf8' }],
    ['of another program', '{"format":"other","version":1}', { code: 'store.wrongFormat' }],
    ['that is a list', '[]', { code: 'store.wrongFormat' }],
    [
      'of a newer version',
      good.replace('"version": 1,', '"version": 2,'),
      { code: 'store.newer', params: { version: 2, known: 1 } },
    ],
    ['nested without end', '['.repeat(200_000), { code: 'store.damaged' }],
    [
      'with a wrong value',
      good.replace('"columns": 6', '"columns": "6"'),
      { code: 'store.type-number', params: { path: 'spec.columns' } },
    ],
  ];
  test.each(cases)('%s', async (_, content, expected) => {
    const { folder, file } = folderWith(content);
    const before = readFileSync(file);
    const error = await failureOf(openIssue(folder));
    expect(error).toMatchObject(expected);
    expect(error.params.file).toBe(file);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['issue.json']);
  });
});

describe('a folder that is none', () => {
  test('is missing', async () => {
    const folder = join(temporaryFolder(), 'nowhere');
    expect(await failureOf(openIssue(folder))).toMatchObject({ code: 'store.notFound', params: { file: folder } });
    expect(await failureOf(saveIssue(folder, smallIssue))).toMatchObject({ code: 'store.notFound' });
  });

  test('is a file', async () => {
    const file = join(temporaryFolder(), 'a.banxin');
    writeFileSync(file, 'text');
    expect(await failureOf(openIssue(file))).toMatchObject({ code: 'store.notFolder' });
    expect(await failureOf(createIssue(file, smallIssue))).toMatchObject({ code: 'store.notFolder' });
    expect(await failureOf(createIssue(join(file, 'deeper'), smallIssue))).toMatchObject({ code: 'store.notFolder' });
    expect(readFileSync(file, 'utf8')).toBe('text');
  });

  test('holds no issue', async () => {
    const folder = temporaryFolder();
    expect(await failureOf(openIssue(folder))).toMatchObject({ code: 'store.noIssue', params: { file: folder } });
  });

  test('holds a folder in place of the document', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'issue.json'));
    expect(await failureOf(openIssue(folder))).toMatchObject({ code: 'store.isFolder' });
    expect(await failureOf(saveIssue(folder, smallIssue))).toMatchObject({ code: 'store.isFolder' });
    expect(readdirSync(folder)).toEqual(['issue.json']);
  });
});

test('a document that is a link out of the folder is not read', async () => {
  const outside = join(temporaryFolder(), 'issue.json');
  writeFileSync(outside, JSON.stringify(smallIssue));
  const folder = temporaryFolder();
  symlinkSync(outside, join(folder, 'issue.json'));
  expect(await failureOf(openIssue(folder))).toMatchObject({ code: 'store.link' });
});
