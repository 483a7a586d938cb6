/** Which pages look otherwise after a change of the issue. Edits keep what they do not touch, so comparing objects is enough. */
import { chainsOf, contentIds, type Id, type Issue, type Page, photoIds, type StoryPart } from '../../engine/issue/index';

/** Numbers of the pages of `after` that must be composed again; all of them when `before` is another issue or none. */
export function changedPages(before: Issue | null, after: Issue): readonly number[] {
  const everywhere = !before || concernsEveryPage(before, after);
  const changed = everywhere ? undefined : changedItems(before, after);
  const chained = everywhere ? undefined : changedChains(before, after);
  const photos = everywhere ? undefined : changedPhotos(before, after);
  const items = { groups: byId(after.groups), advertisements: byId(after.advertisements) };
  const stale = (page: Page, index: number) =>
    !changed ||
    page !== before?.pages[index] ||
    chained?.has(page.number) ||
    page.blocks.some(({ content }) => contentIds(content).some((id) => changed.has(id))) ||
    (photos && page.blocks.some(({ content }) => photoIds(content, items).some((id) => photos.has(id))));
  return after.pages.filter(stale).map(({ number }) => number);
}

function concernsEveryPage(before: Issue, after: Issue): boolean {
  return (
    before.paper !== after.paper ||
    before.spec !== after.spec ||
    before.date !== after.date ||
    before.number !== after.number ||
    before.total !== after.total ||
    before.pages.length !== after.pages.length
  );
}

/** Pages with a part of a story of which another part changed. */
function changedChains(before: Issue, after: Issue): ReadonlySet<number> {
  const pages = new Set<number>();
  if (before.pages === after.pages) return pages;
  const known = chainsOf(before.pages);
  for (const [article, parts] of chainsOf(after.pages)) {
    const others = known.get(article) ?? [];
    if (Math.max(parts.length, others.length) > 1 && !sameParts(parts, others)) for (const { page } of parts) pages.add(page);
  }
  return pages;
}

function sameParts(one: readonly StoryPart[], other: readonly StoryPart[]): boolean {
  return (
    one.length === other.length && one.every(({ block, page }, at) => block === other[at]!.block && page === other[at]!.page)
  );
}

/** Ids of everything that was put, replaced or removed. */
function changedItems(before: Issue, after: Issue): ReadonlySet<Id> {
  return new Set(
    (['articles', 'groups', 'notices', 'advertisements'] as const).flatMap((list) => changedIn<Named>(before[list], after[list])),
  );
}

/** Undefined when none did, which is after most edits. */
function changedPhotos(before: Issue, after: Issue): ReadonlySet<Id> | undefined {
  const changed = changedIn(before.photos, after.photos);
  return changed.length > 0 ? new Set(changed) : undefined;
}

interface Named {
  readonly id: Id;
}

function changedIn<T extends Named>(before: readonly T[], after: readonly T[]): readonly Id[] {
  if (before === after) return [];
  const known = byId(before);
  const left = new Set(known.keys());
  const changed: Id[] = [];
  for (const item of after) {
    if (known.get(item.id) !== item) changed.push(item.id);
    left.delete(item.id);
  }
  return [...changed, ...left];
}

function byId<T extends Named>(items: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]));
}
