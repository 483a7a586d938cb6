import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeIn } from '../../engine/intake';
import type { Issue } from '../../engine/issue';
import { createIssue } from '../../engine/store';
import { smallIssue } from '../issue/small-issue';
import { temporaryFolder } from '../store/temporary-folder';
import { jpeg } from './pictures';

const page = new TextEncoder().encode('%PDF-1.4\nthe page of an advertisement');

async function take(name: string, facts: object, issue: Issue = smallIssue) {
  const [folder, inbox] = [temporaryFolder(), temporaryFolder()];
  await createIssue(folder, issue);
  const file = join(inbox, name);
  writeFileSync(file, page);
  let kept = issue;
  const keep = async (changed: Issue) => {
    kept = changed;
  };
  const inspect = async () => ({ width: 600, height: 400, ...facts });
  const outcomes = await takeIn(folder, issue, [file], {
    inspect,
    focus: async () => undefined,
    progress: () => undefined,
    keep,
  });
  return { folder, kept, outcome: outcomes[0]! };
}

test('a PDF becomes an advertisement that shows its page, as wide as the page is', async () => {
  const { columnChars, gapChars, bodySize } = smallIssue.spec;
  const points = (2 * columnChars + gapChars) * bodySize;
  const size = { width: Math.round((points / 72) * 300), height: 400 };
  const { folder, kept, outcome } = await take('1版 广告 洗衣房.pdf', { ...size, preview: jpeg(60, 40) });
  expect(outcome).toMatchObject({ status: 'imported', became: [{ kind: 'advertisement' }] });
  const advertisement = kept.advertisements.at(-1)!;
  expect(advertisement).toMatchObject({ label: '广告', columns: 2, rows: 0, page: 1, source: '1版 广告 洗衣房.pdf' });
  const photo = kept.photos.find(({ id }) => id === advertisement.photo)!;
  expect(photo).toMatchObject({ ...size, file: '1版 广告 洗衣房.pdf' });
  expect(readdirSync(join(folder, 'assets')).sort()).toEqual([photo.asset, photo.preview].sort());
  expect(photo.asset).toMatch(/\.pdf$/);
});

test('a page wider than the paper takes all its columns, one for a page that is not there any page', async () => {
  const { kept } = await take('9版 公益广告.pdf', { width: 20_000 });
  expect(kept.advertisements.at(-1)).toMatchObject({ label: '公益广告', columns: smallIssue.spec.columns, page: 0 });
});

test.each([
  ['encrypted', 'intake.pageEncrypted'],
  ['damaged', 'intake.pageDamaged'],
  ['empty', 'intake.pageDamaged'],
  ['too-much', 'intake.pageTooMuch'],
])('a PDF that is %s is refused by name, and nothing of it stays', async (refused, code) => {
  const { folder, outcome } = await take('a.pdf', { refused });
  expect(outcome).toMatchObject({ status: 'refused', error: { code } });
  expect(readdirSync(join(folder, 'assets'))).toEqual([]);
});

test('the same PDF is not taken in twice', async () => {
  const first = await take('a.pdf', {});
  const again = await take('b.pdf', {}, first.kept);
  expect(again.outcome.status).toBe('known');
});
