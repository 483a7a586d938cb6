/** Background work, through the window: import, arrange, press; progress, and cancelling without a trace. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedIssue, Proposal } from '../../electron/bridge';
import { choiceOf, plainPreset } from '../../engine/press/handoff/preset';
import { ask, openSample, succeeded } from './ask';
import { type Launched, launch } from './launch';
import { clearFolder } from './support/clear';

let launched: Launched;
let sample: OpenedIssue;
let work: string;
let temporary: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'banxin-jobs-'));
  temporary = join(work, 'temporary');
  mkdirSync(temporary);
  process.env.TMPDIR = temporary;
  process.env.BANXIN_SHOPS = join(work, 'shops');
  launched = await launch();
  await launched.page.evaluate('globalThis.steps = []; void banxin.onProgress((step) => steps.push(step))');
  sample = await openSample(launched.page);
});
afterAll(async () => {
  await launched.close();
  clearFolder(work);
});

interface Step {
  readonly job: number;
  readonly done: number;
  readonly step: string;
  readonly proposals?: readonly Proposal[];
}

/** What was told of the work since the last call. */
const steps = (): Promise<Step[]> => launched.page.evaluate('steps.splice(0)');

/** Answers the next dialogs for files and folders with this path, and every question with this button. */
async function choose(path: string, button = 0): Promise<void> {
  await launched.app.evaluate(
    ({ dialog }, [chosen, response]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      dialog.showMessageBox = async () => ({ response, checkboxChecked: false });
    },
    [path, button] as const,
  );
}

const plain = choiceOf(plainPreset);

const pressJob = () => ({
  kind: 'press',
  handle: sample.handle,
  issue: sample.issue,
});

test('the sample is made, told step by step, and opened as it is again', async () => {
  expect(sample.name).toBe('样报');
  expect(sample.issue.articles.length).toBeGreaterThan(10);
  expect(sample.issue.pages.every(({ blocks }) => blocks.length > 2)).toBe(true);
  const told = await steps();
  expect(told.length).toBeGreaterThan(10);
  expect(told.every(({ done }) => done >= 0 && done <= 1)).toBe(true);
  expect(told.at(-1)!.step).toBe('第4版');
  expect(await openSample(launched.page)).toEqual(sample);
  expect(await ask(launched.page, 'recent')).toHaveLength(1);
});

test('manuscripts are taken into the document that the window holds; what is no manuscript is told first', async () => {
  const folder = join(work, '来稿');
  mkdirSync(folder);
  writeFileSync(join(folder, '河边.jpg'), 'no photograph');
  writeFileSync(
    join(folder, '短讯.txt'),
    '河边步道修好了\n本报记者 林一\n\n南门外的河边步道昨天修好，路灯也亮了。附近居民说，晚饭后又能沿着河走一圈。\n',
  );
  await choose(folder);
  const result = succeeded(await ask(launched.page, 'run', { kind: 'import', handle: sample.handle, issue: sample.issue }));
  if (result.kind !== 'import') throw new Error(result.kind);
  expect(result.issue.articles).toHaveLength(sample.issue.articles.length + 1);
  expect([result.refused, result.files, result.report[0]]).toEqual([1, 2, '河边.jpg：未导入']);
  expect(result.report.join('\n')).toContain('河边步道修好了');
  expect(await openSample(launched.page), 'the disk is left to saving').toEqual(sample);
});

test('a file that the user put into the window may be imported by its path', async () => {
  const file = join(work, '来信.txt');
  writeFileSync(
    file,
    '给社区的一封信\n读者 周二\n\n楼道里的灯坏了三天，打过一次电话，当天下午就有人来修好了。谢谢值班的师傅。\n',
  );
  await launched.page.evaluate(`{
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'drop';
    document.body.append(input);
  }`);
  await launched.page.locator('#drop').setInputFiles(file);
  const path = await launched.page.evaluate('banxin.pathOf(document.getElementById("drop").files[0])');
  await launched.page.evaluate('document.getElementById("drop").remove()');
  expect(path).toBe(file);
  const job = { kind: 'import', handle: sample.handle, issue: sample.issue, files: [path] };
  expect(await ask(launched.page, 'run', job)).toMatchObject({ ok: true, value: { kind: 'import' } });
});

