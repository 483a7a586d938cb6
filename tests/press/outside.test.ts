/** What programs of other makers find in our files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../engine/display/types';
import { black, outside, page, red, run, white, write } from './support';

const standards = ['pdfx4', 'pdfx1a', undefined] as const;

describe('structure', () => {
  it.each(standards)('qpdf finds nothing wrong with %s', (standard) => {
    const pdf = write(
      [page([run('编辑把稿件排成版面', 20, 40, 9), run('标题', 20, 90, 30, { face: 'hei-bold', colour: red })])],
      { standard },
    );
    expect(outside('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax or stream encoding errors');
  });

  it('poppler finds every font embedded, subset and readable', () => {
    const pdf = write([page([run('正文', 20, 40, 9), run('标题', 20, 90, 30, { face: 'hei-bold' })])]);
    const rows = outside('pdffonts', ['FILE'], pdf).trim().split('\n').slice(2);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
  });
});

describe('positions', () => {
  /** x of every glyph on the page, from the trim's left edge. */
  const positions = (pdf: Uint8Array) =>
    [...outside('mutool', ['trace', 'FILE'], pdf).matchAll(/<g [^>]*? x="([^"]+)"/g)].map((match) => Number(match[1]));

  it('stand within 0.005 pt of the display list, for any gaps, size and stretch', () => {
    const any = fc.double({ min: -0.6, max: 1.5, noNaN: true });
    const opened = fc.constantFrom(0.031, 0.031, 0.031, -0.5); // as a justified line with a squeezed mark
    const gaps = fc.oneof(...[any, opened].map((gap) => fc.array(gap, { minLength: 1, maxLength: 60 })));
    const size = fc.double({ min: 5, max: 120, noNaN: true });
    const stretch = fc.double({ min: 0.8, max: 1.1, noNaN: true });
    fc.assert(
      fc.property(gaps, size, stretch, (gapsInEm, size, stretch) => {
        let at = 7;
        const x = Float32Array.from(gapsInEm, (gap) => (at += size * (1 + gap)));
        const line = run('字'.repeat(x.length), 0, 50, size, { x, stretch });
        const close = run('紧排的字', 7, 200, size);
        const wanted = [...x, ...close.x];
        const found = positions(write([page([line, close], { bleed: 0 })], { standard: undefined }));
        expect(found).toHaveLength(wanted.length);
        expect(Math.max(...found.map((value, i) => Math.abs(value - wanted[i]!)))).toBeLessThan(0.005);
      }),
      { numRuns: 30 },
    );
  });
});

describe('text', () => {
  const read = (items: readonly DisplayItem[], ...options: string[]) =>
    outside('pdftotext', [...options, 'FILE', '-'], write([page(items)])).trim();

  it.each([['-raw'], []])('has no stray spaces in a loosely justified line (pdftotext %s)', (...options: string[]) => {
    const sentence = '新增停车位126个，其中38个可充电。';
    const x = Float32Array.from(sentence, (_, i) => 20 + i * 9 + i * 1.5 + (i % 5) * 0.6);
    expect(read([run(sentence, 20, 40, 9, { x })], ...options)).toBe(sentence);
  });

  it('joins runs of different faces on one baseline', () => {
    const line = [
      run('本报讯', 20, 40, 9, { face: 'hei-bold' }),
      run('（通讯员', 48.6, 40, 9),
      run('小雨', 86.1, 40, 9, { face: 'hei-bold' }),
    ];
    expect(read(line, '-raw')).toBe('本报讯（通讯员小雨');
  });

  it.each([['-raw'], []])('reads a vertical line as one (pdftotext %s)', (...options: string[]) => {
    const column = [...'社区报的竖排标题，“引号”与—'].map((character, i) =>
      run(character, 200 + (i % 3), 40 + 12 * i, 12, i === 6 ? { rotate: 90 } : {}),
    );
    const level = [run('横排正文', 20, 40, 9), run('第二行', 20, 52, 9)];
    const lines = read([...column, ...level], ...options).split(/\s+/);
    expect(lines).toContain('社区报的竖排标题，“引号”与—');
    expect(lines).toContain('横排正文');
  });

  it('keeps apart what stands apart on one baseline', () => {
    expect(read([run('左栏', 20, 40, 9), run('右栏', 150, 40, 9)], '-raw').split(/\s+/)).toEqual(['左栏', '右栏']);
  });

  it('keeps a space that is text', () => {
    expect(read([run('AB CD', 20, 40, 9, { x: Float32Array.of(20, 28, 36, 44, 52) })], '-raw')).toBe('AB CD');
  });

  it('reads in the order of the display list, not of the page', () => {
    expect(read([run('先读下面', 20, 90, 9), run('再读上面', 20, 40, 9)], '-raw').split('\n')).toEqual(['先读下面', '再读上面']);
  });

  it('finds characters beyond the basic plane', () => {
    const rare = '𠮷'; // U+20BB7
    expect(read([run(rare, 20, 40, 9)], '-raw')).toBe(rare);
  });
});

describe('plates', () => {
  const ground: DisplayItem = { kind: 'fill', x: 20, y: 20, width: 200, height: 100, colour: red };
  /** Share of the page that each of C, M, Y, K covers. */
  const coverage = (items: readonly DisplayItem[]): number[] => {
    const device = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=inkcov', '-o', '-', 'FILE'];
    return outside('gs', device, write([page(items)]))
      .trim()
      .split(/\s+/)
      .slice(0, 4)
      .map(Number);
  };
  const words = (colour: typeof black) => run('大字压底', 30, 90, 40, { face: 'hei-bold', colour });

  it('black type leaves the ground under it alone, white type cuts through it', () => {
    const [, bare] = coverage([ground]);
    expect(bare).toBeGreaterThan(0.1);
    expect(coverage([ground, words(black)])[1]).toBe(bare);
    expect(coverage([ground, words(white)])[1]).toBeLessThan(bare! * 0.95);
  });

  it('black type, rules, frames and discs put ink on the black plate alone', () => {
    const items: DisplayItem[] = [
      words(black),
      { kind: 'rule', x1: 20, y1: 200, x2: 220, y2: 200, weight: 0.5, colour: black },
      { kind: 'frame', x: 20, y: 220, width: 100, height: 40, weight: 0.5, colour: black },
      { kind: 'disc', cx: 200, cy: 240, radius: 10, colour: black },
    ];
    const [c, m, y, k] = coverage(items);
    expect([c, m, y]).toEqual([0, 0, 0]);
    expect(k).toBeGreaterThan(0.01);
  });

  it('draws shapes in their places', () => {
    const covered = (item: DisplayItem) => coverage([item])[3]! * 317.008 * 417.008;
    expect(covered({ kind: 'disc', cx: 100, cy: 100, radius: 50, colour: black })).toBeCloseTo(Math.PI * 2500, -3);
    expect(covered({ kind: 'fill', x: 10, y: 10, width: 100, height: 80, colour: black })).toBeCloseTo(8000, -3);
    expect(covered({ kind: 'fill', x: 10, y: 395, width: 100, height: 80, colour: black })).toBeCloseTo(100 * 13.504, -3);
  });

  it('prints a named colour on its own plate', () => {
    const items = [{ ...ground, colour: { ...red, spot: '专色红' } }] as DisplayItem[];
    const pdf = write([page(items)], { spots: [{ name: '专色红', colour: red }] });
    expect(outside('mutool', ['trace', 'FILE'], pdf)).toMatch(/fill_path [^>]*colorspace="Separation\(DeviceCMYK,专色红\)"/);
  });
});
