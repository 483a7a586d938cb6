/** A whole handoff, sent once and again. */
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue, Page } from '../../engine/issue/types';
import { slugRoom } from '../../engine/press/marks';
import { type HandoffResult, type HandoffSettings, handOff } from '../../engine/press/node/handoff';
import { loadPreset, noPreset } from '../../engine/press/node/preset-file';
import { createIssue, readTemplate } from '../../engine/store';
import { voiceIn } from '../../shell/voice';
import { article } from '../issue/small-issue';
import { outside, profilePath } from './support';

let folder: string;
let issue: Issue;
let first: HandoffResult;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handoff-'));
  issue = await smallPaper();
  await createIssue(join(folder, 'a.banxin'), issue);
  first = await send('one', printed);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function smallPaper(): Promise<Issue> {
  const { spec, paper } = await readTemplate('sikai');
  const rect = { column: 0, row: 0, columns: spec.columns, rows: 12 };
  const strip = (kind: 'masthead' | 'folio') => ({ id: kind, content: { kind }, rect, cuts: [], locked: true }) as const;
  const briefs = (id: string, about: string) =>
    ({
      id,
      content: { kind: 'briefs', label: '简讯', articles: [about] },
      rect: { ...rect, row: 20 },
      cuts: [],
      locked: false,
    }) as const;
  const pages: Page[] = [
    { number: 1, section: '要闻', blocks: [strip('masthead'), briefs('b1', 'a1')] },
    { number: 2, section: '社区', blocks: [{ ...strip('folio'), rect: { ...rect, rows: 3 } }, briefs('b2', 'a2')] },
  ];
  const empty = { photos: [], groups: [], notices: [], advertisements: [] };
  const articles = [article('a1', '河堤添绿'), article('a2', '夜市开张')];
  return {
    format: 'banxin-issue',
    version: 1,
    template: 'sikai',
    paper,
    date: '2026-03-10',
    number: 5,
    total: 5,
    spec,
    ...empty,
    articles,
    pages,
  };
}

const printed = { imposition: 'sheets', copies: 3000 } as const;

const settings = (more: Partial<HandoffSettings> = {}): HandoffSettings => ({
  preset: noPreset,
  voice: voiceIn('zh'),
  resend: false,
  force: false,
  ...more,
});

const send = (output: string, more: Partial<HandoffSettings> = {}, paper = issue) =>
  handOff(paper, join(folder, 'a.banxin'), join(folder, output), settings(more));