test('a page is proposed from the document that the window holds, in several ways, the first of them soon', async () => {
  const page = sample.issue.pages[1]!;
  const cleared = { ...page, blocks: page.blocks.filter(({ locked }) => locked) };
  const issue = { ...sample.issue, pages: sample.issue.pages.map((other) => (other === page ? cleared : other)) };
  await steps();
  const running = ask(launched.page, 'run', { kind: 'arrange', handle: sample.handle, issue, page: 2, seed: 0 });
  await expect.poll(() => launched.page.evaluate('steps.length')).toBeGreaterThan(0);
  // What is under way is said again when the window speaks another language.
  for (const language of ['en', 'zh-CN']) await ask(launched.page, 'setSettings', { language, theme: 'system' });
  const result = succeeded(await running);
  const said = await steps();
  expect(new Set(said.map(({ step }) => step))).toEqual(new Set(['第2版', 'page 2']));
  expect(said.at(-1)!.step).toBe('第2版');
  const told = said.flatMap(({ done, proposals }) => (proposals ? [{ done, proposals }] : []));
  if (result.kind !== 'arrange') throw new Error(result.kind);
  expect(result.proposals.length).toBeGreaterThan(1);
  for (const { blocks, fill, cuts } of result.proposals) {
    expect(blocks.filter(({ locked }) => locked)).toEqual(cleared.blocks);
    expect(blocks.length).toBeGreaterThan(cleared.blocks.length);
    expect([fill > 0.95, cuts]).toEqual([true, []]);
  }
  expect(told[0]!.proposals).toHaveLength(1);
  expect(told.length, 'one at once, then the answer of every try').toBe(5);
  expect(told.map(({ done }) => done)).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  expect(told.at(-1)!.proposals).toEqual(result.proposals);
  const worth = told.map(({ proposals }) => Object.values(proposals[0]!.score).reduce((sum, price) => sum + price, 0));
  expect(worth).toEqual(worth.toSorted((a, b) => b - a));
});

test('pages go to press, and not over files that are there unless the user says so', async () => {
  const output = join(work, 'press');
  await choose(output);
  const result = succeeded(await ask(launched.page, 'run', pressJob()));
  if (result.kind !== 'press') throw new Error(result.kind);
  expect(result.files).toHaveLength(4);
  for (const file of result.files) expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(readdirSync(output)).toHaveLength(4);

  writeFileSync(result.files[0]!, 'mine');
  await choose(output, 1);
  expect(await ask(launched.page, 'run', pressJob())).toEqual({ ok: true, value: { kind: 'cancelled' } });
  expect(readFileSync(result.files[0]!, 'utf8')).toBe('mine');
});

const cancelled = { ok: true, value: { kind: 'cancelled' } };
/** On a busy machine the word may come when all is done: then that is no cancelling, and the work is begun anew. */
const again = { timeout: 120_000 };

test('cancelled press leaves no file; meanwhile no other work is begun', async () => {
  const output = join(work, 'cancelled');
  await choose(output);
  const begun = () => (existsSync(output) ? readdirSync(output).length : 0);
  const cancel = async () => {
    clearFolder(output);
    const running = ask(launched.page, 'run', pressJob());
    await expect.poll(begun, { interval: 20 }).toBeGreaterThan(0);
    const job = { kind: 'arrange', handle: sample.handle, issue: sample.issue, page: 1, seed: 0 };
    const other = await ask(launched.page, 'run', job);
    await ask(launched.page, 'cancel');
    return [await running, other];
  };
  await expect.poll(cancel, again).toMatchObject([cancelled, { fault: { code: 'shell.busy' } }]);
  expect(existsSync(output), 'the folder that the work made').toBe(false);
});

