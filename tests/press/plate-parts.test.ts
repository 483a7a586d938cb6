/** Parts of plates against the whole page at the same resolution. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import { openPdf } from '../../engine/press/inspect/document';
import { type PlatePart, PlateParts, Superseded } from '../../engine/press/node/plate-parts';
import { createProofEngine, inflate, type ProofEngine } from '../../engine/press/node/proof-engine';
import { separate } from '../../engine/press/raster/separate';
import { black, page, profilePath, red, run, write } from './support';

let engine: ProofEngine;
beforeAll(async () => {
  engine = await createProofEngine(profilePath);
});

const side = { width: 300, height: 400, bleed: 10 };
const items: DisplayItem[] = [
  { kind: 'fill', x: 20, y: 20, width: 120, height: 60, colour: { c: 0.2, m: 0, y: 0.4, k: 0 } },
  run('黑字压在底色上', 24, 60, 14),
  run('彩色大题', 20, 140, 42, { colour: red, face: 'hei-bold' }),
  { kind: 'disc', cx: 220, cy: 60, radius: 30, colour: { c: 1, m: 0.3, y: 0, k: 0 } },
  { kind: 'rule', x1: 10, y1: 200, x2: 290, y2: 200, weight: 3, colour: black },
];
const pdf = () => write([page(items, side)], { spots: [] });

function pressFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'banxin-parts-')), 'A01.pdf');
  writeFileSync(file, pdf());
  return file;
}

const whole = { plate: 'K', limit: 220, scale: 1, left: 0, top: 0, width: side.width, height: side.height };

/** Width and height of a PNG file. */
const sizeOf = (png: Uint8Array): number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('a part of a plate', () => {
  it('has the ink of the whole page at its resolution', async () => {
    const first = (await openPdf(pdf(), 'a.pdf')).pages[0]!;
    const shared = { inflate, fonts: new Map() };
    const trim = first.trim!;
    const scale = 3;
    const all = separate(first, shared, trim, scale * 72, engine.decodeFormat).plates;
    const boxes = fc.record({
      left: fc.integer({ min: 0, max: 800 }),
      top: fc.integer({ min: 0, max: 1100 }),
      width: fc.integer({ min: 1, max: 100 }),
      height: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(boxes, ({ left, top, width, height }) => {
        const box = {
          left: trim.left + left / scale,
          right: trim.left + (left + width) / scale,
          top: trim.top - top / scale,
          bottom: trim.top - (top + height) / scale,
        };
        const part = separate(first, shared, box, scale * 72, engine.decodeFormat).plates;
        expect([part.width, part.height]).toEqual([width, height]);
        for (const [index, { ink }] of part.plates.entries())
          for (let y = 0; y < height; y++) {
            const from = (top + y) * all.width + left;
            const expected = all.plates[index]!.ink.subarray(from, from + width);
            const off = ink.subarray(y * width, (y + 1) * width).findIndex((value, x) => Math.abs(value - expected[x]!) > 3);
            expect(off).toBe(-1);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('is a picture of as many pixels as are asked for', async () => {
    const parts = new PlateParts(engine);
    const part: PlatePart = { ...whole, file: pressFile(), scale: 8, left: 1000, top: 400, width: 333, height: 77 };
    for (const plate of ['page', 'C', 'K', 'ink']) {
      expect(sizeOf((await parts.paint({ ...part, plate }, () => {}))!)).toEqual([333, 77]);
    }
  });

  it('is none where the page has no such plate or more is asked for than a screen shows', async () => {
    const parts = new PlateParts(engine);
    const part: PlatePart = { ...whole, file: pressFile() };
    expect(await parts.paint({ ...part, plate: '专色绿' }, () => {})).toBeUndefined();
    expect(await parts.paint({ ...part, width: 20_000, height: 20_000 }, () => {})).toBeUndefined();
    expect(await parts.paint({ ...part, scale: 1000 }, () => {})).toBeUndefined();
  });

  it('is left in the middle when another one is wanted', async () => {
    const parts = new PlateParts(engine);
    const part: PlatePart = { ...whole, file: pressFile() };
    let asked = 0;
    const watch = () => {
      if (++asked === 4) throw new Superseded();
    };
    await expect(parts.paint(part, watch)).rejects.toThrow(Superseded);
    expect(asked).toBe(4);
    expect(await parts.paint(part, () => {})).toBeDefined();
  });
});
