/** What other programs write, painted here and by Ghostscript: each plate must carry the same ink. */
import { deflateSync } from 'node:zlib';
import type { PDFDict } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../engine/press/inspect/document';
import { pageText } from '../../engine/press/inspect/page-text';
import { createProofEngine, inflate, type ProofEngine } from '../../engine/press/node/proof-engine';
import { type Separation, separate } from '../../engine/press/raster/separate';
import { distilled, ghostscriptPlates, mean } from './ghostscript';
import { makePdf, name, type PageMaker } from './placed-pages';
import { profilePath } from './support';

let engine: ProofEngine;
beforeAll(async () => {
  engine = await createProofEngine(profilePath);
});

const dpi = 144;

async function separated(pdf: Uint8Array): Promise<Separation> {
  const first = (await openPdf(pdf, 'a.pdf')).pages[0]!;
  return separate(first, { inflate, fonts: new Map() }, first.media, dpi, engine.decodeFormat);
}

/** Mean ink of every plate within `slack` of 255, and nothing left unpainted. */
async function expectSameInk(pdf: Uint8Array, slack = 1.2): Promise<void> {
  const { plates, unpainted } = await separated(pdf);
  expect([...unpainted]).toEqual([]);
  const outside = ghostscriptPlates(pdf, dpi);
  for (const { name: plate, ink } of plates.plates) {
    const theirs = mean(outside.get(plate) ?? new Uint8Array(1));
    expect(Math.abs(mean(ink) - theirs), `${plate}: ${mean(ink)} and ${theirs}`).toBeLessThan(slack);
  }
  const inked = plates.plates.reduce((sum, { ink }) => sum + mean(ink), 0);
  expect(inked).toBeGreaterThan(1);
}

const ground = '0 0.3 0.6 0 k 0 0 200 60 re f 0.2 0 0 0.1 k 0 60 200 60 re f ';
const fade = (from: readonly number[], to: readonly number[]) => ({ FunctionType: 2, Domain: [0, 1], N: 1, C0: from, C1: to });

type Resources = (make: PageMaker) => Record<string, unknown>;
const page = (content: string, resources: Resources = () => ({}), more = {}) =>
  makePdf({ content: ground + content, resources, page: more });

describe('blend modes', () => {
  const modes =
    'Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity';
  it.each(modes.split(' '))('%s', async (mode) => {
    const group = { Group: { S: 'Transparency', CS: 'DeviceCMYK', I: true } };
    const resources = () => ({ ExtGState: { G: { BM: mode } } });
    await expectSameInk(page('/G gs 0.8 0.1 0.2 0.1 k 50 20 100 80 re f', resources, group));
  });
});

describe('transparency groups', () => {
  const group = (isolated: boolean, knockout: boolean, content: string, state: Record<string, unknown>): Uint8Array =>
    page('/G gs /X Do', ({ stream }) => ({
      ExtGState: { G: state },
      XObject: {
        X: stream(
          {
            Type: 'XObject',
            Subtype: 'Form',
            BBox: [0, 0, 200, 120],
            Group: { S: 'Transparency', CS: 'DeviceCMYK', I: isolated, K: knockout },
            Resources: { ExtGState: { H: { ca: 0.5 }, O: { OP: true, op: true, OPM: 1 } } },
          },
          content,
        ),
      },
    }));
  const overlapping = '/H gs 1 0 0 0 k 40 20 60 60 re f 0 1 0 0 k 70 40 60 60 re f';

  it.each([
    [true, false],
    [false, false],
    [true, true],
    [false, true],
  ])('isolated %s, knockout %s', (isolated, knockout) => expectSameInk(group(isolated, knockout, overlapping, { ca: 0.7 })));

  it('keep overprint to themselves when they are isolated', async () => {
    const over = '/O gs 0 0 0 1 k 40 20 60 60 re f';
    await expectSameInk(group(true, false, over, {}));
    await expectSameInk(group(false, false, over, {}));
  });
});

