/** What a cure would make of a page, while the pointer is on it: asked of the composing worker, shown on the canvas. */
import type { Block } from '../../engine/issue/index';
import { signal } from './signal';

export interface ShownCure {
  /** Number of the page, and its blocks after the cure. */
  readonly page: number;
  readonly blocks: readonly Block[];
}

/** What the page with a cure is composed and painted under: below the keys of all proposals. */
export const CURE_KEY = -1000;

/** Composed after so long on the cure, milliseconds: who only passes over it causes no work. */
const REST = 120;

const shown = signal<ShownCure | null>(null);
const composed = signal<ShownCure | null>(null);
/** Those of which the worker has not yet told; it answers in order. */
const asked: ShownCure[] = [];

/** Shows what would be, or the page as it is. */
export const { put: showCure, use: useShownCure } = shown;
/** The cure that is composed, which may no longer be the one shown. */
export const { get: composedCure, use: useComposedCure } = composed;

/** From now on the worker is asked for the page with the cure that is shown. */
export function connectCures(ask: (cure: ShownCure) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  shown.watch((cure) => {
    clearTimeout(timer);
    composed.put(null);
    if (!cure) return;
    timer = setTimeout(() => {
      asked.push(cure);
      ask(cure);
    }, REST);
  });
}

/** The worker has composed the oldest that was asked for, or could not. */
export function takeCured(isComposed: boolean): void {
  const cure = asked.shift();
  if (isComposed && cure !== undefined && cure === shown.get()) composed.put(cure);
}
