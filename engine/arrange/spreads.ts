/**
 * Stories that the editor wants over both facing pages (通版): they stand at the head of the two, as wide as both, with the
 * headline over the fold, and everything else is arranged below them as around locked blocks.
 */

import { contentIds, isFurniture } from '../issue/contents';
import { innermost, isFacing } from '../issue/facing';
import type { Article, Block, BlockContent, GridRect, Id, Issue, Page } from '../issue/types';
import { makeGrid } from '../layout/grid';
import { codeRows } from '../layout/story-code';
import type { Layout } from '../layout/types';
import { contentArea } from './area';
import { LEAST_TEXT_ROWS } from './costs';
import { createPictureSets, MOST_PICTURES, type PictureSet, ROWS_UNDER_PICTURE } from './pictures';
import { type QuotesOfStories, quoteLines, withQuotes } from './quotes';
import { tiedBlocks, whileArranging } from './ties';

/** Rows that the rest of a page needs to be a page's rest, and share of a page at which a spread looks its part. */
const LEAST_REST = 16;
const SPREAD_SHARE = 0.6;
/** Prices: for the share of a page by which it is deeper or lower, for each cell left empty. */
const OFF_SHARE = 40;
const EMPTY_CELL = 0.5;
/** Rows that it may turn out deeper than counted. */
const MOST_ADDED = 3;

/** The issue with its spreads on their pages, and blocks that arranging leaves alone. */
export interface WithSpreads {
  readonly issue: Issue;
  readonly tied: ReadonlyMap<Id, Block>;
}

/** Places the spreads that are wished for on pairs among the pages `numbers`; what stands nowhere is arranged as other stories are. */
export function withSpreads(issue: Issue, numbers: readonly number[], layout: Layout, quotes: QuotesOfStories): WithSpreads {
  let current = issue;
  const placed = new Map<Id, Block>();
  for (const article of issue.articles.filter(({ spread }) => spread)) {
    const tied = new Map([...tiedBlocks(current, numbers), ...placed]);
    const working = whileArranging(current, tied, []);
    if (stays(working, article.id)) continue;
    const halves = pairsFor(working, article, numbers).map((left) => spreadOn(working, article, left, layout, quotes));
    const found = halves.find((one) => one !== undefined);
    if (!found) continue;
    current = { ...current, pages: current.pages.map((page) => onPage(page, article.id, found)) };
    for (const block of found.blocks) placed.set(block.id, block);
  }
  return { issue: current, tied: new Map([...tiedBlocks(current, numbers), ...placed]) };
}

/** Stories on a page that wish to stand over two and do not, by their blocks. */
export function spreadsMissed(issue: Issue, { blocks }: Page): Id[] {
  return blocks.flatMap(({ id, content }) => {
    if (content.kind !== 'article' || content.form.across) return [];
    return issue.articles.some(({ id, spread }) => id === content.article && spread) ? [id] : [];
  });
}

function stays({ pages }: Issue, article: Id): boolean {
  return pages.some(({ blocks }) => blocks.some(({ locked, content }) => locked && contentIds(content).includes(article)));
}

/** Left pages of the pairs that a story may stand on: the page or section that it asks for, otherwise the innermost pair first. */
function pairsFor({ pages }: Issue, { page, section }: Article, numbers: readonly number[]): number[] {
  const lefts = numbers.filter((left) => isFacing(left, left + 1) && numbers.includes(left + 1));
  const wished = (left: number) => {
    if (page > 0) return page === left || page === left + 1;
    return !section || pages.some(({ number, section: own }) => own === section && (number === left || number === left + 1));
  };
  const middle = innermost(pages.length);
  return lefts.filter(wished).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
}

interface Halves {
  readonly left: number;
  readonly blocks: readonly [Block, Block];
}

function onPage(page: Page, article: Id, { left, blocks }: Halves): Page {
  const others = page.blocks.filter(({ content }) => !isOf(content, article));
  const own = blocks[page.number - left];
  if (!own && others.length === page.blocks.length) return page;
  return { ...page, blocks: own ? [...others, own] : others };
}

function isOf(content: BlockContent, article: Id): boolean {
  return (content.kind === 'article' || content.kind === 'continuation') && content.article === article;
}

/** Both blocks, undefined where locked blocks stand in the way or the text is too short or too long for two pages. */
function spreadOn(issue: Issue, article: Article, left: number, layout: Layout, quotes: QuotesOfStories): Halves | undefined {
  const pages = [issue.pages[left - 1]!, issue.pages[left]!];
  const [area, other] = pages.map((page) => contentArea(page, issue.spec)) as [GridRect, GridRect];
  if (area.row !== other.row) return undefined;
  const most = Math.min(area.rows, other.rows, ...pages.map((page) => freeRows(page, area)));
  const draft = { issue, article, left, layout, quotes, area };
  const head = headOf(draft, most);
  if (!head) return undefined;
  const shape = bestShape(draft, head.rows, most, area.rows);
  if (!shape) return undefined;
  for (let rows = shape.rows; rows <= Math.min(most, shape.rows + MOST_ADDED); rows++) {
    const halves = halvesOf(draft, { ...shape, rows }, head);
    if (layout.fit(halves.blocks[1], partsOf(halves)).oversetChars === 0) return halves;
  }
  return undefined;
}

