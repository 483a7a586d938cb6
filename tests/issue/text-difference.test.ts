import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphDifferences, type TextPiece, textDifference } from '../../engine/issue/text-difference';

const without = (kind: TextPiece['kind'], pieces: readonly TextPiece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');

const prose = fc.string({ unit: fc.constantFrom(...'路灯亮了，。一二三𠮷'), maxLength: 40 });

test('a changed word is shown by its characters', () => {
  expect(textDifference('路灯昨晚亮了。', '路灯今晚亮了！')).toEqual([
    { kind: 'same', text: '路灯' },
    { kind: 'removed', text: '昨' },
    { kind: 'added', text: '今' },
    { kind: 'same', text: '晚亮了' },
    { kind: 'removed', text: '。' },
    { kind: 'added', text: '！' },
  ]);
});

test('both texts can be read off the pieces, a pair of surrogates never being parted', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const pieces = textDifference(before, after);
      expect([without('added', pieces), without('removed', pieces)]).toEqual([before, after]);
      for (const { text } of pieces) expect(encodeURIComponent(text)).not.toBe('');
    }),
  );
});

test('a text that has become another one ends soon, and is shown whole', () => {
  const [one, other] = ['甲乙丙'.repeat(20_000), '丁戊己'.repeat(20_000)];
  expect(textDifference(one, other)).toEqual([
    { kind: 'removed', text: one },
    { kind: 'added', text: other },
  ]);
});

test('paragraphs that came, went and changed', () => {
  const before = ['本报讯 河堤上的柳树又添了一百棵。', '街道办说，年内还要再种。', '记者 陈远'];
  const after = ['本报讯 河堤上的柳树又添了两百棵。', '夜市周五开张。', '记者 陈远'];
  expect(paragraphDifferences(before, after).map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed', 'same']);
});

test('both lists of paragraphs can be read off', () => {
  const paragraphs = fc.array(
    prose.filter((text) => text !== ''),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(paragraphs, paragraphs, (before, after) => {
      const all = paragraphDifferences(before, after);
      const side = (gone: 'added' | 'removed') =>
        all.filter(({ kind }) => kind !== gone).map(({ pieces }) => without(gone, pieces));
      expect([side('added'), side('removed')]).toEqual([before, after]);
    }),
  );
});
