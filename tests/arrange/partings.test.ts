import { describe, expect, it } from 'vitest';
import { arrangePage, distribute } from '../../engine/arrange/index';
import type { Block } from '../../engine/issue/types';
import { fakeLayout } from './fake-layout';
import { makeIssue, story } from './material';

describe('lines that belong together', () => {
  it('make the search prefer a page on which no column parts them', () => {
    const issue = makeIssue({ articles: [900, 700, 520, 400, 310].map((chars) => story(chars)) });
    const layout = fakeLayout(issue);
    const content = distribute(issue, layout, [1]).get(1);
    const arrange = (asked: typeof layout) => arrangePage(issue, 1, content, asked, { seed: 1, proposals: 1 })[0]!;
    const best = arrange(layout);
    const second = best.blocks.find((block) => block.content.kind === 'article' && block.content.article === 'a2')!;
    const parts = ({ content: own, rect }: Block) =>
      own.kind === 'article' && own.article === 'a2' && JSON.stringify(rect) === JSON.stringify(second.rect);
    const remarks = [{ rule: 'lines-parted' as const, detail: '1' }];
    const parting = { ...layout, fit: (block: Block) => ({ ...layout.fit(block), ...(parts(block) ? { remarks } : {}) }) };
    expect(arrange(parting).violations.map(({ rule }) => rule)).not.toContain('parted-lines');
    expect(arrange(parting).blocks).not.toEqual(best.blocks);
  });
});
