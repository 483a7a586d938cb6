/** What a cure would make of a page, while the pointer is on it: for the canvas. */
import type { Block } from '../../engine/issue/index';
import { signal } from './signal';

export interface ShownCure {
  /** Number of the page, and its blocks after the cure. */
  readonly page: number;
  readonly blocks: readonly Block[];
}

/** Shows what would be, or the page as it is. */
export const { put: showCure, use: useShownCure } = signal<ShownCure | null>(null);
