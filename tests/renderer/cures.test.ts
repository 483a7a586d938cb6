/** Cures of problems, tried on pages that the layout sets with the fake font. */
import { describe, expect, test } from 'vitest';
import { checkPage } from '../../engine/arrange';
import { apply, type Block, type Issue } from '../../engine/issue';
import { createLayout } from '../../engine/layout';
import { mends } from '../../renderer/compose/trying';
import { type Cure, curesOf } from '../../renderer/state/cures';
import { type Problem, problemsOf } from '../../renderer/state/problems';
import { article, block, fonts, form, issue as issueWith, photo, plain } from '../layout/support';

const layoutOf = (issue: Issue) => createLayout(issue, fonts);
const story = (id: string, chars: number, more = {}) =>
  article(id, { headline: ['桥'], paragraphs: plain('文'.repeat(chars)), ...more });
const page = (...blocks: readonly Block[]): Issue['pages'][number] => ({ number: 1, section: '要闻', blocks });
const set = (id: string, from: number, to: number, first: number, last: number, more = {}) =>
  block(id, from, to, first, last, { kind: 'article', article: id, form: form({ lines: ['桥'], size: 28, ...more }) });

function problemsIn(issue: Issue): readonly Problem[] {
  const layout = layoutOf(issue);
  const report = { ...layout.page(1), pictures: [] };
  return problemsOf(issue, new Map([[1, report]]), new Map([[1, checkPage(issue, 1, layout)]]), new Set());
}

/** The first cure that mends a problem, as the window finds it. */
function cured(issue: Issue, rule: string): Cure | undefined {
  const problem = problemsIn(issue).find((one) => one.rule === rule);
  expect(problem, `no ${rule} among ${problemsIn(issue).map((one) => one.rule)}`).toBeDefined();
  const { fits } = layoutOf(issue).page(1);
  return curesOf(issue, problem!, fits).find(({ edit }) => mends(issue, problem!, edit, layoutOf));
}

const changedBy = (issue: Issue, cure: Cure | undefined) => apply(issue, cure!.edit).issue;
const rules = (issue: Issue) => problemsIn(issue).map(({ rule }) => rule);

describe('overset text', () => {
  const long = issueWith({ articles: [story('a1', 400)], pages: [page(set('a1', 1, 3, 10, 20))] });

  test('makes its block as much taller as it needs, no more', () => {
    const cure = cured(long, 'overset');
    expect(cure?.words).toBe('taller');
    expect(rules(changedBy(long, cure))).not.toContain('overset');
    const rows = cure!.values.count!;
    const less = { ...long.pages[0]!.blocks[0]!, rect: { ...long.pages[0]!.blocks[0]!.rect, rows: 11 + rows - 1 } };
    expect(rules({ ...long, pages: [page(less)] })).toContain('overset');
  });

  test('pushes what stands below, and takes nothing off the page', () => {
    const both = {
      ...long,
      articles: [...long.articles, story('a2', 60)],
      pages: [page(set('a1', 1, 3, 10, 20), set('a2', 1, 3, 22, 30))],
    };
    const changed = changedBy(both, cured(both, 'overset'));
    expect(changed.pages[0]!.blocks).toHaveLength(2);
    expect(rules(changed)).not.toContain('overlap');
  });

  test('takes a row of the picture where one is enough', () => {
    const pictures = [{ photo: 'p1', column: 0, columns: 3, row: 4, rows: 12, captionRows: 0 }];
    const pictured = issueWith({
      photos: [photo('p1')],
      articles: [story('a1', 200, { photos: ['p1'] })],
      pages: [page(set('a1', 1, 3, 10, 30, { pictures, headRows: 4 }))],
    });
    // The shortest text that has no room, by a line at most.
    const withChars = (chars: number) => ({ ...pictured, articles: [story('a1', chars, { photos: ['p1'] })] });
    const oversetAt = (chars: number) => layoutOf(withChars(chars)).page(1).fits[0]!.oversetChars;
    const chars = Array.from({ length: 60 }, (_, line) => 60 + 11 * line).find((count) => oversetAt(count) > 0)!;
    const longer = withChars(chars);
    const cure = cured(longer, 'overset');
    expect([cure?.words, cure?.values.count]).toEqual(['lowerPicture', 1]);
  });

  test('has no cure in a locked block', () => {
    const [first] = long.pages[0]!.blocks;
    expect(cured({ ...long, pages: [page({ ...first!, locked: true })] }, 'overset')).toBeUndefined();
  });
});

test('empty rows make the block lower', () => {
  const short = issueWith({ articles: [story('a1', 200)], pages: [page(set('a1', 1, 3, 10, 24))] });
  const cure = cured(short, 'underset');
  expect(rules(changedBy(short, cure))).not.toContain('underset');
});

test('blocks on each other are moved apart', () => {
  const two = [story('a1', 100), story('a2', 100)];
  const issue = issueWith({ articles: two, pages: [page(set('a1', 1, 2, 10, 22), set('a2', 1, 2, 16, 28))] });
  expect(rules(changedBy(issue, cured(issue, 'overlap')))).not.toContain('overlap');
});

test('of headlines side by side one is turned', () => {
  const two = [story('a1', 300), story('a2', 300)];
  const issue = issueWith({ articles: two, pages: [page(set('a1', 1, 3, 20, 40), set('a2', 4, 6, 20, 40))] });
  const cure = cured(issue, 'colliding-headlines');
  expect(['otherVertical', 'verticalHead', 'moveDown']).toContain(cure?.words);
  expect(rules(changedBy(issue, cure))).not.toContain('colliding-headlines');
});

test('a story told twice loses its later block', () => {
  const issue = issueWith({
    articles: [story('a1', 100)],
    pages: [page(set('a1', 1, 2, 10, 22), { ...set('a1', 3, 4, 10, 22), id: 'again' })],
  });
  expect(changedBy(issue, cured(issue, 'told-twice')).pages[0]!.blocks).toHaveLength(1);
});
