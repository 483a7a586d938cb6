import { describe, expect, it } from 'vitest';
import { rankOf } from '../../engine/arrange/content';
import type { ArticleParagraph } from '../../engine/issue/types';
import { article } from '../layout/support';

const short = (more: Partial<ArticleParagraph>) =>
  article('a', {
    paragraphs: [{ runs: [{ text: '渡口下月开渡。', form: 'plain' }] }, { runs: [{ text: '甲乙', form: 'plain' }], ...more }],
  });

describe('a short article', () => {
  it('is news in brief, signed or not', () => {
    expect(rankOf(short({}))).toBe('brief');
    expect(rankOf(short({ form: 'signature' }))).toBe('brief');
  });

  it('is a story where its lines have a form of their own', () => {
    for (const form of [{ verse: true }, { form: 'names' }, { form: 'row' }, { form: 'answer' }] as const) {
      expect(rankOf(short(form))).toBe('normal');
    }
  });
});
