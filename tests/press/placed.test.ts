/** Finished advertisements: what becomes of colours, type, lines and layers. */
import { MagickFormat } from '@imagemagick/magick-wasm';
import type { PDFDict } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditPdf } from '../../engine/press/audit';
import { inflate } from '../../engine/press/node/inflate';
import { newsprint } from '../../engine/press/picture-plan';
import { makePicture } from './make-picture';
import { busyPdf, makePdf, name, type PageMaker, rgbPicture } from './placed-pages';
import { engine, inksAt, inksOf, placed, placement, pressed, startPlacing, trace } from './placing';
import { outside } from './support';

beforeAll(startPlacing);

describe('a placed page', () => {
  it.each(['pdfx4', 'pdfx1a'] as const)('with everything in it passes the inspection for %s', async (standard) => {
    const settings = { ...newsprint, transparency: standard === 'pdfx4' };
    const pdf = await pressed(busyPdf(), settings);
    expect(await auditPdf(pdf, standard, inflate)).toEqual([]);
    expect(outside('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax or stream encoding errors');
    expect(trace(pdf)).not.toMatch(/colorspace="(?!DeviceCMYK|DeviceGray)/);
    const { remarks } = await placed(busyPdf(), settings);
    expect(remarks).toEqual(['lines-thickened', 'page-low-resolution', 'rgb-converted', 'spot-converted']);
  });

  it('keeps nothing that damaged entries lead to', async () => {
    const resources = (make: PageMaker) => {
      const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: {} };
      return { ExtGState: { G: { D: { G: make.stream(form, '1 0 0 rg 0 0 9 9 re f') } } } };
    };
    const pdf = await pressed(makePdf({ content: '/G gs 0 g 10 20 40 40 re f', resources }));
    expect(await auditPdf(pdf, 'pdfx4', inflate)).toEqual([]);
  });

  it('prints black of RGB in black ink alone, colours without black where they need none', async () => {
    const pdf = await pressed(makePdf({ content: '0 0 0 rg 10 20 40 40 re f 1 0 0 rg 60 20 40 40 re f' }));
    expect(inksAt(pdf, 30, 80)).toEqual([0, 0, 0, 255]);
    const [c, m, y] = inksAt(pdf, 80, 80);
    expect(c).toBeLessThan(10);
    expect(Math.min(m!, y!)).toBeGreaterThan(200);
  });

  it('is grey on a page of black ink alone', async () => {
    const pdf = await pressed(busyPdf(), { ...newsprint, colour: false });
    const [c, m, y, k] = outside('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=inkcov', '-o', '-', 'FILE'], pdf)
      .trim()
      .split(/\s+/)
      .map(Number);
    expect([c, m, y]).toEqual([0, 0, 0]);
    expect(k).toBeGreaterThan(0.05);
  });

  it('prints the process equivalent of spot colours, calculated ones and mixtures too', async () => {
    const calculated = (make: PageMaker, program: string, inputs: number) =>
      make.stream({ FunctionType: 4, Domain: new Array(inputs).fill([0, 1]).flat(), Range: [0, 1, 0, 1, 0, 1, 0, 1] }, program);
    const pdf = makePdf({
      content: '/A cs 1 scn 10 20 40 40 re f /B cs 0.5 1 scn 60 20 40 40 re f',
      resources: (make) => ({
        ColorSpace: {
          A: [name('Separation'), name('Blue'), name('DeviceCMYK'), calculated(make, '{ 0.8 mul 0 0 0 }', 1)],
          B: [
            name('DeviceN'),
            [name('Black'), name('Blue')],
            name('DeviceCMYK'),
            calculated(make, '{ 0.6 mul exch 0 exch 0 exch }', 2),
          ],
        },
      }),
    });
    const shown = await pressed(pdf);
    expect(inksAt(shown, 30, 80)).toEqual([204, 0, 0, 0]);
    expect(inksAt(shown, 80, 80).map((ink) => Math.round(ink / 2.55) / 100)).toEqual([0.6, 0, 0, 0.5]);
    expect((await placed(pdf)).remarks).toEqual(['spot-converted']);
    expect(await auditPdf(shown, 'pdfx4', inflate)).toEqual([]);
  });

  it('keeps within the ink that the paper carries', async () => {
    const pdf = await pressed(makePdf({ content: '1 1 1 1 k 10 20 40 40 re f' }));
    const total = inksAt(pdf, 30, 80).reduce((sum, ink) => sum + ink, 0);
    expect(total).toBeLessThanOrEqual(2.2 * 255 + 2);
    expect(total).toBeGreaterThan(2.1 * 255);
  });

  it.each([
    [0, [190, 20]],
    [90, [190, 110]],
    [180, [10, 110]],
    [270, [10, 20]],
  ])('stands upright when its page is turned by %i degrees', async (Rotate, [x, y]) => {
    // A blue square in the top right corner of the page as stored.
    const pdf = await pressed(makePdf({ content: '1 0 0 0 k 160 90 40 30 re f', page: { Rotate } }));
    expect(inksAt(pdf, x!, y!)).toEqual([255, 0, 0, 0]);
    expect(inksAt(pdf, 200 - x!, 120 - y!)).toEqual([0, 0, 0, 0]);
  });

  it('shows the trim box, not the bleed and the marks around it', async () => {
    const content = '1 0 0 0 k 0 0 200 120 re f 0 1 0 0 k 50 30 100 60 re f';
    const pdf = await pressed(makePdf({ content, page: { TrimBox: [50, 30, 150, 90] } }));
    for (const [x, y] of [
      [2, 2],
      [198, 118],
      [100, 60],
    ])
      expect(inksAt(pdf, x!, y!)).toEqual([0, 255, 0, 0]);
  });

  it('leaves out layers that are off', async () => {
    const pdf = makePdf({
      content: '/OC /A BDC 1 0 0 0 k 10 20 40 40 re f EMC /OC /B BDC 0 1 0 0 k 60 20 40 40 re f EMC',
      resources: ({ context }) => {
        const group = (Name: string) => context.register(context.obj({ Type: 'OCG', Name }));
        return { Properties: { A: group('off'), B: group('on') } };
      },
      catalog: ({ context }) => {
        const groups = context.enumerateIndirectObjects().filter(([, object]) => String(object).includes('/OCG'));
        const [off, on] = groups.map(([ref]) => ref);
        return { OCProperties: { OCGs: [off, on], D: { OFF: [off] } } };
      },
    });
    const shown = await pressed(pdf);
    expect(inksAt(shown, 30, 80)).toEqual([0, 0, 0, 0]);
    expect(inksAt(shown, 80, 80)).toEqual([0, 255, 0, 0]);
    expect(await auditPdf(shown, 'pdfx4', inflate)).toEqual([]);
  });

  it('writes operators with what they take, and not without it', async () => {
    const content = '0 1 0 0 k 5 null 10 20 40 40 re 7 9 l f (a) [null 3] d 1 2 l 4 w 60 20 m null 100 20 l S';
    const pdf = await pressed(makePdf({ content }));
    expect(await auditPdf(pdf, 'pdfx4', inflate)).toEqual([]);
    expect(trace(pdf)).not.toContain('null');
    expect(inksAt(pdf, 30, 80)).toEqual([0, 255, 0, 0]);
    expect(inksAt(pdf, 80, 100)).toEqual([0, 0, 0, 255]);
  });

  it('overprints black type and nothing else, whatever the file asks for', async () => {
    const state = { Type: 'ExtGState', OP: true, op: true, OPM: 1 };
    const content = '0 0 1 0 k 0 0 200 120 re f /G gs 0 0 0 0 k 10 20 40 40 re f';
    const pdf = await pressed(makePdf({ content, resources: () => ({ ExtGState: { G: state } }) }));
    expect(inksAt(pdf, 30, 80)).toEqual([0, 0, 0, 0]);
  });

  it.each([true, false])(
    'lets drawn black type knock out where it would pass the ink limit with its ground, with transparency %s',
    async (transparency) => {
      // Squares of 20 points: on full red, on a tint, on paper, and on red under a white field.
      const content =
        '0 1 0.8 0 k 0 0 100 120 re f 0 0.4 0 0 k 100 60 100 60 re f 0 0 0 0 k 0 0 60 40 re f 0 0 0 1 k ' +
        'BT /F 20 Tf 20 80 Td (a) Tj 100 0 Td (a) Tj 0 -70 Td (a) Tj -100 0 Td (a) Tj ET';
      const pdf = await pressed(makePdf({ content, resources: squares }), { ...newsprint, transparency });
      const inks = inksOf(pdf);
      expect(inks(30, 30)).toEqual([0, 0, 0, 255]);
      expect(inks(130, 30)).toEqual([0, 102, 0, 255]);
      expect(inks(130, 100)).toEqual([0, 0, 0, 255]);
      expect(inks(30, 100)).toEqual([0, 0, 0, 255]);
      expect(inks(80, 100)).toEqual([0, 255, 204, 0]);
    },
  );

  it.each([true, false])(
    'lets it knock out inside of forms too, and goes on with the page, with transparency %s',
    async (transparency) => {
      // Inner forms of a letter each, the second on full red, the third on paper; then one of the page on red, one on paper.
      const letter = (make: PageMaker, x: number) => {
        const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 120], Matrix: [1, 0, 0, 1, x, 0] };
        return make.stream({ ...form, Resources: squares(make) }, 'BT 0 0 0 1 k /F 20 Tf 0 80 Td (a) Tj ET');
      };
      const resources = (make: PageMaker) => {
        const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 120] };
        const inner = { XObject: { A: letter(make, 20), B: letter(make, 120) } };
        return { ...squares(make), XObject: { O: make.stream({ ...form, Resources: inner }, '/A Do /B Do') } };
      };
      const content = '0 1 0.8 0 k 0 0 100 120 re f 0 0 0 1 k /O Do BT /F 20 Tf 20 20 Td (a) Tj 100 0 Td (a) Tj ET';
      const pdf = await pressed(makePdf({ content, resources }), { ...newsprint, transparency });
      const inks = inksOf(pdf);
      for (const [x, y] of [
        [30, 30],
        [30, 90],
        [130, 30],
        [130, 90],
      ] as const)
        expect(inks(x, y)).toEqual([0, 0, 0, 255]);
      expect(inks(80, 30)).toEqual([0, 255, 204, 0]);
      expect(await auditPdf(pdf, transparency ? 'pdfx4' : 'pdfx1a', inflate)).toEqual([]);
    },
  );

  it('flattens what passes the ink limit by transparency, where the standard knows it too', async () => {
    const content = '0 1 1 0 k 0 0 200 120 re f /G gs 1 0 0 0 k 40 20 100 80 re f';
    const state = { Type: 'ExtGState', ca: 0.9, BM: 'Multiply' };
    const pdf = await placed(makePdf({ content, resources: () => ({ ExtGState: { G: state } }) }));
    expect(pdf.remarks).toEqual(['blends-flattened', 'page-ink-limited']);
    const shown = await pressed(makePdf({ content, resources: () => ({ ExtGState: { G: state } }) }));
    const inks = inksAt(shown, 90, 60);
    expect(inks.reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(2.2 * 255 + 4);
    expect(inks[0]).toBeGreaterThan(100);
    const light = await placed(
      makePdf({ content: content.replace('0 1 1 0 k', '0 0.3 0.3 0 k'), resources: () => ({ ExtGState: { G: state } }) }),
    );
    expect(light.remarks).toEqual([]);
  });
});

