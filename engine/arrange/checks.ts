/** Checks any page, proposed or made by hand, against the rules of layout. */
import { chainFaults } from '../issue/chain-faults';
import { chainOf, isStory, type StoryPart } from '../issue/chains';
import { isFurniture } from '../issue/contents';
import { FIXED_RULES, type LayoutRule } from '../issue/layout-rules';
import type { Article, Block, GridRect, Id, Issue } from '../issue/types';
import type { BlockFit, Layout } from '../layout/types';
import { contentArea } from './area';
import { articleOf, leadAmong, rankArticles, rankOf } from './content';
import type { Rank } from './costs';
import { type Figure, figureOfBlock, ownersOf } from './figures';
import { brokenOrders, leadsLow } from './order';
import { collisions, gutterShares, lookAlikes, outweighed, picturesOneSided, ruleShares } from './rules';
import { spreadsMissed } from './spreads';
import { unmetWishes, Wishes } from './wishes';

export interface Violation {
  readonly rule: LayoutRule;
  readonly severity: 'error' | 'warning';
  readonly blocks: readonly Id[];
}

/** A gutter or rule as long as this share of the page goes right through it. */
const THROUGH = 0.97;
/** Lines below its headline that a story needs, or the headline is stranded (背题). */
const LEAST_LINES = 2;
/** A column of an L-shape with fewer rows of text than this hangs on as a tail (尾巴). */
const TAIL_ROWS = 3;

/** All violations of the rules that the paper holds to, errors first. */
export function checkPage(issue: Issue, number: number, layout: Layout): Violation[] {
  const off = (issue.paper.arranging?.rulesOff ?? []).filter((rule) => !FIXED_RULES.includes(rule));
  return allViolations(issue, number, layout).filter(({ rule }) => !off.includes(rule));
}

function allViolations(issue: Issue, number: number, layout: Layout): Violation[] {
  const page = issue.pages[number - 1];
  if (!page) return [];
  const area = contentArea(page, issue.spec);
  const blocks = page.blocks.filter((block) => !isFurniture(block.content));
  const ranks = pageRanks(issue, blocks);
  const figures = blocks.map((block) => figureOfBlock(block, issue, (article) => ranks.get(article.id) ?? rankOf(article)));
  const ids = (indexes: readonly number[]) =>
    [...new Set(indexes)].filter((index) => index >= 0).map((index) => figures[index]!.block);
  const warn = (rule: LayoutRule, indexes: readonly number[]): Violation => ({ rule, severity: 'warning', blocks: ids(indexes) });
  const owners = ownersOf(figures, area);
  const fits = blocks.map((block) => layout.fit(block, partsOf(issue, block)));
  return [
    ...oversets(blocks, fits),
    ...chains(issue, number, blocks, fits),
    ...overlaps(page.blocks, area),
    ...stranded(figures, blocks, (article) => layout.bodyLines(article, issue.spec.columnChars)),
    ...outshone(figures),
    ...outweighed(figures).map(({ first, second }) => warn('headline-weight', [first, second])),
    ...brokenOrders(figures).map((index): Violation => ({ rule: 'broken-order', severity: 'error', blocks: ids([index]) })),
    ...leadsLow(figures, area).map((index) => warn('lead-low', [index])),
    ...fits.flatMap(({ remarks }, index) =>
      remarks.some(({ rule }) => rule === 'lines-parted') ? [warn('parted-lines', [index])] : [],
    ),
    ...fits.flatMap(({ remarks }, index) =>
      remarks.some(({ rule }) => rule === 'single-character')
        ? [{ rule: 'single-character' as const, severity: 'error' as const, blocks: ids([index]) }]
        : [],
    ),
    ...collisions(figures).flatMap(({ first, second, near }) => (near ? [] : [warn('colliding-headlines', [first, second])])),
    ...gutterShares(figures, owners, area).flatMap((share, edge) =>
      share >= THROUGH ? [warn('split-page', besideEdge(owners, area, edge + 1))] : [],
    ),
    ...ruleShares(figures, owners, area).flatMap((share, row) =>
      share >= THROUGH ? [warn('through-rule', besideRow(owners, area, row + 1))] : [],
    ),
    ...figures.flatMap((figure, index) => (hasTail(figure) ? [warn('tail', [index])] : [])),
    ...(picturesOneSided(figures, area) ? [warn('one-sided-pictures', withPictures(figures))] : []),
    ...lookAlikes(figures).map(({ first, second }) => warn('look-alike', [first, second])),
    ...spreadsMissed(issue, page).map((id): Violation => ({ rule: 'no-spread', severity: 'warning', blocks: [id] })),
    ...unmetWishes(new Wishes(issue), figures).map(({ first, second }) => warn('wish', [first, second])),
  ];
}

/** Ranks of a page's stories; the lead is who the editor or the headline says, otherwise the most important. */
function pageRanks(issue: Issue, blocks: readonly Block[]): Map<Id, Rank> {
  const articles: Article[] = [];
  for (const { content } of blocks) if (content.kind === 'article') articles.push(articleOf(issue, content.article));
  const lead = leadAmong(blocks, issue);
  if (!lead?.isSure) return new Map(rankArticles(articles).articles.map(({ id, rank }) => [id, rank]));
  const others = rankArticles(
    articles.filter(({ id }) => id !== lead.id),
    true,
  );
  return new Map([...others.articles.map(({ id, rank }) => [id, rank] as const), [lead.id, 'lead']]);
}

