/** A crash in the middle of work loses nothing, and leaves nothing on the disk that was not meant. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from './launch';
import { still } from './support/at-work';
import { clearFolder } from './support/clear';
import { compose, tabTo } from './support/hands';
import { launchSample } from './support/sample';

let work: string;
let launched: Launched;

async function start(): Promise<void> {
  launched = await launchSample({ userData: join(work, 'profile') });
}

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-recovery-'));
  await start();
});
afterAll(async () => {
  await launched.close();
  clearFolder(work);
});

const section = () => launched.page.getByRole('textbox', { name: '版名', exact: true });

test('what was typed before the program was killed comes back as one step, which undo takes out', async () => {
  const { page, app } = launched;
  const before = await section().inputValue();
  await page.getByRole('tab', { name: '图片', exact: false }).click();
  await expect.poll(remembered).toContain('"shelf":"pictures"');
  await section().fill('灯会');
  const journal = join(work, 'profile', 'sample', '样报.banxin', 'journal');
  await expect.poll(() => readdirSync(journal).length, { interval: 20 }).toBe(1);
  app.process().kill('SIGKILL');
  await page.waitForEvent('close').catch(() => undefined);
  await start();
  await launched.page.getByText(/已找回 \d+ 处改动/).waitFor();
  await expect.poll(() => section().inputValue()).toBe('灯会');
  await expect
    .poll(() => launched.page.getByRole('tab', { name: '图片', exact: false }).getAttribute('aria-selected'))
    .toBe('true');
  await launched.page.locator('.message').getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => section().inputValue()).toBe(before);
  await launched.page.getByRole('tab', { name: '稿件', exact: false }).click();
});

/** What the window remembers of itself, as it stands on the disk. */
function remembered(): string {
  const folder = join(work, 'profile', 'Local Storage', 'leveldb');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.log'))
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('')
    .replaceAll('\0', '');
}

/** What stands on the disk of the sample: document and journals. */
function disk(): string {
  const folder = join(work, 'profile', 'sample', '样报.banxin');
  const journals = readdirSync(join(folder, 'journal')).map((file) => join(folder, 'journal', file));
  return [join(folder, 'issue.json'), ...journals].map((file) => readFileSync(file, 'utf8')).join('\n');
}

const onPage =
  (field: string, title = '末班车') =>
  async () => {
    const { page } = launched;
    await page.locator('.manuscript', { hasText: title }).click();
    await still(page);
    const box = (await page.locator('.overlay .selected').boundingBox())!;
    await page.mouse.dblclick(box.x + box.width * 0.2, box.y + box.height * 0.4);
    await page.locator('.text-input').waitFor();
    await tabTo(page, field);
  };
const inStory = (element: string) => async () => {
  const { page } = launched;
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  await page.keyboard.press('Control+Enter');
  await page.locator(`.story-text ${element}`).first().click();
  await page.keyboard.press('Home');
};
const inInspector = (name: string) => async () => {
  const { page } = launched;
  await page.locator('.manuscript', { hasText: '末班车' }).click();
  await page.getByRole('textbox', { name, exact: true }).fill('');
};

test.each([
  ['running text on the page', onPage('正文'), '甲乙'],
  ['a headline on the page', onPage('主题'), '丙丁'],
  ['a caption on the page', onPage('说明', '屋不漏'), '戊己'],
  ['running text in the story', inStory('p'), '庚辛'],
  ['a headline in the story', inStory('[data-head="headline"]'), '壬癸'],
  ['a field of the inspector', inInspector('副题'), '子丑'],
])(
  'what is composed in %s is on the disk when it is meant, not before, and never when it is given up',
  async (_, enter, mark) => {
    const { page } = launched;
    const input = await page.context().newCDPSession(page);
    const half = async (text: string) =>
      input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await enter();
    await page.keyboard.insertText(mark);
    await half('zhq');
    await half('zhqx');
    // The document is saved in the middle of it, with what was written before.
    await expect.poll(disk).toContain(mark);
    await page.locator('.statusbar', { hasText: '已保存' }).waitFor();
    expect(disk()).not.toContain('zhq');
    await half('');
    await page.keyboard.insertText(`${mark}。`);
    await expect.poll(disk).toContain(`${mark}${mark}。`);
    expect(disk()).not.toContain('zhq');
    await compose(input, 'qiao', '桥');
    await expect.poll(disk).toContain(`${mark}${mark}。桥`);
    expect(disk()).not.toContain('qia');
    await input.detach();
    for (let i = 0; i < 3 && (await page.locator('.text-input, .story').count()) > 0; i++) await page.keyboard.press('Escape');
  },
);
