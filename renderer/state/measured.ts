/** Sizes that the composing worker has measured for items which stand on no page, so that a drag shows them as they will be. */
import type { Issue } from '../../engine/issue/index';
import { itemOf } from './facts';
import { guessedSize, type Size } from './first-size';
import type { Material } from './store';

interface Known {
  /** What it was measured of: the sizes of things that are other objects now are asked for again. */
  readonly parts: readonly unknown[];
  readonly size: Size | undefined;
}

const known = new Map<string, Known>();
const listeners = new Set<() => void>();
let send: ((material: Material) => void) | undefined;

/** `ask` has an item measured; the answer comes by `takeSize`. */
export function connectMeasuring(ask: (material: Material) => void): void {
  send = ask;
}

const keyOf = ({ list, id }: Material) => `${list} ${id}`;

function partsOf(issue: Issue, { list, id }: Material): readonly unknown[] {
  return [itemOf(issue, list, id), issue.spec, issue.paper, issue.photos];
}

/** Has an item measured, unless its size is known already. */
export function askSize(issue: Issue, material: Material): void {
  const key = keyOf(material);
  const parts = partsOf(issue, material);
  if (known.get(key)?.parts.every((part, at) => part === parts[at])) return;
  known.set(key, { parts, size: undefined });
  send?.(material);
}

/** The composing worker’s answer; one for an item of which nobody asks any more is dropped. */
export function takeSize(material: Material, size: Size): void {
  const waiting = known.get(keyOf(material));
  if (!waiting) return;
  known.set(keyOf(material), { ...waiting, size });
  for (const listener of listeners) listener();
}

/** Another issue is open. */
export function forgetSizes(): void {
  known.clear();
}

/** Hears when a size has been measured; ends with the function that it gives. */
export function onSizes(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The measured size of an item, or a guess until that has come. */
export function sizeOf(issue: Issue, material: Material): Size {
  const found = known.get(keyOf(material));
  const parts = partsOf(issue, material);
  return (found?.parts.every((part, at) => part === parts[at]) ? found.size : undefined) ?? guessedSize(issue, material);
}
