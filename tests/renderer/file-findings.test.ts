/** From what the rules of form find to the field where it is mended. */
import { expect, test } from 'vitest';
import type { Issue } from '../../engine/issue';
import { formFindings } from '../../engine/press/preflight/form-rules';
import { fieldLacking, lackingOf } from '../../renderer/press/file-findings';
import { article, block, form, issue as issueWith, photo, plain } from '../layout/support';

const nowhere = { page: 0, source: '' };
const picture = (id: string) => ({ photo: id, column: 0, row: 0, columns: 1, rows: 6, captionRows: 1 });

function fieldsOf(issue: Issue, ...rules: readonly string[]) {
  return formFindings(issue, new Map())
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, block: id }) => fieldLacking(issue, issue.pages[0]!.blocks.find((one) => one.id === id)!, rule));
}

test('the picture that has no caption, not the one that has', () => {
  const photos = [photo('p1', { caption: '桥', credit: '方禾' }), photo('p2', { caption: '', credit: '' })];
  const told = block('a1', 1, 3, 10, 20, {
    kind: 'article',
    article: 'a1',
    form: form({ pictures: photos.map(({ id }) => picture(id)) }),
  });
  const issue = issueWith({
    articles: [article('a1', { paragraphs: plain('文') })],
    photos,
    pages: [{ number: 1, section: '', blocks: [told] }],
  });
  expect(fieldsOf(issue, 'captionEmpty', 'creditMissing')).toEqual([
    { list: 'photos', id: 'p2', field: 'caption' },
    { list: 'photos', id: 'p2', field: 'credit' },
  ]);
});

test('the label of an advertisement; nothing for a rule that no field mends', () => {
  const advertisement = { id: 'd1', label: '', title: '面包房', lines: [], photo: '', columns: 0, rows: 0, ...nowhere };
  const ad = block('d1', 1, 3, 60, 80, { kind: 'advertisement', advertisement: 'd1' });
  const issue = issueWith({
    advertisements: [advertisement],
    pages: [{ number: 1, section: '', blocks: [ad] }],
  });
  expect(fieldsOf(issue, 'advertisementLabel')).toEqual([{ list: 'advertisements', id: 'd1', field: 'label' }]);
  expect(fieldLacking(issue, ad, 'tooMuchInk')).toBeUndefined();
});

test('caption and credit of a group', () => {
  const group = { id: 'g1', label: '', caption: '', credit: '', pictures: [], ...nowhere };
  const set = block('g1', 1, 3, 10, 30, { kind: 'group', group: 'g1', frames: [] } as never);
  const issue = issueWith({ groups: [group], pages: [{ number: 1, section: '', blocks: [set] }] });
  expect(fieldsOf(issue, 'groupCaptionEmpty', 'groupCreditMissing')).toEqual([
    { list: 'groups', id: 'g1', field: 'caption' },
    { list: 'groups', id: 'g1', field: 'credit' },
  ]);
});

test('a group whose caption leaves a picture out', () => {
  const group = { id: 'g1', label: '', caption: '①桥', credit: '方禾摄', pictures: [picture('p1'), picture('p2')] };
  const numbered = {
    ...group,
    pictures: group.pictures.map(({ photo: id }, at) => ({ photo: id, number: at + 1, caption: '' })),
  };
  const set = block('g1', 1, 3, 10, 30, { kind: 'group', group: 'g1', frames: [] } as never);
  const issue = issueWith({ groups: [numbered] as never, pages: [{ number: 1, section: '', blocks: [set] }] });
  expect(fieldsOf(issue, 'groupNumbers')).toEqual([{ list: 'groups', id: 'g1', field: 'caption' }]);
});

test('particulars that masthead and imprint print, missing or wrong', () => {
  const base = issueWith({ pages: [{ number: 1, section: '', blocks: [] }] });
  const issue: Issue = { ...base, paper: { ...base.paper, kind: 'newspaper', licence: '内部 12', printer: '' } };
  const wanted = new Set(['licenceForm', 'printerMissing']);
  const lacking = formFindings(issue, new Map())
    .filter(({ rule }) => wanted.has(rule))
    .map((found) => lackingOf(issue, { ...found, detail: '', cure: '' } as never));
  expect(lacking.toSorted()).toEqual(['paper.licence', 'paper.printer']);
});
