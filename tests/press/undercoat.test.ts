/** Black type of an advertisement on dark grounds: what lies below it, and that it overprints. */
import { beforeAll, describe, expect, it } from 'vitest';
import { auditPdf } from '../../engine/press/audit';
import { inflate } from '../../engine/press/node/inflate';
import { newsprint } from '../../engine/press/picture-plan';
import { makePdf, name, type PageMaker } from './placed-pages';
import { inksOf, placed, pressed, startPlacing } from './placing';
import { chinese } from './song-font';
import { outside } from './support';

beforeAll(startPlacing);

const resources = (make: PageMaker) => ({ Font: { F: chinese(make, name('GBK-EUC-H')) } });
const placedOn = (content: string, transparency = true) =>
  pressed(makePdf({ content, resources }), { ...newsprint, transparency });
/** Full red on the left, paper on the right. */
const red = '0.2 1 1 0 k 0 0 100 120 re f 0 0 0 1 k ';

/** Inks of all pixels of a part of the page that have black, and of those that have none. */
function pixels(pdf: Uint8Array, [left, right]: readonly [number, number]) {
  const inks = inksOf(pdf);
  const all = Array.from({ length: 120 * (right - left) }, (_, i) =>
    inks(left + (i % (right - left)), Math.floor(i / (right - left))),
  );
  const sums = (black: boolean) =>
    all.filter(([, , , k]) => (black ? k === 255 : k === 0)).map(([c, m, y, k]) => ((c! + m! + y! + k!) / 255) * 100);
  return { black: sums(true), ground: sums(false) };
}

describe('black type on a dark ground', () => {
  it.each([
    ['of 100 points', 'BT /F 100 Tf 0 20 Td <d6d0> Tj ET'],
    ['of 9 points', 'BT /F 9 Tf 12 TL 10 100 Td <d6d0d6d0d6d0d6d0> Tj T* [<d6d0> -500 <d6d0>] TJ <d6d0> \' 0 0 <d6d0> " ET'],
    ['with a line around it', 'BT 2 Tr 2 w /F 80 Tf 10 30 Td <d6d0> Tj ET'],
    ['that is a line alone', 'BT 1 Tr 4 w /F 80 Tf 10 30 Td <d6d0> Tj ET'],
    ['turned and slanted', 'q 0.5 0 0 0.5 0 0 cm BT /F 1 Tf 60 60 -60 80 90 60 Tm <d6d0> Tj ET Q'],
  ])('%s overprints an undercoat', async (_, type) => {
    for (const transparency of [true, false]) {
      const pdf = await placedOn(red + type, transparency);
      expect(await auditPdf(pdf, transparency ? 'pdfx4' : 'pdfx1a', inflate)).toEqual([]);
      const { black, ground } = pixels(pdf, [0, 100]);
      expect(black.length).toBeGreaterThan(20);
      // A few pixels at edges, where outlines and type are not drawn to the same ones.
      const over = black.filter((sum) => sum > 221);
      expect(over.length).toBeLessThan(0.02 * black.length);
      expect(black.filter((sum) => sum > 190).length).toBeGreaterThan(0.9 * black.length);
      expect(Math.max(...ground)).toBeCloseTo(220, 0);
      const { black: onPaper, ground: paper } = pixels(
        await placedOn(red + type.replace('BT', '1 0 0 1 100 0 cm BT'), transparency),
        [100, 200],
      );
      expect(new Set(onPaper)).toEqual(new Set([100]));
      expect(new Set(paper)).toEqual(new Set([0]));
    }
  });

  it('is text once, and once what reads the page finds', async () => {
    const pdf = await placedOn(`${red}BT /F 20 Tf 10 60 Td <d6d0> Tj 20 0 Td <d6d0> Tj ET`);
    expect(outside('pdftotext', ['FILE', '-'], pdf).replace(/\s+/g, '')).toBe('中中');
  });

  it('has what is common to its grounds below it', async () => {
    // The same form on red, and on paper: nothing may show beside the type on paper.
    const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 120] };
    const drawn = (make: PageMaker) => ({
      XObject: { X: make.stream({ ...form, Resources: resources(make) }, 'BT 0 0 0 1 k /F 90 Tf 5 20 Td <d6d0> Tj ET') },
    });
    const content = `${red}q /X Do Q q 1 0 0 1 100 0 cm /X Do Q`;
    const pdf = await pressed(makePdf({ content, resources: drawn }), newsprint);
    expect(new Set(pixels(pdf, [100, 200]).black)).toEqual(new Set([100]));
    expect(new Set(pixels(pdf, [100, 200]).ground)).toEqual(new Set([0]));
    expect(Math.max(...pixels(pdf, [0, 100]).black.slice(50, -50))).toBeLessThan(221);
  });

  it('reaches as far as its outlines and the line around it', async () => {
    // The whole em stands on paper, all that is dark is what the line covers.
    const ground = '0.2 1 1 0 k 0 0 100 18 re f 0 0 0 1 k ';
    const pdf = await placedOn(`${ground}BT 1 Tr 30 w /F 80 Tf 10 30 Td <d6d0> Tj ET`);
    const { black } = pixels(pdf, [0, 100]);
    expect(black.filter((sum) => sum > 221).length).toBeLessThan(0.02 * black.length);
  });

  it('that has no outlines knocks out, and the editor is told', async () => {
    const square = (make: PageMaker) => ({
      Font: {
        F: {
          ...{ Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 1000, 1000], FontMatrix: [0.001, 0, 0, 0.001, 0, 0] },
          ...{ FirstChar: 97, LastChar: 97, Widths: [1000], Resources: {} },
          CharProcs: { a: make.stream({}, '1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f') },
          Encoding: { Type: 'Encoding', Differences: [97, name('a')] },
        },
      },
    });
    const remarksOf = async (at: number) =>
      (await placed(makePdf({ content: `${red}BT /F 40 Tf ${at} 40 Td (a) Tj ET`, resources: square }))).remarks;
    expect(await remarksOf(20)).toContain('type-knocks-out');
    expect(await remarksOf(120)).not.toContain('type-knocks-out');
  });

  it('knocks out where there is more of it than a page of text has', async () => {
    const type = (count: number) => `BT /F 1 Tf 10 60 Td ${'<d6d0> Tj 0 0 Td '.repeat(count)}ET`;
    const few = await placed(makePdf({ content: red + type(20), resources }));
    const many = await placed(makePdf({ content: red + type(10_001), resources }));
    expect(few.remarks).not.toContain('type-knocks-out');
    expect(many.remarks).toContain('type-knocks-out');
    // No outlines are written: with them, there would be some hundred bytes a character.
    expect(many.pdf.length).toBeLessThan(few.pdf.length + 200_000);
  });

  it('may have a line of another colour, which knocks out', async () => {
    const pdf = await placedOn(`${red}0 0 0 0 K BT 2 Tr 6 w /F 80 Tf 10 30 Td <d6d0> Tj ET`);
    const inks = inksOf(pdf);
    const found = Array.from({ length: 100 * 120 }, (_, i) => inks(i % 100, Math.floor(i / 100)).join());
    expect(found).toContain('0,0,0,0');
  });
});
