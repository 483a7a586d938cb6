/** Every sentence that the press may say of a picture or an advertisement, from what makes it to what does not. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MagickFormat } from '@imagemagick/magick-wasm';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Issue } from '../../engine/issue/types';
import { createPictureEngine } from '../../engine/press/node/picture-engine';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import { type PressSettings, pressIssue } from '../../engine/press/node/press-issue';
import { addAsset, createIssue, readTemplate, saveIssue, signPages } from '../../engine/store';
import { makePicture } from './make-picture';
import { makePdf, name, type PageMaker, rgbPicture } from './placed-pages';
import { profilePath } from './support';

const settings: PressSettings = { standard: 'pdfx4', proof: false, files: 'pages', spot: false, force: true };
let folder: string;
let issueFolder: string;

beforeAll(async () => {
  await createPictureEngine(readEngineFiles(profilePath));
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-findings-'));
  issueFolder = join(folder, 'a.banxin');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const across = 3;
const cell = { columns: 2, rows: 10 };

/** A page with one group a file, in the order given. */
async function makeIssue(files: readonly { readonly file: string; readonly bytes: Uint8Array }[]): Promise<Issue> {
  const template = await readTemplate('sikai');
  await mkdir(issueFolder);
  const photos = [];
  for (const [i, { file, bytes }] of files.entries()) {
    const { asset } = await addAsset(issueFolder, bytes, file.split('.').at(-1)!);
    const focus = { x: 0.5, y: 0.5 };
    photos.push({ id: `p${i}`, asset, file, width: 600, height: 360, caption: '', credit: '', focus });
  }
  const groups = files.map((_, i) => ({
    id: `g${i}`,
    pictures: [{ number: 1, photo: `p${i}` }],
    caption: '说明',
    credit: '',
    label: '',
    page: 1,
    source: '',
  }));
  const blocks = files.map((_, i) => ({
    id: `b${i}`,
    content: { kind: 'group', group: `g${i}` } as const,
    rect: { column: (i % across) * cell.columns, row: Math.floor(i / across) * (cell.rows + 1), ...cell },
    cuts: [],
    locked: false,
  }));
  const issue: Issue = {
    format: 'banxin-issue',
    version: 1,
    template: 'sikai',
    paper: template.paper,
    spec: template.spec,
    date: '2026-03-10',
    number: 5,
    total: 5,
    articles: [],
    notices: [],
    advertisements: [],
    photos,
    groups,
    pages: [{ number: 1, section: '', blocks }],
  };
  await createIssue(issueFolder, issue);
  return issue;
}

const press = (more: Partial<PressSettings> = {}) =>
  pressIssue(issueFolder, join(folder, 'out'), { ...settings, ...more }, () => {});

/** Rules told of each file, in the order of the alphabet, with a `!` behind those of what is missing on paper. */
async function told(files: Readonly<Record<string, Uint8Array>>, more: Partial<PressSettings> = {}) {
  const issue = await makeIssue(Object.entries(files).map(([file, bytes]) => ({ file, bytes })));
  const { findings } = await press(more);
  for (const { page, block, params } of findings.filter(({ params }) => 'file' in params)) {
    const index = issue.photos.findIndex(({ file }) => file === params.file);
    expect([page, block]).toEqual([1, `b${index}`]);
  }
  return Object.fromEntries(
    Object.keys(files).map((file) => {
      const about = findings.filter(({ params }) => params.file === file);
      return [file, about.map(({ rule, severity }) => (severity === 'error' ? `${rule}!` : rule)).sort()];
    }),
  );
}

const square = '1 0 0 0 k 20 20 60 60 re f';
const half = () => ({ ExtGState: { H: { ca: 0.5 }, M: { BM: name('Multiply') } } });
const pictureDict = { Type: 'XObject', Subtype: 'Image', BitsPerComponent: 8, ColorSpace: 'DeviceRGB' };
const showing = (resources: (make: PageMaker) => Record<string, unknown>, size = 10) =>
  makePdf({ content: `q ${size} 0 0 ${size} 20 20 cm /I Do Q`, resources: (make) => ({ XObject: { I: resources(make).I } }) });

