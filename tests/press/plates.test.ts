/** Plates painted here against those that Ghostscript separates, and the figures made of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import { openPdf } from '../../engine/press/inspect/document';
import { createProofEngine, inflate, type ProofEngine } from '../../engine/press/node/proof-engine';
import { inkFigures, totals } from '../../engine/press/raster/ink-map';
import { type Separation, separate } from '../../engine/press/raster/separate';
import { ghostscriptPlates, mean } from './ghostscript';
import { black, page, profilePath, red, run, white, write } from './support';

let engine: ProofEngine;
beforeAll(async () => {
  engine = await createProofEngine(profilePath);
});

/** Whole pixels at 72 ppi, so that both programs cut the page alike. */
const side = { width: 300, height: 400, bleed: 10 };
const spot = { name: '专色红', colour: { c: 0, m: 1, y: 0.95, k: 0.1 } };

async function separated(items: readonly DisplayItem[], dpi: number, more = {}): Promise<{ pdf: Uint8Array; made: Separation }> {
  const pdf = write([page(items, side)], { spots: [spot], ...more });
  const opened = await openPdf(pdf, 'a.pdf');
  const first = opened.pages[0]!;
  return { pdf, made: separate(first, { inflate, fonts: new Map() }, first.media, dpi, engine.decodeFormat) };
}

const plate = ({ plates }: Separation, name: string): Uint8Array => plates.plates.find((one) => one.name === name)!.ink;

/** Ink of a plate at a point of the display list. */
function inkAt(made: Separation, name: string, x: number, y: number): number {
  const scale = made.dpi / 72;
  const at = Math.floor((y + side.bleed) * scale) * made.plates.width + Math.floor((x + side.bleed) * scale);
  return plate(made, name)[at]!;
}

describe('a page’s plates', () => {
  it('carry the ink that Ghostscript separates', async () => {
    const items: DisplayItem[] = [
      { kind: 'fill', x: 20, y: 20, width: 120, height: 60, colour: { c: 0.2, m: 0, y: 0.4, k: 0 } },
      run('黑字压在底色上', 24, 60, 14),
      run('彩色大题', 20, 140, 42, { colour: red, face: 'hei-bold' }),
      { kind: 'disc', cx: 220, cy: 60, radius: 30, colour: { c: 1, m: 0.3, y: 0, k: 0 } },
      { kind: 'rule', x1: 10, y1: 200, x2: 290, y2: 200, weight: 3, colour: black },
      { kind: 'frame', x: 30, y: 220, width: 200, height: 100, weight: 2, colour: red },
      run('专色', 40, 300, 60, { colour: { ...red, spot: '专色红' } }),
    ];
    const { pdf, made } = await separated(items, 144);
    const outside = ghostscriptPlates(pdf, 144);
    expect([...outside.keys()].sort()).toEqual(made.plates.plates.map(({ name }) => name).sort());
    for (const [name, ink] of outside) {
      const ours = mean(plate(made, name));
      expect(Math.abs(ours - mean(ink)), `${name}: ${ours} and ${mean(ink)}`).toBeLessThan(0.35);
    }
  });

  it('keep the ground under overprinting black and open it under white', async () => {
    const ground: DisplayItem = { kind: 'fill', x: 0, y: 0, width: 200, height: 200, colour: { c: 0, m: 0.5, y: 0, k: 0 } };
    const block = (x: number, colour: typeof black): DisplayItem => ({ kind: 'fill', x, y: 50, width: 40, height: 40, colour });
    const { made } = await separated([ground, block(20, black), block(100, white)], 72);
    expect([inkAt(made, 'Magenta', 40, 70), inkAt(made, 'Black', 40, 70)]).toEqual([128, 255]);
    expect([inkAt(made, 'Magenta', 120, 70), inkAt(made, 'Black', 120, 70)]).toEqual([0, 0]);
    expect(inkAt(made, 'Magenta', 80, 70)).toBe(128);
  });

  it('put a spot colour on its own plate and nowhere else', async () => {
    const { made } = await separated(
      [{ kind: 'fill', x: 10, y: 10, width: 50, height: 50, colour: { ...red, spot: '专色红' } }],
      72,
    );
    expect(inkAt(made, '专色红', 30, 30)).toBe(255);
    expect(['Cyan', 'Magenta', 'Yellow', 'Black'].map((name) => mean(plate(made, name)))).toEqual([0, 0, 0, 0]);
    expect(made.equivalents.get('专色红')?.map((value) => Math.round(value * 100))).toEqual([0, 100, 95, 10]);
  });
});

describe('total ink', () => {
  it('is found where most of it lies', async () => {
    const { made } = await separated(
      [
        { kind: 'fill', x: 0, y: 0, width: 100, height: 100, colour: { c: 0.5, m: 0.5, y: 0, k: 0 } },
        { kind: 'fill', x: 200, y: 300, width: 60, height: 60, colour: { c: 0.8, m: 0.8, y: 0.8, k: 0.1 } },
      ],
      72,
    );
    const figures = inkFigures(made.plates, totals(made.plates), made.plates.whole, made.dpi, 240);
    expect(figures.most).toBeCloseTo(250, 0);
    expect(figures.mostOfWindow).toBeCloseTo(250, 0);
    expect(figures.x).toBeGreaterThan(210);
    expect(figures.y).toBeGreaterThan(310);
    expect(figures.above).toBeCloseTo(3600 / (320 * 420), 3);
  });
});