/** A font whose letters are squares of an em. */
const squares = ({ stream }: PageMaker) => ({
  Font: {
    F: {
      ...{ Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 1000, 1000], FontMatrix: [0.001, 0, 0, 0.001, 0, 0] },
      ...{ FirstChar: 97, LastChar: 97, Widths: [1000], Resources: {} },
      CharProcs: { a: stream({}, '1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f') },
      Encoding: { Type: 'Encoding', Differences: [97, name('a')] },
    },
  },
});

describe('remarks', () => {
  it('tell of further pages, comments and coarse pictures', async () => {
    const pdf = makePdf({
      content: 'q 200 0 0 120 0 0 cm /I Do Q',
      resources: (make) => ({ XObject: { I: rgbPicture(make) } }),
      page: { Annots: [{ Type: 'Annot', Subtype: 'Square', Rect: [0, 0, 9, 9] }] },
      pages: 2,
    });
    const { remarks, ppi } = await placed(pdf);
    expect(remarks).toEqual(['annotations-dropped', 'first-page-only', 'page-low-resolution', 'rgb-converted']);
    expect(ppi).toBeCloseTo(21.6, 1);
  });

  it('tell the size of the page that is shown, upright', async () => {
    const pdf = makePdf({ content: '', page: { TrimBox: [10, 10, 106, 58], Rotate: 90 } });
    expect(await engine.inspectPage(pdf)).toMatchObject({ format: 'pdf', width: 200, height: 400 });
    expect(await engine.inspectPage(makePdf({ content: '', encrypted: true }))).toMatchObject({ refused: 'encrypted' });
  });
});

