import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../engine/display/types';
import type { Article, ArticleForm, ArticleParagraph, Issue } from '../../engine/issue/types';
import { createLayout, type TextLine } from '../../engine/layout/index';
import { article, block, fonts, form, issue, itemsOf, photo, plain } from './support';

const formed = (form: ArticleParagraph['form'], text: string): ArticleParagraph => ({ form, runs: [{ text, form: 'plain' }] });

/** A story at the top left of a page. */
function story(more: Partial<Article>, shape: Partial<ArticleForm> = {}, columns = 2, depth = 30): Issue {
  const content = { kind: 'article', article: 'a', form: form(shape) } as const;
  return issue({
    articles: [article('a', more)],
    pages: [{ number: 1, section: '', blocks: [block('b', 1, columns, 1, depth, content)] }],
  });
}

const all = (made: Issue, id = 'b', page = 1) => createLayout(made, fonts).texts(page, id);
const texts = (made: Issue, id = 'b', page = 1) => all(made, id, page).filter(({ room }) => room === undefined);
/** Places of texts that are empty. */
const missing = (made: Issue) => all(made).filter(({ room }) => room !== undefined);
const of = (lines: readonly TextLine[], field: string) => lines.filter(({ ref }) => ref.field === field);
/** What each line holds of a text. */
const held = (lines: readonly TextLine[], text: string) =>
  lines.map(({ start, stops }) => text.slice(start, start + stops.length - 1));

