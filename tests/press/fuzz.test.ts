/**
 * Mutated pictures, profiles, PDFs and fonts, damaged anywhere and where their structure is told in turn: each is used or
 * refused by name, none throws, spoils a page or keeps the press waiting. `BANXIN_FUZZ` sets the number of files; `npm run fuzz` takes 1,000.
 */
import { MagickFormat } from '@imagemagick/magick-wasm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InputError } from '../../engine/errors';
import { readFont } from '../../engine/fonts';
import { auditPdf } from '../../engine/press/audit';
import { inflate } from '../../engine/press/node/inflate';
import { createPictureEngine, type PictureEngine } from '../../engine/press/node/picture-engine';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import { newsprint } from '../../engine/press/picture-plan';
import { openPlaced } from '../../engine/press/placed/placed-file';
import { smallFonts } from '../fonts/small-fonts';
import { makePicture, matrixProfile, withProfile } from './make-picture';
import { mutated, random } from './mutate';
import { restructured, type Structured } from './mutate-structure';
import { busyPdf, makePdf, name, rgbPicture } from './placed-pages';
import { page, profilePath, run, write } from './support';

const cases = Number(process.env.BANXIN_FUZZ ?? 60);
/** Longest time that one file may take, milliseconds: a guard against files that never end, far above what any takes. */
const patience = 60_000;
const placement = { crop: { x: 0, y: 0, width: 1, height: 1 }, widthPt: 72, heightPt: 48 };
const faults = new Set(['unknown', 'too-large', 'damaged', 'truncated']);
const refusals = new Set(
  'encrypted damaged empty font font-damaged colour registration transparency picture too-much'.split(' '),
);

// What a thousand files take on a busy machine is no fault.
vi.setConfig({ testTimeout: 300_000 + 400 * cases });

let engine: PictureEngine;
let slowest = { took: 0, what: '' };
const tally = new Map<string, number>();

beforeAll(async () => {
  engine = await createPictureEngine(readEngineFiles(profilePath));
});

afterAll(() => {
  if (process.env.BANXIN_FUZZ) console.log([...tally].sort(), slowest);
});

const at = (x: number, y: number) => [(x * 5) % 256, (y * 3) % 256, (x * y) % 256];
const shape = { from: 'RGB', width: 64, height: 48, at } as const;
const displayP3 = () => matrixProfile([0.5151, 0.2412, -0.0011], [0.292, 0.6922, 0.0419], [0.1571, 0.0666, 0.7841], 2.2);

const pictures: Readonly<Record<string, () => Uint8Array>> = {
  jpeg: () => makePicture({ ...shape, to: MagickFormat.Jpeg }),
  'cmyk jpeg': () => makePicture({ ...shape, from: 'CMYK', at: (x, y) => [...at(x, y), 40], to: MagickFormat.Jpeg }),
  png: () => makePicture({ ...shape, to: MagickFormat.Png }),
  tiff: () => makePicture({ ...shape, to: MagickFormat.Tiff }),
  webp: () => makePicture({ ...shape, to: MagickFormat.WebP }),
  gif: () => makePicture({ ...shape, to: MagickFormat.Gif }),
  bmp: () => makePicture({ ...shape, to: MagickFormat.Bmp }),
};

/** Of those pictures whose readers go by more than their first bytes. */
const structures: Readonly<Record<string, Structured>> = {
  jpeg: 'jpeg',
  'cmyk jpeg': 'jpeg',
  png: 'png',
  tiff: 'tiff',
  webp: 'webp',
};

/** Runs `use` on mutations of a file and tells what became of each; a number in the name leads back to it. */
async function fuzz(
  kind: string,
  seed: Uint8Array,
  count: number,
  use: (bytes: Uint8Array) => Promise<string> | string,
  structure?: Structured,
) {
  expect(await use(seed)).toBe('used');
  for (let i = 0; i < count; i++) {
    const next = random(i + 1);
    const bytes = structure && i % 2 === 0 ? restructured(structure, seed, next) : mutated(seed, next);
    const start = performance.now();
    const outcome = await use(bytes);
    const took = performance.now() - start;
    if (took > slowest.took) slowest = { took, what: `${kind} ${i}` };
    expect(took, `${kind} ${i} took too long`).toBeLessThan(patience);
    tally.set(`${kind} ${outcome}`, (tally.get(`${kind} ${outcome}`) ?? 0) + 1);
  }
}

function usePicture(bytes: Uint8Array): string {
  const { broken } = engine.inspect(bytes);
  const answer = engine.prepare(bytes, placement, newsprint);
  if ('broken' in answer) {
    expect(faults).toContain(answer.broken);
    return answer.broken;
  }
  expect(answer.picture.jpeg.length).toBeGreaterThan(100);
  expect(faults).toContain(broken ?? 'unknown');
  return 'used';
}

const usePage = (standard: 'pdfx4' | 'pdfx1a') => async (bytes: Uint8Array) => {
  const answer = await engine.place(bytes, placement, { ...newsprint, transparency: standard === 'pdfx4' });
  if ('refused' in answer) {
    expect(refusals).toContain(answer.refused);
    return answer.refused;
  }
  const file = await openPlaced(answer.pdf);
  const picture = { kind: 'picture', asset: 'a.pdf', x: 0, y: 0, width: 72, height: 48, crop: placement.crop, ppi: 300 } as const;
  const pdf = write([page([picture])], { standard }, () => file);
  expect(await auditPdf(pdf, standard, inflate)).toEqual([]);
  return 'used';
};

function useFont(bytes: Uint8Array): string {
  try {
    const font = readFont('own', bytes, 0, 'own.ttf');
    const glyphs = [...'汉字，—Aa'].map((character) => font.metrics.glyphOf(character.codePointAt(0)!));
    for (const glyph of glyphs) font.metrics.inkOf(glyph);
    expect(font.subset(glyphs).program.length).toBeGreaterThan(100);
    return 'used';
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).code;
  }
}

describe('mutated files', () => {
  const share = (parts: number) => Math.max(1, Math.round(cases / parts));

  it.each(Object.keys(pictures))('of a %s are pictures or faults', (kind) =>
    fuzz(kind, pictures[kind]!(), share(11), usePicture, structures[kind]),
  );

  it('of a profile in a picture are used or refused', async () => {
    const picture = pictures.jpeg!();
    await fuzz('icc', displayP3(), share(11), (profile) => usePicture(withProfile(picture, profile)), 'icc');
  });

  it('of a page are placed or refused, and never spoil the file that holds them', () =>
    fuzz('pdf', busyPdf(), share(22), usePage('pdfx4'), 'pdf'));

  it('of a translucent page are flattened or refused', () => {
    const seed = makePdf({
      content: '0 0 1 0 k 0 0 100 120 re f /G gs 1 0 0 0 k 20 20 60 60 re f 90 0 0 60 30 30 cm /I Do',
      resources: (make) => ({ ExtGState: { G: { ca: 0.5, BM: name('Multiply') } }, XObject: { I: rgbPicture(make) } }),
    });
    return fuzz('translucent pdf', seed, share(22), usePage('pdfx1a'), 'pdf');
  });

  it('of a page with fonts are placed or refused', async () => {
    const seed = write([page([run('版心 ABC', 20, 40, 9)])], { standard: undefined });
    await fuzz('pdf with fonts', seed, share(11), usePage('pdfx1a'), 'pdf');
  });

  it('of a font are used or refused', async () => {
    const fonts = smallFonts();
    for (const kind of ['composite', 'vertical', 'cff'] as const)
      await fuzz(`font ${kind}`, fonts[kind], share(33), useFont, 'font');
  });
});
