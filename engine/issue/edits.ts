/**
 * Every change of an issue is an edit: plain JSON data, applied by a pure function that also gives the edit that takes it
 * back. Undo, autosave and the journal store edits. An edit is not a check: an issue between two edits may have a block
 * without its article; what is saved is validated as a whole (validate.ts).
 */
import { InputError } from '../errors';
import type {
  Advertisement,
  Article,
  Block,
  Id,
  Issue,
  Notice,
  Page,
  PagePeople,
  PageSpec,
  Paper,
  Photo,
  PhotoGroup,
} from './types';

/** The lists of an issue whose items have an id. */
export interface ListItems {
  readonly articles: Article;
  readonly photos: Photo;
  readonly groups: PhotoGroup;
  readonly notices: Notice;
  readonly advertisements: Advertisement;
}
export type ListName = keyof ListItems;

/** Puts an item in place of the one with its id, or as a new one at index `at` (the end when absent). */
export type PutEdit = {
  readonly [L in ListName]: { readonly type: 'put'; readonly list: L; readonly item: ListItems[L]; readonly at?: number };
}[ListName];

/** What concerns the whole issue and is neither paper nor page spec. */
export type IssueData = Pick<Issue, 'date' | 'number' | 'total'>;

export type Edit =
  | { readonly type: 'setIssueData'; readonly data: IssueData }
  | { readonly type: 'setPaper'; readonly paper: Paper }
  | { readonly type: 'setSpec'; readonly spec: PageSpec }
  | PutEdit
  | { readonly type: 'remove'; readonly list: ListName; readonly id: Id }
  /** A page before the one that has its number now; those behind it count up. */
  | { readonly type: 'insertPage'; readonly page: Page }
  | { readonly type: 'removePage'; readonly page: number }
  | { readonly type: 'setSection'; readonly page: number; readonly section: string }
  /** Who made a page; those of the paper when absent. */
  | { readonly type: 'setPeople'; readonly page: number; readonly people?: Partial<PagePeople> }
  | { readonly type: 'setPageBlocks'; readonly page: number; readonly blocks: readonly Block[] }
  /** As `put`, for a block of a page. */
  | { readonly type: 'putBlock'; readonly page: number; readonly block: Block; readonly at?: number }
  | { readonly type: 'removeBlock'; readonly page: number; readonly id: Id }
  /** Several edits that are undone as one; `name` is what the undo menu says. */
  | { readonly type: 'batch'; readonly name: string; readonly edits: readonly Edit[] };

export interface Applied {
  readonly issue: Issue;
  /** Takes the edit back: `apply(applied.issue, applied.inverse).issue` equals the issue before. */
  readonly inverse: Edit;
}

/** Applies an edit. Throws InputError `issue.editTarget` when the page, item or block that it is about is not there. */
export function apply(issue: Issue, edit: Edit): Applied {
  switch (edit.type) {
    case 'setIssueData': {
      const { date, number, total } = issue;
      return { issue: { ...issue, ...edit.data }, inverse: { type: 'setIssueData', data: { date, number, total } } };
    }
    case 'setPaper':
      return { issue: { ...issue, paper: edit.paper }, inverse: { type: 'setPaper', paper: issue.paper } };
    case 'setSpec':
      return { issue: { ...issue, spec: edit.spec }, inverse: { type: 'setSpec', spec: issue.spec } };
    case 'put':
      return put(issue, edit);
    case 'remove':
      return remove(issue, edit.list, edit.id);
    case 'insertPage':
      return insertPage(issue, edit.page);
    case 'removePage':
      return removePage(issue, edit.page);
    case 'setSection': {
      const page = pageOf(issue, edit.page);
      return { issue: withPage(issue, { ...page, section: edit.section }), inverse: { ...edit, section: page.section } };
    }
    case 'setPeople': {
      const { people, ...page } = pageOf(issue, edit.page);
      const next = edit.people ? { ...page, people: edit.people } : page;
      return { issue: withPage(issue, next), inverse: { type: 'setPeople', page: edit.page, ...(people && { people }) } };
    }
    case 'setPageBlocks': {
      const page = pageOf(issue, edit.page);
      return { issue: withPage(issue, { ...page, blocks: edit.blocks }), inverse: { ...edit, blocks: page.blocks } };
    }
    case 'putBlock':
      return putBlock(issue, edit.page, edit.block, edit.at);
    case 'removeBlock':
      return removeBlock(issue, edit.page, edit.id);
    case 'batch':
      return batch(issue, edit.name, edit.edits);
  }
}

