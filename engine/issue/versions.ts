/**
 * Which version of every part of an issue stands here, and which came before it, so that parts from several desks can be
 * put together. A part (unit) is a page, the paper, or an item of a list: `page:2`, `paper`, `article:a1`.
 *
 * Desks number their items independently, so that an id such as `a1` means something at one desk only. What a unit is
 * everywhere is its `uid`, made from its first version; ids made from it (`a-<uid>`) are global.
 */
import { hashedContent, isFurniture } from './contents';
import type { ListItems, ListName } from './edits';
import { type Rename, renameItem, renamePage } from './references';
import type { Id, Issue, Page } from './types';

/** `page:<number>`, `paper`, or `article:`, `photo:`, `group:`, `notice:`, `advertisement:` with the item's id. */
export type UnitKey = string;

export interface Version {
  /** 16 hexadecimal figures, the same at every desk. */
  readonly uid: string;
  /** When the unit was first met, with its place in its list then: brings units of several desks into one order. */
  readonly born: string;
  /**
   * Names this version: the hash of its content for the first of a unit, so that the same file brought in at two desks begins
   * alike; of content and time for all others, so that going back to an earlier content is a version of its own.
   */
  readonly id: string;
  /** Hash of the content that stands here now, and when it was made, ms since 1970; later than all versions before it. */
  readonly now: string;
  readonly time: number;
  /** All versions that went into this one, itself included; the first stays first. */
  readonly seen: readonly string[];
  /** The last version that was made here, not brought by a package. */
  readonly own?: string;
  /** A page on which nothing has ever stood but furniture: gives way to any other. */
  readonly blank?: boolean;
}

export type Versions = ReadonlyMap<UnitKey, Version>;

/** 16 hexadecimal figures of a text's SHA-256. */
export type Hash = (text: string) => string;

export const LISTS = ['photos', 'articles', 'groups', 'notices', 'advertisements'] as const satisfies readonly ListName[];
const UNIT: Readonly<Record<ListName, string>> = {
  articles: 'article',
  photos: 'photo',
  groups: 'group',
  notices: 'notice',
  advertisements: 'advertisement',
};
const PREFIX: Readonly<Record<ListName, string>> = { articles: 'a', photos: 'p', groups: 'g', notices: 'n', advertisements: 'd' };
const GLOBAL = /^[apgnd]-([0-9a-f]{16})$/;
/** Keeps a record small; a version older than so many is taken for unknown. */
const MOST_SEEN = 2_000;

export const PAPER_UNIT: UnitKey = 'paper';
export const pageUnit = (number: number): UnitKey => `page:${number}`;
export const itemUnit = (list: ListName, id: Id): UnitKey => `${UNIT[list]}:${id}`;
export const globalId = (list: ListName, uid: string): Id => `${PREFIX[list]}-${uid}`;
export const isGlobal = (id: Id): boolean => GLOBAL.test(id);

/**
 * The record brought up to date with an issue as it stands: units that are new or changed have a new version made at
 * `time`, those that are gone are forgotten. The issue is one that `readIssue` gave. Returns `versions` itself when nothing
 * is new.
 */
export function noteVersions(issue: Issue, versions: Versions, time: number, hash: Hash): Versions {
  const uids = uidsOf(issue, versions, time, hash);
  const rename = toGlobal(uids);
  const noted = new Map<UnitKey, Version>();
  const note = (key: UnitKey, uid: string, place: number, content: string, blank = false) => {
    const born = `${time}/${String(place).padStart(4, '0')}`;
    noted.set(key, noteOne(versions.get(key), { uid, born, now: content, time, blank }, hash));
  };
  note(PAPER_UNIT, PAPER_UNIT, 0, hash(JSON.stringify(issue.paper)));
  for (const page of issue.pages) {
    const key = pageUnit(page.number);
    note(
      key,
      key,
      0,
      hash(pageText(page, rename)),
      page.blocks.every(({ content }) => isFurniture(content)),
    );
  }
  for (const list of LISTS) {
    issue[list].forEach((item, place) => {
      const key = itemUnit(list, item.id);
      note(key, uids.get(key)!, place, hash(itemText(list, item, rename)));
    });
  }
  const same = noted.size === versions.size && [...noted].every(([key, version]) => versions.get(key) === version);
  return same ? versions : noted;
}

