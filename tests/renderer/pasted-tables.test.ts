/** Tables from the clipboard become what an import makes of them, wherever they are pasted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleParagraph, flatBody } from '../../engine/issue';
import { pastedText, readManuscript } from '../../engine/manuscript';
import { htmlText } from '../../engine/manuscript/html';
import { replacedInBody, withoutEmpty, withTableApart } from '../../renderer/state/body-replace';
import { withText } from '../../renderer/state/body-text';
import { articlesOf } from '../manuscript/shapes';

const TABLE =
  '<table><tr><td>站名</td><td>末班</td></tr><tr><td>北街口</td><td>22:10</td></tr><tr><td>南园</td><td>22:25</td></tr></table>';
const ROWS: readonly ArticleParagraph[] = [
  { form: 'row', runs: [{ text: '站名\t末班', form: 'bold' }] },
  { form: 'row', runs: [{ text: '北街口\t22:10', form: 'plain' }] },
  { form: 'row', runs: [{ text: '南园\t22:25', form: 'plain' }] },
];
const plain = (text: string): ArticleParagraph => ({ runs: [{ text, form: 'plain' }] });
const clipping = pastedText(TABLE, new Set())!;

/** As editing on the page pastes. */
function pasted(body: readonly ArticleParagraph[], from: number, to: number, text: string): readonly ArticleParagraph[] {
  return withoutEmpty(replacedInBody(body, from, to, withTableApart(body, from, to, text)));
}

/** As the field of the inspector does. */
function typed(body: readonly ArticleParagraph[], at: number, text: string): readonly ArticleParagraph[] {
  const before = flatBody({ paragraphs: body });
  return withText(body, before.slice(0, at) + text + before.slice(at));
}

describe('a table pasted into running text', () => {
  test('is what an import of the same table makes', () => {
    const page = `<html><body><h1>末班车</h1><p>公交公司昨天公布了新的时刻表。</p>${TABLE}<p>时刻表下周一起用。</p></body></html>`;
    const imported = articlesOf(readManuscript(htmlText(page), '末班车.html')).flatMap(({ paragraphs }) => paragraphs);
    expect(imported.filter(({ form }) => form === 'row')).toEqual(ROWS);
  });

  test('stands apart in the middle of a paragraph, at its beginning and at its end', () => {
    const body = [plain('公交公司公布时刻表。')];
    expect(pasted(body, 4, 4, clipping)).toEqual([plain('公交公司'), ...ROWS, plain('公布时刻表。')]);
    expect(pasted(body, 0, 0, clipping)).toEqual([...ROWS, ...body]);
    expect(pasted(body, 10, 10, clipping)).toEqual([...body, ...ROWS]);
    expect(pasted([], 0, 0, clipping)).toEqual(ROWS);
  });

  test('knows a row by its cells, the first of which may be empty, and not a line that a tab indents', () => {
    expect(pasted([], 0, 0, '北街口\t22:10\n\t22:25').map(({ form }) => form)).toEqual(['row', 'row']);
    expect(pasted([], 0, 0, '\t公交公司').map(({ form }) => form)).toEqual([undefined]);
  });

  test('joins the rows that it is put among, without heads of its own', () => {
    const body = pasted([plain('甲乙')], 2, 2, clipping);
    const at = flatBody({ paragraphs: body }).length;
    expect(pasted(body, at, at, '\n西门\t22:40').at(-1)).toEqual({
      form: 'row',
      runs: [{ text: '西门\t22:40', form: 'plain' }],
    });
  });

  test('is the same in the inspector’s field, where it takes lines of its own', () => {
    const body = [plain('公交公司公布时刻表。'), plain('下周一起用。')];
    expect(typed(body, 10, `\n${clipping}`)).toEqual([body[0], ...ROWS, body[1]]);
    expect(typed([], 0, clipping)).toEqual(ROWS);
  });

  test('leaves text without tabs as it was, and the caret’s place to be counted', () => {
    const words = fc.array(fc.constantFrom('甲', '乙', '1', '\t', '\n'), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(words, fc.nat(6), fc.nat(6), (text, from, more) => {
        const body = [plain('一二三'), plain('四五六')];
        const to = Math.min(7, from + more);
        const put = withTableApart(body, from, to, text);
        const before = flatBody({ paragraphs: body });
        const after = replacedInBody(body, from, to, put);
        expect(flatBody({ paragraphs: after })).toBe(before.slice(0, from) + put + before.slice(to));
        if (!text.includes('\t')) {
          expect(put).toBe(text);
          expect(after.every(({ form }) => form === undefined)).toBe(true);
        }
        for (const { form, runs } of after) if (form === 'row') expect(runs.map((run) => run.text).join('')).toContain('\t');
      }),
    );
  });
});
