/** Results of setting a page. */
import type { DisplayPage } from '../display/types';
import type { StoryPart } from '../issue/chains';
import type { ArticleForm, Block, Id } from '../issue/types';
import type { GlyphFallback } from '../typeset/types';
import type { TextLine } from './text-lines';

/** How a block's content meets its place. */
export interface BlockFit {
  readonly block: Id;
  /** Characters (字) that found no place; 0 when everything stands. Their text, so that nothing is lost from a report. */
  readonly oversetChars: number;
  readonly oversetText: string;
  /** Rows of a story's running text that stand in the block, and those that its rest would take. */
  readonly textRows?: number;
  readonly oversetRows?: number;
  /** Whole rows left empty, added over the block's columns. */
  readonly emptyRows: number;
  /** Something that the layout had to do and an editor wants to know: a headline below 90 % width, an empty picture slot … */
  readonly remarks: readonly LayoutRemark[];
  /** Lines of an article's headline as they stand: what a form stores, so that its break stays whatever the story becomes. */
  readonly headLines?: readonly string[];
  /** Its size, points; 0 for a vertical one. */
  readonly headSize?: number;
  /** The block's columns, from the left, that its headline takes, and the row, from its top, where these go on below. */
  readonly head?: { readonly columns: number; readonly endRow: number };
}

export type LayoutRule =
  /** A headline smaller than its stored size, narrowed, or deeper than its stored rows; the detail says by how much. */
  | 'headline-smaller'
  | 'headline-narrowed'
  | 'headline-deeper'
  /** A headline or a text that is wanted from top to bottom and stands level, for want of room or beside pictures and cuts. */
  | 'headline-level'
  | 'text-level'
  /** A picture that the issue does not hold: its frame stays light. The detail is its id, or its number in a group. */
  | 'picture-missing'
  /** A picture without room in the block, or with other rows than asked for. */
  | 'picture-left-out'
  | 'picture-rows'
  /** A code whose link is too long for its width: readers will not make it out. */
  | 'code-dense'
  /** A column ends between a heading and its text, or before a last line of one or two characters; how many times. */
  | 'lines-parted'
  /** A paragraph ends with a line of a single character (单字成行); how many do. */
  | 'single-character'
  /** A continuation to which no text comes. */
  | 'nothing-to-continue'
  /** A headline that should run over the fold, whose other half has no place there. */
  | 'headline-not-across';

export interface LayoutRemark {
  readonly rule: LayoutRule;
  readonly detail: string;
}

export interface PageLayout {
  readonly page: number;
  readonly display: DisplayPage;
  readonly fits: readonly BlockFit[];
  readonly fallbacks: readonly (GlyphFallback & { readonly block: Id })[];
}

/**
 * A headline stack planned for a width: sizes and lines chosen, rows counted with kicker and deck.
 * `box` plans count inner columns: boxes three or more columns wide set their text in two (`textColumns` 2), the stack
 * over the left one (`headColumns` 1). `vertical` plans fill the block's first column (`headColumns` 1).
 */
export interface HeadPlan {
  readonly head: ArticleForm['head'];
  readonly size: number;
  readonly lines: readonly string[];
  readonly headRows: number;
  readonly headColumns: number;
  readonly textColumns: number;
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
 *
 * How the layout reads a block:
 * - A block's `cuts` are given in columns and rows of the page and contain the white between the stories: the blank row
 *   above or below the neighbour is part of the cut.
 * - A picture of a form takes `rows` for itself and `captionRows` below them. The layout adds one blank row where text
 *   follows below, and one where text stands above. A picture right below the headline stands on row `headRows`.
 * - Inside a box the text starts on the block's second row and ends on the last but one; `headRows` count from the
 *   second row, pictures from the block's top as always. A picture that fills the box's rows stands 1 字 from its edges.
 * - Where a cut takes a part of a wider text column, the text keeps the rest of those rows.
 * - A pull quote of a form takes the rows that it needs, its rules and their white included.
 * - With `textColumns` (破栏), and in boxes, `headColumns` and the columns of pictures count these text columns.
 */
export interface Layout {
  /** Sets a whole page. */
  page(number: number): PageLayout;
  /** Where the texts of a block stand on a page, line by line in reading order. */
  texts(page: number, block: Id): readonly TextLine[];
  /**
   * Sets one block without drawing furniture: for fitting. A story's block takes its text from the parts before it, as the issue
   * has them or as given.
   */
  fit(block: Block, parts?: readonly StoryPart[]): BlockFit;
  /** Rows of body text of an article at a measure in characters (11 = one column of 四开, 23 = two …), byline and jump included. */
  bodyLines(article: Id, measureChars: number): number;
  /** Lines at a measure in characters that come to the last of a story's parts from those before it. */
  restLines(parts: readonly StoryPart[], measureChars: number): number;
  /** Rows of the mark above a story that comes from a page, at a width in columns. */
  markRows(article: Id, page: number, columns: number): number;
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
