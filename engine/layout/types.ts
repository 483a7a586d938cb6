/** Results of setting a page. */
import type { DisplayPage } from '../display/types';
import type { ArticleForm, Block, Id } from '../issue/types';
import type { GlyphFallback } from '../typeset/types';

/** How a block's content meets its place. */
export interface BlockFit {
  readonly block: Id;
  /** Characters (字) that found no place; 0 when everything stands. Their text, so that nothing is lost from a report. */
  readonly oversetChars: number;
  readonly oversetText: string;
  /** Whole rows left empty, added over the block's columns. */
  readonly emptyRows: number;
  /** Something that the layout had to do and an editor wants to know: a headline below 90 % width, an empty picture slot … */
  readonly remarks: readonly LayoutRemark[];
}

export interface LayoutRemark {
  readonly rule: string;
  readonly detail: string;
}

export interface PageLayout {
  readonly page: number;
  readonly display: DisplayPage;
  readonly fits: readonly BlockFit[];
  readonly fallbacks: readonly (GlyphFallback & { readonly block: Id })[];
}

/** A headline stack planned for a width: sizes and lines chosen, rows counted. */
export interface HeadPlan {
  readonly head: ArticleForm['head'];
  readonly size: number;
  readonly lines: readonly string[];
  readonly headRows: number;
}

/** Rows that a block may take at a width, both ends legal. `best` looks right. */
export interface RowRange {
  readonly least: number;
  readonly best: number;
  readonly most: number;
}

/**
 * The room's entry: `createLayout(issue, fonts)` in index.ts. It keeps composed text by content and measure, so asking
 * again is cheap. All counts come from the real composer; nothing is estimated.
 */
export interface Layout {
  /** Sets a whole page. */
  page(number: number): PageLayout;
  /** Sets one block as if it stood on that page, without drawing furniture: for fitting. */
  fit(block: Block): BlockFit;
  /** Rows of body text of an article at a measure in characters (11 = one column of 四开, 23 = two …), byline and jump included. */
  bodyLines(article: Id, measureChars: number): number;
  /** Headline stacks that are legal for an article at a width in columns, best first. At least one. */
  planHeads(article: Id, columns: number, rank: 'lead' | 'major' | 'normal' | 'brief'): readonly HeadPlan[];
  /** Rows of a photograph's own caption with credit at a width in columns; 0 when it has neither. */
  captionRows(photo: Id, columns: number): number;
  /** Rows of 简讯 when its text runs in this many columns, label included. */
  briefsRows(articles: readonly Id[], columns: number): number;
  groupRows(group: Id, columns: number): RowRange;
  noticeRows(notice: Id, columns: number): RowRange;
  advertisementRows(advertisement: Id, columns: number): RowRange;
}