describe('places of texts', () => {
  it('tells every line of running text by its offsets, over columns and paragraphs', () => {
    const body = ['甲'.repeat(30), '乙'.repeat(15)];
    const lines = of(texts(story({ paragraphs: plain(...body) }, {}, 2, 4)), 'body');
    // 11 字 a column: 9 after the indent, 11, 10; then 9 and 6.
    expect(lines.map(({ start, stops }) => [start, stops.length - 1])).toEqual([
      [0, 9],
      [9, 11],
      [20, 10],
      [31, 9],
      [40, 6],
    ]);
    expect(lines.map(({ slot }) => slot?.column)).toEqual([0, 0, 0, 1, 1]);
    const [first, second] = lines;
    expect(first!.stops[0]! - second!.stops[0]!).toBeCloseTo(18);
    expect(second!.stops.map((x, i) => x - i * 9 - second!.stops[0]!)).toEqual(second!.stops.map(() => expect.closeTo(0)));
    expect(first!.to - first!.from).toBeCloseTo(9);
  });

  it('tells the byline that opens the text from the text, on the same line', () => {
    const made = story({ byline: { lead: '本报讯', credit: '（记者 甲乙）' }, paragraphs: plain('丙'.repeat(20)) });
    const lines = texts(made);
    expect(held(of(lines, 'lead'), '本报讯')).toEqual(['本报讯']);
    expect(held(of(lines, 'credit'), '（记者 甲乙）').join('')).toContain('甲乙');
    expect(of(lines, 'body')[0]).toMatchObject({ start: 0 });
  });

  it('tells the lines of a brief without a headline from its first one on', () => {
    const bodies = ['甲乙丙丁戊己庚辛壬癸'.repeat(3), '子丑寅卯辰巳午未申酉'.repeat(2)];
    const articles = bodies.map((body, i) => article(`a${i}`, { headline: [''], paragraphs: plain(body) }));
    const content = { kind: 'briefs', label: '简讯', articles: ['a0', 'a1'] } as const;
    const made = issue({ articles, pages: [{ number: 1, section: '', blocks: [block('b', 1, 1, 1, 20, content)] }] });
    for (const [i, body] of bodies.entries()) {
      const lines = texts(made).filter(({ ref }) => ref.field === 'body' && ref.id === `a${i}`);
      expect(lines[0]).toMatchObject({ start: 0 });
      expect(held(lines, body).join('')).toBe(body);
    }
  });

  it('tells kicker, headline lines, deck, captions and credits', () => {
    const made: Issue = {
      ...story(
        { kicker: '引题在此', headline: ['第一行', '第二行'], deck: '副题', paragraphs: plain('甲'.repeat(40)), photos: ['p'] },
        { pictures: [{ photo: 'p', column: 0, columns: 2, row: 10, rows: 6, captionRows: 1 }] },
      ),
      photos: [photo('p', { caption: '图中之物', credit: '乙丙 摄' })],
    };
    const lines = texts(made);
    expect(held(of(lines, 'kicker'), '引题在此')).toEqual(['引题在此']);
    expect(held(of(lines, 'headline'), '第一行\n第二行')).toEqual(['第一行', '第二行']);
    expect(held(of(lines, 'deck'), '副题')).toEqual(['副题']);
    expect(of(lines, 'caption')[0]!.ref).toEqual({ list: 'photos', id: 'p', field: 'caption' });
    expect(held(of(lines, 'credit'), '乙丙 摄')).toEqual(['乙丙 摄']);
  });

  it('knows lines of a headline that the layout broke', () => {
    const text = '老街今晨通了水，家家门前听流水';
    const lines = of(texts(story({ headline: [text] }, { head: 'single' }, 1)), 'headline');
    expect(lines.length).toBeGreaterThan(1);
    expect(held(lines, text).join('')).toBe(text);
  });

  it('keeps to the text where cells of a table turn over', () => {
    const rows = [formed('row', '时间\t地点很长的一处所在\t人'), formed('row', '三月\t甲地\t丁')];
    const lines = of(texts(story({ paragraphs: rows }, {}, 1)), 'body');
    const flat = rows.map(({ runs }) => runs[0]!.text).join('\n');
    expect(held(lines, flat).join('').split('').sort().join('')).toBe(
      flat
        .replace(/[\t\n]/g, '')
        .split('')
        .sort()
        .join(''),
    );
  });

  it('goes on in the second part where the first ends', () => {
    const content = { kind: 'article', article: 'a', form: form() } as const;
    const rest = { kind: 'continuation', article: 'a', part: 2, form: { pictures: [], box: 'none', textColumns: 0 } } as const;
    const text = Array.from({ length: 80 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    const made = issue({
      articles: [article('a', { paragraphs: plain(text) })],
      pages: [{ number: 1, section: '', blocks: [block('b', 1, 1, 1, 4, content), block('c', 2, 2, 1, 6, rest)] }],
    });
    const [first, second] = [texts(made), texts(made, 'c')];
    const end = first.at(-1)!.start + first.at(-1)!.stops.length - 1;
    expect(end).toBe(42);
    expect(second[0]!.start).toBe(end);
    expect(held(second, text).join('')).toBe(text.slice(end));
  });

  it('follows text from top to bottom', () => {
    const body = '甲乙“丙”丁'.repeat(6);
    const lines = of(texts(story({ paragraphs: plain(body) }, { flow: 'vertical' }, 2, 20)), 'body');
    expect(lines.every(({ vertical }) => vertical)).toBe(true);
    expect(held(lines, body).join('')).toBe(body);
    for (const { stops } of lines) expect(stops).toEqual(stops.toSorted((a, b) => a - b));
  });

  it('finds every character where it is drawn', () => {
    const paragraph = fc.record({
      form: fc.constantFrom(undefined, 'signature', 'centre', 'question', 'answer', 'drop', 'note', 'quote', 'names', 'row'),
      text: fc
        .array(fc.constantFrom(...'天地玄黄，。、“”ab12 （）《》：', '字'), { minLength: 1, maxLength: 40 })
        .map((all) => all.join('')),
    });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (all) => {
        const paragraphs = all.map(({ form, text }) => ({ ...(form ? { form } : {}), runs: [{ text, form: 'plain' as const }] }));
        const made = story({ paragraphs } as Partial<Article>, {}, 2, 60);
        const layout = createLayout(made, fonts);
        const drawn = itemsOf(layout.page(1).display, 'b').filter((item): item is GlyphRun => item.kind === 'glyphs');
        const flat = all.map(({ text }) => text).join('\n');
        let found = 0;
        for (const line of of(layout.texts(1, 'b'), 'body')) {
          line.stops.slice(0, -1).forEach((stop, i) => {
            const letter = flat[line.start + i]!;
            const near = drawn.some(
              ({ text, x, y, size }) =>
                y > line.from &&
                y < line.to + size &&
                [...text].some((point, at) => String.fromCodePoint(point) === letter && Math.abs(x[at]! - stop) < 0.51 * size),
            );
            if (near) found++;
            else expect(letter).toMatch(/[\s，。、]/);
          });
        }
        const shown = drawn.reduce(
          (sum, { text }) => sum + [...text].filter((point) => point !== 0x20 && point !== 0x3000).length,
          0,
        );
        expect(found).toBeGreaterThanOrEqual(shown);
      }),
      { numRuns: 200 },
    );
  });
});

