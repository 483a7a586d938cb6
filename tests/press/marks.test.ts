import { describe, expect, it } from 'vitest';
import { createFontSet } from '../../engine/fonts';
import { auditPdf } from '../../engine/press/audit';
import { openPdf } from '../../engine/press/inspect/document';
import { allMarks, registrationSpot, slugRoom, withMarks } from '../../engine/press/marks';
import { inflate } from '../../engine/press/node/proof-engine';
import { separate } from '../../engine/press/raster/separate';
import { fontFile, page, run, write } from './support';

const fonts = createFontSet((id) => fontFile(id === 'hei-regular' ? 'hei-bold' : id).metrics, {});
const side = { width: 300, height: 400, bleed: 8.504 };
const sheet = { folds: [], cuts: [], gripper: 0, slug: '试刊 2026-03-10 A01', spots: [], monochrome: false };
const marked = (more = {}) => withMarks(page([run('正文', 20, 40, 9)], side), { ...sheet, ...more }, allMarks, fonts);
const written = (more = {}) => write([marked(more)], { spots: [registrationSpot], slug: slugRoom });

describe('marks', () => {
  it('all stand outside the bleed', () => {
    const { groups } = marked({ folds: [150], cuts: [75], gripper: 10 });
    const items = groups.at(-1)!.items;
    expect(items.length).toBeGreaterThan(100);
    const { bleed, width, height } = side;
    const inside = (x: number, y: number) => x > -bleed && x < width + bleed && y > -bleed && y < height + bleed;
    for (const item of items) {
      if (item.kind === 'rule') expect(inside(item.x1, item.y1) || inside(item.x2, item.y2)).toBe(false);
      else if (item.kind === 'fill')
        expect(inside(item.x, item.y) || inside(item.x + item.width, item.y + item.height)).toBe(false);
      else if (item.kind === 'glyphs') expect(inside(item.x[0]!, item.y - item.size)).toBe(false);
    }
  });

  it('part pages by broken lines at a fold, by one whole line above and below at a cut', () => {
    const upright = (more: object) =>
      marked(more)
        .groups.at(-1)!
        .items.filter((item) => item.kind === 'rule' && item.x1 === 150 && item.x2 === 150);
    expect(upright({ folds: [150] })).toHaveLength(6);
    expect(upright({ cuts: [150] })).toHaveLength(2);
    const [above, below] = upright({ cuts: [150] });
    expect(above).toMatchObject({ kind: 'rule', colour: { spot: 'All' } });
    expect(above?.kind === 'rule' && Math.max(above.y1, above.y2)).toBeLessThan(-side.bleed);
    expect(below?.kind === 'rule' && Math.min(below.y1, below.y2)).toBeGreaterThan(side.height + side.bleed);
  });

  it('say where the gripper takes the sheet, when the shop has told', () => {
    const words = (gripper: number) =>
      marked({ gripper })
        .groups.at(-1)!
        .items.flatMap((item) => (item.kind === 'glyphs' && item.y > 400 ? [String.fromCodePoint(...item.text)] : []))
        .join('');
    expect(words(12)).toContain('咬口12mm');
    expect(words(0)).not.toContain('咬口');
  });

  it('leave trim and bleed where they were and give the sheet more room', async () => {
    const pdf = written();
    const first = (await openPdf(pdf, 'a.pdf')).pages[0]!;
    expect(first.trim!.right - first.trim!.left).toBeCloseTo(300, 2);
    expect(first.bleed!.left).toBeCloseTo(slugRoom, 2);
    expect(first.trim!.left).toBeCloseTo(slugRoom + side.bleed, 2);
    expect(first.media.right).toBeCloseTo(300 + 2 * (slugRoom + side.bleed), 2);
    expect(await auditPdf(pdf, 'pdfx4', inflate)).toEqual([]);
  });

  it('print their crop lines on every plate, and the colour bar patch by patch', async () => {
    const first = (await openPdf(written(), 'a.pdf')).pages[0]!;
    const made = separate(first, { inflate, fonts: new Map() }, first.media, 288, () => undefined);
    const { plates, width } = made.plates;
    expect(plates.map(({ name }) => name)).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black']);
    // On the top crop line of the left edge: 10 pt into the slug, at the height of the trim.
    const at = Math.floor((slugRoom + side.bleed) * 4) * width + 4 * 20;
    for (const { ink } of plates) expect(Math.max(ink[at - width]!, ink[at]!, ink[at + width]!)).toBeGreaterThan(100);
  });

  it('of a sheet in black carry no colour', async () => {
    const first = (await openPdf(written({ monochrome: true }), 'a.pdf')).pages[0]!;
    const { groups } = marked({ monochrome: true });
    const coloured = groups
      .at(-1)!
      .items.filter((item) => 'colour' in item && item.colour.spot !== 'All' && item.colour.c + item.colour.m > 0);
    expect(coloured).toEqual([]);
    expect(first.number).toBe(1);
  });
});