const ink = (fn: Record<string, unknown>) =>
  makePdf({
    content: '/A cs 1 scn 20 20 60 60 re f',
    resources: () => ({ ColorSpace: { A: [name('Separation'), name('Gold'), name('DeviceCMYK'), fn] } }),
  });

/** A group that knocks out, blends with what is behind it, and is not isolated: it cannot be flattened. */
const knockout = () => {
  const group = { S: name('Transparency'), K: true };
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 120], Group: group, Resources: half() };
  return makePdf({
    content: '0 1 0 0 k 0 0 90 90 re f /X Do',
    resources: (make) => ({ XObject: { X: make.stream(form, `/M gs ${square}`) } }),
  });
};

/** A letter, in a font whose glyphs are drawn by the page itself. */
const letter = (size: number, inks: string) =>
  makePdf({
    content: `BT /F ${size} Tf ${inks} k 20 50 Td (a) Tj ET`,
    resources: (make) => {
      const glyph = make.stream({}, '1000 0 0 0 750 750 d1 0 0 750 750 re f');
      const font = {
        Type: 'Font',
        Subtype: 'Type3',
        FontBBox: [0, 0, 1000, 1000],
        FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
        CharProcs: { a: glyph },
        Encoding: { Type: 'Encoding', Differences: [97, name('a')] },
        FirstChar: 97,
        LastChar: 97,
        Widths: [1000],
        Resources: {},
      };
      return { Font: { F: font } };
    },
  });

const comment = { Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], Contents: 'x' };

it('tells what becomes of advertisements', async () => {
  const fade = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [0, 0.2, 0.6, 0.2] };
  const pdfs = {
    'plain.pdf': makePdf({ content: square }),
    'pageless.pdf': makePdf({ content: square, pages: 0 }),
    'blank.pdf': makePdf({ content: ' ' }),
    'colour.pdf': ink({ FunctionType: 9, Domain: [0, 1] }),
    'spot.pdf': ink(fade),
    'coded.pdf': showing((make) => ({ I: make.stream({ ...pictureDict, Width: 2, Height: 2, Filter: 'FooDecode' }, 'x') })),
    'huge.pdf': showing((make) => ({ I: make.stream({ ...pictureDict, Width: 90_000, Height: 90_000 }, 'x') })),
    'comment.pdf': makePdf({ content: square, page: { Annots: [comment] } }),
    'hidden.pdf': makePdf({ content: square, page: { Annots: [{ ...comment, F: 2 }] } }),
    'coarse.pdf': showing((make) => ({ I: rgbPicture(make) }), 100),
    'fine.pdf': showing((make) => ({ I: rgbPicture(make) }), 10),
  };
  expect(await told(pdfs)).toEqual({
    'plain.pdf': [],
    'pageless.pdf': ['pageEmpty!'],
    'blank.pdf': ['pageEmpty!'],
    'colour.pdf': ['pageColour!'],
    'spot.pdf': ['pageSpotConverted'],
    'coded.pdf': ['pagePicture!'],
    'huge.pdf': ['pageTooMuch!'],
    'comment.pdf': ['pageAnnotationsDropped'],
    'hidden.pdf': [],
    'coarse.pdf': ['pageLowResolution', 'pageRgbConverted'],
    'fine.pdf': ['pageRgbConverted'],
  });
});

it('tells of small type of advertisements on several plates', async () => {
  const pdfs = {
    'small.pdf': letter(7, '1 1 0 0'),
    'small black.pdf': letter(7, '0 0 0 1'),
    'large.pdf': letter(14, '1 1 0 0'),
  };
  expect(await told(pdfs)).toEqual({ 'small.pdf': ['pageSmallType'], 'small black.pdf': [], 'large.pdf': [] });
});

