/** The part of an issue that leaves for another desk. */
import { isStory } from './chains';
import { contentIds } from './contents';
import type { ListItems, ListName } from './edits';
import type { Package } from './merge';
import { renamePage } from './references';
import type { Id, Issue, Page } from './types';
import {
  globalItem,
  globalNames,
  itemUnit,
  LISTS,
  PAPER_UNIT,
  pageUnit,
  type UnitKey,
  type Version,
  type Versions,
} from './versions';

/**
 * One page with all that stands on it or is meant for it. The record of versions is up to date (`noteVersions`), and the page
 * exists.
 */
export function extractPage(issue: Issue, versions: Versions, number: number): Package {
  const on = new Set(issue.pages[number - 1]!.blocks.flatMap(({ content }) => contentIds(content)));
  return extracted(issue, versions, number, (item) => on.has(item.id) || item.page === number);
}

/** Articles with their photographs. */
export function extractArticles(issue: Issue, versions: Versions, ids: ReadonlySet<Id>): Package {
  const articles = new Set<object>(issue.articles.filter(({ id }) => ids.has(id)));
  return extracted(issue, versions, 0, (item) => articles.has(item));
}

type Placed = ListItems[Exclude<ListName, 'photos'>];

function extracted(issue: Issue, versions: Versions, number: number, goes: (item: Placed) => boolean): Package {
  const articles = issue.articles.filter(goes);
  const groups = issue.groups.filter(goes);
  const notices = issue.notices.filter(goes);
  const advertisements = issue.advertisements.filter(goes);
  const used = new Set([
    ...articles.flatMap(({ photos }) => photos),
    ...groups.flatMap(({ pictures }) => pictures.map(({ photo }) => photo)),
    ...advertisements.map(({ photo }) => photo),
    ...(issue.pages[number - 1]?.blocks ?? []).flatMap(({ content }) =>
      isStory(content) ? content.form.pictures.map(({ photo }) => photo) : [],
    ),
  ]);
  const photos = issue.photos.filter(({ id }) => used.has(id));
  return asGlobal({ ...issue, articles, photos, groups, notices, advertisements }, versions, number);
}

/** The document with global ids and its one page, and the versions of what is in it. */
function asGlobal(part: Issue, versions: Versions, number: number): Package {
  const rename = globalNames(versions);
  const carried = new Map<UnitKey, Version>([[PAPER_UNIT, carriedVersion(versions, PAPER_UNIT)]]);
  if (number > 0) carried.set(pageUnit(number), carriedVersion(versions, pageUnit(number)));
  const renamed = <L extends ListName>(list: L): readonly ListItems[L][] =>
    (part[list] as readonly ListItems[L][]).map((item) => {
      const global = globalItem(list, item, rename);
      carried.set(itemUnit(list, global.id), carriedVersion(versions, itemUnit(list, item.id)));
      return global;
    });
  const lists = Object.fromEntries(LISTS.map((list) => [list, renamed(list)]));
  const pages = part.pages.map((page) => (page.number === number ? packed(renamePage(page, rename)) : emptied(page)));
  return { issue: { ...part, ...lists, pages }, page: number, versions: carried };
}

/** Which version was made at this desk is no other's business. */
function carriedVersion(versions: Versions, unit: UnitKey): Version {
  const { own: _, ...version } = versions.get(unit)!;
  return version;
}

function packed(page: Page): Page {
  return { ...page, blocks: page.blocks.map((block, at) => ({ ...block, id: `b${at + 1}` })) };
}

function emptied({ number }: Page): Page {
  return { number, section: '', blocks: [] };
}
