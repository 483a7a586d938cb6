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

  it('sets names in columns of the same height, those of two characters as high as those of three', () => {
    const names = '王建国 李梅 欧阳晓东 赵雪 钱多多 孙莉 周杰 吴用 郑重 冯小刚';
    const { glyphs, fit } = lay([], { box: 'none' }, 20, {
      paragraphs: [{ runs: [{ text: names, form: 'plain' }], form: 'names' }],
    });
    expect(fit.oversetText).toBe('');
    expect(shownText(glyphs)).toBe(`归${names.replaceAll(' ', '')}`);
    const at = (character: string) => glyphs.find((run) => String.fromCodePoint(run.text[0]!) === character)!;
    const top = at('王').y;
    const [second, third] = ['李', '欧'].map((character) => at(character).y - top);
    expect(second).toBeCloseTo(third! / 2, 4);
    expect(at('梅').y - at('李').y).toBeCloseTo(18, 4);
    const tops = ['钱', '孙', '周', '吴', '郑', '冯'].map((character) => (at(character).y - top) / second!);
    for (const row of tops) expect(row).toBeCloseTo(Math.round(row), 4);
  });

  it('sets the cells of a table at the same heights', () => {
    const cells = ['项目\t冠军\t成绩', '立定跳远\t赵雪\t甲', '短跑\t周杰\t乙'];
    const { glyphs } = lay([], { box: 'none' }, 24, {
      paragraphs: cells.map((text) => ({ runs: [{ text, form: 'plain' }], form: 'row' })),
    });
    const at = (character: string) => glyphs.find((run) => String.fromCodePoint(run.text[0]!) === character)!;
    for (const [one, other] of ['项立', '项短', '冠赵', '冠周', '成甲', '成乙']) expect(at(other!).y).toBeCloseTo(at(one!).y, 4);
    expect(at('冠').y - at('立').y).toBeCloseTo(45, 4);
    expect(at('项').x[0]).toBeGreaterThan(at('立').x[0]!);
  });

  it('parts a table from the text beside it by the white of a line', () => {
    const row = { runs: [{ text: '项目\t冠军', form: 'plain' as const }], form: 'row' as const };
    const { glyphs } = lay([], { box: 'none' }, 24, { paragraphs: [...plain('青'), row, ...plain('桐')] });
    const [before, table, after] = ['青', '项', '桐'].map((character) => {
      return glyphs.find((run) => String.fromCodePoint(run.text[0]!) === character)!.x[0]!;
    });
    expect(before! - table!).toBeCloseTo(2 * 11.25, 4);
    expect(table! - after!).toBeCloseTo(2 * 11.25, 4);
  });

  it('reports lines of a list that have no room', () => {
    const names = Array.from({ length: 400 }, () => '王建国').join(' ');
    const { glyphs, fit } = lay([], { box: 'none' }, 20, {
      paragraphs: [{ runs: [{ text: names, form: 'plain' }], form: 'names' }],
    });
    expect(`${shownText(glyphs)}${fit.oversetText.replace(/\s/g, '')}`).toBe(`归${names.replaceAll(' ', '')}`);
    expect(fit.oversetChars).toBeGreaterThan(300);
  });

  it('says that it stands level, and so does a headline without room', () => {
    const picture = { photo: 'p', column: 0, columns: 1, row: 10, rows: 5, captionRows: 0 };
    const rules = (fit: { remarks: readonly { rule: string }[] }) => fit.remarks.map(({ rule }) => rule);
    expect(rules(lay(VERSES, { pictures: [picture] }).fit)).toContain('text-level');
    expect(rules(lay(VERSES).fit)).toEqual([]);
    const high = { headline: ['青桐里的老人们在长廊下说起从前'], flow: undefined };
    expect(rules(lay(VERSES, { flow: undefined, headColumns: 1 }, 6, high).fit)).toContain('headline-level');
    expect(rules(lay(VERSES, { flow: undefined, headColumns: 1 }, 40, high).fit)).not.toContain('headline-level');
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
