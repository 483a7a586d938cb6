import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { apply, applyAll, Changes, type Edit, type Issue, nextId } from '../../engine/issue';
import { article, block, photo, smallIssue } from './small-issue';

const articleId = fc.constantFrom('a1', 'a2', 'a3', 'a4');
const blockId = fc.constantFrom('b1', 'b2', 'b3', 'b4');
const page = fc.integer({ min: 1, max: 3 });
const at = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
const words = fc.string({ maxLength: 8 });

const simpleEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ date: fc.constant('2025-01-01'), number: fc.nat(), total: fc.nat() })
    .map((data): Edit => ({ type: 'setIssueData', data })),
  words.map((name): Edit => ({ type: 'setPaper', paper: { ...smallIssue.paper, name } })),
  fc.integer({ min: 60, max: 90 }).map((rows): Edit => ({ type: 'setSpec', spec: { ...smallIssue.spec, rows } })),
  fc
    .tuple(articleId, words, at)
    .map(([id, headline, place]): Edit => ({ type: 'put', list: 'articles', item: article(id, headline), at: place })),
  fc.constantFrom('p1', 'p2').map((id): Edit => ({ type: 'put', list: 'photos', item: { ...photo(id), caption: id } })),
  articleId.map((id): Edit => ({ type: 'remove', list: 'articles', id })),
  fc.constantFrom('g1', 'g2').map((id): Edit => ({ type: 'remove', list: 'groups', id })),
  fc
    .tuple(page, words)
    .map(([number, section]): Edit => ({ type: 'insertPage', page: { number, section, blocks: [block('b9', 4)] } })),
  page.map((number): Edit => ({ type: 'removePage', page: number })),
  fc.tuple(page, words).map(([number, section]): Edit => ({ type: 'setSection', page: number, section })),
  fc
    .tuple(page, fc.option(words))
    .map(([number, editor]): Edit => ({ type: 'setPeople', page: number, ...(editor === null ? {} : { people: { editor } }) })),
  fc.tuple(page, blockId).map(([number, id]): Edit => ({ type: 'setPageBlocks', page: number, blocks: [block(id, 5)] })),
  fc
    .tuple(page, blockId, at)
    .map(([number, id, place]): Edit => ({ type: 'putBlock', page: number, block: block(id, 7), at: place })),
  fc.tuple(page, blockId).map(([number, id]): Edit => ({ type: 'removeBlock', page: number, id })),
);
const edit = fc.oneof(
  { weight: 4, arbitrary: simpleEdit },
  { weight: 1, arbitrary: fc.array(simpleEdit, { maxLength: 4 }).map((edits): Edit => ({ type: 'batch', name: '排版', edits })) },
);

/** The edit's result, or undefined when it is about something that is not there. */
function tried(issue: Issue, change: Edit) {
  try {
    return apply(issue, change);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return undefined;
  }
}

describe('edits', () => {
  test('an edit and its inverse give the issue before', () => {
    let applied = 0;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), edit, (history, last) => {
        const issue = history.reduce((current, change) => tried(current, change)?.issue ?? current, smallIssue);
        const result = tried(issue, last);
        if (!result) return;
        applied++;
        expect(apply(result.issue, result.inverse).issue).toEqual(issue);
      }),
      { numRuns: 400 },
    );
    expect(applied).toBeGreaterThan(100);
  });

  test('an inverse is undone by its own inverse', () => {
    fc.assert(
      fc.property(edit, (change) => {
        const done = tried(smallIssue, change);
        if (!done) return;
        const undone = apply(done.issue, done.inverse);
        expect(apply(undone.issue, undone.inverse).issue).toEqual(done.issue);
      }),
    );
  });

  test('edits and inverses survive JSON', () => {
    fc.assert(
      fc.property(edit, (change) => {
        const result = tried(smallIssue, change);
        if (!result) return;
        const copies = JSON.parse(JSON.stringify([change, result.inverse])) as [Edit, Edit];
        const again = apply(smallIssue, copies[0]);
        expect(again.issue).toEqual(result.issue);
        expect(apply(again.issue, copies[1]).issue).toEqual(smallIssue);
      }),
    );
  });

  test('the issue before stays as it was', () => {
    const copy = structuredClone(smallIssue);
    applyAll(smallIssue, [
      { type: 'remove', list: 'articles', id: 'a1' },
      { type: 'removePage', page: 1 },
      { type: 'putBlock', page: 1, block: block('b4', 20) },
    ]);
    expect(smallIssue).toEqual(copy);
  });

  test('pages behind an inserted page count up', () => {
    const { issue } = apply(smallIssue, { type: 'insertPage', page: { number: 2, section: '社区', blocks: [] } });
    expect(issue.pages.map(({ number, section }) => `${number}${section}`)).toEqual(['1要闻', '2社区', '3副刊']);
  });

  test('a put with the id of an item replaces it where it stands', () => {
    const { issue } = apply(smallIssue, { type: 'put', list: 'articles', item: article('a1', '换了'), at: 2 });
    expect(issue.articles.map(({ headline }) => headline[0])).toEqual(['换了', '夜市开张']);
  });

  test.each<Edit>([
    { type: 'remove', list: 'articles', id: 'a9' },
    { type: 'removePage', page: 3 },
    { type: 'insertPage', page: { number: 4, section: '', blocks: [] } },
    { type: 'removeBlock', page: 2, id: 'b1' },
  ])('$type of what is not there is refused', (change) => {
    expect(() => apply(smallIssue, change)).toThrow(expect.objectContaining({ code: 'issue.editTarget' }));
  });
});

test('changes remember the issue and their edits', () => {
  const changes = new Changes(smallIssue);
  changes.make({ type: 'setSection', page: 1, section: '头版' });
  changes.make({ type: 'remove', list: 'notices', id: 'n1' });
  expect(applyAll(smallIssue, changes.edits)).toEqual(changes.issue);
  expect(changes.issue.notices).toEqual([]);
});

test('the next id is one above the highest, whatever other ids look like', () => {
  const issue = { ...smallIssue, articles: [article('a7', ''), article('a2', ''), article('abc', ''), article('x99', '')] };
  expect(nextId(issue, 'articles')).toBe('a8');
  expect(nextId({ ...smallIssue, photos: [] }, 'photos')).toBe('p1');
});