describe('what a placed page keeps', () => {
  const typeThree = (make: PageMaker) => ({
    Font: {
      F: {
        Type: 'Font',
        Subtype: 'Type3',
        FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
        FontBBox: [0, 0, 1000, 1000],
        FirstChar: 65,
        LastChar: 65,
        Widths: [1000],
        Encoding: { Differences: [65, name('A')] },
        CharProcs: { A: make.stream({}, '1000 0 0 0 800 800 d1 800 0 0 800 0 0 cm BI /W 8 /H 1 /IM true ID \x0f EI') },
      },
    },
  });

  it.each(['pdfx4', 'pdfx1a'] as const)('glyphs that are bitmaps, which then read as their names, in %s', async (standard) => {
    const pdf = await pressed(makePdf({ content: '0 1 0 0 k BT /F 50 Tf 20 40 Td (A) Tj ET', resources: typeThree }), {
      ...newsprint,
      transparency: standard === 'pdfx4',
    });
    expect(await auditPdf(pdf, standard, inflate)).toEqual([]);
    // Samples of 0 are painted: the left half of 40 points.
    expect([inksAt(pdf, 30, 60)[1], inksAt(pdf, 50, 60)[1]]).toEqual([255, 0]);
    expect(outside('mutool', ['draw', '-q', '-F', 'txt', 'FILE'], pdf).trim()).toBe('A');
  });

  it.each(['pdfx4', 'pdfx1a'] as const)(
    'JPEG 2000, which plate-setters do not know, as JPEG in process inks, in %s',
    async (standard) => {
      const shape = { from: 'RGB', to: MagickFormat.Jp2, width: 40, height: 24 } as const;
      const coded = makePicture({ ...shape, at: (x) => (x < 20 ? [255, 0, 0] : [255, 255, 255]) });
      const picture = { Type: 'XObject', Subtype: 'Image', Width: 40, Height: 24, Filter: name('JPXDecode') };
      const advert = (bytes: Uint8Array) =>
        makePdf({
          content: '200 0 0 120 0 0 cm /I Do',
          resources: (make) => ({ XObject: { I: make.stream(picture, bytes) } }),
        });
      const pdf = await pressed(advert(coded), { ...newsprint, transparency: standard === 'pdfx4' });
      expect(await auditPdf(pdf, standard, inflate)).toEqual([]);
      expect(outside('pdfimages', ['-list', 'FILE'], pdf)).toMatch(/ cmyk .* jpeg /);
      const [c, m, y] = inksAt(pdf, 40, 60);
      expect([c! < 20, m! > 200, y! > 180]).toEqual([true, true, true]);
      expect(inksAt(pdf, 160, 60).every((ink) => ink < 6)).toBe(true);
      const damaged = advert(coded.subarray(0, 90));
      expect(await engine.place(damaged, placement, newsprint)).toEqual({ refused: 'picture', detail: 'JPXDecode' });
    },
  );

  it('meshes, their corners in process inks', async () => {
    const mesh = { ShadingType: 4, ColorSpace: 'DeviceRGB', BitsPerCoordinate: 8, BitsPerComponent: 8, BitsPerFlag: 8 };
    const corners = Uint8Array.from([0, 0, 0, 0, 255, 0, 0, 200, 0, 0, 255, 0, 0, 100, 120, 0, 255, 0]);
    const pdf = await pressed(
      makePdf({
        content: '/S sh',
        resources: ({ stream }) => ({ Shading: { S: stream({ ...mesh, Decode: [0, 255, 0, 255, 0, 1, 0, 1, 0, 1] }, corners) } }),
      }),
    );
    expect(await auditPdf(pdf, 'pdfx4', inflate)).toEqual([]);
    expect(trace(pdf)).not.toMatch(/colorspace="(?!DeviceCMYK|DeviceGray)/);
    const [c, m, y] = inksAt(pdf, 150, 100);
    expect(Math.min(c!, y!)).toBeGreaterThan(90);
    expect(m).toBeLessThan(60);
  });

  it('annotations that print, on top and where they stand', async () => {
    const annotated = makePdf({
      content: '1 0 0 0 k .5 0 0 .5 0 0 cm 0 0 400 240 re f',
      catalog: ({ context, stream }) => {
        const seal = stream({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }, '0 1 0 0 k 0 0 10 10 re f');
        const objects = context.enumerateIndirectObjects().map(([, object]) => object);
        const first = objects.find((object) => String(object).includes('/MediaBox')) as PDFDict;
        first.set(
          name('Annots'),
          context.obj([{ Type: 'Annot', Subtype: 'Stamp', F: 4, Rect: [150, 10, 190, 50], AP: { N: seal } }]),
        );
        return {};
      },
    });
    const pdf = await pressed(annotated);
    expect(inksAt(pdf, 170, 90)).toEqual([0, 255, 0, 0]);
    expect(inksAt(pdf, 100, 90)).toEqual([255, 0, 0, 0]);
    expect((await placed(annotated)).remarks).not.toContain('annotations-dropped');
  });
});
