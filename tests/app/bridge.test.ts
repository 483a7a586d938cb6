/** What a window that has been taken over may send: nothing happens but a clear message, and the program goes on. */
import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Bridge, OpenedIssue } from '../../electron/bridge';
import { ask, openSample } from './ask';
import { type Launched, launch } from './launch';
import { clearFolder } from './support/clear';

let launched: Launched;
let sample: OpenedIssue;

beforeAll(async () => {
  launched = await launch();
  sample = await openSample(launched.page);
});
afterAll(() => launched.close());

const someone = '00000000-0000-0000-0000-000000000000';
const long = 'x'.repeat(1_000_000);

afterEach(async () => {
  expect(await ask(launched.page, 'settings'), 'the program goes on').toHaveProperty('language');
});

const part = { plates: someone, page: 1, plate: 'K', scale: 2, left: 0, top: 0, width: 100, height: 100 };

describe('malformed arguments', () => {
  test.each<[keyof Bridge & ('setSettings' | 'setDirty' | 'reveal' | 'dropJournal' | 'platePart'), unknown]>([
    ['setSettings', undefined],
    ['setSettings', { language: 'fr', theme: 'dark' }],
    ['setSettings', { language: 'en', theme: 'dark', path: '/etc/passwd' }],
    ['setSettings', [[[[]]]]],
    ['setDirty', 'yes'],
    ['reveal', { toString: 1 }],
    ['reveal', long],
    ['dropJournal', '../../journal'],
    ['dropJournal', undefined],
    ['platePart', { ...part, plates: '../x' }],
    ['platePart', { ...part, scale: 33 }],
    ['platePart', { ...part, width: 20_001 }],
    ['platePart', { ...part, left: -1 }],
  ])('%s refuses %j', async (method, argument) => {
    await expect(ask(launched.page, method, argument)).rejects.toThrow('shell.badRequest');
  });

  const issue = {};
  test.each<
    [
      keyof Bridge & ('openRecent' | 'newIssue' | 'save' | 'saveAs' | 'missingAssets' | 'revealAsset' | 'journal' | 'run'),
      readonly unknown[],
    ]
  >([
    ['openRecent', [42]],
    ['openRecent', ['../../etc']],
    ['newIssue', [long]],
    ['save', []],
    ['save', [long, issue]],
    ['saveAs', [long, issue]],
    ['missingAssets', [someone, ['../issue.json']]],
    ['missingAssets', [someone, 'all']],
    ['revealAsset', [someone, '../issue.json']],
    ['revealAsset', ['..', `${'0'.repeat(64)}.jpg`]],
    ['journal', ['../..', []]],
    ['journal', [someone, 'all']],
    ['journal', [someone, Array.from({ length: 10_001 }, () => 0)]],
    ['run', [null]],
    ['run', [{ kind: 'delete' }]],
    ['run', [{ kind: '__proto__' }]],
    ['run', [{ kind: 'arrange', handle: someone, issue, page: 1.5, seed: 0 }]],
    ['run', [{ kind: 'arrange', handle: someone, issue, page: 1, seed: 0, more: true }]],
    ['run', [{ kind: 'arrange', handle: someone, issue, page: 1, seed: -1 }]],
    ['run', [{ kind: 'arrange', handle: someone, issue, page: 1 }]],
    ['run', [{ kind: 'import', handle: someone, issue, files: 'all' }]],
    ['run', [{ kind: 'import', handle: someone, issue, files: [] }]],
    ['run', [{ kind: 'press', handle: someone, issue, choice: { standard: 'pdf' } }]],
    ['run', [{ kind: 'preflight', handle: someone, issue, choice: { spot: false } }]],
    ['run', [{ kind: 'handoff', handle: someone, issue, shop: '../a.json', resend: false }]],
  ])('%s refuses %j', async (method, args) => {
    expect(await ask(launched.page, method, ...args)).toMatchObject({ ok: false, fault: { code: 'shell.badRequest' } });
  });
});

