/**
 * The arranger (组版) proposes whole pages.
 *
 *   distribute.ts     pieces.ts → pages, and on to later ones · content.ts  what a page holds, its ranks, its 简讯
 *   items.ts          content → items: article-plans.ts, pictures.ts, article-item.ts, service-items.ts
 *   table.ts          which rectangles the items of every subset fill exactly, kept by known-shapes.ts · roots.ts  the last cut of a page
 *   place.ts          trees of rectangles on the grid · divisions.ts, regions.ts  around locked blocks · score.ts  what an editor would object to, priced by costs.ts
 *   search.ts         rounds of all that · leave-off.ts  what to give up when it does not fit · arrange-page.ts  both, and the report
 *   checks.ts         the rules of layout for any page, with figures.ts and rules.ts
 *
 * Rows of text, headlines and pictures are counted by the layout, none is estimated. A seed always gives the same pages.
 */

export type { LayoutRule } from '../issue/layout-rules';
export { betterPages, changedShare } from './anytime';
export { type ArrangeOptions, arrangePage } from './arrange-page';
export { type ArrangedPage, arrangeEverBetter, arrangePages } from './arrange-pages';
export { checkPage, type Violation } from './checks';
export type { PageContent } from './content';
export { type Cut, cutsOf } from './cuts';
export { distribute } from './distribute';
export { arrangeFilled, emptyCells } from './fillers';
export type { Overset, PageProposal } from './proposal';
