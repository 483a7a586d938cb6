/** Where a block stands and how it looks: new blocks from old ones, held inside the part of the page that content may fill. */
import { contentArea } from '../../engine/arrange/area';
import { type ArticleForm, type Block, type GridRect, type Issue, isFurniture, isStory } from '../../engine/issue/index';
import { refitted } from '../canvas/refit';
import { clamp } from './clamp';
import { pageOfBlock } from './store';

/** Fewest rows of a block. */
export const LEAST_ROWS = 2;

/** Whether the editor may move and resize a block: neither locked nor furniture. */
export function isMovable(block: Block | undefined): block is Block {
  return block !== undefined && !block.locked && !isFurniture(block.content);
}

/** The part of its page that a block may stand in. */
export function areaOf(issue: Issue, block: Block): GridRect {
  const page = issue.pages[(pageOfBlock(issue, block.id) ?? 1) - 1]!;
  return contentArea(page, issue.spec);
}

/** The block moved so that its first column and row are these, as far as the area allows; its cuts move with it. */
export function movedTo(block: Block, area: GridRect, column: number, row: number): Block {
  const { rect } = block;
  const target = {
    ...rect,
    column: clamp(column, area.column, area.column + area.columns - rect.columns),
    row: clamp(row, area.row, area.row + area.rows - rect.rows),
  };
  const cuts = block.cuts.map((cut) => ({
    ...cut,
    column: cut.column + target.column - rect.column,
    row: cut.row + target.row - rect.row,
  }));
  return { ...block, rect: target, cuts };
}

/** The block so many columns wide and rows high, as far as the area allows; its left upper corner stays. */
export function resizedTo(block: Block, area: GridRect, columns: number, rows: number): Block {
  const { rect } = block;
  return reshaped(block, {
    ...rect,
    columns: clamp(columns, 1, area.column + area.columns - rect.column),
    rows: clamp(rows, LEAST_ROWS, area.row + area.rows - rect.row),
  });
}

/** The block in another rectangle: its cuts end there, and an article takes a form that suits it. */
export function reshaped(block: Block, rect: GridRect): Block {
  return refitted({ ...block, rect, cuts: block.cuts.flatMap((cut) => clipped(cut, rect)) }, block.rect);
}

/** The part of a cut inside a rectangle; none when it lies outside or would leave nothing. */
export function clipped(cut: GridRect, rect: GridRect): GridRect[] {
  const column = Math.max(cut.column, rect.column);
  const row = Math.max(cut.row, rect.row);
  const columns = Math.min(cut.column + cut.columns, rect.column + rect.columns) - column;
  const rows = Math.min(cut.row + cut.rows, rect.row + rect.rows) - row;
  const everything = columns === rect.columns && rows === rect.rows;
  return columns > 0 && rows > 0 && !everything ? [{ column, row, columns, rows }] : [];
}

/** The block with another form; undefined when it is no article. */
export function withForm(block: Block, change: Partial<ArticleForm>): Block | undefined {
  const { content } = block;
  if (content.kind !== 'article') return undefined;
  return { ...block, content: { ...content, form: { ...content.form, ...change } } };
}

/** The block with a form's optional setting, or without it where the value is the usual one; a continuation has quotes alone. */
export function withSetting<K extends 'stretch' | 'flow' | 'quotes'>(
  block: Block,
  key: K,
  value: ArticleForm[K] | undefined,
): Block {
  const { content } = block;
  if (!isStory(content) || (content.kind === 'continuation' && key !== 'quotes')) return block;
  const { [key]: _before, ...rest } = content.form as ArticleForm;
  const form = value === undefined ? rest : { ...rest, [key]: value };
  return { ...block, content: { ...content, form: form as ArticleForm } };
}
