/** Every way worth trying to set one article at one width: headline × white × pictures. Rows come from the layout, none is guessed. */
import type { Article, Issue, PageSpec, Photo } from '../issue/types';
import { columnHeadRows } from '../layout/column-head';
import type { HeadPlan, Layout } from '../layout/types';
import { boxPlans } from './box-plans';
import {
  HEAD_WHITE,
  MANY_LINES,
  NEXT_HEAD,
  ON_PICTURE,
  PICTURE_LEFT_OUT,
  type Rank,
  USUAL_LINES,
  VERTICAL_HEAD,
  WEAK_LEAD,
  WIDE_VERTICAL_HEAD,
  widthCost,
} from './costs';
import { createPictureSets, MOST_PICTURES, type PictureSet, ROWS_UNDER_PICTURE } from './pictures';
import type { ArticlePlan } from './plan';

/** Headlines of one width that are tried; later ones are hardly different. */
const MOST_HEADS = 4;
/** Fewer where a picture's height already takes up every row. */
const MOST_HEADS_WITH_PICTURE = 2;
const WHITES_WITH_PICTURE = 2;

/** Beside a vertical headline the text runs in a few columns, or the headline looks lost. */
const MOST_VERTICAL_COLUMNS = 3;

/** What planning needs to know of an article. */
export interface PlanContext {
  readonly article: Article;
  readonly photos: readonly Photo[];
  readonly rank: Rank;
  readonly spec: PageSpec;
  readonly layout: Layout;
  /** Rows of body text in the grid's columns. */
  readonly lines: number;
  /** Lines that the layout turned out to need beyond its count; contained in `lines`. */
  readonly addedLines: number;
  /** Pictures may be left out where that makes the page fit. */
  readonly fewerPictures: boolean;
  /** How the paper sets stories off, and whether it sets headlines on pictures and from top to bottom. */
  readonly boxes: ArticlePlan['box'];
  readonly headsOnPictures: boolean;
  readonly verticalHeads: boolean;
  /** Points of its largest headline at any width. */
  readonly biggestHead: number;
  readonly pictureSets: (count: number, columns: number) => readonly PictureSet[];
}

/**
 * What all plans of an article share, measured once. `addedLines`: rows that the layout turned out to need beyond its count;
 * `opening`: lines of the block when the others follow elsewhere.
 */
export function planContext(
  issue: Issue,
  layout: Layout,
  article: Article,
  rank: Rank,
  addedLines: number,
  fewerPictures: boolean,
  opening?: number,
): PlanContext {
  const photos = article.photos.flatMap((id) => issue.photos.find((photo) => photo.id === id) ?? []);
  const widths = Array.from({ length: issue.spec.columns }, (_, index) => index + 1);
  const heads = widths.flatMap((columns) => layout.planHeads(article.id, columns, rank));
  return {
    article,
    photos,
    rank,
    spec: issue.spec,
    layout,
    lines: opening ?? layout.bodyLines(article.id, issue.spec.columnChars) + addedLines,
    addedLines,
    fewerPictures,
    // A box is a whole.
    boxes: opening === undefined ? (issue.paper.arranging?.boxes ?? 'tint') : 'none',
    headsOnPictures: issue.paper.arranging?.headsOnPictures ?? false,
    verticalHeads: issue.paper.arranging?.verticalHeads ?? true,
    biggestHead: Math.max(...heads.filter(({ head }) => head !== 'vertical' && head !== 'picture').map(({ size }) => size)),
    pictureSets: createPictureSets({ photos, rank, spec: issue.spec, layout }),
  };
}

/** All plans at a width in columns, in no order. */
export function articlePlans(context: PlanContext, columns: number): ArticlePlan[] {
  const base = widthCost(context.rank, columns, context.spec.columns);
  const plans: ArticlePlan[] = [];
  const sets = setsOf(context, columns);
  const heads = topHeads(context, columns);
  const whites = sets.length > 0 ? WHITES_WITH_PICTURE : HEAD_WHITE.length;
  for (const { head, price } of heads) {
    for (let white = 0; white < whites; white++) {
      const vertical = head.head === 'vertical';
      if (vertical && (white > 0 || context.photos.length > 0)) continue;
      const leftOut = sets.length > 0 ? 0 : Math.min(context.photos.length, MOST_PICTURES) * PICTURE_LEFT_OUT;
      const cost = base + price + HEAD_WHITE[white]! + leftOut;
      if (sets.length === 0) plans.push(...assemble(context, columns, head, white, undefined, cost));
      for (const set of sets) plans.push(...assemble(context, columns, head, white, set, cost));
    }
  }
  plans.push(...besideHead(context, columns, base), ...onPicture(context, columns, base), ...boxPlans(context, columns, base));
  return plans;
}

/** A headline takes at most this share of the height of the picture on which it stands. */
const MOST_OF_PICTURE = 0.45;

