import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakHeadline, cohesionOf, roughWidth } from '../../engine/layout/head-breaks';

const none = () => 0;
const best = (text: string, count: number) => breakHeadline(text, count, none)[0]?.lines;

describe('breaking a headline by sense', () => {
  it('breaks at a space that the writer left', () => {
    expect(best('梧桐巷口 修鞋摊又开张', 2)).toEqual(['梧桐巷口', '修鞋摊又开张']);
  });

  it('follows the writer’s space even where the lines then differ more', () => {
    expect(best('Wi-Fi 6进巷子 每户下行可达1000Mbps', 2)).toEqual(['Wi-Fi 6进巷子', '每户下行可达1000Mbps']);
  });

  it('breaks at the writer’s space rather than leave it inside a line', () => {
    expect(best('梧桐街道 开展修鞋补衣进巷子', 2)).toEqual(['梧桐街道', '开展修鞋补衣进巷子']);
  });

  it('keeps words of local papers whole, however long', () => {
    for (const { lines } of breakHeadline('梧桐塑料有限公司为巷口老人送暖', 2, none)) {
      expect(lines.some((line) => line.includes('有限公司'))).toBe(true);
    }
  });

  it('breaks after a mark', () => {
    expect(best('灯全都亮了，回家路不再黑', 2)).toEqual(['灯全都亮了，', '回家路不再黑']);
  });

  it('keeps a quotation whole', () => {
    for (const { lines } of breakHeadline('老街办起“长凳夜话会”引来众人', 2, none)) {
      expect(lines.some((line) => line.includes('“长凳夜话会”'))).toBe(true);
    }
  });

  it('keeps numbers with what they count, and Latin words whole', () => {
    for (const { lines } of breakHeadline('巷子里新装120盏LED路灯照亮夜归人', 2, none)) {
      expect(lines.some((line) => line.includes('120盏'))).toBe(true);
      expect(lines.some((line) => line.includes('LED'))).toBe(true);
    }
  });

  it('starts no line with a suffix or particle', () => {
    expect(best('梧桐社区的长廊里', 2)).not.toEqual(['梧桐社', '区的长廊里']);
    expect(breakHeadline('上中下', 2, none)).toEqual([]);
  });

  it('does not break a word that the story itself repeats', () => {
    const cohesion = cohesionOf(['藤椅坏了，藤椅修好了，又一把藤椅']);
    const lines = breakHeadline('巧手修藤椅不收邻居钱', 2, cohesion)[0].lines;
    expect(lines.every((line) => !line.endsWith('藤'))).toBe(true);
  });

  it('keeps every character, and lines that differ by a third at most, or by three fifths at the writer’s spaces', () => {
    const characters = fc.constantFrom(...'梧桐巷口长廊修鞋摊又开张的了在“”（），：A7 ');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (all, count) => {
        const text = all.join('');
        for (const { lines } of breakHeadline(text, count, none)) {
          expect(lines).toHaveLength(count);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          if (count === 1) continue;
          const widths = lines.map((line) => roughWidth([...line]));
          const most = text.includes(' ') ? 0.6 : 1 / 3;
          expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(Math.max(...widths) * most + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });
});