/** Rows at the head of a page that no locked block takes. */
function freeRows({ blocks }: Page, { row, rows }: GridRect): number {
  const locked = blocks.filter((block) => block.locked && !isFurniture(block.content));
  return Math.min(rows, ...locked.map(({ rect }) => rect.row - row - 1));
}

interface Draft {
  readonly issue: Issue;
  readonly article: Article;
  readonly left: number;
  readonly layout: Layout;
  readonly quotes: QuotesOfStories;
  readonly area: GridRect;
}

interface Shape {
  readonly rows: number;
  readonly pictures: readonly [PictureSet | undefined, PictureSet | undefined];
}

interface HeadSize {
  readonly size: number;
  readonly lines: readonly string[];
  readonly rows: number;
}

const PLANNED: HeadSize = { size: 0, lines: [], rows: 0 };

/** The headline as the layout plans it for both pages, measured over blocks that fill `rows` of them. */
function headOf(draft: Draft, rows: number): HeadSize | undefined {
  const halves = halvesOf(draft, { rows, pictures: [undefined, undefined] }, PLANNED);
  const { headLines, headSize, textRows = 0, emptyRows } = draft.layout.fit(halves.blocks[0], partsOf(halves));
  if (!headLines || !headSize) return undefined;
  const above = rows - Math.floor((textRows + emptyRows) / draft.issue.spec.columns);
  return { lines: headLines, size: headSize, rows: above };
}

/** The depth and pictures that fill both blocks best. */
function bestShape({ issue, article, layout, quotes }: Draft, head: number, most: number, whole: number): Shape | undefined {
  const { columns, columnChars } = issue.spec;
  const grid = makeGrid(issue.spec);
  const further = (quoteLines(quotes, issue.spec).get(article.id) ?? 0) + (article.code ? codeRows(grid, article.code) : 0);
  const lines = layout.bodyLines(article.id, columnChars) + further;
  let best: (Shape & { readonly cost: number }) | undefined;
  for (const pictures of pictureShares({ issue, article, layout })) {
    const taken = pictures.reduce((sum, set) => sum + (set ? set.columns * (set.depth + ROWS_UNDER_PICTURE) : 0), 0);
    const rows = head + Math.ceil((lines + taken) / (2 * columns));
    const deepest = Math.max(0, ...pictures.map((set) => (set ? set.depth + ROWS_UNDER_PICTURE : 0)));
    if (rows > most || rows - head - deepest < LEAST_TEXT_ROWS || (rows < whole && whole - rows < LEAST_REST)) continue;
    const empty = 2 * columns * (rows - head) - taken - lines;
    const crops = pictures.reduce((sum, set) => sum + (set?.cost ?? 0), 0);
    const cost = crops + OFF_SHARE * Math.abs(rows / whole - SPREAD_SHARE) + EMPTY_CELL * empty;
    if (!best || cost < best.cost) best = { rows, pictures, cost };
  }
  return best;
}

/** Ways to set its photographs, the first half of them on the left page, beside the fold on both. */
function* pictureShares({ issue, article, layout }: Pick<Draft, 'issue' | 'article' | 'layout'>): Iterable<Shape['pictures']> {
  const found = article.photos.flatMap((id) => issue.photos.find((photo) => photo.id === id) ?? []);
  const photos = found.slice(0, 2 * MOST_PICTURES);
  const half = Math.ceil(photos.length / 2);
  const sets = [photos.slice(0, half), photos.slice(half)].map((some) => {
    if (some.length === 0) return [undefined];
    const make = createPictureSets({ photos: some, rank: 'lead', spec: issue.spec, layout });
    return Array.from({ length: issue.spec.columns }, (_, index) => make(some.length, index + 1)).flat();
  });
  for (const left of sets[0]!) for (const right of sets[1]!) yield [left, right];
}

/** The two blocks. Their ids hold as long as the story stands there. */
function halvesOf({ issue, article, left, quotes, area }: Draft, { rows, pictures }: Shape, head: HeadSize): Halves {
  const { columns } = issue.spec;
  const rect = { column: 0, row: area.row, columns, rows };
  const common = { rect, cuts: [], locked: false };
  const plain = { box: 'none' as const, textColumns: 0 };
  const [own, next] = pictures.map((set, index) =>
    (set?.pictures ?? []).map((picture) => ({
      ...picture,
      column: picture.column + (index === 0 ? columns - set!.columns : 0),
      row: picture.row + head.rows,
    })),
  );
  const form = {
    ...plain,
    head: 'inside' as const,
    size: head.size,
    lines: head.lines,
    headRows: head.rows,
    headColumns: 0,
    deck: article.deck !== '',
    pictures: own!,
    across: true,
  };
  const first: Block = { ...common, id: idOn(issue, left), content: { kind: 'article', article: article.id, form } };
  const second: Block = {
    ...common,
    id: idOn(issue, left + 1),
    content: { kind: 'continuation', article: article.id, part: 2, form: { ...plain, pictures: next! } },
  };
  return { left, blocks: [withQuotes([first], quotes)[0]!, second] };
}

/** An id that no block has. */
function idOn({ pages }: Issue, page: number): Id {
  const used = new Set(pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  let number = 1;
  while (used.has(`p${page}-t${number}`)) number++;
  return `p${page}-t${number}`;
}

function partsOf({ left, blocks: [first, second] }: Halves) {
  return [
    { block: first, page: left },
    { block: second, page: left + 1 },
  ];
}
