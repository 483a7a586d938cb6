import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../engine/display/types';
import type { Article, ArticleForm, Block, Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { setOnOneLine } from '../../engine/layout/set-text';
import { article, block, fonts, form, issue, itemsOf, plain, shownText, sikai } from './support';

function plansOf(headline: string[], columns: number, rank: 'lead' | 'major' | 'normal' | 'brief', more = {}) {
  return createLayout(issue({ articles: [article('a', { headline, ...more })] }), fonts).planHeads('a', columns, rank);
}

describe('planning headlines', () => {
  it('gives the stacks of the design their rows', () => {
    const lead = plansOf(['老巷搬来新邻居'], 4, 'lead', { kicker: '三年修好十二条小巷', deck: '一百户人家 通了暖气' })[0];
    expect(lead).toMatchObject({ head: 'lead', size: 44, headRows: 10 });
    const inside = plansOf(['长廊（青桐里段）“三步棋”', '下活“一盘棋”好邻居'], 6, 'lead', { kicker: '先问 再议 后办' })[0];
    expect(inside).toMatchObject({ head: 'inside', size: 36, headRows: 11 });
    expect(plansOf(['修鞋摊前话家常的日子里'], 3, 'normal')[0]).toMatchObject({ head: 'wide', size: 24, headRows: 5 });
    expect(plansOf(['雪后扫门前', '也扫邻家路'], 1, 'brief')[0]).toMatchObject({ head: 'single', size: 14, headRows: 4 });
  });

  it('fills at most nine tenths of the measure while a smaller size is left', () => {
    for (const plan of plansOf(['青桐里的孩子们把落叶做成了画'], 4, 'major').filter(({ head }) => head === 'wide')) {
      for (const line of plan.lines)
        expect([...line].length * plan.size * 1.03).toBeLessThanOrEqual(423 * 0.9 + plan.size * 0.03);
    }
  });

  it('keeps the lines that the writer broke', () => {
    expect(plansOf(['一张旧方桌', '坐下几代人'], 2, 'major')[0].lines).toEqual(['一张旧方桌', '坐下几代人']);
  });

  it('sets two given lines of very different length on one where they fit', () => {
    for (const plan of plansOf(['雪停了', '屋檐下的冰溜子怎么办'], 6, 'lead')) {
      if (plan.head !== 'vertical') expect(plan.lines).toEqual(['雪停了\u3000屋檐下的冰溜子怎么办']);
    }
  });

  it('sets two short lines of the writer on one where they would be lost in a wide page, and keeps them in a narrow place', () => {
    const lines = (columns: number) =>
      plansOf(['雪停了', '灯亮着'], columns, 'lead').filter(({ head }) => head === 'inside' || head === 'lead')[0]!.lines;
    expect(lines(6)).toEqual(['雪停了\u3000灯亮着']);
    expect(lines(3)).toEqual(['雪停了', '灯亮着']);
  });

  it('lets the author of a story in one column fill the measure rather than turn over', () => {
    const content = { kind: 'article', article: 'a', form: form({ head: 'single' }) } as const;
    const made = issue({
      articles: [article('a', { headline: ['雪停了'], byline: { lead: '', credit: '□ 青桐小学甲乙' } })],
      pages: [{ number: 1, section: '', blocks: [block('b', 1, 1, 1, 20, content)] }],
    });
    const sizes = itemsOf(createLayout(made, fonts).page(1).display, 'b').flatMap((item) =>
      item.kind === 'glyphs' && !String.fromCodePoint(...item.text).includes('雪') ? [item.size] : [],
    );
    expect(new Set(sizes)).toEqual(new Set([10.5]));
  });

  it('grows the headlines of large stories with the page, not those of boxes', () => {
    const largest = (columns: number, head: string) => {
      const spec = { ...sikai, columns };
      const layout = createLayout(issue({ spec, articles: [article('a', { headline: ['雪停了'] })] }), fonts);
      const plans = [...layout.planHeads('a', 6, 'lead'), ...layout.planHeads('a', 3, 'normal')];
      return Math.max(...plans.filter((plan) => plan.head === head).map(({ size }) => size));
    };
    expect([largest(6, 'lead'), largest(6, 'wide'), largest(6, 'box')]).toEqual([44, 28, 18]);
    expect(largest(8, 'lead')).toBeCloseTo(44 * Math.sqrt(855 / 639), 4);
    expect(largest(8, 'wide')).toBeCloseTo(28 * Math.sqrt(855 / 639), 4);
    expect(largest(24, 'lead')).toBeCloseTo(44 * 1.3, 4);
    expect(largest(8, 'box')).toBe(18);
  });

  it('offers a vertical headline of one column, smaller beside a deck', () => {
    const vertical = (more: Partial<Article>) =>
      plansOf(['手艺留在巷口', '竹匾晒着秋天'], 2, 'major', more).find(({ head }) => head === 'vertical');
    expect(vertical({})).toMatchObject({ headColumns: 1, size: 32, headRows: 22 });
    const beside = vertical({ kicker: '三代人守一门手艺', deck: '工坊开张半年 邻居学会编竹器' });
    expect(beside).toMatchObject({ headColumns: 1 });
    expect(beside!.size).toBeLessThan(32);
  });

  it('does not break a headline that fits one line into short ones', () => {
    const plans = plansOf(['青桐里的师傅和徒弟们'], 6, 'lead').filter(({ head }) => head !== 'vertical');
    for (const plan of plans) expect(plan.lines).toHaveLength(1);
    expect(plansOf(['青桐里的', '师傅们'], 6, 'lead').some(({ lines }) => lines.length === 2)).toBe(true);
  });

  it('always has a plan, whose lines hold the whole headline', () => {
    const text = fc.array(fc.constantFrom(...'青桐里的孩子把落叶做成画“”，：BQ27'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('lead', 'major', 'normal', 'brief'),
        (characters, columns, rank) => {
          const headline = characters.join('');
          const plans = plansOf([headline], columns, rank as 'lead');
          expect(plans.length).toBeGreaterThan(0);
          for (const plan of plans) expect(plan.lines.join('')).toBe(headline);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a text far too long for a headline', () => {
  it('is set at the smallest size without trying every way to break it, which would never end', { timeout: 60_000 }, () => {
    const long = '青桐里的孩子把落叶做成画'.repeat(200);
    const [plan] = plansOf([long], 2, 'normal', { kicker: long, deck: long });
    expect(plan.lines.join('')).toBe(long);
  });
});

describe('stored lines that no longer spell the headline', () => {
  const shown = (headline: string[], head: 'second' | 'vertical') => {
    const content = {
      kind: 'article',
      article: 'a',
      form: form({ head, size: 18, lines: ['雪后扫门前', '也扫邻家路'] }),
    } as const;
    const pages = [{ number: 1, section: '', blocks: [block('b', 1, 2, 1, 40, content)] }];
    const layout = createLayout(issue({ articles: [article('a', { headline })], pages }), fonts);
    return shownText(itemsOf(layout.page(1).display, 'b'));
  };

  it.each(['second', 'vertical'] as const)('give way to it (%s)', (head) => {
    expect(shown(['雪后扫门前', '也扫邻家路'], head)).toBe('雪后扫门前也扫邻家路');
    expect(shown(['雪后扫门前　也扫邻家路'], head)).toBe('雪后扫门前也扫邻家路');
    expect(shown(['雪停了灯亮了'], head)).toBe('雪停了灯亮了');
  });
});

describe('the break of a headline', () => {
  const headline = ['砚池巷居民自发添新灯照亮回家路'];
  const laid = (more: Partial<ArticleForm>, story: string) => {
    const content = { kind: 'article', article: 'a', form: form({ head: 'second', ...more }) } as const;
    const pages = [{ number: 1, section: '', blocks: [block('b', 1, 2, 1, 40, content)] }];
    const articles = [article('a', { headline, paragraphs: plain(story) })];
    return createLayout(issue({ articles, pages }), fonts).page(1).fits[0]!;
  };

  it('is told for a form to store, and stays stored when the story changes', () => {
    const { headLines } = laid({}, '灯亮了。');
    expect(headLines!.length).toBeGreaterThan(1);
    expect(headLines!.join('')).toBe(headline[0]);
    const stored = { lines: ['砚池巷居民自发', '添新灯照亮回家路'] };
    for (const story of ['灯亮了。', '自发添灯，自发添灯，添新灯照亮，添新灯照亮。']) {
      expect(laid(stored, story).headLines).toEqual(stored.lines);
      expect(laid({ ...stored, head: 'vertical' }, story).headLines).toEqual(stored.lines);
    }
  });
});

describe('a vertical headline with kicker and deck', () => {
  const lay = (headline: string[], columns: number, headColumns: number) => {
    const content = { kind: 'article', article: 'a', form: form({ head: 'vertical', headColumns }) } as const;
    const pages = [{ number: 1, section: '', blocks: [block('b', 1, columns, 1, 40, content)] }];
    const articles = [article('a', { headline, kicker: '引言立右', deck: '副标靠左' })];
    return createLayout(issue({ articles, pages }), fonts).page(1);
  };
  const middleOf = (glyphs: readonly GlyphRun[], text: string) => {
    const found = glyphs.filter((run) => text.includes(String.fromCodePoint(run.text[0]!)));
    return found.reduce((sum, run) => sum + run.x[0]! + run.size / 2, 0) / found.length;
  };

  it.each([
    [['手艺留下', '竹匾晒秋'], 2, 1],
    [['手艺留下', '竹匾晒秋', '巷口灯明'], 2, 1],
    [['手艺留下', '竹匾晒秋', '巷口灯明', '邻里相亲'], 4, 2],
  ])('reads from right to left, apart from each other (%s)', (headline, columns, headColumns) => {
    const { display, fits } = lay(headline, columns, headColumns);
    const glyphs = itemsOf(display, 'b').filter((item) => item.kind === 'glyphs');
    const middles = ['引言立右', ...headline, '副标靠左'].map((text) => middleOf(glyphs, text));
    for (let i = 1; i < middles.length; i++) expect(middles[i - 1]! - middles[i]!).toBeGreaterThan(10);
    expect(shownText(glyphs)).toBe(`引言立右${headline.join('')}副标靠左`);
    expect(fits[0]!.oversetChars).toBe(0);
  });

  it('gives way to a level one in a column too narrow for it', () => {
    const { display } = lay(['手艺留下', '竹匾晒秋', '巷口灯明', '邻里相亲', '人来人往'], 2, 1);
    expect(shownText(itemsOf(display, 'b'))).toContain('手艺留下竹匾晒秋巷口灯明邻里相亲人来人往');
  });
});

describe('white around a headline', () => {
  /** Baselines of headline and author, and of the first line of text below them, rows from the block's top. */
  const baselines = (head: ArticleForm['head'], headRows: number) => {
    const lines = ['雪停了'];
    const content = { kind: 'article', article: 'a', form: form({ head, lines, size: 24, headRows, headColumns: 1 }) } as const;
    const story = article('a', { headline: lines, byline: { lead: '', credit: '□ 甲乙' }, paragraphs: plain('青'.repeat(30)) });
    const made = issue({ articles: [story], pages: [{ number: 1, section: '', blocks: [block('b', 1, 1, 1, 30, content)] }] });
    const runs = itemsOf(createLayout(made, fonts).page(1).display, 'b').filter((item) => item.kind === 'glyphs');
    const row = (character: string) =>
      (Math.max(...runs.filter(({ text }) => String.fromCodePoint(...text).includes(character)).map(({ y }) => y)) - 65.2) /
      11.25;
    const first = Math.min(...runs.filter(({ text }) => String.fromCodePoint(...text).includes('青')).map(({ y }) => y));
    return { title: row('雪'), author: row('乙'), text: (first - 65.2) / 11.25 };
  };

  it('goes half above it where its rows leave more than a hole below', () => {
    const [tight, loose] = [baselines('second', 6), baselines('second', 8)];
    const down = loose.title - tight.title;
    expect(loose.text - tight.text).toBeCloseTo(2, 6);
    expect(down).toBeGreaterThan(0.5);
    expect(down).toBeLessThanOrEqual(1 + 1e-6);
  });

  it('leaves a blank row between the author below a vertical headline and the text', () => {
    const { author, text } = baselines('vertical', 0);
    expect(text - author).toBeCloseTo(2, 1);
  });
});

describe('the paper’s own manner', () => {
  const lay = (headline: string[], headlines: Issue['paper']['headlines'], more: Partial<ArticleForm> = {}) => {
    const content = { kind: 'article', article: 'a', form: form({ head: 'second', ...more }) } as const;
    const made = issue({ articles: [article('a', { headline })], pages: [page(content)] });
    const paper = { ...made.paper, headlines };
    return itemsOf(createLayout({ ...made, paper }, fonts).page(1).display, 'b').filter((item) => item.kind === 'glyphs');
  };
  const page = (content: Block['content']) => ({ number: 1, section: '', blocks: [block('b', 1, 2, 1, 20, content)] });
  const text = (runs: readonly GlyphRun[]) => runs.map((run) => String.fromCodePoint(...run.text)).join('');

  it('sets a space for a comma where it says so, and no full stop at the end', () => {
    expect(text(lay(['灯亮了，路好走了。'], undefined))).toBe('灯亮了，路好走了');
    expect(text(lay(['灯亮了，路好走了。'], { comma: 'space' }))).toBe('灯亮了路好走了');
    expect(text(lay(['灯亮了，', '路好走了！'], { comma: 'space' }))).toBe('灯亮了路好走了！');
  });

  it('lets lines stand in steps inside the measure', () => {
    const [first, second] = lay(['一张旧方桌', '坐下几代人'], { lines: 'stepped' });
    const [upper, lower] = lay(['一张旧方桌', '坐下几代人'], undefined);
    expect(upper!.x[0]).toBeCloseTo(lower!.x[0]!, 3);
    expect(second!.x[0]! - first!.x[0]!).toBeGreaterThan(first!.size);
    expect(second!.x.at(-1)! + second!.size).toBeLessThanOrEqual(sikai.left * (72 / 25.4) + 207 + 0.01);
  });

  it('narrows and widens headlines as a form asks, and plans a size for what then fits', () => {
    const headline = ['雪地里走来送粥人'];
    const sizes = [0.8, 1, 1.2].map((stretch) => lay(headline, undefined, { stretch, lines: headline })[0]!);
    expect(sizes.map((run) => run.stretch ?? 1)).toEqual([expect.closeTo(0.8), 1, expect.closeTo(1.2)]);
    expect(sizes[0]!.size).toBeGreaterThan(sizes[1]!.size);
    expect(sizes[1]!.size).toBeGreaterThan(sizes[2]!.size);
    expect(lay(headline, undefined, { stretch: 0.5 })[0]!.stretch).toBeCloseTo(0.8);
  });

  it('sets marks tight: half an em, whatever stands beside them', () => {
    const [run] = lay(['雪“地”里，粥'], undefined, { size: 20, lines: ['雪“地”里，粥'] });
    const ems = [...run!.x].map((x) => (x - run!.x[0]!) / 20);
    const of = (character: string) => ems[[...run!.text].indexOf(character.codePointAt(0)!)]!;
    // Tracking of 0.04 em behind each character.
    expect(of('地') - of('雪')).toBeCloseTo(1.5 + 2 * 0.04, 4);
    expect(of('里') - of('地')).toBeCloseTo(1.5 + 2 * 0.04, 4);
    expect(of('粥') - of('里')).toBeCloseTo(1.5 + 2 * 0.04, 4);
  });

  it('takes the tracking off before it narrows, and narrows as far as the paper allows before it breaks', () => {
    const shape = (line: string, headlines?: Issue['paper']['headlines']) => {
      const runs = lay([line], headlines, { size: 18, lines: [line], headRows: 6 });
      return {
        lines: new Set(runs.map(({ y }) => y)).size,
        stretch: runs[0]!.stretch ?? 1,
        step: (runs[0]!.x[1]! - runs[0]!.x[0]!) / 18,
      };
    };
    // Eleven characters and a half fill 207 points exactly.
    const exact = shape('雪地里走来一群送粥人们！');
    expect(exact).toMatchObject({ lines: 1, stretch: 1 });
    expect(exact.step).toBeCloseTo(1, 1);
    expect(exact.step).toBeLessThanOrEqual(1);
    expect(shape('雪地里走来一群送粥的人们')).toMatchObject({ lines: 1, stretch: expect.closeTo(207 / 216, 2) });
    const wider = '雪地里走来一群送粥的好人们';
    expect(shape(wider).lines).toBe(2);
    expect(shape(wider, { narrowest: 0.85 })).toMatchObject({ lines: 1, stretch: expect.closeTo(207 / 234, 2) });
  });

  it('keeps a stored break although the size is left to the layout', () => {
    const lines = ['雪地里走来', '送粥人'];
    const rows = new Set(lay(['雪地里走来送粥人'], undefined, { lines }).map((run) => run.y));
    expect(rows.size).toBe(2);
  });
});

describe('a stored headline that does not fit', () => {
  const lay = (size: number, lines: string[]) => {
    const content = { kind: 'article', article: 'a', form: form({ head: 'second', size, lines, headRows: 6 }) } as const;
    const layout = createLayout(
      issue({
        articles: [article('a', { headline: [lines.join('')] })],
        pages: [{ number: 1, section: '', blocks: [block('b', 1, 2, 1, 20, content)] }],
      }),
      fonts,
    );
    return layout.page(1);
  };

  it('gets smaller and says so', () => {
    const { fits, display } = lay(26, ['雪地里走来一群送粥人']);
    expect(fits[0].remarks).toEqual([{ rule: 'headline-smaller', detail: '26 → 18' }]);
    expect(shownText(itemsOf(display, 'b'))).toBe('雪地里走来一群送粥人');
  });

  it('is narrowed by a tenth at most', () => {
    const { fits, display } = lay(18, ['雪地里走来一群送粥的人们']);
    expect(fits[0].remarks[0].rule).toBe('headline-narrowed');
    for (const item of itemsOf(display, 'b')) if (item.kind === 'glyphs') expect(item.stretch ?? 1).toBeGreaterThanOrEqual(0.9);
  });

  it('is broken anywhere before it is lost', () => {
    const long = '雪地里走来一群送粥的人们天还没有亮他们已经把热气腾腾的腊八粥送到老人手中';
    const { fits, display } = lay(18, [long]);
    expect(fits[0].oversetChars).toBe(0);
    expect(shownText(itemsOf(display, 'b'))).toBe(long);
  });
});

describe('a line on its own', () => {
  it('is as wide as its characters and the tracking between them', () => {
    const set = setOnOneLine([{ text: '青桐里', face: 'song' }], 10, 0.1, fonts);
    expect(set.width).toBeCloseTo(32, 6);
    expect(set.line?.runs[0]?.x[2]).toBeCloseTo(22, 4);
  });
});
