/** What a new composition of a page changes: mostly a few lines. The rest keeps its objects, by which painted lines are found again. */
import { type PackedPage, type PaintGroup, type PaintItem, type PaintRun, unpackGroup } from '../compose/packed-page';
import { type Reach, reachOf } from './reach';

export interface Change<T> {
  /** As it is now, with the old objects where nothing changed. */
  readonly now: readonly T[];
  /** Where it looks otherwise than before, points; undefined when it does nowhere. */
  readonly changed: Reach | undefined;
}

/** The groups of a page, of which `packed` tells those that are new; `before` are those that the page had. */
export function changeOfGroups(before: readonly PaintGroup[], packed: PackedPage['groups']): Change<PaintGroup> {
  const stays = new Set(packed.filter((group) => typeof group === 'number'));
  const old = new Map(before.filter((_, place) => !stays.has(place)).map((group) => [group.block, group]));
  const changes: (Reach | undefined)[] = [];
  let last = -1;
  const now = packed.map((group): PaintGroup => {
    if (typeof group === 'number') {
      // One that other groups have gone behind may show or hide more than before.
      if (group < last) changes.push(...before[group]!.items.map(reachOf));
      last = Math.max(last, group);
      return before[group]!;
    }
    const fresh = unpackGroup(group);
    const change = changeOf(old.get(group.block)?.items ?? [], fresh.items);
    old.delete(group.block);
    changes.push(change.changed);
    return { block: group.block, items: change.now };
  });
  const gone = [...old.values()].flatMap(({ items }) => items.map(reachOf));
  return { now, changed: unite([...changes, ...gone]) };
}

/** Compares two lists of items from both ends: what lies between the first and the last difference counts as changed. */
export function changeOf(old: readonly PaintItem[], fresh: readonly PaintItem[]): Change<PaintItem> {
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && sameItem(old[head]!, fresh[head]!)) head++;
  let tail = 0;
  while (tail < most - head && sameItem(old[old.length - 1 - tail]!, fresh[fresh.length - 1 - tail]!)) tail++;
  const now = [...old.slice(0, head), ...fresh.slice(head, fresh.length - tail), ...old.slice(old.length - tail)];
  const touched = [...old.slice(head, old.length - tail), ...fresh.slice(head, fresh.length - tail)];
  return { now, changed: unite(touched.map(reachOf)) };
}

/** The smallest rectangle around all of them; undefined for none. */
export function unite(reaches: readonly (Reach | undefined)[]): Reach | undefined {
  return reaches.reduce((all, reach) => {
    if (!all || !reach) return all ?? reach;
    return {
      left: Math.min(all.left, reach.left),
      top: Math.min(all.top, reach.top),
      right: Math.max(all.right, reach.right),
      bottom: Math.max(all.bottom, reach.bottom),
    };
  }, undefined);
}

function sameItem(a: PaintItem, b: PaintItem): boolean {
  if (a.kind === 'glyphs' || b.kind === 'glyphs') return a.kind === b.kind && sameRun(a as PaintRun, b as PaintRun);
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameRun(a: PaintRun, b: PaintRun): boolean {
  return (
    a.y === b.y &&
    a.size === b.size &&
    a.face === b.face &&
    a.stretch === b.stretch &&
    a.rotate === b.rotate &&
    sameNumbers(a.glyphs, b.glyphs) &&
    sameNumbers(a.x, b.x) &&
    JSON.stringify(a.colour) === JSON.stringify(b.colour)
  );
}

function sameNumbers(a: Uint16Array | Float32Array, b: Uint16Array | Float32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
