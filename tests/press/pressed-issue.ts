/** A small issue that is pressed. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MagickFormat } from '@imagemagick/magick-wasm';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import type { Issue, Page } from '../../engine/issue/types';
import { createPictureEngine } from '../../engine/press/node/picture-engine';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import { type PressSettings, pressIssue } from '../../engine/press/node/press-issue';
import { addAsset, createIssue, openIssue, readTemplate } from '../../engine/store';
import { makePicture } from './make-picture';
import { profilePath } from './support';

/** Where a test's issue stands, and where its press files go. */
interface Folders {
  folder: string;
  issueFolder: string;
  output: string;
}

export const settings: PressSettings = { standard: 'pdfx4', proof: false, files: 'pages', spot: false, force: false };

export const name = (page: string, rest = '') => `澄塘社区报_20260310_A${page}${rest}.pdf`;

/** Arguments of Ghostscript that tell how much of each ink a page has. */
export const inkOfBlack = ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=ink_cov', '-o', '-', 'FILE'];

export const photograph = () =>
  makePicture({ from: 'RGB', to: MagickFormat.Jpeg, width: 300, height: 200, at: (x, y) => [(x * 5) % 256, (y * 3) % 256, 90] });

/** Page 1 with a masthead and an article with a picture, page 2 with nothing but its folio line. */
async function makeIssue(at: Folders, photo: Uint8Array, file: string): Promise<Issue> {
  at.issueFolder = join(at.folder, file);
  const template = await readTemplate('sikai');
  const { columns } = template.spec;
  const strip = (id: string, kind: 'masthead' | 'folio', rows: number) =>
    ({ id, content: { kind }, rect: { column: 0, row: 0, columns, rows }, cuts: [], locked: true }) as const;
  const pages: Page[] = [
    {
      number: 1,
      section: '要闻',
      blocks: [
        strip('masthead', 'masthead', 12),
        {
          id: 'b1',
          content: { kind: 'group', group: 'g1' },
          rect: { column: 0, row: 14, columns, rows: 40 },
          cuts: [],
          locked: false,
        },
      ],
    },
    { number: 2, section: '社区', blocks: [strip('folio-2', 'folio', 3)] },
  ];
  const base = {
    format: 'banxin-issue',
    version: 1,
    template: 'sikai',
    paper: template.paper,
    date: '2026-03-10',
    number: 5,
    total: 5,
  } as const;
  const empty = { articles: [], photos: [], groups: [], notices: [], advertisements: [] };
  await mkdir(at.issueFolder);
  const { asset } = await addAsset(at.issueFolder, photo, 'jpg');
  const issue: Issue = {
    ...base,
    ...empty,
    spec: template.spec,
    photos: [{ id: 'p1', asset, file: '桂花.jpg', width: 300, height: 200, caption: '', credit: '', focus: { x: 0.5, y: 0.5 } }],
    groups: [
      {
        id: 'g1',
        pictures: [{ number: 1, photo: 'p1' }],
        caption: '图①桂花开了。',
        credit: '',
        label: '图片新闻',
        page: 1,
        source: '',
      },
    ],
    pages,
  };
  await createIssue(at.issueFolder, issue);
  return openIssue(at.issueFolder);
}

/** Folders that are new for each test, a small issue in them, and its press. */
export function pressedIssue() {
  const at = {} as Folders;
  beforeAll(async () => {
    await createPictureEngine(readEngineFiles(profilePath));
  });
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'press-issue-'));
    Object.assign(at, { folder, issueFolder: join(folder, 'a.banxin'), output: join(folder, 'out', 'today') });
  });
  afterEach(() => rm(at.folder, { recursive: true, force: true }));
  return {
    at,
    makeIssue: (photo: Uint8Array, file = 'a.banxin') => makeIssue(at, photo, file),
    press: (more: Partial<PressSettings> = {}) => pressIssue(at.issueFolder, at.output, { ...settings, ...more }, () => {}),
  };
}
