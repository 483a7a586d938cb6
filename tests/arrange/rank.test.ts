import { describe, expect, it } from 'vitest';
import { leadAmong, rankOf } from '../../engine/arrange/content';
import type { ArticleParagraph, Block, Weight } from '../../engine/issue/types';
import { article } from '../layout/support';
import { makeIssue, story } from './material';

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

describe('the lead among blocks', () => {
  const form = {
    size: 24,
    lines: ['新书'],
    headRows: 5,
    headColumns: 0,
    deck: false,
    pictures: [],
    box: 'none',
    textColumns: 0,
  } as const;
  const block = (article: string, head: 'lead' | 'second'): Block => ({
    id: `b-${article}`,
    content: { kind: 'article', article, form: { ...form, head } },
    rect: { column: 0, row: 13, columns: 2, rows: 20 },
    cuts: [],
    locked: true,
  });
  const lead = (weights: readonly Weight[], blocks: readonly Block[]) =>
    leadAmong(blocks, makeIssue({ articles: weights.map((weight, index) => story(900 - 100 * index, { weight })) }))?.id;

  it('is what the editor called so, then what has a lead’s headline, then the greatest', () => {
    const blocks = [block('a1', 'second'), block('a2', 'lead'), block('a3', 'second')];
    expect(lead(['auto', 'auto', 'lead'], blocks)).toBe('a3');
    expect(lead(['auto', 'auto', 'auto'], blocks)).toBe('a2');
    expect(lead(['auto', 'major', 'auto'], [block('a1', 'second'), block('a2', 'second')])).toBe('a2');
    expect(lead(['lead', 'lead'], [block('a2', 'second'), block('a1', 'second')])).toBe('a1');
    expect(lead(['auto'], [])).toBeUndefined();
  });
});
