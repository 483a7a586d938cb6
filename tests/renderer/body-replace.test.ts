import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleParagraph, flatBody, type Run } from '../../engine/issue/index';
import { replacedInBody, withoutEmpty } from '../../renderer/state/body-replace';

const run = (text: string, form: Run['form'] = 'plain'): Run => ({ text, form });

describe('replacing in a body', () => {
  it('writes in the form of the character before', () => {
    const body: ArticleParagraph[] = [{ runs: [run('小题', 'heading'), run('正文')] }];
    expect(replacedInBody(body, 1, 1, '大')[0]!.runs).toEqual([run('小大题', 'heading'), run('正文')]);
    expect(replacedInBody(body, 3, 3, '大')[0]!.runs).toEqual([run('小题', 'heading'), run('正大文')]);
    expect(replacedInBody(body, 0, 0, '大')[0]!.runs).toEqual([run('大小题', 'heading'), run('正文')]);
  });

  it('does not go on in a heading behind the paragraph that it ends, nor in a link', () => {
    expect(replacedInBody([{ runs: [run('小题', 'heading')] }], 2, 2, '\n文')).toEqual([
      { runs: [run('小题', 'heading')] },
      { runs: [run('文')] },
    ]);
    expect(replacedInBody([{ runs: [run('a.cn', 'link')] }], 4, 4, '。')[0]!.runs).toEqual([run('a.cn', 'link'), run('。')]);
  });

  it('keeps the forms of paragraphs that are parted and joined', () => {
    const body: ArticleParagraph[] = [
      { form: 'drop', runs: [run('甲乙')] },
      { form: 'signature', runs: [run('丙')] },
    ];
    expect(replacedInBody(body, 1, 1, '\n')).toEqual([
      { form: 'drop', runs: [run('甲')] },
      { runs: [run('乙')] },
      { form: 'signature', runs: [run('丙')] },
    ]);
    expect(replacedInBody(body, 2, 3, '')).toEqual([{ form: 'drop', runs: [run('甲乙丙')] }]);
    expect(replacedInBody(body, 0, 3, '')).toEqual([{ form: 'signature', runs: [run('丙')] }]);
  });

  it('writes into a body without paragraphs', () => {
    expect(replacedInBody([], 0, 0, '甲\n乙')).toEqual([{ runs: [run('甲')] }, { runs: [run('乙')] }]);
  });

  it('leaves out empty paragraphs, but the white between stanzas', () => {
    const kept: ArticleParagraph[] = [{ runs: [run('甲')] }, { verse: true, runs: [] }];
    expect(withoutEmpty([{ runs: [] }, ...kept, { runs: [run(' ')] }])).toEqual(kept);
    expect(withoutEmpty(kept)).toBe(kept);
  });

  const runs = fc.array(
    fc.record({
      text: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('甲', '乙', 'a', '😀') }),
      form: fc.constantFrom<Run['form']>('plain', 'bold', 'heading', 'link'),
    }),
    { maxLength: 4 },
  );
  const bodies = fc.array(fc.record({ runs }), { minLength: 1, maxLength: 5 });

  it('makes of the text what replacing in a string makes', () => {
    fc.assert(
      fc.property(
        bodies,
        fc.nat(40),
        fc.nat(10),
        fc.string({ unit: fc.constantFrom('丁', '\n') }),
        (body, start, length, text) => {
          const flat = flatBody({ paragraphs: body });
          const from = Math.min(start, flat.length);
          const to = Math.min(from + length, flat.length);
          const changed = replacedInBody(body, from, to, text);
          expect(flatBody({ paragraphs: changed })).toBe(flat.slice(0, from) + text + flat.slice(to));
        },
      ),
    );
  });
});