function oversets(blocks: readonly Block[], fits: readonly BlockFit[]): Violation[] {
  return blocks.flatMap(({ id }, index) =>
    fits[index]!.oversetChars > 0 ? [{ rule: 'overset' as const, severity: 'error' as const, blocks: [id] }] : [],
  );
}

/** The story's blocks as the issue has them, of which the layout may know an earlier state. */
export function partsOf({ pages }: Pick<Issue, 'pages'>, { content }: Block): readonly StoryPart[] | undefined {
  return isStory(content) ? chainOf(pages, content.article) : undefined;
}

/** Stories whose parts are out of order; continuations to which no text comes. */
function chains(issue: Issue, number: number, blocks: readonly Block[], fits: readonly BlockFit[]): Violation[] {
  const faults = chainFaults(issue).filter(({ page }) => page === number);
  const idle = blocks.filter((_, index) => fits[index]!.remarks.some(({ rule }) => rule === 'nothing-to-continue'));
  return [
    ...faults.map(({ rule, blocks }): Violation => ({ rule, severity: rule === 'jump' ? 'warning' : 'error', blocks })),
    ...idle.map(({ id }): Violation => ({ rule: 'broken-chain', severity: 'error', blocks: [id] })),
  ];
}

/** Blocks on the same cells, and blocks that leave the area or cover furniture. */
function overlaps(blocks: readonly Block[], area: GridRect): Violation[] {
  const content = blocks.filter((block) => !isFurniture(block.content));
  const found: Violation[] = [];
  content.forEach((block, index) => {
    for (const other of content.slice(index + 1)) {
      if (shareCells(block, other)) found.push({ rule: 'overlap', severity: 'error', blocks: [block.id, other.id] });
    }
    if (!inside(block.rect, area)) found.push({ rule: 'outside', severity: 'error', blocks: [block.id] });
  });
  return found;
}

function inside(rect: GridRect, area: GridRect): boolean {
  return (
    rect.column >= area.column &&
    rect.row >= area.row &&
    rect.column + rect.columns <= area.column + area.columns &&
    rect.row + rect.rows <= area.row + area.rows
  );
}

function shareCells(one: Block, other: Block): boolean {
  const column = Math.max(one.rect.column, other.rect.column);
  const row = Math.max(one.rect.row, other.rect.row);
  const endColumn = Math.min(one.rect.column + one.rect.columns, other.rect.column + other.rect.columns);
  const endRow = Math.min(one.rect.row + one.rect.rows, other.rect.row + other.rect.rows);
  for (let y = row; y < endRow; y++) {
    for (let x = column; x < endColumn; x++) if (!isCut(one, x, y) && !isCut(other, x, y)) return true;
  }
  return false;
}

function isCut({ cuts }: Block, column: number, row: number): boolean {
  return cuts.some(
    (cut) => column >= cut.column && column < cut.column + cut.columns && row >= cut.row && row < cut.row + cut.rows,
  );
}

/** First row below each column's end: the top of a cut, or of the block's foot. */
function columnEnd({ rect, cuts }: Figure, column: number): number {
  const below = cuts.filter((cut) => column >= cut.column && column < cut.column + cut.columns).map(({ row }) => row);
  return Math.min(rect.row + rect.rows, ...below);
}

/** `linesOf` gives an article's lines of text: one that has fewer cannot show more. */
function stranded(figures: readonly Figure[], blocks: readonly Block[], linesOf: (article: Id) => number): Violation[] {
  return figures.flatMap((figure, index) => {
    const { head } = figure;
    const { content } = blocks[index]!;
    if (!head || content.kind !== 'article') return [];
    const rows = columnEnd(figure, figure.rect.column) - head.rect.row - head.rect.rows;
    return rows < LEAST_LINES && rows < linesOf(content.article)
      ? [{ rule: 'stranded-headline' as const, severity: 'error' as const, blocks: [figure.block] }]
      : [];
  });
}

/** A headline without a size is planned by the layout as large as its class may be. */
function outshone(figures: readonly Figure[]): Violation[] {
  const lead = figures.find(({ rank, head }) => rank === 'lead' && head && head.size > 0);
  if (!lead) return [];
  return figures
    .filter(({ head }) => head && head.size > lead.head!.size)
    .map(({ block }) => ({ rule: 'outshone-lead' as const, severity: 'error' as const, blocks: [lead.block, block] }));
}

function hasTail(figure: Figure): boolean {
  const { head, rect, cuts } = figure;
  if (!head || cuts.length === 0) return false;
  const textTop = head.rect.row + head.rect.rows;
  for (let column = rect.column; column < rect.column + rect.columns; column++) {
    const rows = columnEnd(figure, column) - textTop;
    if (rows > 0 && rows < TAIL_ROWS) return true;
  }
  return false;
}

function withPictures(figures: readonly Figure[]): number[] {
  return figures.flatMap(({ pictures }, index) => (pictures.length > 0 ? [index] : []));
}

function besideEdge(owners: Int16Array, area: GridRect, edge: number): number[] {
  return Array.from({ length: area.rows }, (_, row) =>
    [edge - 1, edge].map((column) => owners[row * area.columns + column]!),
  ).flat();
}

function besideRow(owners: Int16Array, area: GridRect, row: number): number[] {
  return Array.from({ length: area.columns }, (_, column) =>
    [row - 1, row + 1].map((at) => owners[at * area.columns + column]!),
  ).flat();
}
