/** Translucent advertisements for PDF/X-1a: what is painted, what stays as it was, and that it looks the same. */
import { beforeAll, describe, expect, it } from 'vitest';
import { auditPdf } from '../../engine/press/audit';
import { inflate } from '../../engine/press/node/inflate';
import { newsprint } from '../../engine/press/picture-plan';
import { makePdf, name, type PageMaker } from './placed-pages';
import { engine, inksAt, inksOf, placed, placement, pressed, startPlacing, trace } from './placing';

beforeAll(startPlacing);

const flat = { ...newsprint, transparency: false };
const half = () => ({ ExtGState: { G: { ca: 0.5, CA: 0.5 }, M: { BM: name('Multiply') } } });
/** A yellow ground, and a cyan square of half the ink on it, 20 points from the left and the bottom. */
const square = '0 0 1 0 k 0 0 100 120 re f q /G gs 1 0 0 0 k 20 20 40 40 re f Q';

const drawn = (pdf: Uint8Array): string[] =>
  [...trace(pdf).matchAll(/<(fill_image|fill_path|stroke_path|fill_text)[ >]/g)].map(([, what]) => what!);

describe('a translucent page in PDF/X-1a', () => {
  it('prints what lies behind through what lies above', async () => {
    const pdf = await pressed(makePdf({ content: square, resources: half }), flat);
    expect(await auditPdf(pdf, 'pdfx1a', inflate)).toEqual([]);
    const [c, m, y, k] = inksAt(pdf, 40, 80);
    for (const ink of [c!, y!]) expect(Math.abs(ink - 127.5)).toBeLessThan(2);
    expect([m, k]).toEqual([0, 0]);
    expect(inksAt(pdf, 80, 30)).toEqual([0, 0, 255, 0]);
    expect((await placed(makePdf({ content: square, resources: half }), flat)).remarks).toEqual(['page-flattened']);
  });

  it('paints no more than the region that is translucent', async () => {
    const pdf = await pressed(makePdf({ content: square, resources: half }), flat);
    expect(drawn(pdf)).toEqual(['fill_path', 'fill_path', 'fill_image']);
    const [, a, d] = /<fill_image[^>]*transform="([\d.]+) 0 -?0 (-?[\d.]+)/.exec(trace(pdf))!.map(Number);
    // The square, on either side a pixel of a proof of 100 dpi, within which the square below might look out, and not much more.
    for (const side of [a!, Math.abs(d!)]) expect(side - 40).toBeGreaterThanOrEqual(2 * 0.72);
    for (const side of [a!, Math.abs(d!)]) expect(side - 40).toBeLessThan(2);
  });

  it('keeps what is drawn later on top, as it was', async () => {
    const later = `${square} 0 1 0 0 k 30 30 20 20 re f 0 0 0 1 K 4 w 0 40 m 200 40 l S`;
    const pdf = await pressed(makePdf({ content: later, resources: half }), flat);
    expect(drawn(pdf)).toEqual(['fill_path', 'fill_path', 'fill_image', 'fill_path', 'stroke_path']);
    expect(inksAt(pdf, 35, 85)).toEqual([0, 255, 0, 0]);
    expect(inksAt(pdf, 25, 80)).toEqual([0, 0, 0, 255]);
  });

  it('finds what later objects were given before: space, matrix, clip', async () => {
    const content = `1 0 0 1 100 0 cm 0 0 50 120 re W n 0 1 0 0 k ${square.replace('0 0 1 0 k', '')} 0 0 90 20 re f`;
    const pdf = await pressed(makePdf({ content, resources: half }), flat);
    expect(inksAt(pdf, 110, 110)).toEqual([0, 255, 0, 0]);
    expect(inksAt(pdf, 170, 110)).toEqual([0, 0, 0, 0]);
  });

  it('mixes blend modes, groups and soft masks', async () => {
    const fade = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0], C1: [1] };
    const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 120], Group: { S: name('Transparency') } };
    const resources = (make: PageMaker) => {
      const shading = { ShadingType: 2, ColorSpace: 'DeviceGray', Coords: [0, 0, 200, 0], Function: fade };
      const light = make.stream({ ...form, Resources: { Shading: { S: shading } } }, '/S sh');
      const mask = { Type: 'Mask', S: name('Luminosity'), G: light };
      const group = make.stream({ ...form, Resources: {} }, '1 0 0 0 k 0 60 80 40 re f 0 1 0 0 k 40 60 80 40 re f');
      return { ExtGState: { ...half().ExtGState, S: { SMask: mask } }, XObject: { X: group } };
    };
    const blended =
      'q /M gs 1 0 0 0 k 0 0 40 40 re f 0 1 0 0 k 20 0 40 40 re f Q q /G gs /X Do Q q /S gs 0 0 0 1 k 0 110 200 10 re f Q';
    const pdf = await pressed(makePdf({ content: blended, resources }), flat);
    expect(await auditPdf(pdf, 'pdfx1a', inflate)).toEqual([]);
    const painted = inksOf(pdf);
    const near = (x: number, y: number, inks: readonly number[]) =>
      painted(x, y).forEach((ink, i) => {
        expect(Math.abs(ink - inks[i]!), `${x} ${y}`).toBeLessThan(4);
      });
    near(30, 100, [255, 255, 0, 0]);
    // One object: the second square hides the first, and both let half through.
    near(60, 40, [0, 128, 0, 0]);
    near(20, 40, [128, 0, 0, 0]);
    near(150, 5, [0, 0, 0, 191]);
  });

  it('stays within the ink that the paper carries where colours pile up', async () => {
    const content = '1 0.2 0 0.6 k 0 0 200 120 re f /M gs 0 1 1 0 k 20 20 60 60 re f';
    const pdf = await pressed(makePdf({ content, resources: half }), flat);
    expect(inksAt(pdf, 50, 70).reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(2.2 * 255);
    expect((await placed(makePdf({ content, resources: half }), flat)).remarks).toEqual(['page-flattened', 'page-ink-limited']);
  });

  it('has shadows of black on the black plate alone', async () => {
    const content = '/G gs 0 g 20 20 60 60 re f';
    const pdf = await pressed(makePdf({ content, resources: half }), flat);
    expect(trace(pdf)).toMatch(/fill_image[^>]*colorspace="DeviceGray"/);
    expect(Math.abs(inksAt(pdf, 50, 70)[3]! - 127.5)).toBeLessThan(2);
  });

  const masked = (level: number) => (make: PageMaker) => {
    const picture = { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 2, BitsPerComponent: 8 };
    const mask = make.stream({ ...picture, ColorSpace: 'DeviceGray' }, Uint8Array.from([255, 255, 255, level]));
    const inks = Uint8Array.from({ length: 16 }, (_, i) => (i % 4 === 1 ? 255 : 0));
    return { XObject: { I: make.stream({ ...picture, ColorSpace: 'DeviceCMYK', SMask: mask }, inks) } };
  };

  it.each([
    [255, []],
    [254, ['page-flattened']],
  ] as const)('stays as it is where nothing shows through: a mask of %i', async (level, remarks) => {
    const pdf = makePdf({ content: 'q 8 0 0 8 20 20 cm /I Do Q', resources: masked(level) });
    expect((await placed(pdf, flat)).remarks).toEqual(remarks);
    expect(await auditPdf(await pressed(pdf, flat), 'pdfx1a', inflate)).toEqual([]);
  });

  it('is refused where it cannot be painted, and taken for PDF/X-4', async () => {
    // A group that knocks out, blends with what is behind it, and is not isolated.
    const group = { S: name('Transparency'), K: true };
    const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 120], Group: group, Resources: half() };
    const pdf = makePdf({
      content: '0 1 0 0 k 0 0 90 90 re f /X Do',
      resources: (make) => ({ XObject: { X: make.stream(form, '/M gs 1 0 0 0 k 20 20 60 60 re f') } }),
    });
    expect(await engine.place(pdf, placement, flat)).toEqual({ refused: 'transparency', detail: 'group' });
    expect(await auditPdf(await pressed(pdf), 'pdfx4', inflate)).toEqual([]);
  });

  it('is refused where more layers lie on one another than can be painted, and taken with some', async () => {
    const layers = (count: number) =>
      makePdf({ content: `/G gs 0 0.1 0.2 0 k ${'0 0 200 120 re f '.repeat(count)}`, resources: half });
    const sheet = { ...placement, widthPt: 1000, heightPt: 600 };
    expect(await engine.place(layers(3000), sheet, flat)).toEqual({ refused: 'too-much', detail: '' });
    expect((await placed(layers(12), flat)).remarks).toEqual(['page-flattened']);
  });

  it('is refused by the name of a font that cannot be read', async () => {
    const resources = (make: PageMaker) => {
      const program = make.stream({}, 'no font');
      const descriptor = { Type: 'FontDescriptor', FontName: name('ABCDEF+Torn'), Flags: 32, FontFile2: program };
      const font = { Type: 'Font', Subtype: 'TrueType', BaseFont: name('ABCDEF+Torn'), FontDescriptor: descriptor };
      return { ...half(), Font: { F: font } };
    };
    const content = (type: string) => `${type} q /G gs 0 1 0 0 k 20 20 60 60 re f Q`;
    const torn = makePdf({ content: content('BT /F 12 Tf 30 30 Td (A) Tj ET'), resources });
    expect(await engine.place(torn, placement, flat)).toEqual({ refused: 'font-damaged', detail: 'Torn' });
    expect((await placed(makePdf({ content: content(''), resources }), flat)).remarks).toEqual(['page-flattened']);
  });
});
