/**
 * A story's block divided in two, one below the other, and two of its parts made one again: cuts, pictures and quotes go with the
 * rows in which they stand. Pure functions of the document.
 */
import type { Block, ContinuationForm, GridRect, StoryContent } from '../../engine/issue/index';
import { columnsOf } from '../pictures/placing';
import { clipped } from './block-edits';

/** Rows of a picture that is made to fit, at least. */
const LEAST_PICTURE_ROWS = 3;

type Picture = ContinuationForm['pictures'][number];
type StoryBlock = Block & { readonly content: StoryContent };

/** What a story's continuation is made of. */
export type Lower = Pick<Block, 'rect' | 'cuts'> & { readonly form: ContinuationForm };

/**
 * The upper `rows` rows of a block, and what stands `blank` rows below them. Both keep box and columns; a picture goes with the part
 * in which more of it stands, and is made lower where that part is too low for it.
 */
export function dividedAt(block: StoryBlock, rows: number, blank: number): { readonly upper: Block; readonly lower: Lower } {
  const { rect, cuts, content } = block;
  const { form } = content;
  const off = rows + blank;
  const above = { ...rect, rows };
  const below = { ...rect, row: rect.row + off, rows: rect.rows - off };
  const isAbove = (picture: Picture) => picture.row + picture.rows / 2 <= rows;
  const upperForm = {
    pictures: form.pictures.filter(isAbove).map((picture) => within(picture, picture.row, rows)),
    ...(form.quotes ? { quotes: form.quotes.filter(({ row }) => row < rows) } : {}),
  };
  const lowerForm: ContinuationForm = {
    pictures: form.pictures.filter((one) => !isAbove(one)).map((picture) => within(picture, picture.row - off, below.rows)),
    ...(form.quotes ? { quotes: form.quotes.filter(({ row }) => row >= rows).map((one) => shifted(one, -off)) } : {}),
    box: form.box,
    ...(form.tint ? { tint: true } : {}),
    textColumns: form.textColumns,
  };
  return {
    upper: {
      ...block,
      rect: above,
      cuts: cuts.flatMap((cut) => clipped(cut, above)),
      content: { ...content, form: { ...form, ...upperForm } } as StoryContent,
    },
    lower: { rect: below, cuts: cuts.flatMap((cut) => clipped(cut, below)), form: lowerForm },
  };
}

/**
 * The block that takes its next part back, with the pictures and quotes of both: over `rect`, where both make one rectangle, and
 * otherwise in its own, with the part's pictures at its foot.
 */
export function madeOne(before: StoryBlock, part: StoryBlock, rect: GridRect | undefined): Block {
  const { content } = before;
  const all = columnsOf({ ...before, rect: rect ?? before.rect }, content.form);
  const beside = rect !== undefined && part.rect.row === before.rect.row;
  const [down, across] = [part.rect.row - before.rect.row, beside ? columnsOf(before, content.form) : 0];
  const brought = part.content.form.pictures.map((picture) => {
    const columns = Math.min(picture.columns, all);
    const column = Math.min(picture.column + across, all - columns);
    const row = rect ? picture.row + down : before.rect.rows - picture.rows - picture.captionRows;
    return within({ ...picture, column, columns }, row, (rect ?? before.rect).rows);
  });
  const quoted = (part.content.form.quotes ?? []).map((quote) => {
    const columns = Math.min(quote.columns, all);
    return { ...shifted(quote, rect ? down : 0), columns, column: Math.min(quote.column + across, all - columns) };
  });
  const quotes = [...(content.form.quotes ?? []), ...quoted];
  const form = { ...content.form, pictures: [...content.form.pictures, ...brought], ...(quotes.length > 0 ? { quotes } : {}) };
  return {
    ...before,
    content: { ...content, form } as StoryContent,
    ...(rect ? { rect, cuts: joinedCuts(before, part) } : {}),
  };
}

/** Cuts of both parts; one that was divided with the block is whole again. */
function joinedCuts(before: Block, part: Block): readonly GridRect[] {
  const seam = before.rect.row + before.rect.rows;
  const later = [...part.cuts];
  const cuts = before.cuts.map((cut) => {
    const at = later.findIndex(
      (one) =>
        cut.row + cut.rows === seam &&
        one.row === part.rect.row &&
        one.row >= seam &&
        one.column === cut.column &&
        one.columns === cut.columns,
    );
    const [rest] = at < 0 ? [] : later.splice(at, 1);
    return rest ? { ...cut, rows: rest.row + rest.rows - cut.row } : cut;
  });
  return [...cuts, ...later];
}

/** The picture from a row on, moved up and made lower as far as a block of so many rows wants it. */
function within(picture: Picture, row: number, blockRows: number): Picture {
  const most = Math.max(LEAST_PICTURE_ROWS, blockRows - picture.captionRows);
  const rows = Math.min(picture.rows, most);
  return { ...picture, rows, row: Math.max(0, Math.min(row, blockRows - rows - picture.captionRows)) };
}

function shifted<Q extends { readonly row: number }>(quote: Q, rows: number): Q {
  return { ...quote, row: Math.max(0, quote.row + rows) };
}
