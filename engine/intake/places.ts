/**
 * Pictures find their places. The rules, each for all pictures in the order given before the next one is tried:
 * it came inside a manuscript; the file's name is its manuscript's name; it opens with the figures of its manuscript's name and cannot mean a picture's
 * number by them (`02.jpg`, `2-1.jpg`); it states a number (`图1`); it is an article's headline; it came in a folder with one
 * manuscript, of several folders; it opens or ends with a
 * number (`1.jpg`, `合影_2.jpg`); it opens with the figures of its manuscript's name at all; what is left fills the free
 * places in order. A picture whose stated number nobody awaits, and one for which no place is left, waits in the stock.
 */
import type { Changes } from '../issue/changes';
import type { Article, Id, Issue, Photo, PhotoGroup } from '../issue/types';
import { type PictureName, readPictureName } from '../manuscript';
import { captionMarks } from './box-revisions';
import type { Placement } from './types';

/** A photograph that looks for its place. */
export interface Arrival {
  readonly photo: Photo;
  /** Folder it came from; empty when unknown. */
  readonly folder: string;
  /** Name of the manuscript that it came inside: a Word document, a web page. */
  readonly document?: string;
}

interface Seeker extends Arrival {
  readonly name: PictureName;
  /** The name says 图 or 照片 before its number. */
  readonly stated: boolean;
}

/** A free place: number `number` of a group, or a caption of an article that awaits its picture. */
interface Slot {
  readonly host: Host;
  readonly number: number;
  readonly index: number;
}

type Host = ({ readonly list: 'articles'; readonly item: Article } | { readonly list: 'groups'; readonly item: PhotoGroup }) & {
  readonly folder: string;
};

/** Where a picture goes: a slot, or the end of an article's pictures. */
type Goal = Slot | { readonly host: Extract<Host, { readonly list: 'articles' }>; readonly index: -1 };

type Rule = (seeker: Seeker, hosts: readonly Host[]) => Goal | undefined;

const namedRules: readonly Rule[] = [
  byDocument,
  byManuscriptName,
  bySurePrefix,
  byStatedNumber,
  byHeadline,
  byFolder,
  byPlainNumber,
  byPrefix,
];

/**
 * Places the arrivals on the articles and groups in `hosts`, a map of their ids to the folder their manuscript came from
 * in this import (empty for those that were there before). `named` leaves out the last rule, the order given: it is for
 * pictures that came at another time.
 */
export function placePhotos(
  changes: Changes,
  arrivals: readonly Arrival[],
  hosts: ReadonlyMap<Id, string>,
  reach: 'anywhere' | 'named',
): void {
  const waiting = new Set(arrivals.map(seekerOf));
  for (const rule of reach === 'named' ? namedRules : [...namedRules, byOrder]) {
    for (const seeker of waiting) {
      const goal = rule(seeker, openHosts(changes.issue, hosts, seeker));
      if (!goal) continue;
      settle(changes, seeker, goal);
      waiting.delete(seeker);
    }
  }
}

/** Where a photograph stands; undefined while it waits in the stock. */
export function placeOf(issue: Issue, photo: Id): Placement | undefined {
  for (const { id, pictures } of issue.groups) {
    const picture = pictures.find((candidate) => candidate.photo === photo);
    if (picture) return { item: id, number: picture.number };
  }
  for (const { id, photos } of issue.articles) if (photos.includes(photo)) return { item: id, number: photos.indexOf(photo) + 1 };
  const advertisement = issue.advertisements.find((candidate) => candidate.photo === photo);
  return advertisement && { item: advertisement.id, number: 1 };
}

function seekerOf(arrival: Arrival): Seeker {
  const name = readPictureName(arrival.photo.file);
  return { ...arrival, name, stated: name.number !== undefined && /图|照片/.test(arrival.photo.file) };
}

/** Hosts that may take the picture: a page in its name and another page asked for by the manuscript exclude each other. */
function openHosts(issue: Issue, hosts: ReadonlyMap<Id, string>, { name }: Seeker): readonly Host[] {
  const all: Host[] = [
    ...issue.groups.map((item) => ({ list: 'groups', item, folder: hosts.get(item.id) ?? '' }) as const),
    ...issue.articles.map((item) => ({ list: 'articles', item, folder: hosts.get(item.id) ?? '' }) as const),
  ];
  return all.filter(({ item }) => hosts.has(item.id) && (name.page === undefined || item.page === 0 || item.page === name.page));
}

function byDocument(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  if (seeker.document === undefined) return undefined;
  return amongNamesakes(
    seeker,
    hosts.filter(({ item, folder }) => item.source === seeker.document && folder === seeker.folder),
  );
}

function byManuscriptName(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  return amongNamesakes(
    seeker,
    hosts.filter(({ item }) => isNamesake(seeker.photo.file, item.source)),
  );
}

/** Leading noughts, and figures before another number, number a manuscript and not a picture. */
function bySurePrefix(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  const { prefix, stem } = seeker.name;
  const mates = prefixMates(seeker, hosts);
  if (seeker.stated) return numberedSlot(seeker, mates);
  if (stem === prefix) return amongNamesakes(seeker, mates);
  return prefix.startsWith('0') ? amongNamesakes(unnumbered(seeker), mates) : undefined;
}

function byPrefix(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  return seeker.stated ? undefined : amongNamesakes(unnumbered(seeker), prefixMates(seeker, hosts));
}

