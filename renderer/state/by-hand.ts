/** What an editor does to blocks by hand: split, merge, send to another page, headline size. Pure functions of the document. */
import { contentArea } from '../../engine/arrange/area';
import { BRIEFS_LABEL } from '../../engine/arrange/blocks';
import {
  type ArticleForm,
  type Block,
  type Edit,
  type GridRect,
  type Id,
  type Issue,
  spanPoints,
} from '../../engine/issue/index';
import { HEAD_STYLES } from '../../engine/layout/styles';
import type { BlockFit } from '../../engine/layout/types';
import { clipped, isMovable, LEAST_ROWS, movedTo, withForm } from './block-edits';
import { divided, mergedBack, partsOf } from './continuing';
import { blockOf, itemOf } from './facts';
import { freeRooms } from './free-room';
import { freshId, type Placement } from './placement';
import { pageOfBlock } from './store';

const BLANK = 1;
/** Body size that the sizes of the page design are stated for. */
const DESIGN_BODY = 9;

/** A story's lower half becomes its continuation; a column of briefs becomes two. Undefined for everything else. */
export function split(issue: Issue, id: Id): Placement | undefined {
  const block = blockOf(issue, id);
  return block?.content.kind === 'briefs' ? splitBriefs(issue, block) : divided(issue, id);
}

function splitBriefs(issue: Issue, block: Block): Placement | undefined {
  const { content, rect } = block;
  const page = pageOfBlock(issue, block.id);
  if (content.kind !== 'briefs' || content.articles.length < 2 || page === undefined || !isMovable(block)) return undefined;
  const half = Math.ceil(content.articles.length / 2);
  const halves = dividedRect(rect);
  if (!halves) return undefined;
  const [above, below] = halves;
  const upper = {
    ...block,
    rect: above,
    cuts: cutsIn(block, above),
    content: { ...content, articles: content.articles.slice(0, half) },
  };
  const fresh = freshId(issue, page);
  const rest = { ...content, articles: content.articles.slice(half) };
  const lower = { id: fresh, content: rest, rect: below, cuts: cutsIn(block, below), locked: false };
  const edits: Edit[] = [
    { type: 'putBlock', page, block: upper },
    { type: 'putBlock', page, block: lower },
  ];
  return { edit: { type: 'batch', name: '', edits }, block: fresh };
}

/** What neighbours have of a part of the block. */
function cutsIn({ cuts }: Block, rect: GridRect): readonly GridRect[] {
  return cuts.flatMap((cut) => clipped(cut, rect));
}

/** Left and right half, or upper and lower of a single column. */
function dividedRect(rect: GridRect): readonly [GridRect, GridRect] | undefined {
  if (rect.columns > 1) {
    const columns = Math.ceil(rect.columns / 2);
    return [
      { ...rect, columns },
      { ...rect, column: rect.column + columns, columns: rect.columns - columns },
    ];
  }
  const rows = Math.ceil((rect.rows - BLANK) / 2);
  const below = rect.rows - rows - BLANK;
  if (below < LEAST_ROWS) return undefined;
  return [
    { ...rect, rows },
    { ...rect, row: rect.row + rows + BLANK, rows: below },
  ];
}

/**
 * Parts of one story become one block again; two stories without pictures, or columns of briefs, become one column of briefs, in
 * which each keeps its headline. With one block selected, it goes back into the part before.
 */
export function merged(issue: Issue, ids: readonly Id[]): Placement | undefined {
  const [first, second] = ids.map((id) => blockOf(issue, id));
  if (ids.length === 1 && first) return partsOf(issue, first) && isMovable(first) ? mergedBack(issue, first.id) : undefined;
  if (ids.length !== 2 || !first || !second || !isMovable(first) || !isMovable(second)) return undefined;
  const one = partsOf(issue, first);
  const other = partsOf(issue, second);
  const sameStory = one && other && one.parts[0]!.block.id === other.parts[0]!.block.id;
  if (!sameStory) return one || other ? undefined : mergedBriefs(issue, first, second);
  if (Math.abs(one.at - other.at) !== 1) return undefined;
  return mergedBack(issue, one.at > other.at ? first.id : second.id);
}

/** The upper one takes the items of both, and the rectangle around both where they stand side by side or one below the other. */
function mergedBriefs(issue: Issue, one: Block, other: Block): Placement | undefined {
  const [first, second] = isBefore(one.rect, other.rect) ? [one, other] : [other, one];
  const page = pageOfBlock(issue, first.id);
  const [upper, lower] = [itemsOf(first), itemsOf(second)];
  if (!upper || !lower || page === undefined || pageOfBlock(issue, second.id) !== page) return undefined;
  const label = [first, second].flatMap(({ content }) => (content.kind === 'briefs' ? [content.label] : [])).find(Boolean);
  const content = { kind: 'briefs', label: label ?? BRIEFS_LABEL, articles: [...upper, ...lower] } as const;
  const block: Block = { ...first, content, cuts: [], rect: joined(first.rect, second.rect) ?? first.rect };
  const edits: Edit[] = [
    { type: 'removeBlock', page, id: second.id },
    { type: 'putBlock', page, block },
  ];
  return { edit: { type: 'batch', name: '', edits }, block: first.id };
}