describe('soft masks', () => {
  const masked = (mask: Record<string, unknown>, content: string, more: Resources = () => ({})) =>
    page('q /G gs 1 0 0 0 k 0 0 200 120 re f Q', (make) => {
      const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 120], Group: { S: 'Transparency', CS: 'DeviceRGB' } };
      const drawn = make.stream({ ...form, Resources: { ExtGState: { H: { ca: 0.5 } }, ...more(make) } }, content);
      return { ExtGState: { G: { SMask: { ...mask, G: drawn } } } };
    });

  it('by lightness, by shape, on a backdrop, through a curve', async () => {
    const shading = () => ({
      Shading: { S: { ShadingType: 2, ColorSpace: 'DeviceGray', Coords: [20, 0, 180, 0], Function: fade([0], [1]) } },
    });
    await expectSameInk(masked({ S: 'Luminosity' }, '20 20 160 80 re W n /S sh', shading), 2);
    const half = '1 0 0 rg 20 20 80 80 re f /H gs 0 1 0 rg 100 20 80 80 re f';
    // Ghostscript masks whole pixels at the edges.
    await expectSameInk(masked({ S: 'Alpha' }, half), 2);
    await expectSameInk(masked({ S: 'Luminosity', BC: [0.5, 0.5, 0.5], TR: fade([1], [0]) }, half), 2);
  });
});

describe('patterns and shadings', () => {
  const tile = (more = {}) => ({ PatternType: 1, PaintType: 1, TilingType: 1, Resources: {}, ...more });

  it('few large cells are drawn, many small ones repeated', async () => {
    for (const step of [50, 6]) {
      const cell = tile({ BBox: [0, 0, step, step], XStep: step, YStep: step });
      const content = `0 1 0 0 k 0 0 ${step / 2} ${step / 2} re f`;
      const { plates, unpainted } = await separated(
        page('/Pattern cs /P scn 20 20 120 60 re f', ({ stream }) => ({ Pattern: { P: stream(cell, content) } })),
      );
      expect([...unpainted]).toEqual([]);
      // A quarter of the 120 × 60 points, where the ground's magenta went before.
      const magenta = plates.plates[1]!.ink;
      expect(mean(magenta) / 255).toBeCloseTo((0.3 * (200 * 60 - 120 * 40 * 0.25) + 120 * 60 * 0.25) / (200 * 120), 1);
    }
  });

  it('take their colour from outside when they have none', async () => {
    const cell = tile({ PaintType: 2, BBox: [0, 0, 40, 40], XStep: 40, YStep: 40 });
    const pdf = page('/C cs 1 0 0 0 /P scn 20 20 120 80 re f', ({ stream }) => ({
      ColorSpace: { C: [name('Pattern'), name('DeviceCMYK')] },
      Pattern: { P: stream(cell, '0 0 20 40 re f') },
    }));
    await expectSameInk(pdf);
  });

  const corners = { BitsPerCoordinate: 8, BitsPerComponent: 8, BitsPerFlag: 8, ColorSpace: 'DeviceCMYK' };
  const decode = { Decode: [0, 255, 0, 255, 0, 1, 0, 1, 0, 1, 0, 1] };
  const vertex = (flag: number, x: number, y: number, ...inks: number[]) => [flag, x, y, ...inks];
  const coons = [0, 20, 10, 10, 40, 50, 70, 30, 110, 80, 118, 120, 90, 180, 110, 170, 80, 190, 40, 180, 10, 120, 30, 70, 5];
  const colours = [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 128];
  it.each([
    [
      'free triangles',
      4,
      [...vertex(0, 20, 10, 255, 0, 0, 0), ...vertex(0, 180, 20, 0, 255, 0, 0), ...vertex(0, 90, 110, 0, 0, 255, 0)],
    ],
    ['Coons patches', 6, [...coons, ...colours]],
    ['tensor patches', 7, [...coons, 70, 40, 70, 80, 130, 80, 130, 40, ...colours]],
  ] as const)('%s', async (_, kind, data) => {
    const pdf = page('/S sh', ({ stream }) => ({
      Shading: { S: stream({ ShadingType: kind, ...corners, ...decode }, Uint8Array.from(data)) },
    }));
    await expectSameInk(pdf, 2);
  });

  it('by a function of the place', async () => {
    const pdf = page('/S sh', ({ stream }) => {
      const evaluate = stream({ FunctionType: 4, Domain: [0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] }, '{ 2 copy mul 0 }');
      return {
        Shading: { S: { ShadingType: 1, ColorSpace: 'DeviceCMYK', Matrix: [160, 0, 0, 80, 20, 20], Function: evaluate } },
      };
    });
    await expectSameInk(pdf, 2);
  });
});

