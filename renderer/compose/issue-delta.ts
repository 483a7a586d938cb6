/**
 * An issue as what differs from the one sent before. A message copies everything in it; whoever receives this one keeps the
 * objects that stayed the same, and by them finds again what was composed of them.
 */
import type { Block, Issue, ListName, Page } from '../../engine/issue/index';

/** Place in the list before, or something new. */
type Sent<T> = number | { readonly item: T };

type Lists = { readonly [L in ListName]: Issue[L] };

interface PageDelta {
  readonly page: Omit<Page, 'blocks'>;
  readonly blocks: readonly Sent<Block>[];
}

export interface IssueDelta {
  /** Everything but lists and pages, where it is another. */
  readonly fields: Partial<Omit<Issue, ListName | 'pages'>>;
  readonly lists: { readonly [L in ListName]: readonly Sent<Issue[L][number]>[] | 'same' };
  readonly pages: readonly (number | PageDelta)[];
}

const LISTS = ['articles', 'photos', 'groups', 'notices', 'advertisements'] as const satisfies readonly ListName[];

/** `before` is what the receiver has; null when it has none of this issue. */
export function issueDelta(before: Issue | null, { pages, ...after }: Issue): IssueDelta {
  const { articles, photos, groups, notices, advertisements, ...rest } = after;
  const fields = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => value !== before?.[name as keyof typeof rest]),
  );
  const lists = Object.fromEntries(
    LISTS.map((list) => [list, before?.[list] === after[list] ? 'same' : sentItems<unknown>(before?.[list] ?? [], after[list])]),
  );
  return { fields, lists: lists as IssueDelta['lists'], pages: pages.map((page) => pageDelta(before?.pages ?? [], page)) };
}

function pageDelta(before: readonly Page[], page: Page): number | PageDelta {
  const place = before.indexOf(page);
  if (place >= 0) return place;
  const { blocks, ...rest } = page;
  return { page: rest, blocks: sentItems(blocksOf(before, page.number), blocks) };
}

function sentItems<T>(before: readonly T[], after: readonly T[]): readonly Sent<T>[] {
  const places = new Map(before.map((item, place) => [item, place]));
  return after.map((item) => places.get(item) ?? { item });
}

/** The issue of a delta; `before` is the one that it was counted from. What did not change is the same object. */
export function withDelta(before: Issue | null, { fields, lists, pages }: IssueDelta): Issue {
  const taken = LISTS.map((list) => {
    const sent = lists[list];
    return [list, sent === 'same' ? before![list] : takenItems<unknown>(before?.[list] ?? [], sent)];
  });
  return {
    ...before,
    ...fields,
    ...(Object.fromEntries(taken) as Lists),
    pages: pages.map((page) => (typeof page === 'number' ? before!.pages[page]! : takenPage(before?.pages ?? [], page))),
  } as Issue;
}

function takenPage(before: readonly Page[], { page, blocks }: PageDelta): Page {
  return { ...page, blocks: takenItems(blocksOf(before, page.number), blocks) };
}

function takenItems<T>(before: readonly T[], sent: readonly Sent<T>[]): readonly T[] {
  return sent.map((item) => (typeof item === 'number' ? before[item]! : item.item));
}

function blocksOf(pages: readonly Page[], number: number): readonly Block[] {
  return pages.find((page) => page.number === number)?.blocks ?? [];
}