test.each([
  ['press', {}],
  ['handoff', { resend: false }],
])('a %s that is cancelled when it has begun to write leaves no file either', async (kind, settings) => {
  const output = join(work, `late-${kind}`);
  await choose(output);
  const scratch = () => readdirSync(temporary).filter((name) => /^banxin-\d/.test(name));
  const begun = () => readdirSync(output).length + scratch().length;
  const cancel = async () => {
    clearFolder(output);
    mkdirSync(output);
    const running = ask(launched.page, 'run', { kind, handle: sample.handle, issue: sample.issue, ...settings });
    await expect.poll(begun, { interval: 20 }).toBeGreaterThan(0);
    await ask(launched.page, 'cancel');
    return running;
  };
  await expect.poll(cancel, again).toEqual(cancelled);
  expect([readdirSync(output), scratch()]).toEqual([[], []]);
});

test('a press that is cancelled when its files are there is done, and says so', async () => {
  const output = join(work, 'too-late');
  await choose(output);
  const running = ask(launched.page, 'run', { ...pressJob(), choice: { ...plain, files: 'issue' } });
  const pdfs = () => (existsSync(output) ? readdirSync(output).filter((name) => name.endsWith('.pdf')) : []);
  await expect.poll(pdfs, { interval: 1 }).toHaveLength(1);
  await ask(launched.page, 'cancel');
  expect(await running).toMatchObject({ ok: true, value: { kind: 'press', files: [join(output, pdfs()[0]!)] } });
});

test('the saved document is the one on the disk, and other work may follow', async () => {
  const issue = { ...sample.issue, number: sample.issue.number + 1 };
  expect(await ask(launched.page, 'save', sample.handle, issue)).toEqual({ ok: true, value: null });
  expect((await openSample(launched.page)).issue.number).toBe(issue.number);
  expect(existsSync(join(launched.userData, 'sample', '样报.banxin', 'issue.json'))).toBe(true);
});

test('an issue is examined with a picture of each plate', async () => {
  const { handle, issue } = sample;
  const job = { kind: 'preflight', handle, issue, choice: { ...plain, spot: true } };
  const told = (await launched.page.evaluate(
    `banxin.run(${JSON.stringify(job)}).then(({ value }) => ({
      kind: value.kind,
      plates: value.pages.map(({ pictures }) => pictures.map(({ plate, png }) => plate + ' ' + Array.from(png.slice(1, 4), (c) => String.fromCharCode(c)).join(''))),
      most: value.pages.map(({ most }) => most),
      findings: value.findings,
    }))`,
  )) as { kind: string; plates: string[][]; most: number[]; findings: { detail: string; severity: string }[] };
  expect(told.kind).toBe('preflight');
  expect(told.plates).toHaveLength(4);
  expect(told.plates[0]).toEqual(['page PNG', 'C PNG', 'M PNG', 'Y PNG', 'K PNG', '专色红 PNG', 'ink PNG']);
  expect(Math.max(...told.most)).toBeLessThan(240);
  expect(told.findings.every(({ detail }) => /[\u4e00-\u9fff]/.test(detail))).toBe(true);
});

test('the press files are as the chosen shop wants them where the dialog says nothing else', async () => {
  const preset = { format: 'banxin-preset', version: 1, shop: '城北印刷厂', standard: 'pdfx1a', colourPages: [1] };
  const shop = succeeded(await ask(launched.page, 'saveShop', null, preset));
  await choose(join(work, 'for a shop'));
  const pressed = succeeded(await ask(launched.page, 'run', { ...pressJob(), page: 2, shop }));
  if (pressed.kind !== 'press') throw new Error(pressed.kind);
  expect(pressed.files).toHaveLength(1);
  const file = readFileSync(pressed.files[0]!, 'latin1');
  expect(file.slice(0, 8)).toBe('%PDF-1.4');
  expect(file.includes('PDF/X-1a:2003')).toBe(true);
  // Page 2 may carry no colour: its photographs are grey.
  expect(/\/ColorSpace\s*\/DeviceCMYK/.test(file)).toBe(false);
  const other = { ...pressJob(), page: 2, shop, choice: { ...plain, marks: { ...plain.marks, crop: true } } };
  await choose(join(work, 'for a shop, otherwise'));
  const otherwise = succeeded(await ask(launched.page, 'run', other));
  if (otherwise.kind !== 'press') throw new Error(otherwise.kind);
  const modern = readFileSync(otherwise.files[0]!, 'latin1');
  expect(modern.slice(0, 8)).toBe('%PDF-1.6');
  expect(/\/ColorSpace\s*\/DeviceCMYK/.test(modern)).toBe(false);
});

