/** Bringing something from the library onto a page: where its block lands, what makes room for it, and the edit that does it. */
import { contentArea } from '../../engine/arrange/area';
import { freeDivisions } from '../../engine/arrange/divisions';
import type { Block, Edit, GridRect, Id, Issue } from '../../engine/issue/index';
import { coveredBy } from '../canvas/hit';
import { isMovable, movedTo, reshaped } from './block-edits';
import { clamp } from './clamp';
import { blockOf, materialRows } from './facts';
import { contentOf } from './first-size';
import { pushedBy } from './group-edits';
import { sizeOf } from './measured';
import { type Material, pageOfBlock } from './store';

/** What a drop on a page would do. */
export interface Drop {
  /** Where the item would stand. */
  readonly rect: GridRect;
  /** Neighbours that would make room, or change places with it, where they would stand then. */
  readonly pushed: readonly Block[];
  /** Neighbours that it would cover. */
  readonly covered: readonly Block[];
  readonly edit: Edit;
  /** Key of the name in the undo menu. */
  readonly name: 'edit.place' | 'edit.swap';
  readonly block: Id;
}

export interface Placement {
  readonly edit: Edit;
  readonly block: Id;
}

/** Where it would stand with its left upper corner at a column and row, as far as the page allows. */
export function landingOf(issue: Issue, page: number, material: Material, column: number, row: number): GridRect {
  const area = contentArea(issue.pages[page - 1]!, issue.spec);
  const size = placedBlock(issue, material)?.rect ?? sizeOf(issue, material);
  const [columns, rows] = [Math.min(size.columns, area.columns), Math.min(size.rows, area.rows)];
  return {
    column: clamp(column, area.column, area.column + area.columns - columns),
    row: clamp(row, area.row, area.row + area.rows - rows),
    columns,
    rows,
  };
}

/** On the free part of the page that has most room, or over what stands at its head where none is free. */
export function placeAnywhere(issue: Issue, page: number, material: Material): Placement | undefined {
  const { blocks } = issue.pages[page - 1]!;
  const area = contentArea(issue.pages[page - 1]!, issue.spec);
  const [free = [area]] = freeDivisions(
    area,
    blocks.map(({ rect }) => rect),
  );
  const { column, row } = free[0] ?? area;
  return putAt(issue, page, material, landingOf(issue, page, material, column, row));
}

/**
 * What letting an item go with its corner at a column and row of a page does; undefined when it may not move. Neighbours go down as
 * far as they must, where the page has room for that; with `swapWith` it changes places with a block instead, which
 * leaves the page when the item stood on none.
 */
export function dropOf(
  issue: Issue,
  page: number,
  material: Material,
  at: { readonly column: number; readonly row: number },
  swapWith?: Block,
): Drop | undefined {
  const placed = placedBlock(issue, material);
  if (swapWith && isMovable(swapWith) && swapWith.id !== placed?.id) return swapOf(issue, page, material, swapWith);
  const rect = landingOf(issue, page, material, at.column, at.row);
  const put = putAt(issue, page, material, rect);
  if (!put) return undefined;
  const others = issue.pages[page - 1]!.blocks.filter(({ id }) => id !== placed?.id);
  const covered = coveredBy(rect, others);
  const block: Block = { id: put.block, content: { kind: 'imprint' }, rect, cuts: [], locked: false };
  const pushed = covered.length > 0 ? (pushedBy([block], others, contentArea(issue.pages[page - 1]!, issue.spec)) ?? []) : [];
  const edits: Edit[] = [put.edit, ...pushed.map((other): Edit => ({ type: 'putBlock', page, block: other }))];
  const edit: Edit = pushed.length > 0 ? { type: 'batch', name: '', edits } : put.edit;
  return { rect, pushed, covered: pushed.length > 0 ? [] : covered, edit, name: 'edit.place', block: put.block };
}

/** The item takes the place of a block, which takes its place or goes back into the library. */
function swapOf(issue: Issue, page: number, material: Material, other: Block): Drop | undefined {
  const put = putAt(issue, page, material, other.rect);
  if (!put) return undefined;
  const placed = placedBlock(issue, material);
  const from = placed && pageOfBlock(issue, placed.id);
  const away: Edit = { type: 'removeBlock', page, id: other.id };
  const back = placed && reshaped({ ...other, cuts: [] }, placed.rect);
  const edits: readonly Edit[] =
    back && from !== undefined
      ? from === page
        ? [put.edit, { type: 'putBlock', page, block: back }]
        : [away, put.edit, { type: 'putBlock', page: from, block: { ...back, id: freshId(issue, from) } }]
      : [away, put.edit];
  const pushed = back && from === page ? [back] : [];
  const edit: Edit = { type: 'batch', name: '', edits };
  return { rect: other.rect, pushed, covered: back ? [] : [other], edit, name: 'edit.swap', block: put.block };
}

/** The block that shows an item alone; one of several briefs has none. Locked blocks stay where they are. */
function placedBlock(issue: Issue, { list, id }: Material): Block | undefined {
  const row = materialRows(issue).find(({ material }) => material.list === list && material.id === id);
  const block = blockOf(issue, row?.block ?? null);
  return block && block.content.kind !== 'briefs' ? block : undefined;
}

/** The edit that puts an item into a rectangle of a page, or moves its block there; undefined when it may not move. */
function putAt(issue: Issue, page: number, material: Material, rect: GridRect): Placement | undefined {
  const placed = placedBlock(issue, material);
  if (!placed) {
    if (materialRows(issue).some((one) => one.block !== null && one.material.id === material.id)) return undefined;
    const block = { id: freshId(issue, page), content: contentOf(issue, material, rect), rect, cuts: [], locked: false };
    return { edit: { type: 'putBlock', page, block }, block: block.id };
  }
  if (placed.locked) return undefined;
  const from = pageOfBlock(issue, placed.id)!;
  const area = contentArea(issue.pages[page - 1]!, issue.spec);
  const sameSize = placed.rect.columns === rect.columns && placed.rect.rows === rect.rows;
  const block = sameSize ? movedTo(placed, area, rect.column, rect.row) : reshaped({ ...placed, cuts: [] }, rect);
  const put: Edit = { type: 'putBlock', page, block };
  if (from === page) return { edit: put, block: block.id };
  const fresh = { ...block, id: freshId(issue, page) };
  const edits: Edit[] = [
    { type: 'removeBlock', page: from, id: placed.id },
    { type: 'putBlock', page, block: fresh },
  ];
  return { edit: { type: 'batch', name: '', edits }, block: fresh.id };
}

/** A name that no block of the issue has. */
export function freshId(issue: Issue, page: number): Id {
  const used = new Set(issue.pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  for (let number = 1; ; number++) if (!used.has(`p${page}-${number}`)) return `p${page}-${number}`;
}