/** Headline on the story's only picture (压题), which is as wide as the block. Small type would fill in: none with kicker or deck. */
function onPicture(context: PlanContext, columns: number, base: number): ArticlePlan[] {
  const { article, photos, rank, layout, headsOnPictures } = context;
  const plain = article.kicker === '' && article.deck === '' && photos.length === 1 && rank !== 'brief';
  if (!headsOnPictures || !plain) return [];
  const above = columnHeadRows(article, false);
  const heads = layout.planHeads(article.id, columns, rank).filter(({ head }) => head === 'picture');
  return heads.flatMap((head, index) => {
    const deep = (head.headRows - above) / MOST_OF_PICTURE;
    const price = base + ON_PICTURE + index * NEXT_HEAD + weakLead(context, head);
    const sets = context.pictureSets(1, columns).filter(({ pictures }) => pictures[0]!.rows >= deep);
    return sets.flatMap((set) => assemble(context, columns, { ...head, headRows: above }, 0, set, price));
  });
}

function topHeads(context: PlanContext, columns: number): { head: HeadPlan; price: number }[] {
  const heads = context.layout
    .planHeads(context.article.id, columns, context.rank)
    .filter(({ head }) => head !== 'box' && head !== 'picture');
  const vertical = heads.filter(({ head }) => head === 'vertical').slice(0, context.verticalHeads ? 1 : 0);
  const verticalPrice = columns > MOST_VERTICAL_COLUMNS ? WIDE_VERTICAL_HEAD : VERTICAL_HEAD;
  const most = context.photos.length > 0 ? MOST_HEADS_WITH_PICTURE : MOST_HEADS;
  const horizontal = heads.filter(({ head }) => head !== 'vertical').slice(0, most);
  return [
    ...horizontal.map((head, index) => ({
      head,
      price: index * NEXT_HEAD + weakLead(context, head) + manyLines(context, head, horizontal),
    })),
    ...vertical.map((head) => ({ head, price: verticalPrice })),
  ];
}

/** Fewer lines do where they are at least of this share of the size. */
const LINES_DO = 0.75;

/** The lead may be as deep as it is big. */
function manyLines({ rank }: PlanContext, { lines, size }: HeadPlan, others: readonly HeadPlan[]): number {
  const fewest = Math.min(...others.filter((other) => other.size >= size * LINES_DO).map((other) => other.lines.length));
  return rank === 'lead' ? 0 : Math.max(0, lines.length - Math.max(USUAL_LINES, fewest)) * MANY_LINES;
}

function weakLead({ rank, biggestHead }: PlanContext, { size }: HeadPlan): number {
  return rank === 'lead' ? WEAK_LEAD * (1 - size / biggestHead) : 0;
}

/** Sets of all pictures; of fewer, at a price, when they find no room together or when the page may go without some. */
function setsOf(context: PlanContext, columns: number): PictureSet[] {
  const wanted = Math.min(context.photos.length, MOST_PICTURES);
  const sets: PictureSet[] = [];
  for (let count = wanted; count > 0 && (sets.length === 0 || context.fewerPictures); count--) {
    const leftOut = (wanted - count) * PICTURE_LEFT_OUT;
    for (let width = 1; width <= columns; width++) {
      for (const set of context.pictureSets(count, width)) sets.push({ ...set, cost: set.cost + leftOut });
    }
  }
  return sets;
}

/** Headline over the left columns, picture level with it over the right ones. */
function besideHead(context: PlanContext, columns: number, base: number): ArticlePlan[] {
  if (context.photos.length !== 1 || columns < 3) return [];
  const plans: ArticlePlan[] = [];
  for (let headColumns = Math.ceil(columns / 2); headColumns < columns; headColumns++) {
    const sets = context.pictureSets(1, columns - headColumns);
    for (const { head, price } of topHeads(context, headColumns)) {
      if (head.head === 'vertical') continue;
      for (const set of sets) {
        plans.push(...assemble(context, columns, head, 0, set, base + price, headColumns));
      }
    }
  }
  return plans;
}

/** The plan, and where the picture leaves columns at its side, the one in which it reaches down to the block's foot. */
function assemble(
  context: PlanContext,
  columns: number,
  head: HeadPlan,
  white: number,
  set: PictureSet | undefined,
  cost: number,
  over?: number,
): ArticlePlan[] {
  const headColumns = over ?? (head.head === 'vertical' ? 1 : columns);
  const headRows = head.headRows + white;
  const setColumn = columns - (set?.columns ?? 0);
  const first = set && setColumn >= headColumns ? 0 : headRows;
  const pictures = (set?.pictures ?? []).map((picture) => ({
    ...picture,
    column: setColumn + picture.column,
    row: first + picture.row,
  }));
  const variant = (under: number): ArticlePlan => {
    const tops: number[] = [];
    const closed: boolean[] = [];
    let need = context.lines;
    for (let column = 0; column < columns; column++) {
      const covered = set !== undefined && column >= setColumn;
      const own = column < headColumns ? headRows : 0;
      const top = covered ? first + set.depth + under : own;
      tops.push(top);
      closed.push(covered && under === 0);
      need += top;
    }
    return {
      head,
      headRows,
      headColumns,
      deck: context.article.deck !== '',
      pictures,
      cost: cost + (set?.cost ?? 0),
      lines: context.lines,
      textColumns: 0,
      box: 'none',
      tops,
      closed,
      need,
    };
  };
  if (!set) return [variant(0)];
  return setColumn === 0 ? [variant(ROWS_UNDER_PICTURE)] : [variant(ROWS_UNDER_PICTURE), variant(0)];
}
