/** The rules of layout by name. A paper may switch off what it does not hold to; the first ones always hold. */
export const LAYOUT_RULES = [
  /** Text without a place; blocks on each other; a block outside the type area. */
  'overset',
  'overlap',
  'outside',
  /** A story that two blocks tell from its beginning; a part before the one that it goes on from, or without one. */
  'told-twice',
  'broken-chain',
  /** 背题 */
  'stranded-headline',
  /** Columns of a story below another story's headline, or parted by another block. */
  'broken-order',
  /** A headline larger than the lead's. */
  'outshone-lead',
  /** A headline larger than that of a story to which the editor gave more weight. */
  'headline-weight',
  /** The lead is not at the head of the page. */
  'lead-low',
  /** 碰题 */
  'colliding-headlines',
  /** 断版 */
  'split-page',
  /** 通线 */
  'through-rule',
  /** 尾巴 */
  'tail',
  /** A column ends between a heading and its text or before a last line of one or two characters. */
  'parted-lines',
  /** A paragraph ends with a line of a single character (单字不占行). */
  'single-character',
  'one-sided-pictures',
  'look-alike',
  /** Stories that wish to stand together are not neighbours, or those that must not share a page do. */
  'wish',
  /** A story that wishes to stand over two facing pages (通版) and does not. */
  'no-spread',
  /** A story goes on on another page, which the paper does not want. */
  'jump',
] as const;

export type LayoutRule = (typeof LAYOUT_RULES)[number];

/** What no paper can want. */
export const FIXED_RULES: readonly LayoutRule[] = ['overset', 'overlap', 'outside', 'told-twice', 'broken-chain'];