/** Hosts whose manuscript's name opens with the same number. */
function prefixMates({ name: { prefix } }: Seeker, hosts: readonly Host[]): readonly Host[] {
  if (prefix === '') return [];
  return hosts.filter(({ item }) => {
    const other = readPictureName(item.source).prefix;
    return other !== '' && Number(other) === Number(prefix);
  });
}

/** The number of the name is its manuscript's. */
function unnumbered(seeker: Seeker): Seeker {
  const { number: _, ...name } = seeker.name;
  return { ...seeker, name };
}

function byHeadline(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  const stem = plain(seeker.name.stem);
  if (stem.length < 4) return undefined;
  return amongNamesakes(
    seeker,
    hosts.filter((host) => host.list === 'articles' && plain(host.item.headline.join('')).startsWith(stem)),
  );
}

/** Correspondents who send a folder each: the one manuscript in it. */
function byFolder(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  const folders = new Set(hosts.map(({ folder }) => folder).filter((folder) => folder !== ''));
  const mates = hosts.filter(({ folder }) => folder === seeker.folder && folder !== '');
  const sources = new Set(mates.map(({ item }) => item.source));
  if (folders.size < 2 || sources.size !== 1) return undefined;
  // A number that is stated and awaited by none is no other's.
  return seeker.stated && mates.some((host) => freeSlots(host).length > 0) ? undefined : amongNamesakes(seeker, mates);
}

function byStatedNumber(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  return seeker.stated ? numberedSlot(seeker, hosts) : undefined;
}

function byPlainNumber(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  return seeker.stated ? undefined : numberedSlot(seeker, hosts);
}

function byOrder(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  return seeker.stated ? undefined : likeliest(seeker, hosts.flatMap(freeSlots));
}

/** The place with the picture's number, any for a picture without one, or else the end of the first article. */
function amongNamesakes(seeker: Seeker, hosts: readonly Host[]): Goal | undefined {
  const slot = seeker.name.number === undefined ? hosts.flatMap(freeSlots)[0] : numberedSlot(seeker, hosts);
  if (slot) return slot;
  const host = hosts.find((candidate) => candidate.list === 'articles');
  return host && { host, index: -1 };
}

function numberedSlot(seeker: Seeker, hosts: readonly Host[]): Slot | undefined {
  return likeliest(
    seeker,
    hosts.flatMap(freeSlots).filter(({ number }) => number === seeker.name.number),
  );
}

function freeSlots(host: Host): readonly Slot[] {
  if (host.list === 'articles') return (host.item.awaited ?? []).map(({ number }, index) => ({ host, number, index }));
  return host.item.pictures
    .map(({ number, photo }, index) => ({ host, number, index, photo }))
    .filter(({ photo }) => photo === '');
}

/** Asked for by page before new in this import before from the same folder before first. */
function likeliest(seeker: Seeker, slots: readonly Slot[]): Slot | undefined {
  const score = ({ host }: Slot) =>
    (host.item.page === seeker.name.page ? 4 : 0) + (host.folder !== '' ? 2 : 0) + (host.folder === seeker.folder ? 1 : 0);
  return slots.reduce<Slot | undefined>((best, slot) => (best && score(best) >= score(slot) ? best : slot), undefined);
}

/** Whether a picture's file carries the name of a manuscript's file, as `天井 图1.jpg` and `天井.jpg` do of `4版 天井.txt`. */
function isNamesake(picture: string, manuscript: string): boolean {
  if (manuscript === '') return false;
  const [one, other] = [readPictureName(picture), readPictureName(manuscript)];
  if (one.whole === other.whole) return true;
  return [other.stem, other.whole].map(plain).some((name) => {
    return /\p{L}/u.test(name) && name.length >= 2 && [one.stem, one.whole].some((mine) => plain(mine).startsWith(name));
  });
}

/** Letters and figures of a name, without the mark of a lead. */
function plain(name: string): string {
  return name.replace(/头条|[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function settle(changes: Changes, { photo, name, document }: Seeker, { host, index }: Goal): void {
  if (host.list === 'groups') {
    const pictures = host.item.pictures.map((picture, place) => (place === index ? { ...picture, photo: photo.id } : picture));
    changes.make({ type: 'put', list: 'groups', item: { ...host.item, pictures } });
    return;
  }
  const { awaited: captions = [], ...article } = host.item;
  const caption = captions[index];
  const awaited = captions.filter((_, place) => place !== index);
  const item = { ...article, photos: inserted(article.photos, photo.id, name.number, changes.issue) };
  changes.make({ type: 'put', list: 'articles', item: awaited.length > 0 ? { ...item, awaited } : item });
  const isNamed = document !== undefined || isNamesake(photo.file, article.source);
  const named = caption ?? (isNamed ? undefined : { caption: name.caption, credit: '' });
  if (named)
    changes.make({
      type: 'put',
      list: 'photos',
      item: {
        ...photo,
        caption: named.caption || photo.caption,
        credit: named.credit || photo.credit,
        ...(caption ? { asSent: captionMarks(caption) } : {}),
      },
    });
}

/** The photographs of an article with one more, before those whose name has a higher number. */
function inserted(photos: readonly Id[], photo: Id, number = Number.POSITIVE_INFINITY, issue: Issue): readonly Id[] {
  const numberOf = (id: Id) => readPictureName(issue.photos.find((other) => other.id === id)?.file ?? '').number ?? 0;
  const at = photos.findIndex((id) => numberOf(id) > number);
  return photos.toSpliced(at < 0 ? photos.length : at, 0, photo);
}
