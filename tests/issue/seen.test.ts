import { describe, expect, test } from 'vitest';
import { apply, type Block, type Edit, type Issue } from '../../engine/issue';
import { seenText } from '../../engine/issue/seen';
import { article, photo, smallIssue } from './small-issue';

const base = { rect: { column: 0, row: 20, columns: 2, rows: 20 }, cuts: [], locked: false };
const picture = { photo: 'p1', column: 0, columns: 1, row: 2, rows: 8, captionRows: 0 };
const rest: Block = {
  ...base,
  id: 'x2',
  content: { kind: 'continuation', article: 'a1', part: 2, form: { pictures: [picture], box: 'none', textColumns: 0 } },
};
const notice = { id: 'n1', title: '征稿', text: '', entries: [], page: 0, source: '' };
const issue: Issue = {
  ...smallIssue,
  photos: [photo('p1')],
  articles: [article('a1', '河堤添绿')],
  notices: [notice],
  pages: [
    { number: 1, section: '要闻', blocks: [{ ...base, id: 'n', content: { kind: 'notice', notice: 'n1' } }] },
    { number: 2, section: '社区', blocks: [rest] },
  ],
};
const changes = (edit: Edit) => [1, 2].filter((page) => seenText(apply(issue, edit).issue, page) !== seenText(issue, page));

describe('what is seen of a page', () => {
  test.each<[string, Edit, readonly number[]]>([
    ['the crop of a picture in a continuation', { type: 'put', list: 'photos', item: { ...photo('p1'), zoom: 2 } }, [2]],
    ['a picture shown whole', { type: 'put', list: 'photos', item: { ...photo('p1'), whole: true } }, [2]],
    ['who chose a focus', { type: 'put', list: 'photos', item: { ...photo('p1'), focusBy: 'editor' } }, []],
    ['the code of a notice', { type: 'put', list: 'notices', item: { ...notice, code: { link: 'a', label: '' } } }, [1]],
    ['the people of a page', { type: 'setPeople', page: 1, people: { editor: '丁四' } }, [1]],
  ])('%s', (_, edit, pages) => {
    expect(changes(edit)).toEqual(pages);
  });

  test('a tint alone reads as it did when it was one of the boxes', () => {
    const boxed = (form: object) => {
      const content = { kind: 'continuation', article: 'a1', part: 2, form: { pictures: [picture], ...form, textColumns: 0 } };
      const block = { ...base, id: 'x2', content } as Block;
      return seenText({ ...issue, pages: [issue.pages[0]!, { number: 2, section: '社区', blocks: [block] }] }, 2);
    };
    expect(boxed({ box: 'none', tint: true })).toBe(boxed({ box: 'tint' }));
    expect(boxed({ box: 'outline', tint: true })).not.toBe(boxed({ box: 'outline' }));
  });
});
