/** The window's walls: what a page in it cannot do, whatever it tries. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import en from '../../renderer/i18n/en.json';
import zh from '../../renderer/i18n/zh-CN.json';
import { ask } from './ask';
import { builtProgram, endsWithin, type Launched, launch, MOST_ENDING } from './launch';
import { clearFolder } from './support/clear';

let launched: Launched;

beforeAll(async () => {
  launched = await launch();
});
afterAll(() => launched.close());

/** Runs a script in the window, as a page that has been taken over would. */
const inWindow = <T>(script: string): Promise<T> => launched.page.evaluate<T>(script);
const status = (address: string): Promise<number> => inWindow(`fetch(${JSON.stringify(address)}).then(({ status }) => status)`);
const soon = 'new Promise((resolve) => setTimeout(resolve, 200))';

describe('the page', () => {
  test('has no Node, no Electron and a bridge that cannot be changed', async () => {
    expect(await inWindow('[typeof require, typeof process, typeof module]')).toEqual(['undefined', 'undefined', 'undefined']);
    const changed = 'const before = banxin.settings; try { banxin.settings = 1 } catch {} return banxin.settings !== before';
    expect(await inWindow(`(() => { ${changed} })()`)).toBe(false);
  });

  test.each(['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://banxin/fonts.json', 'app://elsewhere/'])(
    'cannot go to %s',
    async (address) => {
      await inWindow(`void (location.href = ${JSON.stringify(address)})`);
      await inWindow(soon);
      expect(launched.page.url()).toBe('app://banxin/index.html');
    },
  );

  test.each(['https://example.com/', 'app://banxin/index.html', 'about:blank'])('opens no window on %s', async (address) => {
    expect(await inWindow(`open(${JSON.stringify(address)}) === null`)).toBe(true);
    expect(launched.app.windows()).toHaveLength(1);
  });

  test('runs no script but its own', async () => {
    await inWindow(`{
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruder = true';
      document.body.append(script);
    }`);
    expect(await inWindow('globalThis.intruder')).toBeUndefined();
    expect(await inWindow(`import('data:text/javascript,0').then(() => 'ran', () => 'refused')`)).toBe('refused');
  });

  test('shows no page inside the page', async () => {
    const script = `{
      const frame = document.createElement('iframe');
      frame.src = 'app://banxin/fonts.json';
      document.body.append(frame);
      ${soon}.then(() => frame.contentDocument)
    }`;
    expect(await inWindow(script)).toBeNull();
  });

  test('is given no permission', async () => {
    expect(await inWindow(`navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`)).toBe('denied');
    expect(await inWindow('Notification.requestPermission()')).toBe('denied');
    const camera = `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', () => 'denied')`;
    expect(await inWindow(camera)).toBe('denied');
  });

  test.each(['http://127.0.0.1:1/', 'https://example.com/', 'file:///etc/passwd'])('cannot fetch %s', async (address) => {
    expect(await inWindow(`fetch(${JSON.stringify(address)}).then(() => 'reached', () => 'refused')`)).toBe('refused');
  });
});

describe('app://', () => {
  test('serves the faces and their list', async () => {
    const list = await inWindow<{ faces: string[]; fallbacks: Record<string, string[]> }>(
      `fetch('app://banxin/fonts.json').then((r) => r.json())`,
    );
    expect(list.faces).toContain('song-regular');
    expect(Object.keys(list.fallbacks)).toEqual(list.faces);
    expect(list.faces).toEqual(expect.arrayContaining(Object.values(list.fallbacks).flat()));
    expect(await status('app://banxin/fonts/song-regular')).toBe(200);
  });

  test('serves what a page needs of a face', async () => {
    expect(await status('app://banxin/metrics/song-regular')).toBe(200);
    expect(await status('app://banxin/outlines/song-regular/00410042')).toBe(200);
    expect(await inWindow(`fetch('app://banxin/ink/song-regular/00000001').then((r) => r.json())`)).toHaveLength(2);
  });

  test.each([
    'app://banxin/../../etc/passwd',
    'app://banxin/..%2f..%2f..%2f..%2fetc%2fpasswd',
    'app://banxin/%2e%2e/%2e%2e/main.cjs',
    'app://banxin/..%5c..%5cmain.cjs',
    'app://banxin//etc/passwd',
    'app://banxin/.hidden',
    'app://banxin/fonts/no-such-face',
    'app://banxin/fonts/..%2fmanifest.json',
    'app://banxin/fonts/song-regular/more',
    'app://banxin/metrics/no-such-face',
    'app://banxin/metrics/song-regular/more',
    'app://banxin/outlines/song-regular',
    'app://banxin/outlines/no-such-face/0041',
    'app://banxin/outlines/song-regular/041',
    'app://banxin/outlines/song-regular/004x',
    `app://banxin/outlines/song-regular/${'0041'.repeat(4097)}`,
    'app://banxin/ink/song-regular/004g',
    'app://banxin/assets/',
    `app://banxin/assets/00000000-0000-0000-0000-000000000000/${'a'.repeat(64)}.jpg`,
    'app://banxin/missing.html',
  ])('%s is not found', async (address) => {
    expect(await status(address)).toBe(404);
  });

  test('only reads', async () => {
    expect(await inWindow(`fetch('app://banxin/index.html', { method: 'POST' }).then(({ status }) => status)`)).toBe(405);
  });
});

