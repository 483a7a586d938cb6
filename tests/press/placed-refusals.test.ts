/** Finished advertisements: what is refused, and what need not be. */
import { beforeAll, describe, expect, it } from 'vitest';
import { auditPdf } from '../../engine/press/audit';
import { inflate } from '../../engine/press/node/inflate';
import { newsprint } from '../../engine/press/picture-plan';
import { makePdf, name, type PageMaker } from './placed-pages';
import { engine, inksAt, placement, pressed, startPlacing } from './placing';
import { outside } from './support';

beforeAll(startPlacing);

const helvetica = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' };

describe('a font that is not embedded', () => {
  const fonts = () => ({ Font: { F: helvetica } });

  it.each([
    ['is set and shows nothing', 'BT /F 12 Tf 14 TL ET'],
    ['shows what belongs to a layer that is off', '/OC /A BDC BT /F 12 Tf (A) Tj ET EMC'],
  ])('is not asked for where it %s', async (_, idle) => {
    const pdf = makePdf({
      content: `${idle} 0 1 0 0 k 10 20 40 40 re f`,
      resources: ({ context }) => ({
        ...fonts(),
        Properties: { A: context.register(context.obj({ Type: 'OCG', Name: 'off' })) },
      }),
      catalog: ({ context }) => {
        const [group] = context.enumerateIndirectObjects().find(([, object]) => String(object).includes('/OCG'))!;
        return { OCProperties: { OCGs: [group], D: { OFF: [group] } } };
      },
    });
    const shown = await pressed(pdf);
    expect(inksAt(shown, 30, 80)).toEqual([0, 255, 0, 0]);
    expect(await auditPdf(shown, 'pdfx4', inflate)).toEqual([]);
    expect(outside('pdffonts', ['FILE'], shown)).not.toContain('Helvetica');
  });

  it.each([
    ['later', 'BT /F 12 Tf ET q BT (A) Tj ET Q'],
    ['behind another state', 'q BT /F 12 Tf ET Q /G gs BT (A) Tj ET'],
  ])('is asked for where it shows something %s', async (_, content) => {
    const resources = (make: PageMaker) => {
      const font = make.context.register(make.context.obj(helvetica));
      return { Font: { F: font }, ExtGState: { G: { Font: [font, 12] } } };
    };
    const refused = await engine.place(makePdf({ content, resources }), placement, newsprint);
    expect(refused).toEqual({ refused: 'font', detail: 'Helvetica' });
  });
});

describe('a page is refused', () => {
  const plate = (colorant: string, tint: Record<string, unknown>) => () => ({
    ColorSpace: { C: [name('Separation'), name(colorant), name('DeviceCMYK'), tint] },
  });
  const tint = { FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [1, 1, 1, 1] };
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] };

  it.each([
    ['encrypted', makePdf({ content: '', encrypted: true }), 'encrypted', ''],
    ['no PDF', new TextEncoder().encode('%PDF-1.4 and nothing more'), 'damaged', ''],
    [
      'without its fonts',
      makePdf({ content: 'BT /F 9 Tf (A) Tj ET', resources: () => ({ Font: { F: helvetica } }) }),
      'font',
      'Helvetica',
    ],
    ['in registration colour', makePdf({ content: '/C cs 1 scn', resources: plate('All', tint) }), 'registration', ''],
    ['with a colour that it does not define', makePdf({ content: '/None cs 1 scn' }), 'colour', 'None'],
    [
      'drawing itself',
      makePdf({
        content: '/X Do',
        resources: (make) => {
          const ref = make.context.nextRef();
          make.stream({ ...form, Resources: { XObject: { X: ref } } }, '/X Do', ref);
          return { XObject: { X: ref } };
        },
      }),
      'damaged',
      'cycle',
    ],
  ])('that is %s', async (_, pdf, refused, detail) => {
    expect(await engine.place(pdf, placement, newsprint)).toEqual({ refused, detail });
  });
});