const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a handoff', () => {
  it('holds everything that the shop needs, and its sums', async () => {
    const zip = unzipSync(await readFile(first.package));
    expect(Object.keys(zip).sort()).toEqual(
      [
        'SHA256SUMS',
        'imposed/澄塘社区报_20260310_拼1正_A02-A01.pdf',
        'press/澄塘社区报_20260310_A01.pdf',
        'press/澄塘社区报_20260310_A02.pdf',
        'proofs/澄塘社区报_20260310_A01.jpg',
        'proofs/澄塘社区报_20260310_A02.jpg',
        'proofs/澄塘社区报_20260310_proof.pdf',
        'report.html',
        'report.json',
        'ticket.json',
        'ticket.pdf',
      ].sort(),
    );
    const sums = new TextDecoder().decode(zip.SHA256SUMS);
    for (const [name, bytes] of Object.entries(zip).filter(([name]) => name !== 'SHA256SUMS'))
      expect(sums).toContain(`${sum(bytes)}  ${name}\n`);
    const ticket = JSON.parse(new TextDecoder().decode(zip['ticket.json']));
    expect(ticket).toMatchObject({ copies: 3000, pageCount: 2, trapping: 'none', sheets: [{ left: 2, right: 1 }] });
    expect(ticket).toMatchObject({ marks: [], resolution: { least: 150, poor: 100 } });
    expect(ticket.files.map(({ pages }: { pages: number[] }) => pages)).toEqual([[1], [2]]);
    expect(outside('pdftotext', ['-raw', 'FILE', '-'], zip['ticket.pdf']!)).toContain('3000');
    expect(outside('qpdf', ['--check', 'FILE'], zip['proofs/澄塘社区报_20260310_proof.pdf']!)).toContain('No syntax');
    const report = new TextDecoder().decode(zip['report.html']);
    expect(report).toContain('没有做陷印');
    for (const name of Object.keys(zip).filter((file) => /^(?:press|imposed)\//.test(file)))
      expect(report).toContain(`<td>${name}</td>`);
    expect(report).not.toMatch(/(?:src|href)="(?!data:)/);
  });

  it('is the same bytes for the same issue, and is replaced only when that is asked for', async () => {
    await expect(send('one', printed)).rejects.toMatchObject({ code: 'store.exists' });
    const before = sum(await readFile(first.package));
    const again = await send('one', { ...printed, force: true });
    expect(again.version).toBe(1);
    expect(sum(await readFile(again.package))).toBe(before);
  });

  it('sends one changed page again, with its version, a difference sheet and new sums', async () => {
    await expect(send('one', { resend: true })).rejects.toMatchObject({ code: 'press.nothingChanged' });
    const [kept, second] = issue.articles;
    const text = [{ runs: [{ text: '夜市改在周六开张。', form: 'plain' as const }] }];
    const result = await send('one', { resend: true }, { ...issue, articles: [kept!, { ...second!, paragraphs: text }] });
    expect(result).toMatchObject({ version: 2, pages: [2] });
    const zip = unzipSync(await readFile(result.package));
    expect(Object.keys(zip).filter((name) => name.startsWith('press/'))).toEqual(['press/澄塘社区报_20260310_A02_v2.pdf']);
    const sheet = new TextDecoder().decode(zip['difference_v2.html']);
    const changed = (tag: string) =>
      [...sheet.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map((match) => match[1]).join('');
    expect(changed('ins')).toContain('夜市改在周六');
    expect(changed('del')).toContain('柳树');
    const output = join(folder, 'one');
    const lines = (await readFile(join(output, 'SHA256SUMS'), 'utf8')).trim().split('\n');
    for (const line of lines) expect(sum(await readFile(join(output, line.slice(66))))).toBe(line.slice(0, 64));
    expect(await readdir(join(output, 'press'))).toHaveLength(3);
    const manifest = JSON.parse(await readFile(join(output, 'handoff.json'), 'utf8'));
    expect(manifest.pages.map(({ name }: { name: string }) => name)).toEqual([
      'press/澄塘社区报_20260310_A01.pdf',
      'press/澄塘社区报_20260310_A02_v2.pdf',
    ]);
  });

  it('holds one file of all pages where the shop takes one, which goes out again as a whole', async () => {
    const whole = { ...printed, files: 'issue' } as const;
    const once = await send('whole', whole);
    const entries = async ({ package: file }: HandoffResult) => unzipSync(await readFile(file));
    const press = (zip: Record<string, Uint8Array>) => Object.keys(zip).filter((name) => name.startsWith('press/'));
    const zip = await entries(once);
    expect(press(zip)).toEqual(['press/澄塘社区报_20260310.pdf']);
    expect(outside('pdfinfo', ['FILE'], zip['press/澄塘社区报_20260310.pdf']!)).toMatch(/Pages: +2/);
    const report = JSON.parse(new TextDecoder().decode(zip['report.json']));
    expect(report.pages.map(({ page }: { page: number }) => page)).toEqual([1, 2]);
    const file = 'press/澄塘社区报_20260310.pdf';
    const ticket = JSON.parse(new TextDecoder().decode(zip['ticket.json']));
    expect(ticket.files).toEqual([{ file, pages: [1, 2], bytes: zip[file]!.length, sha256: sum(zip[file]!) }]);
    expect(ticket.pages.map(({ page, section }: { page: number; section: string }) => [page, section])).toEqual([
      [1, '要闻'],
      [2, '社区'],
    ]);
    const printedTicket = outside('pdftotext', ['-layout', 'FILE', '-'], zip['ticket.pdf']!);
    expect(printedTicket.split('澄塘社区报_20260310.pdf')).toHaveLength(2);
    expect(printedTicket).toMatch(new RegExp(`A01 A02.*_20260310\\.pdf.*KB +${sum(zip[file]!).slice(0, 12)}`));
    const html = new TextDecoder().decode(zip['report.html']);
    expect(html).toContain(`<td>${file}</td><td class="figure">1 2</td>`);
    await expect(send('whole', { ...whole, resend: true })).rejects.toMatchObject({ code: 'press.nothingChanged' });
    const [kept, second] = issue.articles;
    const text = [{ runs: [{ text: '夜市改在周六开张。', form: 'plain' as const }] }];
    const changed = { ...issue, articles: [kept!, { ...second!, paragraphs: text }] };
    const again = await send('whole', { ...whole, resend: true }, changed);
    expect(again).toMatchObject({ version: 2, pages: [2] });
    const later = await entries(again);
    expect(press(later)).toEqual(['press/澄塘社区报_20260310_v2.pdf']);
    expect(outside('pdfinfo', ['FILE'], later['press/澄塘社区报_20260310_v2.pdf']!)).toMatch(/Pages: +2/);
    // The second page of the old file stands beside the second of the new one.
    const sheet = new TextDecoder().decode(later['difference_v2.html']);
    const words = (tag: string) =>
      [...sheet.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map((match) => match[1]).join('');
    expect(words('ins')).toContain('夜市改在周六');
    expect(words('del')).toContain('柳树');
    const manifest = JSON.parse(await readFile(join(folder, 'whole', 'handoff.json'), 'utf8'));
    const name = 'press/澄塘社区报_20260310_v2.pdf';
    expect(manifest.pages).toMatchObject([
      { page: 1, name },
      { page: 2, name },
    ]);
  });

  it('cannot be followed up by another issue', async () => {
    await expect(send('one', { resend: true }, { ...issue, date: '2026-03-17' })).rejects.toMatchObject({
      code: 'press.otherIssue',
      params: { date: '2026-03-10' },
    });
  });

  it('cannot be followed up where there was none', async () => {
    await expect(send('never', { resend: true })).rejects.toMatchObject({ code: 'press.notHandedOff' });
  });
});

describe('a preset', () => {
  const write = async (value: unknown): Promise<string> => {
    const file = join(folder, 'shop.json');
    await writeFile(file, JSON.stringify(value));
    return file;
  };
  const least = { format: 'banxin-preset', version: 1, shop: '印厂' };

  it('says where it is wrong', async () => {
    await expect(loadPreset(await write({ ...least, bleed: 90 }))).rejects.toMatchObject({ params: { path: 'bleed' } });
    await expect(loadPreset(await write({ ...least, colour: true }))).rejects.toMatchObject({ params: { path: 'colour' } });
    await expect(loadPreset(await write({ ...least, profile: '../x.icc' }))).rejects.toMatchObject({
      params: { path: 'profile' },
    });
  });

  it.each([
    ['names that all pages would share', { names: '{paper}' }, 'press.presetNames'],
    ['names that lead out of the folder', { names: '../{page}' }, 'press.presetNames'],
    ['an error for what is no warning', { resolution: { poor: 200, least: 150 } }, 'press.presetResolution'],
    ['pictures reduced below what is wanted', { resolution: { least: 200, reduced: 150 } }, 'press.presetResolution'],
  ])('refuses %s', async (_, wrong, code) => {
    await expect(loadPreset(await write({ ...least, ...wrong }))).rejects.toMatchObject({ code });
  });

  it('has a profile for CMYK output, or is refused', async () => {
    await writeFile(join(folder, 'bad.icc'), Buffer.alloc(400));
    await expect(loadPreset(await write({ ...least, profile: 'bad.icc' }))).rejects.toMatchObject({
      code: 'press.presetProfile',
    });
    await copyFile(profilePath, join(folder, 'shop.icc'));
    const loaded = await loadPreset(
      await write({ ...least, profile: 'shop.icc', condition: { identifier: 'SHOP', info: 'Web 3' } }),
    );
    expect(loaded.condition).toMatchObject({ identifier: 'SHOP', profile: join(folder, 'shop.icc') });
  });

  it('decides standard, marks, names and which pages carry colour', async () => {
    const marks = { crop: true, registration: true, colourBar: true, slugLine: true };
    const sheet = { width: 787, height: 546, gripper: 12, cutOff: 545 };
    const file = await write({ ...least, standard: 'pdfx1a', marks, names: '{date}-{page}', colourPages: [2], bleed: 5, sheet });
    const result = await send('shop', { preset: await loadPreset(file), imposition: 'sheets' });
    const zip = unzipSync(await readFile(result.package));
    const pdf = zip['press/20260310-A01.pdf']!;
    const facts = outside('pdfinfo', ['-box', 'FILE'], pdf);
    expect(facts).toMatch(/PDF version: +1\.4/);
    const width = (box: string) => {
      const [left, , right] = new RegExp(`${box}: +([\\d. ]+)`).exec(facts)![1]!.trim().split(/ +/).map(Number);
      return right! - left!;
    };
    expect(width('MediaBox') - width('BleedBox')).toBeCloseTo(2 * slugRoom, 0);
    expect(width('BleedBox') - width('TrimBox')).toBeCloseTo((2 * 5 * 72) / 25.4, 0);
    const ticket = JSON.parse(new TextDecoder().decode(zip['ticket.json']));
    expect(ticket.pages.map(({ plates }: { plates: string[] }) => plates.join(''))).toEqual(['K', expect.stringMatching(/M/)]);
    expect(ticket.format.bleed).toBe(5);
    expect(ticket.marks).toEqual(['crop', 'registration', 'colourBar', 'slugLine']);
    const printed = outside('pdftotext', ['-raw', 'FILE', '-'], zip['ticket.pdf']!);
    expect(printed).toContain('咬口 12 mm，裁切长度 545 mm');
    const [imposed] = Object.keys(zip).filter((name) => name.startsWith('imposed/'));
    expect(imposed).toBe('imposed/20260310-拼1正_A02-A01.pdf');
    const slug = outside('pdftotext', ['-raw', 'FILE', '-'], zip[imposed!]!);
    expect(slug).toMatch(/第5期 ?第1张自翻 ?A02\|A01/);
    expect(slug).toMatch(/咬口 ?12 ?mm/);
    expect(outside('pdftotext', ['-raw', 'FILE', '-'], pdf)).not.toContain('咬口');
  });
});