describe('pictures', () => {
  const [width, height] = [20, 12];
  const inks = Uint8Array.from({ length: width * height * 4 }, (_, i) => [(i * 3) % 256, (i * 7) % 200, 40, 0][i % 4]!);
  const picture = ({ stream }: PageMaker, more: Record<string, unknown>, samples: Uint8Array = inks) =>
    stream(
      {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceCMYK',
        Filter: 'FlateDecode',
        ...more,
      },
      deflateSync(samples),
    );
  const shown = (more: (make: PageMaker) => Record<string, unknown>, samples?: Uint8Array) =>
    page('q 160 0 0 96 20 12 cm /I Do Q', (make) => ({ XObject: { I: picture(make, more(make), samples) } }));
  const ramp = Uint8Array.from({ length: width * height }, (_, i) => (i % width) * 13);
  const grey = { ColorSpace: 'DeviceGray' };

  it('with soft masks, stencils, colour keys and prediction', async () => {
    await expectSameInk(
      shown((make) => ({ SMask: picture(make, grey, ramp) })),
      2,
    );
    const bits = new Uint8Array(36).fill(0xf0);
    const stencil = { ImageMask: true, BitsPerComponent: 1, ColorSpace: undefined };
    await expectSameInk(
      shown((make) => ({ Mask: picture(make, stencil, bits) })),
      2,
    );
    await expectSameInk(
      shown(() => ({ ...grey, Mask: [50, 150] }), ramp),
      2,
    );
    const steps = Uint8Array.from({ length: width * height }, (_, i) => (i % width === 0 ? 0 : 13));
    await expectSameInk(
      shown(() => ({ ...grey, DecodeParms: { Predictor: 2, Colors: 1, Columns: width } }), steps),
      2,
    );
  });

  it('coded as facsimile', async () => {
    // Two rows of Group 4: 8 white and 8 black of 16, then the same again.
    const coded = {
      Width: 16,
      Height: 2,
      BitsPerComponent: 1,
      ...grey,
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: 16, Rows: 2 },
    };
    // 001 10011 000101 | 1 | 1 1 | end: horizontal mode, white 8, black 8; then vertical modes.
    const bits = '00110011000101' + '11' + '000000000001000000000001';
    const bytes = Uint8Array.from(bits.padEnd(48, '0').match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
    const { plates } = await separated(
      makePdf({
        content: 'q 160 0 0 80 20 20 cm /I Do Q',
        resources: ({ stream }) => ({ XObject: { I: stream({ Type: 'XObject', Subtype: 'Image', ...coded }, bytes) } }),
      }),
    );
    const black = plates.plates[3]!.ink;
    const at = (x: number, y: number) => black[Math.floor((120 - y) * 2) * plates.width + x * 2]!;
    expect([at(50, 30), at(50, 90), at(150, 30), at(150, 90)]).toEqual([0, 0, 255, 255]);
  });
});