describe('well-formed requests for what was never given', () => {
  test('an unknown recent issue', async () => {
    expect(await ask(launched.page, 'openRecent', someone)).toMatchObject({ fault: { code: 'shell.unknownRecent' } });
  });

  test('plates of an examination that was never made', async () => {
    expect(await ask(launched.page, 'platePart', part)).toBeNull();
  });

  test('an unknown template', async () => {
    expect(await ask(launched.page, 'newIssue', '../fonts/manifest')).toMatchObject({ fault: { code: 'store.noTemplate' } });
  });

  test('an unknown handle', async () => {
    const job = { kind: 'arrange', handle: someone, issue: sample.issue, page: 1, seed: 0 };
    expect(await ask(launched.page, 'save', someone, sample.issue)).toMatchObject({ fault: { code: 'shell.closedIssue' } });
    expect(await ask(launched.page, 'saveAs', someone, sample.issue)).toMatchObject({ fault: { code: 'shell.closedIssue' } });
    expect(await ask(launched.page, 'missingAssets', someone, [])).toMatchObject({ fault: { code: 'shell.closedIssue' } });
    expect(await ask(launched.page, 'journal', someone, [])).toMatchObject({ fault: { code: 'shell.closedIssue' } });
    expect(await ask(launched.page, 'run', job)).toMatchObject({ fault: { code: 'shell.closedIssue' } });
  });

  test('a file that was not dropped', async () => {
    const job = { kind: 'import', handle: sample.handle, issue: sample.issue, files: ['/etc/passwd'] };
    const outcome = await ask(launched.page, 'run', job);
    expect(outcome).toMatchObject({ fault: { code: 'shell.notDropped', text: expect.stringContaining('/etc/passwd') } });
  });

  test('a file that a script made up has no path', async () => {
    expect(await launched.page.evaluate(`banxin.pathOf(new File(['x'], '/etc/passwd'))`)).toBe('');
    expect(await launched.page.evaluate(`banxin.pathOf({ path: '/etc/passwd' })`)).toBe('');
  });

  test('a document that is none is neither saved nor worked on', async () => {
    const { handle } = sample;
    expect(await ask(launched.page, 'save', handle, { format: 'banxin-issue' })).toMatchObject({ ok: false });
    expect(await ask(launched.page, 'run', { kind: 'arrange', handle, issue: { a: 1 }, page: 1, seed: 0 })).toMatchObject({
      ok: false,
    });
    expect(await openSample(launched.page)).toEqual(sample);
  });

  test('a page that the issue does not have', async () => {
    const job = { kind: 'arrange', handle: sample.handle, issue: sample.issue, page: 999, seed: 0 };
    expect(await ask(launched.page, 'run', job)).toMatchObject({ fault: { code: 'shell.badRequest' } });
  });
});

describe('a hostile issue', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) clearFolder(folder);
  });

  async function open(prepare: (file: string) => void) {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-hostile-'));
    folders.push(folder);
    prepare(join(folder, 'issue.json'));
    await launched.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, folder);
    return ask(launched.page, 'openIssue');
  }

  function writeHuge(file: string): void {
    writeFileSync(file, '{');
    truncateSync(file, 300_000_000);
  }

  const document = { format: 'banxin-issue', version: 1 };
  test.each<[string, string, (file: string) => void]>([
    ['that is not there', 'store.noIssue', () => {}],
    ['that is too large', 'store.tooLarge', writeHuge],
    ['that is not JSON', 'store.damaged', (file) => writeFileSync(file, '{"format":"banxin-issue",')],
    ['of nothing but brackets', 'store.wrongFormat', (file) => writeFileSync(file, '['.repeat(1e6) + ']'.repeat(1e6))],
    ['of another program', 'store.wrongFormat', (file) => writeFileSync(file, '{"format":"other"}')],
    ['of a newer version', 'store.newer', (file) => writeFileSync(file, JSON.stringify({ ...document, version: 99 }))],
    ['with a field that is none', 'store.unknownKey', (file) => writeFileSync(file, JSON.stringify({ ...document, evil: 1 }))],
    ['that leads elsewhere', 'store.link', (file) => symlinkSync('/etc/passwd', file)],
  ])('%s is refused by name', async (_, code, prepare) => {
    const outcome = await open(prepare);
    expect(outcome).toMatchObject({ ok: false, fault: { code, text: expect.stringMatching(/banxin-hostile-.*/) } });
  });

  /** The sample's document with something else in the place of what a search finds. */
  const spoilt = (find: RegExp, instead: string) => (file: string) => {
    const text = JSON.stringify(sample.issue);
    expect(text).toMatch(find);
    writeFileSync(file, text.replace(find, instead));
  };
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  test.each<[string, (file: string) => void]>([
    ['with a key of every object', spoilt(/"articles":\[\{/, '"articles":[{"__proto__":{"locked":true},')],
    ['with a constructor', spoilt(/"paper":\{/, '"paper":{"constructor":{"prototype":{"locked":true}},')],
    ['with columns without end', spoilt(/"columns":\d+/, '"columns":1e308')],
    ['with a number that is none', spoilt(/"number":\d+/, '"number":1e999')],
    ['with half a page', spoilt(/"number":\d+/, '"number":1.5')],
    ['with a date that is a list', spoilt(/"date":"[^"]*"/, '"date":["2026-01-25"]')],
    ['with articles that are text', spoilt(/"headline":\[[^\]]*\]/, '"headline":"x"')],
    ['with paragraphs in paragraphs', spoilt(/"paragraphs":\[/, `"paragraphs":[${nested},`)],
    ['with a photograph elsewhere', spoilt(/"asset":"[^"]*"/, '"asset":"../../../etc/passwd"')],
    ['with an article twice', spoilt(/"articles":\[(\{"id":"[^"]*")/, '"articles":[$1,"kicker":"","headline":["x"]},$1')],
  ])('%s is refused at its place', async (_, prepare) => {
    const outcome = await open(prepare);
    expect(outcome).toMatchObject({ ok: false, fault: { text: expect.stringMatching(/banxin-hostile-.*/) } });
    expect(outcome).not.toMatchObject({ fault: { code: 'shell.internal' } });
  });
});