function noteOne(before: Version | undefined, fresh: Omit<Version, 'id' | 'seen' | 'own'>, hash: Hash): Version {
  const { uid, born, now, blank } = fresh;
  if (!before) return { uid, born, id: now, now, time: fresh.time, seen: [now], ...(blank ? { blank } : { own: now }) };
  if (before.now === now) return before;
  const time = Math.max(fresh.time, before.time + 1);
  const id = hash(`${now}@${time}`);
  const seen = withSeen(before.seen, [id]);
  return { uid: before.uid, born: before.born, id, now, time, seen, ...(blank && before.blank ? { blank } : { own: id }) };
}

/** Hashes of both, the first kept and the oldest behind it left out when there are too many. */
export function withSeen(seen: readonly string[], more: readonly string[]): readonly string[] {
  const all = [...new Set([...seen, ...more])];
  return all.length <= MOST_SEEN ? all : [all[0]!, ...all.slice(1 - MOST_SEEN)];
}

/** Every item's uid by its key: the recorded one, the one that a global id tells, or one made now. */
function uidsOf(issue: Issue, versions: Versions, time: number, hash: Hash): ReadonlyMap<UnitKey, string> {
  const uids = new Map<UnitKey, string>();
  for (const list of LISTS) {
    const taken = new Set<string>();
    const keep = (item: ListItems[typeof list]) => {
      const uid = versions.get(itemUnit(list, item.id))?.uid ?? GLOBAL.exec(item.id)?.[1];
      if (uid === undefined || taken.has(uid)) return;
      taken.add(uid);
      uids.set(itemUnit(list, item.id), uid);
    };
    issue[list].forEach(keep);
    for (const item of issue[list]) {
      const key = itemUnit(list, item.id);
      if (uids.has(key)) continue;
      let uid = hash(seedOf(list, item, versions.size === 0 ? 0 : time, toGlobal(uids)));
      while (taken.has(uid)) uid = hash(`${uid}+`);
      taken.add(uid);
      uids.set(key, uid);
    }
  }
  return uids;
}

/**
 * What makes an item itself: the same file brought in at two desks is one; what is written here has its time besides,
 * unless it stands in a folder without a record, which may be a copy of another desk's.
 */
function seedOf<L extends ListName>(list: L, item: ListItems[L], time: number, rename: Rename): string {
  if ('asset' in item) return JSON.stringify([list, item.asset, item.file]);
  const { id: _, ...content } = renameItem(list, item, rename);
  const free = { ...content, together: undefined, apart: undefined };
  return JSON.stringify([list, free, item.sourceHash ? 0 : time]);
}

function toGlobal(uids: ReadonlyMap<UnitKey, string>): Rename {
  return (list, id) => {
    const uid = uids.get(itemUnit(list, id));
    return uid === undefined ? id : globalId(list, uid);
  };
}

/** From the ids of the issue that a record is about to global ones. */
export function globalNames(versions: Versions): Rename {
  return toGlobal(new Map([...versions].map(([key, { uid }]) => [key, uid])));
}

/** An item as every desk understands it: wishes about stories that are gone are left out. */
export function globalItem<L extends ListName>(list: L, item: ListItems[L], rename: Rename): ListItems[L] {
  const renamed = renameItem(list, item, rename);
  if (!('paragraphs' in renamed)) return renamed;
  const { together, apart } = renamed;
  return {
    ...renamed,
    ...(together && { together: together.filter(isGlobal) }),
    ...(apart && { apart: apart.filter(isGlobal) }),
  };
}

/** The content of a page that decides whether two are the same: without the names of its blocks. */
export function pageText(page: Page, rename: Rename): string {
  const { section, blocks } = renamePage(page, rename);
  return JSON.stringify([section, blocks.map(({ content, rect, cuts, locked }) => [hashedContent(content), rect, cuts, locked])]);
}

/** The content of an item that decides whether two are the same. */
export function itemText<L extends ListName>(list: L, item: ListItems[L], rename: Rename): string {
  return JSON.stringify(globalItem(list, item, rename));
}
