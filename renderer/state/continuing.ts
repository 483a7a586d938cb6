/** Stories that go on in another block: where there is room for one, and the edits. Pure functions of the document. */
import { contentArea } from '../../engine/arrange/area';
import { isReadBefore } from '../../engine/issue/chain-faults';
import {
  type Block,
  chainOf,
  type Edit,
  type GridRect,
  type Id,
  type Issue,
  isFurniture,
  isStory,
  numberAfter,
  type StoryContent,
  type StoryPart,
} from '../../engine/issue/index';
import { LEAST_ROWS } from './block-edits';
import { dividedAt, type Lower, madeOne } from './dividing';
import { blockOf } from './facts';
import { freeRooms } from './free-room';
import { freshId, type Placement } from './placement';
import { pageOfBlock } from './store';

/** Rows of the mark above a story that comes from another page. */
const MARK_ROWS = 3;
/** A part of fewer rows is hardly read; white that a reader takes for the end of the story. */
const LEAST_PART_ROWS = 5;
const BLANK = 1;
/** Rows of a headline over two pages. */
const SPREAD_HEAD_ROWS = 12;
const BARE_FORM = { pictures: [], box: 'none', textColumns: 0 } as const;

/** A block with a story's text, and its page. */
interface Part extends StoryPart {
  readonly content: StoryContent;
}

function partOf(issue: Issue, id: Id): Part | undefined {
  const block = blockOf(issue, id);
  const page = pageOfBlock(issue, id);
  return block && page !== undefined && isStory(block.content) ? { block, page, content: block.content } : undefined;
}

/** The other blocks that tell the story of this one, and which of them it is; undefined for a story in a single block. */
export function partsOf(
  { pages }: Pick<Issue, 'pages'>,
  { id, content }: Block,
): { readonly parts: readonly StoryPart[]; readonly at: number } | undefined {
  if (!isStory(content)) return undefined;
  const parts = chainOf(pages, content.article);
  const at = parts.findIndex(({ block }) => block.id === id);
  return parts.length > 1 && at >= 0 ? { parts, at } : undefined;
}

/**
 * A block that takes up the text of another one, at a place of any page; parts behind it count up. Undefined when the block
 * shows no story.
 */
export function continuedAt(issue: Issue, id: Id, page: number, rect: GridRect): Placement | undefined {
  return continuedBy(issue, id, page, { rect, cuts: [], form: BARE_FORM });
}

function continuedBy(issue: Issue, id: Id, page: number, { rect, cuts, form }: Lower): Placement | undefined {
  const from = partOf(issue, id);
  if (!from) return undefined;
  const { article } = from.content;
  const part = numberAfter(from.content);
  const fresh = freshId(issue, page);
  const block: Block = {
    id: fresh,
    content: { kind: 'continuation', article, part, form },
    rect,
    cuts,
    locked: false,
  };
  const at = from.page === page ? issue.pages[page - 1]!.blocks.findIndex((other) => other.id === id) + 1 : undefined;
  const later = chainOf(issue.pages, article).flatMap((other): Edit[] => {
    const { content } = other.block;
    if (content.kind !== 'continuation' || content.part < part) return [];
    return [{ type: 'putBlock', page: other.page, block: { ...other.block, content: { ...content, part: content.part + 1 } } }];
  });
  const put: Edit = { type: 'putBlock', page, block, ...(at === undefined ? {} : { at }) };
  return { edit: later.length === 0 ? put : { type: 'batch', name: '', edits: [...later, put] }, block: fresh };
}

/** Columns and rows for so many characters of a block's text; for half of its text where none are overset. */
export function sizeOfRest(issue: Issue, { rect }: Block, chars: number, turns: boolean): Pick<GridRect, 'columns' | 'rows'> {
  const { columns } = rect;
  const text = chars > 0 ? Math.ceil(chars / issue.spec.columnChars / columns) + 1 : Math.ceil(rect.rows / 2);
  return { columns, rows: Math.max(LEAST_PART_ROWS, text) + (turns ? MARK_ROWS : 0) };
}

/**
 * The story goes on where its page, or another one, has most room behind what has been read; where its own page has none, the
 * block is divided. `chars` are those that it has no room for.
 */
export function continuedOn(issue: Issue, id: Id, page: number, chars: number): Placement | undefined {
  const from = partOf(issue, id);
  const target = issue.pages[page - 1];
  if (!from || !target) return undefined;
  const size = sizeOfRest(issue, from.block, chars, page !== from.page);
  const area = contentArea(target, issue.spec);
  const taken = target.blocks.filter(({ content }) => !isFurniture(content)).map(({ rect }) => rect);
  const [room] = freeRooms(area, taken, size.columns, LEAST_PART_ROWS)
    .filter((one) => page !== from.page || !isReadBefore(one, from.block.rect))
    .sort((a, b) => held(b, size) - held(a, size));
  if (room) {
    const rect = { ...room, columns: Math.min(room.columns, size.columns), rows: Math.min(room.rows, size.rows) };
    return continuedAt(issue, id, page, rect);
  }
  if (page === from.page) return dividedPart(issue, from);
  return continuedAt(issue, id, page, {
    ...area,
    columns: Math.min(area.columns, size.columns),
    rows: Math.min(area.rows, size.rows),
  });
}

/** Cells of a room that a part of this size would use. */
function held(room: GridRect, { columns, rows }: Pick<GridRect, 'columns' | 'rows'>): number {
  return Math.min(room.columns, columns) * Math.min(room.rows, rows);
}

