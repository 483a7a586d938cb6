import { describe, expect, it } from 'vitest';
import type { GlyphRun, Picture } from '../../engine/display/types';
import type { ArticleForm, Photo } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout/index';
import { article, block, fonts, form, issue, itemsOf, photo, plain } from './support';

const STORY = article('a', { headline: ['滨水步道亮灯'], photos: ['p'], paragraphs: plain('青'.repeat(200)) });
const PICTURE = { photo: 'p', column: 0, columns: 4, row: 0, rows: 24, captionRows: 1 };

function lay(more: Partial<ArticleForm> = {}, shot: Partial<Photo> = {}, rows = 40) {
  const content = { kind: 'article', article: 'a', form: form({ head: 'picture', pictures: [PICTURE], ...more }) } as const;
  const placed = block('b', 1, 4, 1, rows, content);
  const made = issue({
    articles: [STORY],
    photos: [photo('p', { caption: '步道', ...shot })],
    pages: [{ number: 1, section: '', blocks: [placed] }],
  });
  const { display, fits } = createLayout(made, fonts).page(1);
  const items = itemsOf(display, 'b');
  const picture = items.find((item): item is Picture => item.kind === 'picture');
  const white = items.filter((item): item is GlyphRun => item.kind === 'glyphs' && item.colour.k === 0);
  return { picture, white, fit: fits[0]! };
}

/** Share of light that the stops take at a share of the height, read off by hand. */
function darkness(shade: NonNullable<Picture['shade']>, at: number): number {
  const next = shade.findIndex((stop) => stop.at >= at);
  if (next <= 0) return shade.at(next === 0 ? 0 : -1)!.dark;
  const [a, b] = [shade[next - 1]!, shade[next]!];
  return a.dark + ((b.dark - a.dark) * (at - a.at)) / (b.at - a.at);
}

describe('a headline on a picture', () => {
  it('is white, inside the picture, and takes no rows from the text', () => {
    const { picture, white, fit } = lay();
    expect(white.length).toBeGreaterThan(0);
    for (const { y, size } of white) {
      expect(y - size * 0.88).toBeGreaterThan(picture!.y);
      expect(y).toBeLessThan(picture!.y + picture!.height);
    }
    const plainHead = lay({ head: 'wide', pictures: [{ ...PICTURE, row: 8 }] });
    expect(plainHead.white).toEqual([]);
    expect(plainHead.picture!.shade).toBeUndefined();
    expect(fit.emptyRows).toBeGreaterThan(plainHead.fit.emptyRows);
  });

  it('stands on a part so dark that white is read on a white sky', () => {
    const { picture, white } = lay();
    for (const { y, size } of white) {
      for (const line of [y - size * 0.85, y]) {
        const left = 1 - darkness(picture!.shade!, (line - picture!.y) / picture!.height);
        const luminance = ((left + 0.055) / 1.055) ** 2.4;
        expect(1.05 / (luminance + 0.05)).toBeGreaterThan(4.5);
      }
    }
  });

  it('stands above a subject that is low in the picture', () => {
    const middle = ({ picture, white }: ReturnType<typeof lay>) => (white[0]!.y - picture!.y) / picture!.height;
    expect(middle(lay())).toBeGreaterThan(0.5);
    expect(middle(lay({}, { focus: { x: 0.5, y: 0.8 } }))).toBeLessThan(0.5);
  });

  it('stands above the picture, in black, when that is too low for it or absent', () => {
    const low = lay({ pictures: [{ ...PICTURE, rows: 3 }] });
    expect(low.white).toEqual([]);
    expect(low.fit.headLines!.join('')).toBe('滨水步道亮灯');
    expect(lay({ pictures: [] }).fit.oversetChars).toBe(0);
  });
});

describe('the name of a column', () => {
  it('stands white on a tab above the headline and moves it and the text down', () => {
    const bare = issue({ articles: [STORY] });
    const named = issue({ articles: [{ ...STORY, column: '社区故事' }] });
    for (const columns of [1, 2, 4]) {
      const rows = (made: typeof bare) =>
        createLayout(made, fonts)
          .planHeads('a', columns, 'major')
          .map(({ headRows }) => headRows);
      const [less, more] = [rows(bare), rows(named)];
      expect(more).toHaveLength(less.length);
      more.forEach((own, index) => {
        expect(own).toBeGreaterThan(less[index]!);
      });
    }
  });
});
