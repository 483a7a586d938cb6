/** Which pages look otherwise after a change of the issue. Edits keep what they do not touch, so comparing objects is enough. */
import { contentIds, type Id, type Issue, type Page } from '../../engine/issue/index';

/** Numbers of the pages of `after` that must be composed again; all of them when `before` is another issue or none. */
export function changedPages(before: Issue | null, after: Issue): readonly number[] {
  const everywhere = !before || concernsEveryPage(before, after);
  const changed = everywhere ? undefined : changedItems(before, after);
  const stale = (page: Page, index: number) =>
    !changed ||
    page !== before?.pages[index] ||
    page.blocks.some(({ content }) => contentIds(content).some((id) => changed.has(id)));
  return after.pages.filter(stale).map(({ number }) => number);
}

function concernsEveryPage(before: Issue, after: Issue): boolean {
  return (
    before.paper !== after.paper ||
    before.spec !== after.spec ||
    before.date !== after.date ||
    before.number !== after.number ||
    before.total !== after.total ||
    before.photos !== after.photos ||
    before.pages.length !== after.pages.length
  );
}

/** Ids of everything that was put, replaced or removed. */
function changedItems(before: Issue, after: Issue): ReadonlySet<Id> {
  const changed = new Set<Id>();
  for (const list of ['articles', 'groups', 'notices', 'advertisements'] as const) {
    if (before[list] === after[list]) continue;
    const known = new Map<Id, unknown>(before[list].map((item) => [item.id, item]));
    for (const item of after[list]) {
      if (known.get(item.id) !== item) changed.add(item.id);
      known.delete(item.id);
    }
    for (const id of known.keys()) changed.add(id);
  }
  return changed;
}
