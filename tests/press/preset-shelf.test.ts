/** The print shops of a user: several presets in a folder, written in the window or sent by the shops. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shelvedPresets, shelvePreset, takePreset, takeProfile } from '../../engine/press/node/preset-shelf';
import { sentenceFor } from '../../shell/say';
import { profilePath } from './support';

let folder: string;
let shelf: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shops-'));
  shelf = join(folder, 'shops');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const plain = { format: 'banxin-preset', version: 1 };

it('is empty before there is a folder', async () => {
  expect(await shelvedPresets(shelf)).toEqual([]);
});

it('keeps shops side by side, and changes one in its place', async () => {
  const east = await shelvePreset(shelf, undefined, { ...plain, shop: '东厂' });
  const west = await shelvePreset(shelf, undefined, { ...plain, shop: '西厂', bleed: 3 });
  expect(await shelvePreset(shelf, undefined, { ...plain, shop: '西厂' })).not.toBe(west);
  expect(await shelvePreset(shelf, east, { ...plain, shop: '东厂', copies: 3000 })).toBe(east);
  const found = await shelvedPresets(shelf);
  expect(found.map(({ preset }) => [preset?.shop, preset?.copies, preset?.bleed])).toEqual(
    expect.arrayContaining([
      ['东厂', 3000, undefined],
      ['西厂', undefined, 3],
      ['西厂', undefined, undefined],
    ]),
  );
  expect(found).toHaveLength(3);
});

it.each([
  ['a shop without a name', { shop: ' ' }, 'press.presetNameless'],
  ['a number out of its range', { shop: '厂', bleed: 90 }, 'store.range'],
  ['a number that is none', { shop: '厂', bleed: '三' }, 'store.type-number'],
  ['an unknown key', { shop: '厂', colour: 1 }, 'store.unknownKey'],
  ['names without the page', { shop: '厂', names: '{paper}' }, 'press.presetNames'],
  ['a profile that is not there', { shop: '厂', profile: 'none.icc' }, 'store.notFound'],
])('refuses %s and writes nothing', async (_, wrong, code) => {
  await expect(shelvePreset(shelf, undefined, { ...plain, ...wrong })).rejects.toMatchObject({ code });
  expect(await shelvedPresets(shelf)).toEqual([]);
});

it('refuses a profile of version 4 for PDF/X-1a, which does not know it', async () => {
  const profile = await readFile(profilePath);
  profile[8] = 4;
  await writeFile(join(folder, 'v4.icc'), profile);
  const name = await takeProfile(shelf, join(folder, 'v4.icc'));
  const wanted = { ...plain, shop: '厂', profile: name };
  await expect(shelvePreset(shelf, undefined, { ...wanted, standard: 'pdfx1a' })).rejects.toMatchObject({
    code: 'press.presetProfileVersion',
    params: { version: 4 },
  });
  expect(await shelvePreset(shelf, undefined, { ...wanted, standard: 'pdfx4' })).toBe('厂.json');
});

it('tells in one sentence what is wrong with a broken one, and goes on with the others', async () => {
  await shelvePreset(shelf, undefined, { ...plain, shop: '东厂' });
  await writeFile(join(shelf, '坏.json'), '{ "format": "banxin-preset", ');
  const [broken] = (await shelvedPresets(shelf)).filter(({ fault }) => fault);
  expect(broken?.file).toBe('坏.json');
  const said = await sentenceFor(broken!.fault!, 'zh');
  expect(said).toContain('坏.json');
  expect(said).not.toContain('\n');
  expect(await shelvedPresets(shelf)).toHaveLength(2);
});

it('takes over what a shop sends, with its profile, and keeps one profile once', async () => {
  const sent = join(folder, 'sent');
  await mkdir(sent);
  await copyFile(profilePath, join(sent, 'web.icc'));
  await writeFile(join(sent, 'a.json'), JSON.stringify({ ...plain, shop: '东厂', profile: 'web.icc' }));
  const file = await takePreset(shelf, join(sent, 'a.json'));
  expect(file).toBe('东厂.json');
  expect((await readdir(shelf)).sort()).toEqual(['web.icc', '东厂.json'].sort());
  expect(await readFile(join(shelf, 'web.icc'))).toEqual(await readFile(profilePath));
  expect(await takeProfile(shelf, join(sent, 'web.icc'))).toBe('web.icc');
});

it('gives another profile of the same name a name of its own, and takes nothing that is none', async () => {
  const sent = join(folder, 'sent');
  await mkdir(sent);
  await copyFile(profilePath, join(sent, 'web.icc'));
  await takeProfile(shelf, join(sent, 'web.icc'));
  const other = await readFile(profilePath);
  other[other.length - 1]! ^= 1;
  await writeFile(join(sent, 'web.icc'), other);
  expect(await takeProfile(shelf, join(sent, 'web.icc'))).toBe('web 2.icc');
  await writeFile(join(sent, 'web.icc'), Buffer.alloc(400));
  await expect(takeProfile(shelf, join(sent, 'web.icc'))).rejects.toMatchObject({ code: 'press.presetProfile' });
});
