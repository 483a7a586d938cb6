/** Advertisements that the press has placed and whose page fails the inspection all the same. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pressIssue } from '../../engine/press/node/press-issue';
import { formKey } from '../../engine/press/placed/form-key';
import { addAsset, createIssue, openIssue, readTemplate, saveIssue } from '../../engine/store';
import { makePdf } from './placed-pages';
import { outside } from './support';

/** Stands for a fault of the press's own: places whatever it is given. */
vi.mock('../../engine/press/node/pictures', () => ({
  createPictures: () => ({
    start() {},
    prepare: async (pdf: Uint8Array) => ({ pdf, remarks: [], ppi: 300 }),
    close: async () => {},
  }),
}));

/** A file as `placePage` makes it, with a font that is embedded nowhere where it is to spoil the page. */
function placed(grey: number, spoils: boolean): Uint8Array {
  const font = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' };
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1], Resources: spoils ? { Font: { F: font } } : {} };
  const content = `0 0 0 ${grey} k 0 0 1 1 re f${spoils ? ' BT /F .1 Tf (a) Tj ET' : ''}`;
  return makePdf({ content: '', catalog: ({ stream }) => ({ [formKey]: stream(form, content) }) });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spoiled-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('is delivered without the one that spoils it, which is named', async () => {
  const issue = join(folder, 'a.banxin');
  const { paper, spec } = await readTemplate('sikai');
  const files = { good: placed(0.123, false), bad: placed(0.321, true), other: placed(0.456, false) };
  const advertisement = { title: '', lines: [], columns: 3, rows: 12, label: '广告', page: 1, source: '' };
  const base = { format: 'banxin-issue', version: 1, template: 'sikai', date: '2026-03-10', number: 1, total: 1 } as const;
  await createIssue(issue, {
    ...base,
    paper,
    spec,
    articles: [],
    photos: [],
    groups: [],
    notices: [],
    advertisements: [],
    pages: [{ number: 1, section: '要闻', blocks: [] }],
  });
  const photos = await Promise.all(
    Object.entries(files).map(async ([file, bytes]) => {
      const { asset } = await addAsset(issue, bytes, 'pdf');
      return {
        id: file,
        asset,
        file: `${file}.pdf`,
        width: 400,
        height: 300,
        caption: '',
        credit: '',
        focus: { x: 0.5, y: 0.5 },
      };
    }),
  );
  const blocks = photos.map(({ id }, i) => ({
    id: `b${i}`,
    content: { kind: 'advertisement', advertisement: `d${id}` } as const,
    rect: { column: 0, row: 16 + 12 * i, columns: 3, rows: 12 },
    cuts: [],
    locked: false,
  }));
  await saveIssue(issue, {
    ...(await openIssue(issue)),
    photos,
    advertisements: photos.map(({ id }) => ({ ...advertisement, id: `d${id}`, photo: id })),
    pages: [{ number: 1, section: '要闻', blocks }],
  });
  const settings = { standard: 'pdfx4', proof: false, files: 'pages', spot: false, force: false } as const;
  const result = await pressIssue(issue, join(folder, 'out'), settings, () => {});
  const refused = result.findings.filter(({ severity }) => severity === 'error');
  expect(refused).toMatchObject([{ page: 1, rule: 'pageDamaged', params: { file: 'bad.pdf' } }]);
  const drawn = outside('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], await readFile(result.files[0]!.file));
  expect(drawn).toContain('0 0 0 0.123 k');
  expect(drawn).toContain('0 0 0 0.456 k');
  expect(drawn).not.toContain('0 0 0 0.321 k');
});
