import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addAsset, readAsset, removeAsset } from '../../engine/store';
import { temporaryFolder } from './temporary-folder';

const bytes = new TextEncoder().encode('a photograph');
/** printf 'a photograph' | sha256sum */
const name = 'a249e87e1e6113da81cdd8a154c222283fbcceff6dd3727a63bf97eee562dfb3.jpg';

test('an original is kept once, under the name of its content, and comes back unchanged', async () => {
  const folder = temporaryFolder();
  expect(await addAsset(folder, bytes, 'jpg')).toEqual({ asset: name, added: true });
  expect(await addAsset(folder, bytes, 'jpg')).toEqual({ asset: name, added: false });
  expect(readdirSync(join(folder, 'assets'))).toEqual([name]);
  expect(await readAsset(folder, name)).toEqual(bytes);
});

test('an original that was changed or is gone is refused', async () => {
  const folder = temporaryFolder();
  await addAsset(folder, bytes, 'jpg');
  const file = join(folder, 'assets', name);
  writeFileSync(file, 'another photograph');
  await expect(readAsset(folder, name)).rejects.toMatchObject({ code: 'store.assetChanged', params: { file } });
  await removeAsset(folder, name);
  await expect(readAsset(folder, name)).rejects.toMatchObject({ code: 'store.notFound', params: { file } });
});

describe('names that lead elsewhere', () => {
  test.each([
    '../issue.json',
    `../${name}`,
    `${'0'.repeat(64)}.jpg/../../x`,
    `${'0'.repeat(64)}`,
    `${'0'.repeat(64)}.jpg\0`,
    '',
    '.',
  ])('%j is no asset', async (asset) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'assets'));
    await expect(readAsset(folder, asset)).rejects.toMatchObject({ code: 'store.badName' });
    await expect(removeAsset(folder, asset)).rejects.toMatchObject({ code: 'store.badName' });
  });

  test.each(['', 'JPG', '../x', 'jpegxl', 'j/g'])('%j is no extension', async (ext) => {
    const folder = temporaryFolder();
    await expect(addAsset(folder, bytes, ext)).rejects.toMatchObject({ code: 'store.badName' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('links that lead out of the issue', () => {
  test('an asset', async () => {
    const folder = temporaryFolder();
    const secret = join(temporaryFolder(), 'secret');
    writeFileSync(secret, bytes);
    mkdirSync(join(folder, 'assets'));
    symlinkSync(secret, join(folder, 'assets', name));
    await expect(readAsset(folder, name)).rejects.toMatchObject({ code: 'store.link' });
  });

  test('the folder of the assets', async () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    symlinkSync(outside, join(folder, 'assets'));
    await expect(addAsset(folder, bytes, 'jpg')).rejects.toMatchObject({ code: 'store.link' });
    expect(readdirSync(outside)).toEqual([]);
  });
});

test('a file in place of the assets folder is named', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'assets'), '');
  await expect(addAsset(folder, bytes, 'jpg')).rejects.toMatchObject({
    code: 'store.notFolder',
    params: { file: join(folder, 'assets') },
  });
  expect(readFileSync(join(folder, 'assets'), 'utf8')).toBe('');
});
