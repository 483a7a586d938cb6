/**
 * Between the window and its two workers. The window sends the composing worker what changed of the issue and asks for pages. What a page shows goes from there straight to the painting worker over a
 * channel of their own; the window learns how the blocks fit.
 */
import type { Violation } from '../../engine/arrange';
import type { Block, Id } from '../../engine/issue/types';
import type { Box } from '../../engine/layout/grid';
import type { PageLayout } from '../../engine/layout/types';
import type { Size } from '../state/first-size';
import type { Material } from '../state/store';
import type { IssueDelta } from './issue-delta';
import type { PackedPage } from './packed-page';
import type { BlockTexts } from './texts';
import type { TryAnswer } from './trying';

/** Sent once, with the port to the painting worker. */
export interface ConnectRequest {
  readonly kind: 'connect';
  readonly port: MessagePort;
}

export interface ComposeRequest {
  readonly kind: 'compose';
  /** Counts up with every edit; an answer names the revision that it shows. */
  readonly revision: number;
  /** Counted from the issue of the request before; from nothing when another issue was opened. */
  readonly delta: IssueDelta;
  readonly opened: boolean;
  /** In the order of need: the visible one first. A newer request takes the place of pages not yet begun. */
  readonly pages: readonly number[];
}

/** The first page of the issue that was opened is shown: the others may follow. */
export interface RestRequest {
  readonly kind: 'rest';
}

/** Asks for pictures of a page with other blocks, each under a key in place of its number. The issue is the one last sent. */
export interface PreviewRequest {
  readonly kind: 'preview';
  readonly revision: number;
  readonly page: number;
  readonly previews: readonly { readonly key: number; readonly blocks: readonly Block[] }[];
}

/** From now on every composed page is followed by the texts of these of its blocks. */
export interface WatchRequest {
  readonly kind: 'watch';
  readonly blocks: readonly Id[];
}

/** Asks how large the block of an item would begin that stands on no page. */
export interface MeasureRequest {
  readonly kind: 'measure';
  readonly material: Material;
  /** Counted as that of a `ComposeRequest`: what stands on no page is not sent before. */
  readonly delta: IssueDelta;
}

/** Where a picture stands, points, and how sharp it is there. */
export interface PictureFrame extends Box {
  readonly block: Id;
  readonly asset: string;
  readonly ppi: number;
}

/** What the window keeps of a composed page. */
export interface PageReport extends Omit<PageLayout, 'display'> {
  readonly pictures: readonly PictureFrame[];
}

export type ComposeAnswer =
  | {
      readonly kind: 'page';
      readonly revision: number;
      readonly report: PageReport;
    }
  /** What the rules of layout say about a page: when nothing has been composed for a moment. */
  | { readonly kind: 'checks'; readonly revision: number; readonly page: number; readonly violations: readonly Violation[] }
  | { readonly kind: 'measured'; readonly revision: number; readonly material: Material; readonly size: Size }
  | ({ readonly kind: 'texts' } & BlockTexts)
  | TryAnswer
  /** `key` is what the page was to be known by: its number, or that of a preview. */
  | {
      readonly kind: 'fault';
      readonly revision: number;
      readonly page: number;
      readonly key: number;
      readonly code: string;
    };

/** From the composing to the painting worker. */
export type ForPainter = ComposedPage | Rehearsal;

/** A page that is painted for nobody, so that what paints is ready. */
export interface Rehearsal {
  readonly kind: 'rehearsal';
  /** Undefined when it is over. */
  readonly display: PackedPage | undefined;
}

export interface ComposedPage {
  readonly kind: 'page';
  readonly revision: number;
  readonly page: number;
  readonly display: PackedPage;
}