/** Stories of a block that can stand as briefs: without pictures, which briefs have no place for. */
function itemsOf({ content }: Block): readonly Id[] | undefined {
  if (content.kind === 'briefs') return content.articles;
  return content.kind === 'article' && content.form.pictures.length === 0 ? [content.article] : undefined;
}

function isBefore(a: GridRect, b: GridRect): boolean {
  return a.row < b.row || (a.row === b.row && a.column < b.column);
}

/** Two rectangles that make one, a blank row between them at most. */
function joined(first: GridRect, second: GridRect): GridRect | undefined {
  const gap = second.row - first.row - first.rows;
  if (first.column === second.column && first.columns === second.columns && gap >= 0 && gap <= BLANK)
    return { ...first, rows: first.rows + gap + second.rows };
  const beside = first.row === second.row && first.rows === second.rows && first.column + first.columns === second.column;
  return beside ? { ...first, columns: first.columns + second.columns } : undefined;
}

/**
 * Blocks go to another page: to the same place where that is free there, else to the first free room of their size, else to the
 * same place over what stands there. Undefined when none may move.
 */
export function sentTo(
  issue: Issue,
  ids: readonly Id[],
  page: number,
): { readonly edit: Edit; readonly blocks: readonly Id[] } | undefined {
  const target = issue.pages[page - 1];
  if (!target) return undefined;
  const area = contentArea(target, issue.spec);
  const taken = target.blocks.map(({ rect }) => rect);
  const edits: Edit[] = [];
  const blocks: Id[] = [];
  const used = new Set(issue.pages.flatMap(({ blocks: all }) => all.map(({ id }) => id)));
  for (const id of ids) {
    const block = blockOf(issue, id);
    const from = pageOfBlock(issue, id);
    if (!isMovable(block) || from === undefined || from === page) continue;
    const rect = {
      ...block.rect,
      columns: Math.min(block.rect.columns, area.columns),
      rows: Math.min(block.rect.rows, area.rows),
    };
    const [room] = isFree(rect, area, taken) ? [rect] : roomsFor(rect, area, taken);
    const placed = movedTo({ ...block, rect, cuts: [] }, area, (room ?? rect).column, (room ?? rect).row);
    const fresh = freshName(used, page);
    edits.push({ type: 'removeBlock', page: from, id }, { type: 'putBlock', page, block: { ...placed, id: fresh } });
    blocks.push(fresh);
    taken.push(placed.rect);
  }
  return edits.length > 0 ? { edit: { type: 'batch', name: '', edits }, blocks } : undefined;
}

function freshName(used: Set<Id>, page: number): Id {
  let number = 1;
  while (used.has(`p${page}-${number}`)) number += 1;
  used.add(`p${page}-${number}`);
  return `p${page}-${number}`;
}

function isFree(rect: GridRect, area: GridRect, taken: readonly GridRect[]): boolean {
  const within = rect.row >= area.row && rect.row + rect.rows <= area.row + area.rows;
  const apart = (other: GridRect) =>
    rect.column >= other.column + other.columns ||
    other.column >= rect.column + rect.columns ||
    rect.row >= other.row + other.rows ||
    other.row >= rect.row + rect.rows;
  return within && taken.every(apart);
}

function roomsFor({ columns, rows }: GridRect, area: GridRect, taken: readonly GridRect[]): readonly GridRect[] {
  const inside = taken.filter(({ row, rows: high }) => row + high > area.row && row < area.row + area.rows);
  return freeRooms(area, inside, columns, rows).filter((room) => room.columns === columns);
}

/**
 * The block with its headline one step of its class's sizes larger or smaller. `standing` are its lines and its size as the
 * layout has set it, which may have chosen both; where it is not known, the size follows from the lines.
 */
export function resizedHead(
  issue: Issue,
  block: Block,
  step: 1 | -1,
  standing: Pick<BlockFit, 'headLines' | 'headSize'> | undefined,
): Block | undefined {
  const { content } = block;
  const article = content.kind === 'article' ? itemOf(issue, 'articles', content.article) : undefined;
  if (content.kind !== 'article' || !article) return undefined;
  const { form } = content;
  const lines = form.lines.length > 0 ? form.lines : (standing?.headLines ?? article.headline);
  const sizes = headSizes(issue, form);
  const now = form.size || standing?.headSize || standingSize(issue, block, sizes, lines);
  const next = step > 0 ? sizes.findLast((size) => size > now + 0.01) : sizes.find((size) => size < now - 0.01);
  return next === undefined ? undefined : withForm(block, { size: next, lines, headRows: 0 });
}

/** Sizes of a headline's class for the body size of the issue, largest first. */
function headSizes({ spec }: Issue, { head }: ArticleForm): readonly number[] {
  return HEAD_STYLES[head].headline.sizes.map((size) => Number(((size * spec.bodySize) / DESIGN_BODY).toFixed(1)));
}

/** The largest size whose longest line the block is wide enough for. */
function standingSize(issue: Issue, { rect, content }: Block, sizes: readonly number[], lines: readonly string[]): number {
  const columns = content.kind === 'article' && content.form.headColumns > 0 ? content.form.headColumns : rect.columns;
  const longest = Math.max(1, ...lines.map((line) => [...line].length));
  return sizes.find((size) => size * longest <= spanPoints(issue.spec, columns)) ?? sizes.at(-1)!;
}