/** The lower half of a story's block becomes its continuation; undefined when the block shows no story or is too low. */
export function divided(issue: Issue, id: Id): Placement | undefined {
  const from = partOf(issue, id);
  return from && dividedPart(issue, from);
}

function dividedPart(issue: Issue, { block, page, content }: Part): Placement | undefined {
  const { rect } = block;
  const rows = Math.ceil((rect.rows - BLANK) / 2);
  if (rect.rows - rows - BLANK < LEAST_ROWS || block.locked) return undefined;
  const { upper, lower } = dividedAt({ ...block, content }, rows, BLANK);
  const further = continuedBy(issue, block.id, page, lower);
  if (!further) return undefined;
  const edits: Edit[] = [{ type: 'putBlock', page, block: upper }, further.edit];
  return { ...further, edit: { type: 'batch', name: '', edits } };
}

/**
 * The story takes both facing pages (通版): its block reaches the fold, the other page's begins there, level and as large, and
 * the headline runs over both. Undefined where no page faces the block's, or when it is no story's beginning.
 */
export function spreadOver(issue: Issue, id: Id): Placement | undefined {
  const from = partOf(issue, id);
  if (from?.content.kind !== 'article' || !canSpread(issue, id)) return undefined;
  const { block, page, content } = from;
  const columns = issue.spec.columns - block.rect.column;
  const text = Math.max(0, block.rect.rows - (content.form.headRows || SPREAD_HEAD_ROWS)) * block.rect.columns;
  const rows = Math.min(block.rect.rows, SPREAD_HEAD_ROWS + Math.ceil(text / columns / 2));
  const rect = { ...block.rect, columns, rows };
  const form = { ...content.form, across: true, size: 0, lines: [], headRows: 0, headColumns: 0 };
  const left: Edit = { type: 'putBlock', page, block: { ...block, rect, content: { ...content, form } } };
  const level = { ...rect, column: 0 };
  const next = chainOf(issue.pages, content.article).find((part) => part.page === page + 1);
  if (next) {
    const right: Edit = { type: 'putBlock', page: next.page, block: { ...next.block, rect: level, cuts: [] } };
    return { edit: { type: 'batch', name: '', edits: [left, right] }, block: id };
  }
  const further = continuedAt(issue, id, page + 1, level);
  return further && { edit: { type: 'batch', name: '', edits: [left, further.edit] }, block: id };
}

/** Whether a story may begin here over two facing pages: an even page with one behind it. */
export function canSpread(issue: Issue, id: Id): boolean {
  const from = partOf(issue, id);
  return from?.content.kind === 'article' && from.page % 2 === 0 && from.page < issue.pages.length;
}

/** The headline stays on its page again. */
export function spreadNoMore(issue: Issue, id: Id): Placement | undefined {
  const from = partOf(issue, id);
  if (from?.content.kind !== 'article') return undefined;
  const { across: _, ...form } = from.content.form;
  const block = { ...from.block, content: { ...from.content, form: { ...form, size: 0, lines: [], headRows: 0 } } };
  return { edit: { type: 'putBlock', page: from.page, block }, block: id };
}

/**
 * A continuation goes back into the part before it with its pictures and quotes; of a story's first block, its next part does. Where
 * both make one rectangle the block takes it.
 */
export function mergedBack(issue: Issue, id: Id): Placement | undefined {
  const from = partOf(issue, id);
  const place = from && partsOf(issue, from.block);
  if (!from || !place) return undefined;
  const at = Math.max(1, place.at);
  const [before, part] = [partOf(issue, place.parts[at - 1]!.block.id), partOf(issue, place.parts[at]!.block.id)];
  if (!before || !part) return undefined;
  const rect = before.page === part.page ? joined(before.block.rect, part.block.rect) : undefined;
  const one = madeOne({ ...before.block, content: before.content }, { ...part.block, content: part.content }, rect);
  const edits: Edit[] = [
    { type: 'removeBlock', page: part.page, id: part.block.id },
    { type: 'putBlock', page: before.page, block: one },
  ];
  return { edit: { type: 'batch', name: '', edits }, block: before.block.id };
}

/** Two rectangles one below the other or side by side, with a blank row between them at most, as one. */
function joined(one: GridRect, other: GridRect): GridRect | undefined {
  const gap = other.row - one.row - one.rows;
  if (one.column === other.column && one.columns === other.columns && gap >= 0 && gap <= BLANK) {
    return { ...one, rows: one.rows + gap + other.rows };
  }
  const beside = one.row === other.row && one.rows === other.rows && one.column + one.columns === other.column;
  return beside ? { ...one, columns: one.columns + other.columns } : undefined;
}

/** Takes a block off its page. With a story's beginning all its parts go, a continuation's text goes back to the part before. */
export function takenOff(issue: Issue, id: Id): Edit | undefined {
  const page = pageOfBlock(issue, id);
  const block = blockOf(issue, id);
  if (page === undefined || !block) return undefined;
  const place = block.content.kind === 'article' ? partsOf(issue, block) : undefined;
  const parts = place?.at === 0 ? place.parts : [{ block, page }];
  const edits = parts.map((part): Edit => ({ type: 'removeBlock', page: part.page, id: part.block.id }));
  return edits.length === 1 ? edits[0] : { type: 'batch', name: '', edits };
}
