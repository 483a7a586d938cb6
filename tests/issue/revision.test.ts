import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsToTake, revised, revisionOf, type SentWords, sentMarks } from '../../engine/issue/revision';
import type { Article } from '../../engine/issue/types';
import { article } from './small-issue';

const paragraphs = (texts: readonly string[]): Article['paragraphs'] =>
  texts.map((text) => ({ runs: [{ text, form: 'plain' as const }] }));

/** The article as it came from a file of these paragraphs. */
function imported(...texts: readonly string[]): Article {
  const fresh = { ...article('a1', '河堤添绿'), paragraphs: paragraphs(texts) };
  return { ...fresh, asSent: sentMarks(fresh) };
}

const sent = (item: SentWords, ...texts: readonly string[]): SentWords => ({ ...item, paragraphs: paragraphs(texts) });
const textsOf = (item: SentWords) => item.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
const updated = (item: Article, words: SentWords) => {
  const revision = revisionOf(item, words);
  return textsOf(revised(revision, partsToTake(revision)));
};

describe('an article whose file came again', () => {
  const item = imported('甲', '乙', '丙');

  test('takes what the sender changed, added and took out', () => {
    expect(updated(item, sent(item, '甲', '乙二', '丁', '丙'))).toEqual(['甲', '乙二', '丁', '丙']);
    expect(updated(item, sent(item, '甲', '丙'))).toEqual(['甲', '丙']);
    expect(revisionOf(item, item).parts).toEqual([]);
  });

  test('keeps what was changed, added and taken out by hand where the sender changed nothing', () => {
    const edited = { ...item, paragraphs: paragraphs(['甲', '乙手改', '丙', '手添']) };
    expect(updated(edited, sent(item, '甲新', '乙', '丙'))).toEqual(['甲新', '乙手改', '丙', '手添']);
    const shortened = { ...item, paragraphs: paragraphs(['甲', '丙']) };
    expect(updated(shortened, sent(item, '甲', '乙', '丙新'))).toEqual(['甲', '丙新']);
  });

  test('says where both changed the same paragraph, and takes the sender’s unless told otherwise', () => {
    const edited = { ...item, paragraphs: paragraphs(['甲', '乙手改', '丙']) };
    const revision = revisionOf(edited, sent(item, '甲', '乙来改', '丙'));
    expect(revision.parts).toMatchObject([{ before: ['乙手改'], after: ['乙来改'], byHand: true, bySender: true }]);
    expect(textsOf(revised(revision, partsToTake(revision)))).toEqual(['甲', '乙来改', '丙']);
    expect(textsOf(revised(revision, new Set()))).toEqual(['甲', '乙手改', '丙']);
  });

  test('tells headline, byline and jump line apart by hand and sender too', () => {
    const edited = { ...item, headline: ['手改的题'] };
    const words = { ...item, kicker: '新引题' };
    const revision = revisionOf(edited, words);
    expect(revision.parts.map(({ field, byHand, bySender }) => [field, byHand, bySender])).toEqual([
      ['kicker', false, true],
      ['headline', true, false],
    ]);
    const after = revised(revision, partsToTake(revision));
    expect([after.kicker, after.headline]).toEqual(['新引题', ['手改的题']]);
  });

  test('keeps photographs, forms, wishes and the forms of paragraphs that say the same', () => {
    const formed: Article = {
      ...item,
      photos: ['p1'],
      weight: 'lead',
      page: 2,
      paragraphs: [{ runs: [{ text: '甲', form: 'bold' }] }, ...paragraphs(['乙', '丙'])],
    };
    const revision = revisionOf(formed, sent(item, '甲', '乙二', '丙'));
    const after = revised(revision, partsToTake(revision));
    expect(after).toMatchObject({ photos: ['p1'], weight: 'lead', page: 2 });
    expect(after.paragraphs[0]?.runs[0]?.form).toBe('bold');
    expect(revisionOf(after, sent(item, '甲', '乙二', '丙')).parts).toEqual([]);
  });

  test('without marks from its import takes every difference for the sender’s', () => {
    const { asSent: _, ...old } = item;
    expect(updated({ ...old, paragraphs: paragraphs(['甲', '乙手改']) }, sent(item, '甲', '乙'))).toEqual(['甲', '乙']);
  });
});

test('taking every part gives the file, taking none the article; an update twice is an update once', () => {
  const texts = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, texts, (first, mine, theirs) => {
      const item = { ...imported(...first), paragraphs: paragraphs(mine) };
      const words = sent(item, ...theirs);
      const revision = revisionOf(item, words);
      expect(textsOf(revised(revision, new Set(revision.parts.keys())))).toEqual(theirs);
      expect(textsOf(revised(revision, new Set()))).toEqual(mine);
      const once = revised(revision, partsToTake(revision));
      const again = revisionOf(once, words);
      expect(textsOf(revised(again, partsToTake(again)))).toEqual(textsOf(once));
    }),
  );
});
