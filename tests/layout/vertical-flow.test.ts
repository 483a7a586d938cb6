import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../engine/display/types';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, inkBounds, issue, itemsOf, plain, shownText } from './support';

const VERSES = ['巷口一盏灯，', '照我慢慢归。', '桐花落肩上，', '抖一抖又飞。'];

function lay(texts: readonly string[], more = {}, rows = 24, said = {}) {
  const content = {
    kind: 'article',
    article: 'a',
    form: form({ head: 'vertical', flow: 'vertical', box: 'outline', ...more }),
  } as const;
  const placed = block('b', 1, 2, 1, rows, content);
  const articles = [article('a', { headline: ['归'], paragraphs: plain(...texts), ...said })];
  const layout = createLayout(issue({ articles, pages: [{ number: 1, section: '', blocks: [placed] }] }), fonts).page(1);
  const items = itemsOf(layout.display, 'b');
  return { items, glyphs: items.filter((item): item is GlyphRun => item.kind === 'glyphs'), fit: layout.fits[0]! };
}

const verse = (texts: readonly string[]) => texts.map((text) => ({ runs: [{ text, form: 'plain' as const }], verse: true }));

describe('an article of vertical text', () => {
  it('reads its headline and its lines from right to left', () => {
    const { glyphs, fit } = lay([], {}, 24, { paragraphs: verse(VERSES), byline: { lead: '', credit: '林小满' } });
    expect(shownText(glyphs)).toBe(`归林小满${VERSES.join('')}`);
    const at = (character: string) => glyphs.find((run) => String.fromCodePoint(run.text[0]!) === character)!;
    const lefts = ['归', '林', '巷', '照', '桐', '抖'].map((character) => at(character).x[0]!);
    expect(lefts.toSorted((a, b) => b - a)).toEqual(lefts);
    expect(at('口').y).toBeGreaterThan(at('巷').y);
    expect(at('照').y).toBeCloseTo(at('巷').y);
    expect(fit.oversetChars).toBe(0);
  });

  it('stays in its box, and reports what has no room', () => {
    const text = '巷口的灯亮了很久，桐花落在肩上。'.repeat(60);
    const { items, glyphs, fit } = lay([text]);
    const frame = items.find((item) => item.kind === 'frame')!;
    const [box] = inkBounds(frame);
    for (const bounds of glyphs.flatMap(inkBounds)) {
      expect(bounds.left).toBeGreaterThan(box!.left);
      expect(bounds.right).toBeLessThan(box!.right);
      expect(bounds.top).toBeGreaterThan(box!.top);
      expect(bounds.bottom).toBeLessThan(box!.bottom);
    }
    expect(fit.oversetChars).toBeGreaterThan(0);
    expect(shownText(glyphs) + fit.oversetText).toBe(`归${text}`);
  });

  it('runs in tiers where the room is high', () => {
    const { glyphs } = lay(['巷口的灯亮了很久，桐花落在肩上。'.repeat(40)], { box: 'none' }, 80);
    const column = glyphs.filter((run) => Math.abs(run.x[0]! - glyphs.at(-1)!.x[0]!) < 1);
    const steps = column.slice(1).map((run, i) => run.y - column[i]!.y);
    expect(Math.max(...steps)).toBeGreaterThan(0);
    const longest = Math.max(
      ...[...new Set(glyphs.map((run) => Math.round(run.x[0]!)))].map(
        (x) => glyphs.filter((run) => Math.round(run.x[0]!) === x).length,
      ),
    );
    expect(longest).toBeGreaterThan(20);
  });

  it('stands below a level headline of any other class', () => {
    const { glyphs, fit } = lay(VERSES, { head: 'box' });
    expect(shownText(glyphs)).toBe(`归${VERSES.join('')}`);
    expect(fit.oversetChars).toBe(0);
  });

  it('runs level beside a picture', () => {
    const picture = { photo: 'p', column: 0, columns: 1, row: 10, rows: 5, captionRows: 0 };
    const { glyphs } = lay(VERSES, { pictures: [picture] });
    expect(glyphs.some((run) => run.glyphs.length > 3)).toBe(true);
  });

  it('puts emphasis dots at the right of their characters and underlines at the left, inside the block', () => {
    const runs = [
      { text: '桐花', form: 'plain' as const, dots: true },
      { text: '，落在', form: 'plain' as const },
      { text: '巷口', form: 'plain' as const, underline: true },
    ];
    const { items, glyphs } = lay([], { head: 'second', box: 'none' }, 24, { paragraphs: [{ runs }] });
    const at = (character: string) => inkBounds(glyphs.find((run) => String.fromCodePoint(run.text[0]!) === character)!)[0]!;
    const dots = items.filter((item) => item.kind === 'disc');
    expect(dots.map(({ cy }) => Math.sign(cy - at('桐').bottom))).toEqual([-1, 1]);
    for (const { cx } of dots) expect(cx).toBeGreaterThan(at('花').right);
    const [rule] = items.filter((item) => item.kind === 'rule');
    expect(rule!.x1).toBe(rule!.x2);
    expect(rule!.x1).toBeLessThan(at('巷').left);
    expect(rule!.y1).toBeLessThanOrEqual(at('巷').top);
    expect(rule!.y2).toBeGreaterThanOrEqual(at('口').bottom);
    const right = Math.max(...glyphs.flatMap(inkBounds).map((bounds) => bounds.right));
    expect(Math.max(...dots.map(({ cx, radius }) => cx + radius))).toBeLessThan(right + 9);
  });

  it('has figures side by side one dot, raised type right of lowered', () => {
    const run = (text: string, more = {}) => ({ text, form: 'plain' as const, ...more });
    const runs = [
      run('第'),
      run('12', { dots: true }),
      run('课水'),
      run('2', { script: 'super' }),
      run('火'),
      run('3', { script: 'sub' }),
    ];
    const { items, glyphs } = lay([], {}, 24, { paragraphs: [{ runs }] });
    expect(items.filter((item) => item.kind === 'disc')).toHaveLength(1);
    const left = (character: string) => glyphs.findLast((glyph) => String.fromCodePoint(glyph.text[0]!) === character)!.x[0]!;
    expect(left('2')).toBeGreaterThan(left('3'));
  });

  it('leaves a line between stanzas, and its author ends no lower than the verses', () => {
    const { glyphs } = lay([], {}, 40, {
      paragraphs: verse(['巷口灯，', '', '照我归。', '']),
      byline: { lead: '', credit: '林小满' },
    });
    const at = (character: string) => glyphs.find((run) => String.fromCodePoint(run.text[0]!) === character)!;
    const pitch = at('林').x[0]! - at('巷').x[0]!;
    expect(at('巷').x[0]! - at('照').x[0]!).toBeCloseTo(2 * pitch);
    expect(inkBounds(at('满'))[0]!.bottom).toBeLessThanOrEqual(inkBounds(at('。'))[0]!.bottom + 9);
  });

  it('keeps larger type between the lines beside it', () => {
    const runs = [{ text: '桐花', form: 'plain' as const, size: 30 }];
    const { glyphs } = lay([], {}, 24, { paragraphs: [{ runs }] });
    expect(glyphs.at(-1)!.size).toBeLessThanOrEqual(11.25);
  });
});
