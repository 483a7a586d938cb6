/**
 * Between the window and its composing worker. The worker holds metrics and the layout with its caches; the window sends
 * the whole issue (a structured clone of plain data is cheap) and asks for pages.
 */
import type { Violation } from '../../engine/arrange';
import type { Issue } from '../../engine/issue/types';
import type { PageLayout } from '../../engine/layout/types';

export interface ComposeRequest {
  /** Counts up with every edit; an answer names the revision that it shows. */
  readonly revision: number;
  readonly issue: Issue;
  /** In the order of need: the visible one first. A newer request takes the place of pages not yet begun. */
  readonly pages: readonly number[];
}

export type ComposeAnswer =
  | {
      readonly kind: 'page';
      readonly revision: number;
      readonly layout: PageLayout;
      readonly violations: readonly Violation[];
      /** Time that the worker took. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'fault'; readonly revision: number; readonly page: number; readonly code: string };