test('a second start hands its issue to the first and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-second-'));
  writeFileSync(join(folder, 'issue.json'), '{}');
  await inWindow('void banxin.onOpened((outcome) => { globalThis.heard = outcome })');
  const { executable, env } = launched.again;
  const second = spawn(executable, ['--no-sandbox', builtProgram, `--user-data-dir=${launched.userData}`, folder], { env });
  expect(await endsWithin(second, MOST_ENDING)).toBe(true);
  const refused = { ok: false, fault: { code: 'store.wrongFormat' } };
  await expect.poll(() => inWindow('globalThis.heard')).toMatchObject(refused);
  clearFolder(folder);
});

test('settings outlive the program; damaged ones are as none', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'banxin-profile-'));
  const first = await launch({ userData });
  expect(await ask(first.page, 'settings')).toEqual({ language: 'zh-CN', theme: 'system' });
  await ask(first.page, 'setSettings', { language: 'en', theme: 'dark' });
  expect(await first.page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`)).toBe(true);
  await first.close();
  const second = await launch({ userData });
  expect(await ask(second.page, 'settings')).toEqual({ language: 'en', theme: 'dark' });
  await second.close();
  writeFileSync(join(userData, 'settings.json'), '{"language":"en","theme":"dark","more":1}');
  const third = await launch({ userData });
  expect(await ask(third.page, 'settings')).toEqual({ language: 'zh-CN', theme: 'system' });
  await third.close();
  clearFolder(userData);
});

test.each([
  ['zh-CN', zh.command, '20260125'],
  ['en', en.command, '01252026'],
] as const)('menu and date fields speak the language of the window (%s)', async (language, words, date) => {
  const userData = mkdtempSync(join(tmpdir(), 'banxin-profile-'));
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ language, theme: 'system' }));
  const { app, page, close } = await launch({ userData });
  try {
    const menu = await app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()!.items.flatMap(({ submenu }) =>
        submenu!.items.map(({ id, label, role }) => ({ id, label, role })),
      ),
    );
    const commands = menu.filter(({ id }) => id in words);
    expect(commands.length).toBeGreaterThan(20);
    expect(Object.fromEntries(commands.map(({ id, label }) => [id, label]))).toEqual(
      Object.fromEntries(commands.map(({ id }) => [id, words[id as keyof typeof words]])),
    );
    expect(menu.map(({ role }) => role)).not.toContain('reload');

    await page.evaluate(
      `document.body.replaceChildren(Object.assign(document.createElement('input'), { type: 'date', max: '9999-12-31' }))`,
    );
    await page.locator('input').focus();
    await page.keyboard.type(date);
    expect(await page.locator('input').inputValue()).toBe('2026-01-25');
  } finally {
    await close();
    clearFolder(userData);
  }
});

test('a window whose process dies comes back with its issue', async () => {
  const { app, page, close } = await launch({ args: ['--sample'] });
  try {
    const shown = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript('document.body.innerText'),
      );
    await expect.poll(shown).toContain('澄塘社区报');
    const crashed = page.waitForEvent('crash');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer());
    await crashed;
    await expect.poll(shown).toContain('澄塘社区报');
    const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
    expect(title).toBe('样报 - 版心');
  } finally {
    await close();
  }
});

describe('unsaved work', () => {
  const [SAVE, DISCARD, CANCEL] = [0, 1, 2];

  test('is asked about before the window closes', async () => {
    const { app, page, close } = await launch();
    await ask(page, 'setDirty', true);
    expect(await closeWindow(app, CANCEL)).toEqual({ asked: 1, windows: 1 });
    const ended = app.waitForEvent('close');
    await closeWindow(app, DISCARD).catch(() => {});
    await ended;
    await close();
  });

  test('is saved first when the user says so', async () => {
    const { app, page, close } = await launch();
    await page.evaluate('globalThis.heard = []; void banxin.onCommand((command) => heard.push(command))');
    await ask(page, 'setDirty', true);
    expect(await closeWindow(app, SAVE)).toEqual({ asked: 1, windows: 1 });
    await expect.poll(() => page.evaluate('heard')).toEqual(['save']);
    const ended = app.waitForEvent('close');
    await ask(page, 'setDirty', false).catch(() => {});
    await ended;
    await close();
  });

  /** Closes the window, answering the question with a button: how often it was asked, and how many windows are left. */
  function closeWindow(app: Launched['app'], button: number): Promise<{ asked: number; windows: number }> {
    return app.evaluate(async ({ dialog, BrowserWindow }, response) => {
      let asked = 0;
      dialog.showMessageBox = async () => {
        asked++;
        return { response, checkboxChecked: false };
      };
      BrowserWindow.getAllWindows()[0]!.close();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { asked, windows: BrowserWindow.getAllWindows().length };
    }, button);
  }
});