test('an issue is examined, handed off and sent again as the chosen shop wants it, and not replaced without being asked', async () => {
  const output = join(work, 'handoff');
  const { handle } = sample;
  // Every page is pressed three times and examined as often.
  const issue = { ...sample.issue, pages: sample.issue.pages.slice(0, 2) };
  const preset = { format: 'banxin-preset', version: 1, shop: '城南印刷厂', colourPages: [1], copies: 3000, inkLimit: 150 };
  const shop = succeeded(await ask(launched.page, 'saveShop', null, preset));
  const examine = { kind: 'preflight', handle, issue, shop };
  const examined = succeeded(await ask(launched.page, 'run', examine));
  if (examined.kind !== 'preflight') throw new Error(examined.kind);
  const inks = ({ coverage }: { readonly coverage: Readonly<Record<string, number>> }) =>
    Object.keys(coverage).filter((name) => coverage[name]! > 0);
  const all = ['Cyan', 'Magenta', 'Yellow', 'Black'];
  const wished = [all, ['Black']];
  expect(examined.pages.map(inks)).toEqual(wished);
  expect(examined.findings.filter(({ rule }) => rule === 'tooMuchInk').map(({ page }) => page)).toContain(1);

  // The dialog's word comes before the shop's.
  const choice = { ...plain, standard: 'pdfx1a', marks: { ...plain.marks, crop: true } };
  const send = (resent: OpenedIssue['issue'], resend: boolean) =>
    ask(launched.page, 'run', { kind: 'handoff', handle, issue: resent, shop, choice, resend });
  const told = (name: string) => JSON.parse(readFileSync(join(output, name), 'utf8'));
  await choose(output, 1);
  await steps();
  const result = succeeded(await send(issue, false));
  if (result.kind !== 'handoff') throw new Error(result.kind);
  // Each of the two pages is told when it is pressed and when it is examined.
  const shares = (await steps()).map(({ done }) => done);
  expect(shares).toEqual([0, 1, 2, 3, 4].map((done) => done / 4));
  expect(result.files[0]).toMatch(/\.zip$/);
  expect(existsSync(result.files[0]!)).toBe(true);
  expect(told('ticket.json')).toMatchObject({ shop: '城南印刷厂', copies: 3000, version: 1, inkLimit: 150 });
  expect(told('ticket.json')).toMatchObject({ standard: 'pdfx1a', marks: ['crop'], imposition: 'none' });
  const [first] = readdirSync(join(output, 'press'));
  expect(readFileSync(join(output, 'press', first!), 'latin1').slice(0, 8)).toBe('%PDF-1.4');
  expect(told('report.json').pages.map(inks)).toEqual(wished);
  expect(await send(issue, false)).toMatchObject({ ok: true, value: { kind: 'cancelled' } });

  const page = issue.pages[1]!;
  const changed = issue.pages.map((other) => (other === page ? { ...page, section: '街坊' } : other));
  succeeded(await send({ ...issue, pages: changed }, true));
  expect(told('ticket.json')).toMatchObject({ shop: '城南印刷厂', version: 2 });
  const again = readdirSync(join(output, 'press')).filter((name) => name.includes('_v2'));
  expect(again).toEqual([expect.stringMatching(/_A02_v2\.pdf$/)]);
  expect(existsSync(join(output, 'difference_v2.html'))).toBe(true);
  expect(readdirSync(output).filter((name) => name.startsWith('.'))).toEqual([]);
});
