import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakHeadline, fillLines } from '../../engine/layout/head-breaks';
import { headPlaces, roughWidth } from '../../engine/layout/head-places';
import { senseOf } from '../../engine/layout/head-sense';
import { article, plain } from './support';

const none = senseOf(article('a'));
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

  it('keeps what names a meeting together', () => {
    expect(best('青桐街道二〇二六年高质量发展暨作风建设大会召开', 3)).toEqual([
      '青桐街道二〇二六年',
      '高质量发展',
      '暨作风建设大会召开',
    ]);
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
    const sense = senseOf(article('a', { paragraphs: plain('藤椅坏了，藤椅修好了，又一把藤椅') }));
    const lines = breakHeadline('巧手修藤椅不收邻居钱', 2, sense)[0].lines;
    expect(lines.every((line) => !line.endsWith('藤'))).toBe(true);
  });

  it('keeps every character, and lines that differ by less than half, or by three fifths where phrases end', () => {
    const characters = fc.constantFrom(...'梧桐巷口长廊修鞋摊又开张的了在“”（），：A7 ');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (all, count) => {
        const text = all.join('');
        for (const { lines } of breakHeadline(text, count, none)) {
          expect(lines).toHaveLength(count);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          if (count === 1) continue;
          const widths = lines.map((line) => roughWidth(line));
          const most = /[ ，：]/.test(text) ? 0.6 : 0.5;
          expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(Math.max(...widths) * most + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps names that the byline, the story or the paper knows', () => {
    const headline = '云栖里苏曼丽绒花铺';
    const inside = (sense: ReturnType<typeof senseOf>) => headPlaces(headline, sense).map(({ at }) => at);
    const story = plain('云栖里的早晨很静，云栖里的晚上热闹。');
    const byline = { lead: '', credit: '（通讯员 苏曼丽）' };
    const sense = senseOf(article('a', { paragraphs: story, byline }), ['绒花铺']);
    expect(sense.units(headline).map(({ text }) => text)).toEqual(['云栖里', '苏曼丽', '绒花铺']);
    expect(inside(sense)).toEqual([3, 6]);
  });

  it('keeps titles of books whole, and names of several parts', () => {
    expect(headPlaces('《梧桐巷的四季》热映', none).map(({ at }) => at)).toEqual([8]);
    expect(headPlaces('古丽·买买提江', none)).toEqual([]);
  });

  it('reads straight quotes in pairs', () => {
    expect(headPlaces('"长凳夜话会"开张', none).map(({ at }) => at)).toEqual([7]);
  });

  it('fills lines by sense where no balanced way exists', () => {
    const fits = (line: string) => roughWidth(line) <= 6;
    expect(fillLines('青桐社区居民自发清理楼道积雪', none, fits)).toEqual(['青桐社区居民', '自发清理楼道', '积雪']);
  });
});