/** Applies edits one after the other and gives the issue alone. */
export function applyAll(issue: Issue, edits: readonly Edit[]): Issue {
  return edits.reduce((current, edit) => apply(current, edit).issue, issue);
}

function put(issue: Issue, edit: PutEdit): Applied {
  const items: readonly { readonly id: Id }[] = issue[edit.list];
  const change = putItem(items, edit.item, edit.at);
  const inverse = change.replaced
    ? ({ type: 'put', list: edit.list, item: change.replaced } as PutEdit)
    : ({ type: 'remove', list: edit.list, id: edit.item.id } as const);
  return { issue: { ...issue, [edit.list]: change.items }, inverse };
}

function remove(issue: Issue, list: ListName, id: Id): Applied {
  const items: readonly { readonly id: Id }[] = issue[list];
  const at = indexOf(items, id, list);
  const inverse = { type: 'put', list, item: items[at], at } as PutEdit;
  return { issue: { ...issue, [list]: items.toSpliced(at, 1) }, inverse };
}

function insertPage(issue: Issue, page: Page): Applied {
  const at = page.number - 1;
  if (!Number.isInteger(at) || at < 0 || at > issue.pages.length) throw missing('pages', String(page.number));
  const pages = issue.pages.toSpliced(at, 0, page);
  return { issue: { ...issue, pages: numbered(pages) }, inverse: { type: 'removePage', page: page.number } };
}

function removePage(issue: Issue, number: number): Applied {
  const page = pageOf(issue, number);
  return {
    issue: { ...issue, pages: numbered(issue.pages.filter((other) => other !== page)) },
    inverse: { type: 'insertPage', page },
  };
}

function putBlock(issue: Issue, number: number, block: Block, at?: number): Applied {
  const page = pageOf(issue, number);
  const change = putItem(page.blocks, block, at);
  return {
    issue: withPage(issue, { ...page, blocks: change.items }),
    inverse: change.replaced
      ? { type: 'putBlock', page: number, block: change.replaced }
      : { type: 'removeBlock', page: number, id: block.id },
  };
}

function removeBlock(issue: Issue, number: number, id: Id): Applied {
  const page = pageOf(issue, number);
  const at = indexOf(page.blocks, id, `pages[${number - 1}].blocks`);
  return {
    issue: withPage(issue, { ...page, blocks: page.blocks.toSpliced(at, 1) }),
    inverse: { type: 'putBlock', page: number, block: page.blocks[at]!, at },
  };
}

function batch(issue: Issue, name: string, edits: readonly Edit[]): Applied {
  const inverses: Edit[] = [];
  let current = issue;
  for (const edit of edits) {
    const applied = apply(current, edit);
    current = applied.issue;
    inverses.push(applied.inverse);
  }
  return { issue: current, inverse: { type: 'batch', name, edits: inverses.reverse() } };
}

function putItem<T extends { readonly id: Id }>(items: readonly T[], item: T, at = items.length) {
  const index = items.findIndex((other) => other.id === item.id);
  if (index >= 0) return { items: items.with(index, item), replaced: items[index] };
  return { items: items.toSpliced(at, 0, item), replaced: undefined };
}

function indexOf(items: readonly { readonly id: Id }[], id: Id, place: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw missing(place, id);
  return index;
}

function pageOf(issue: Issue, number: number): Page {
  const page = issue.pages[number - 1];
  if (!page) throw missing('pages', String(number));
  return page;
}

function withPage(issue: Issue, page: Page): Issue {
  return { ...issue, pages: issue.pages.with(page.number - 1, page) };
}

function numbered(pages: readonly Page[]): readonly Page[] {
  return pages.map((page, index) => (page.number === index + 1 ? page : { ...page, number: index + 1 }));
}

function missing(list: string, id: string): InputError {
  return new InputError('issue.editTarget', { list, id });
}
