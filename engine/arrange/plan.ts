/** The things that the search puts together: items, their shapes, and trees of shapes. Columns and rows of the grid throughout. */
import type { ArrangingStyle, ArticleForm, Id } from '../issue/types';
import type { HeadPlan } from '../layout/types';
import type { Rank } from './costs';

/** Blank rows between blocks that stand one above the other. */
export const BLANK = 1;

/** A picture inside an article's block, as ArticleForm has it. */
export type PicturePlan = ArticleForm['pictures'][number];

/** How an article would be set at one width: headline, white, pictures. Its text fills whatever columns remain. */
export interface ArticlePlan {
  readonly head: HeadPlan;
  /** Headline rows with added white, and the columns that it spans. */
  readonly headRows: number;
  readonly headColumns: number;
  readonly deck: boolean;
  readonly pictures: readonly PicturePlan[];
  /** Rows taken from the top of each column by headline and pictures, the blank row under a caption included. */
  readonly tops: readonly number[];
  /** Columns that a picture fills to the foot: no text there. */
  readonly closed: readonly boolean[];
  /** Cells that the block needs: rows of text and everything in `tops`. */
  readonly need: number;
  /** Rows of running text among them. */
  readonly lines: number;
  /** Running-text columns of a box, which has its own; 0 for the grid's. `tops` and picture columns count these. */
  readonly textColumns: number;
  readonly box: NonNullable<ArrangingStyle['boxes']>;
  readonly cost: number;
}

/** Empty rows of a box at its head and foot together. */
const FRAME_ROWS = 2;

/** Rows of a block that a plan may use. */
export function innerRows(plan: ArticlePlan, rows: number): number {
  return plan.textColumns > 0 ? rows - FRAME_ROWS : rows;
}

/** Rows of a block whose columns have so many. */
export function outerRows(plan: ArticlePlan, rows: number): number {
  return plan.textColumns > 0 ? rows + FRAME_ROWS : rows;
}

export type ItemContent =
  | { readonly kind: 'article'; readonly id: Id }
  | { readonly kind: 'continuation'; readonly id: Id }
  | { readonly kind: 'briefs'; readonly ids: readonly Id[] }
  | { readonly kind: 'group'; readonly id: Id }
  | { readonly kind: 'notice'; readonly id: Id }
  | { readonly kind: 'advertisement'; readonly id: Id };

/** One way to set an item as a rectangle. */
export interface Shape {
  readonly rows: number;
  readonly cost: number;
  /** No horizontal headline at its top: may stand beside one. */
  readonly quiet: boolean;
  readonly plan?: ArticlePlan;
  /** Set for a cluster: how its members lie inside. */
  readonly tree?: Tree;
}

/** Plans of an article at a width when its columns may differ in length (L-shape). */
export interface Flow {
  readonly least: number;
  readonly most: number;
  /** Price of the cheapest of all plans. */
  readonly cheapest: number;
  /** Cheapest plan that exactly fills this many cells, and its price. */
  best(cells: number): Fill | undefined;
  /** That price alone by cells up to `most`; infinite where no plan does. */
  readonly prices: Float64Array;
  /** Least rows of the first columns, by their number, and of the others beside them: shorter ones hold no text under any plan. */
  readonly leastLeft: Int16Array;
  readonly leastRight: Int16Array;
}

export interface Fill {
  readonly plan: ArticlePlan;
  readonly cost: number;
}

/** Something that becomes one block, or a cluster of such things that the search moves as one. */
export interface Item {
  readonly content: ItemContent | { readonly kind: 'cluster' };
  readonly rank: Rank;
  /** Weight that the editor gave an article; absent where the rank is the program's own. */
  readonly asked?: Rank;
  /** Legal rectangles at a width, one for each height. */
  shapes(columns: number): readonly Shape[];
  /** Absent for what must stay rectangular. */
  flow?(columns: number): Flow | undefined;
}

interface Sized {
  readonly columns: number;
  readonly rows: number;
}

/** An article whose columns differ in length; the price does not yet count their lengths. */
interface Flowing {
  readonly item: Item;
  readonly plan: ArticlePlan;
  readonly price: number;
}

export interface Leaf extends Sized {
  readonly op: 'leaf';
  readonly item: Item;
  readonly shape: Shape;
}

/** One above the other with a blank row, or side by side with a gutter. */
export interface Split extends Sized {
  readonly op: 'stack' | 'beside';
  readonly first: Tree;
  readonly second: Tree;
}

/** An article over the whole width whose columns end at two heights above what stands below them. */
export interface BiteTree extends Sized, Flowing {
  readonly op: 'bite';
  readonly left?: Tree;
  readonly right: Tree;
}

/** A bite whose article is only `own` columns wide: a part stands beside it and ends with its right columns. */
export interface WheelTree extends Sized, Flowing {
  readonly op: 'wheel';
  readonly own: number;
  readonly beside: Tree;
  readonly left: Tree;
  readonly right: Tree;
}

/** A rectangle filled by items. */
export type Tree = Leaf | Split | BiteTree | WheelTree;
