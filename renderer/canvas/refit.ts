/** An article's form in a block of another size: the headline is planned anew for a new width, pictures keep their shares. */
import { isBoxed } from '../../engine/issue/contents';
import type { ArticleForm, Block, ContinuationForm, GridRect } from '../../engine/issue/types';
import { formColumns } from '../../engine/layout/article-space';
import { clamp } from '../state/clamp';

type Continuation = Extract<Block['content'], { readonly kind: 'continuation' }>;
type FormPicture = ArticleForm['pictures'][number];

/** Rows that a picture keeps, however low the block gets. */
const LEAST_PICTURE_ROWS = 3;
/** Share of its block that a picture with the headline on it takes at most, so that text stands below it. */
const MOST_ON_PICTURE = 2 / 3;

/** The block, whose rectangle was `before`, with a form that suits its rectangle now. */
export function refitted(block: Block, before: GridRect): Block {
  const { content, rect } = block;
  if (content.kind === 'continuation')
    return withPictures(block, content, formColumns(content.form, before.columns), content.form);
  if (content.kind !== 'article') return block;
  const form = refitForm(content.form, before, rect);
  return form === content.form ? block : { ...block, content: { ...content, form } };
}

function refitForm(form: ArticleForm, before: GridRect, rect: GridRect): ArticleForm {
  if (before.columns === rect.columns && before.rows === rect.rows) return form;
  const columns = formColumns(form, rect.columns);
  const pictures = form.pictures.map((picture) => refitPicture(picture, formColumns(form, before.columns), columns, rect.rows));
  return before.columns === rect.columns ? { ...form, pictures } : { ...form, ...plannedHead(form, rect.columns), pictures };
}

/** What of a form decides how many columns its text has. */
export type ColumnChange = Partial<Pick<ArticleForm, 'box' | 'tint' | 'textColumns'>>;

/**
 * The block with another box, tint or number of text columns. Pictures keep their shares, and the headline is planned anew,
 * unless its room stays what it was.
 */
export function recolumned(block: Block, change: ColumnChange): Block {
  const { content, rect } = block;
  if (content.kind === 'continuation') {
    return withPictures(block, content, formColumns(content.form, rect.columns), changed(content.form, change));
  }
  if (content.kind !== 'article') return block;
  const asked = changed(content.form, change);
  const form = change.textColumns === undefined ? besideHead(content.form, asked, rect.columns) : asked;
  const [before, after] = [formColumns(content.form, rect.columns), formColumns(form, rect.columns)];
  const pictures = form.pictures.map((picture) => refitPicture(picture, before, after, rect.rows));
  const stays = before === after && isBoxed(content.form) === isBoxed(form);
  const head = stays ? {} : plannedHead({ ...form, head: headFor(form) }, rect.columns);
  return { ...block, content: { ...content, form: { ...form, ...head, pictures } } };
}

/** A vertical headline stands in a column of its own: a box as wide as two columns, which has one, is divided as long as it has one. */
function besideHead(before: ArticleForm, form: ArticleForm, columns: number): ArticleForm {
  const isDivided = ({ head, ...of }: ArticleForm) => columns === 2 && head === 'vertical' && isBoxed(of);
  const [was, is] = [isDivided(before), isDivided(form)];
  if (is && !was && form.textColumns === 0) return { ...form, textColumns: 2 };
  return was && !is && form.textColumns === 2 ? { ...form, textColumns: 0 } : form;
}

/** What is not on a tint says nothing of it. */
function changed<F extends ContinuationForm>(before: F, change: ColumnChange): F {
  const { tint, ...form } = { ...before, ...change };
  return (tint ? { ...form, tint } : form) as F;
}

/** A continuation with another form, whose pictures keep the shares that they had of so many columns. */
function withPictures(block: Block, content: Continuation, before: number, form: ContinuationForm): Block {
  const after = formColumns(form, block.rect.columns);
  const pictures = form.pictures.map((picture) => refitPicture(picture, before, after, block.rect.rows));
  return { ...block, content: { ...content, form: { ...form, pictures } } };
}

/** Boxes have a class of headline of their own. */
function headFor(form: ArticleForm): ArticleForm['head'] {
  const { head } = form;
  if (head === 'vertical' || head === 'picture') return head;
  if (isBoxed(form)) return 'box';
  return head === 'box' ? 'second' : head;
}

/** The block with its headline across, down, or on the first picture, planned anew. */
export function withHead(block: Block, place: 'horizontal' | 'vertical' | 'picture'): Block {
  const { content, rect } = block;
  if (content.kind !== 'article') return block;
  const { form } = content;
  if (place === 'picture') return { ...block, content: { ...content, form: { ...form, ...onPicture(form, rect) } } };
  const vertical = place === 'vertical';
  const head = vertical ? 'vertical' : headFor({ ...form, head: 'second' });
  const planned = plannedHead({ ...form, head, headColumns: vertical ? 1 : 0 }, rect.columns);
  const next = besideHead(form, { ...form, ...planned }, rect.columns);
  const [before, after] = [formColumns(form, rect.columns), formColumns(next, rect.columns)];
  const pictures = form.pictures.map((picture) => refitPicture(picture, before, after, rect.rows));
  return { ...block, content: { ...content, form: { ...next, pictures: before === after ? form.pictures : pictures } } };
}

/** The first picture goes to the block's head and over its columns, and grows in proportion; the headline stands on it. */
function onPicture(form: ArticleForm, { columns, rows }: GridRect): Partial<ArticleForm> {
  const [first, ...others] = form.pictures;
  if (!first) return {};
  const most = Math.max(LEAST_PICTURE_ROWS, Math.round(rows * MOST_ON_PICTURE) - first.captionRows);
  const wide = {
    ...first,
    column: 0,
    columns,
    row: 0,
    rows: clamp(Math.round((first.rows * columns) / first.columns), LEAST_PICTURE_ROWS, most),
  };
  return { ...plannedHead({ ...form, head: 'picture' }, columns), head: 'picture', pictures: [wide, ...others] };
}

/** Without size and lines the layout plans the headline. One column has a class of its own. */
function plannedHead({ head, headColumns }: ArticleForm, columns: number): Partial<ArticleForm> {
  const planned = { size: 0, lines: [], headRows: 0, headColumns: head === 'vertical' ? headColumns : 0 };
  if (head === 'vertical' || head === 'box') return { ...planned, head };
  if (columns === 1) return { ...planned, head: 'single' };
  return { ...planned, head: head === 'single' ? 'second' : head };
}

/** Takes the same share of the columns, with rows in proportion, inside the block. */
function refitPicture(picture: FormPicture, before: number, columns: number, blockRows: number): FormPicture {
  const width = clamp(Math.round((picture.columns / before) * columns), 1, columns);
  const column = clamp(Math.round((picture.column / before) * columns), 0, columns - width);
  const wanted = Math.round((picture.rows * width) / picture.columns);
  const row = clamp(picture.row, 0, Math.max(0, blockRows - LEAST_PICTURE_ROWS));
  const most = Math.max(LEAST_PICTURE_ROWS, blockRows - row - picture.captionRows);
  return { ...picture, column, columns: width, row, rows: clamp(wanted, LEAST_PICTURE_ROWS, most) };
}