describe('fonts', () => {
  const text = `/NimbusRoman-Regular findfont 30 scalefont setfont 20 150 moveto (Grand Opening fi) show
    /NimbusSans-Bold findfont 50 scalefont setfont 0 1 1 0 setcmykcolor 20 80 moveto (SALE) show
    /NimbusRoman-Regular findfont dup length dict copy dup /Encoding ISOLatin1Encoding put /L exch definefont 30 scalefont setfont
    0 setgray 20 30 moveto (\\351l\\350ve) show showpage`;
  it.each([
    ['Type 1', ['-dHaveCFF=false']],
    ['Type 1 as CFF', []],
  ])('of %s show the glyphs that Ghostscript shows', async (_, options) => {
    const pdf = distilled(`<< /PageSize [300 200] >> setpagedevice ${text}`, options);
    await expectSameInk(pdf, 0.5);
    const first = (await openPdf(pdf, 'a.pdf')).pages[0]!;
    expect(pageText(first, { inflate, fonts: new Map() })).toEqual(['Grand Opening fi', 'SALE', 'élève']);
  });

  it('of Type 3 draw in the colour of the text, or in their own', async () => {
    const pdf = page('1 0 0 0 k BT /F 40 Tf 20 40 Td (AB) Tj ET', ({ stream }) => ({
      Font: {
        F: {
          Type: 'Font',
          Subtype: 'Type3',
          FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
          FontBBox: [0, 0, 1000, 1000],
          FirstChar: 65,
          LastChar: 66,
          Widths: [1000, 1000],
          Encoding: { Differences: [65, name('a'), name('b')] },
          CharProcs: {
            a: stream({}, '1000 0 0 0 750 750 d1 0 1 0 0 k 0 0 750 750 re f'),
            b: stream({}, '1000 0 d0 0 0 1 0 k 0 0 750 750 re f'),
          },
          Resources: {},
        },
      },
    }));
    await expectSameInk(pdf);
  });
});

describe('pages', () => {
  const marks = '1 0 0 0 k 10 10 50 20 re f 0 1 0 0 k 100 80 40 30 re f';
  it.each([{ Rotate: 90 }, { Rotate: 180 }, { Rotate: 270 }, { UserUnit: 2 }])('%o stand upright in points', async (more) => {
    const pdf = makePdf({ content: marks, page: more });
    const { plates } = await separated(pdf);
    const outside = ghostscriptPlates(pdf, dpi);
    for (const { name: plate, ink } of plates.plates) {
      const theirs = outside.get(plate)!;
      expect(theirs.length).toBe(ink.length);
      const apart = ink.reduce((sum, value, i) => sum + Math.abs(value - theirs[i]!), 0) / ink.length;
      expect(apart, plate).toBeLessThan(1);
    }
  });

  it('show no layer that is off', async () => {
    const layered = makePdf({
      content: '/OC /A BDC 1 0 0 0 k 10 10 80 80 re f EMC /OC /B BDC 0 1 0 0 k 100 10 80 80 re f EMC',
      resources: ({ context }) => {
        const [on, off] = [context.nextRef(), context.nextRef()];
        for (const ref of [on, off]) context.assign(ref, context.obj({ Type: 'OCG' }));
        return { Properties: { A: on, B: off } };
      },
      catalog: ({ context }) => {
        const groups = context
          .enumerateIndirectObjects()
          .flatMap(([ref, object]) => (String(object).includes('/OCG') ? [ref] : []));
        return { OCProperties: { OCGs: groups, D: { OFF: [groups[1]!] } } };
      },
    });
    const { plates } = await separated(layered);
    expect(plates.plates.map(({ ink }) => mean(ink) > 0)).toEqual([true, false, false, false]);
  });

  it('show annotations that print where they stand', async () => {
    const annotated = makePdf({
      content: marks,
      resources: () => ({}),
      catalog: ({ context, stream }) => {
        const seal = stream({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }, '0 0 1 0 k 0 0 10 10 re f');
        const annotation = (flags: number, rectangle: readonly number[]) =>
          context.obj({ Type: 'Annot', Subtype: 'Stamp', F: flags, Rect: [...rectangle], AP: { N: seal } });
        const pages = context.enumerateIndirectObjects().map(([, object]) => object);
        const first = pages.find((object) => String(object).includes('/MediaBox')) as PDFDict;
        first.set(name('Annots'), context.obj([annotation(4, [150, 10, 190, 50]), annotation(2, [70, 10, 90, 50])]));
        return {};
      },
    });
    const { plates } = await separated(annotated);
    expect(mean(plates.plates[2]!.ink) / 255).toBeCloseTo((40 * 40) / (200 * 120), 2);
  });
});
