/** What a difference sheet tells of two pages. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedAreas, changedPassages } from '../../engine/press/handoff/difference';

describe('the difference of two pages', () => {
  const without = (kind: string, passages: ReturnType<typeof changedPassages>) =>
    passages.map(({ pieces }) => pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join(''));

  it('leads from any text to any other', () => {
    // Marks outside the lines' alphabet keep the first and the last line.
    const lines = fc.array(fc.stringMatching(/^[甲乙丙]{1,3}$/), { maxLength: 12 }).map((inside) => ['始', ...inside, '终']);
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const passages = changedPassages(before, after);
        const [old, fresh] = [before.join(''), after.join('')];
        const [gone, came] = [without('added', passages), without('removed', passages)];
        for (const [i, text] of gone.entries()) {
          const { above, below } = passages[i]!;
          expect(old).toContain(`${above}${text}${below}`);
          expect(fresh).toContain(`${above}${came[i]}${below}`);
        }
        expect(passages.length === 0).toBe(old === fresh);
      }),
    );
  });

  it('shows a word that came, and not the lines that it moved', () => {
    const before = ['标题', '顾先生的算盘打得', '好，好到什么程度呢？他', '一边打，一边说话。', '完'];
    const after = ['标题', '顾先生的算盘打得', '好，（更正）好到什么程', '度呢？他一边打，一边', '说话。', '完'];
    expect(changedPassages(before, after)).toEqual([
      {
        above: '顾先生的算盘打得',
        below: '完',
        pieces: [
          { kind: 'same', text: '好，' },
          { kind: 'added', text: '（更正）' },
          { kind: 'same', text: '好到什么程度呢？他一边打，一边说话。' },
        ],
      },
    ]);
  });

  it('says nothing of lines that only broke elsewhere', () => {
    expect(changedPassages(['头', '甲乙', '丙丁', '尾'], ['头', '甲', '乙丙丁', '尾'])).toEqual([]);
  });

  it('shows another text as a whole', () => {
    expect(changedPassages(['头', '河堤添了一百棵柳树', '尾'], ['头', '夜市周六开张', '尾'])[0]!.pieces).toEqual([
      { kind: 'removed', text: '河堤添了一百棵柳树' },
      { kind: 'added', text: '夜市周六开张' },
    ]);
  });

  it('finds the parts of a picture that changed, each once', () => {
    const [width, height] = [200, 300];
    const before = new Uint8Array(width * height);
    const after = before.slice();
    for (let y = 100; y < 110; y++) after.fill(255, y * width + 50, y * width + 90);
    after[290 * width + 190] = 255;
    const areas = changedAreas(before, after, width, height, 1);
    expect(areas).toHaveLength(2);
    expect(areas[0]!.x).toBeCloseTo(0.25, 2);
    expect(areas[0]!.width).toBeCloseTo(0.2, 1);
    expect(changedAreas(before, before, width, height, 1)).toEqual([]);
  });
});