it.each([
  ['pdfx4', { 'half.pdf': [], 'knockout.pdf': [], 'plain.pdf': [] }],
  ['pdfx1a', { 'half.pdf': ['pageFlattened'], 'knockout.pdf': ['pageTransparency!'], 'plain.pdf': [] }],
] as const)('tells what becomes of translucent advertisements for %s', async (standard, expected) => {
  const pdfs = {
    'half.pdf': makePdf({ content: `/H gs ${square}`, resources: half }),
    'knockout.pdf': knockout(),
    'plain.pdf': makePdf({ content: square }),
  };
  expect(await told(pdfs, { standard })).toEqual(expected);
});

const jpeg = (more: object = {}) =>
  makePicture({
    from: 'RGB',
    to: MagickFormat.Jpeg,
    width: 600,
    height: 360,
    at: (x, y) => [(x * 5) % 256, (y * 3) % 256, 90],
    ...more,
  });

/** With a profile that no program would have written, in an APP2 segment behind the first marker. */
function withProfile(file: Uint8Array, profile: Uint8Array): Uint8Array {
  const head = Buffer.from('\xff\xe2\0\0ICC_PROFILE\0\x01\x01', 'latin1');
  head.writeUInt16BE(head.length - 2 + profile.length, 2);
  return Buffer.concat([file.subarray(0, 2), head, profile, file.subarray(2)]);
}

it('tells what is wrong with photographs', async () => {
  const damaged = Buffer.from(jpeg());
  damaged.fill(0xff, 700, 1000);
  const pictures = {
    'sound.jpg': jpeg(),
    'text.jpg': Buffer.from('Dear editor, here is the photograph.'),
    'damaged.jpg': damaged,
    'profile.jpg': withProfile(jpeg(), Buffer.alloc(300, 7)),
    'heavy.jpg': jpeg({ from: 'CMYK', at: () => [255, 255, 255, 255] }),
    'light.jpg': jpeg({ from: 'CMYK', at: () => [80, 80, 80, 0] }),
  };
  expect(await told(pictures)).toEqual({
    'sound.jpg': [],
    'text.jpg': ['pictureUnknown!'],
    'damaged.jpg': ['pictureDamaged!'],
    'profile.jpg': ['profileRefused'],
    'heavy.jpg': ['inkLimited'],
    'light.jpg': [],
  });
});

it('refuses a profile that is not there, and one that is none', async () => {
  await makeIssue([{ file: 'sound.jpg', bytes: jpeg() }]);
  const condition = { identifier: 'X', info: '' };
  const none = join(folder, 'none.icc');
  await expect(press({ condition: { ...condition, profile: none } })).rejects.toMatchObject({
    code: 'press.noProfile',
    params: { file: none },
  });
  const other = join(issueFolder, 'issue.json');
  await expect(press({ condition: { ...condition, profile: other } })).rejects.toMatchObject({
    code: 'press.badProfile',
    params: { file: other },
  });
  expect((await press({ condition: { ...condition, profile: profilePath } })).files).toHaveLength(1);
});

it('tells of pages that were changed after their release, and of pages without one', async () => {
  const issue = await makeIssue([{ file: 'sound.jpg', bytes: jpeg() }]);
  const releases = async () =>
    (await press()).findings.filter(({ page }) => page === 0).map(({ rule, params }) => [rule, params.pages]);
  expect(await releases()).toEqual([['unreleased', '1']]);
  for (const [step, who] of [
    ['review1', '王芳'],
    ['review2', '李青'],
    ['review3', '何平'],
  ] as const)
    await signPages(issueFolder, issue, { pages: [1], step, verdict: 'passed', who, remark: '' });
  expect(await releases()).toEqual([]);
  await saveIssue(issueFolder, { ...issue, groups: issue.groups.map((group) => ({ ...group, caption: '另一句' })) });
  expect(await releases()).toEqual([['changedSinceRelease', '1']]);
});
