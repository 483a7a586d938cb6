/**
 * Between the window and its composing worker. The worker holds metrics and the layout with its caches; the window sends
 * the whole issue (structured clone of plain data is cheap) and asks for pages; answers carry typed arrays that are transferred.
 * A request that a newer one of the same page overtakes is dropped.
 */
import type { PackedMetrics } from '../../engine/fonts/types';
import type { Issue } from '../../engine/issue/types';
import type { PageLayout } from '../../engine/layout/types';

export type ComposeRequest =
  | { readonly kind: 'fonts'; readonly faces: readonly PackedMetrics[]; readonly fallbacks: Readonly<Record<string, readonly string[]>> }
  /** `revision` counts up with every edit. `pages` in the order of need: the visible one first. */
  | { readonly kind: 'compose'; readonly revision: number; readonly issue: Issue; readonly pages: readonly number[] };

export type ComposeAnswer =
  | { readonly kind: 'page'; readonly revision: number; readonly layout: PageLayout; readonly milliseconds: number }
  | { readonly kind: 'fault'; readonly revision: number; readonly text: string };
