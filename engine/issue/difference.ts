/** What leads from one state of an issue to another: a job that worked on a copy is taken over as one edit. */
import type { Edit, ListName, PutEdit } from './edits';
import type { Id, Issue, Page } from './types';

const LISTS: readonly ListName[] = ['articles', 'photos', 'groups', 'notices', 'advertisements'];

/**
 * The edit that makes `after` of `before`, called `name` in the undo menu: `apply(before, edit).issue` equals `after`. Says
 * only what differs. Both issues have the same template, and no id twice in a list.
 */
export function issueDifference(before: Issue, after: Issue, name = ''): Extract<Edit, { readonly type: 'batch' }> {
  const edits = [
    ...dataEdits(before, after),
    ...LISTS.flatMap((list) => listEdits(before, after, list)),
    ...pageEdits(before, after),
  ];
  return { type: 'batch', name, edits };
}

function dataEdits(before: Issue, after: Issue): Edit[] {
  const edits: Edit[] = [];
  const { date, number, total, paper, spec } = after;
  if (!same([before.date, before.number, before.total], [date, number, total])) {
    edits.push({ type: 'setIssueData', data: { date, number, total } });
  }
  if (!same(before.paper, paper)) edits.push({ type: 'setPaper', paper });
  if (!same(before.spec, spec)) edits.push({ type: 'setSpec', spec });
  return edits;
}

/** Removes what went, then puts the rest in place from the front; an item that moved ahead is removed and put anew. */
function listEdits(before: Issue, after: Issue, list: ListName): Edit[] {
  const target: readonly { readonly id: Id }[] = after[list];
  const stays = new Set(target.map(({ id }) => id));
  const edits: Edit[] = [];
  const current: { readonly id: Id }[] = [];
  for (const item of before[list]) {
    if (stays.has(item.id)) current.push(item);
    else edits.push({ type: 'remove', list, id: item.id });
  }
  target.forEach((item, at) => {
    const standing = current[at];
    if (standing?.id === item.id) {
      if (!same(standing, item)) edits.push({ type: 'put', list, item } as PutEdit);
      return;
    }
    const old = current.findIndex(({ id }) => id === item.id);
    if (old >= 0) {
      current.splice(old, 1);
      edits.push({ type: 'remove', list, id: item.id });
    }
    current.splice(at, 0, item);
    edits.push({ type: 'put', list, item, at } as PutEdit);
  });
  return edits;
}

function pageEdits(before: Issue, after: Issue): Edit[] {
  const edits: Edit[] = [];
  for (let number = before.pages.length; number > after.pages.length; number--) edits.push({ type: 'removePage', page: number });
  after.pages.forEach((page, index) => {
    const standing = before.pages[index];
    edits.push(...(standing ? onePageEdits(standing, page) : [{ type: 'insertPage', page } as const]));
  });
  return edits;
}

function onePageEdits(before: Page, { number, section, people, blocks }: Page): Edit[] {
  const edits: Edit[] = [];
  if (before.section !== section) edits.push({ type: 'setSection', page: number, section });
  if (!same(before.people, people)) edits.push({ type: 'setPeople', page: number, ...(people && { people }) });
  if (!same(before.blocks, blocks)) edits.push({ type: 'setPageBlocks', page: number, blocks });
  return edits;
}

/** Whether two values of plain data are equal; the order of keys does not count. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [first, second] = [definedEntries(one), new Map(definedEntries(other))];
  return first.length === second.size && first.every(([key, value]) => second.has(key) && same(value, second.get(key)));
}

function definedEntries(value: object): (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}