describe('places of texts that are empty', () => {
  const fields = (made: Issue) => missing(made).map(({ ref }) => ref.field);
  const bare = { kicker: '', deck: '', byline: { lead: '', credit: '' } };

  it('are told for a story that has only a headline and running text, around these', () => {
    const made = story({ ...bare, headline: ['第一行'], paragraphs: plain('甲'.repeat(40)) }, { deck: true });
    const [headline] = of(texts(made), 'headline');
    const [body] = of(texts(made), 'body');
    const found = new Map(missing(made).map((line) => [line.ref.field, line]));
    expect([...found.keys()]).toEqual(['kicker', 'deck', 'credit']);
    expect(found.get('kicker')!.to).toBeLessThanOrEqual(headline!.from);
    expect(found.get('deck')!.from).toBeGreaterThanOrEqual(headline!.to);
    expect(found.get('deck')!.from).toBeLessThan(body!.from);
    expect(found.get('credit')!.stops[0]!).toBeGreaterThan(found.get('deck')!.stops[0]! + found.get('deck')!.room!);
  });

  it('are none for what is there, nor for a deck that the block leaves out', () => {
    const full = { kicker: '引题', headline: ['主题'], deck: '副题', byline: { lead: '', credit: '（丁）' } };
    expect(fields(story({ ...full, paragraphs: plain('甲') }))).toEqual([]);
    expect(fields(story({ ...full, paragraphs: plain('甲') }, { deck: false }))).toEqual([]);
  });

  it('hold headline and running text of a story without a word, one below the other inside its block', () => {
    const made = story({ ...bare, headline: [], paragraphs: [] });
    const found = missing(made);
    const [headline, body] = ['headline', 'body'].map((field) => found.find(({ ref }) => ref.field === field)!);
    expect(headline!.to).toBeLessThan(body!.from);
    expect(found.every(({ start, stops }) => start === 0 && stops.length === 1)).toBe(true);
  });

  it('stand inside the foot of a picture without words', () => {
    const made: Issue = {
      ...story(
        { ...bare, headline: ['主题'], paragraphs: plain('甲'), photos: ['p'] },
        { pictures: [{ photo: 'p', column: 0, columns: 2, row: 10, rows: 6, captionRows: 0 }] },
      ),
      photos: [photo('p', { caption: '', credit: '' })],
    };
    const frame = itemsOf(createLayout(made, fonts).page(1).display, 'b').find((item) => item.kind === 'picture')!;
    const [caption, credit] = ['caption', 'credit'].map(
      (field) => missing(made).find(({ ref }) => ref.list === 'photos' && ref.field === field)!,
    );
    if (frame.kind !== 'picture') throw new Error('no picture');
    for (const line of [caption!, credit!]) {
      expect(line.from).toBeGreaterThan(frame.y);
      expect(line.to).toBeLessThan(frame.y + frame.height);
    }
    expect(caption!.stops[0]! + caption!.room!).toBeLessThan(credit!.stops[0]!);
  });

  it('hold the words of a code, which are a text of their own once they are there', () => {
    const coded = (label: string) =>
      story({ ...bare, headline: ['主题'], paragraphs: plain('甲'), code: { link: 'https://example.com', label } });
    expect(fields(coded(''))).toContain('codeLabel');
    expect(fields(coded('扫码看'))).not.toContain('codeLabel');
    expect(held(of(texts(coded('扫码看')), 'codeLabel'), '扫码看')).toEqual(['扫码看']);
  });
});
