import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import type { Ticket } from '../../engine/press/handoff/ticket';
import { ticketSheet } from '../../engine/press/handoff/ticket-sheet';
import { fakeFonts } from '../fake-font';

const mm = 72 / 25.4;

function ticket(count: number, together: boolean): Ticket {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const file = (pages: number[]) => ({ file: `press/${pages[0]}.pdf`, bytes: 1000, sha256: 'f'.repeat(64), pages });
  return {
    ...{ paper: '报', publisher: '', date: '2026-03-10', number: 1, total: 1, version: 1, shop: '', shopContact: null },
    contact: { editor: '', phone: '', email: '', address: '' },
    ...{ copies: null, stock: null, format: { width: 273, height: 390, bleed: 3 }, standard: 'pdfx4', condition: '' },
    ...{ inkLimit: 240, resolution: { least: 150, poor: 100 }, marks: [], pageCount: count, blankPages: [] },
    pages: numbers.map((page) => ({ page, section: '版', plates: ['K'] })),
    files: together ? [file(numbers)] : numbers.map((page) => file([page])),
    ...{ imposition: 'none', sheets: [], sheet: null, spots: [], trapping: 'none' },
  };
}

/** Its words, line by line from the top: baselines in points. */
function lines(items: readonly DisplayItem[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const item of items)
    if (item.kind === 'glyphs') found.set(item.y, `${found.get(item.y) ?? ''}${String.fromCodePoint(...(item.text ?? []))}`);
  return found;
}

const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => [key, ...Object.values(params)].join(' ');
const sheet = (count: number, together = false) => {
  const drawn = ticketSheet(ticket(count, together), say, fakeFonts());
  return { height: drawn.height, lines: lines(drawn.groups.flatMap(({ items }) => items)) };
};

describe('the printed job ticket', () => {
  it('lists every page of a usual paper', () => {
    const all = [...sheet(16).lines.values()].flatMap((line) => /A\d\d(?=版)/.exec(line)?.[0] ?? []);
    expect(all).toEqual(Array.from({ length: 16 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`));
  });

  it.each([
    [24, false],
    [24, true],
    [64, false],
    [64, true],
  ])('counts those of %s pages that have no room above the lines for names, together %s', (count, together) => {
    const drawn = sheet(count, together);
    const rows = [...drawn.lines].filter(([, line]) => /A\d\d版/.test(line));
    const told = [...drawn.lines].find(([, line]) => line.startsWith('morePages'))!;
    expect(told[1]).toBe(`morePages ${count - rows.length}`);
    expect(rows.length).toBeGreaterThan(15);
    for (const [y] of [...rows, told]) expect(y).toBeLessThan(drawn.height - 24 * mm);
  });
});
