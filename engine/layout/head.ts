/** The headline of an article in its block: the stored form if it fits, otherwise the nearest that does. */
import { isBoxed } from '../issue/contents';
import type { Article, ArticleForm } from '../issue/types';
import type { ArticleSpace } from './article-space';
import { textWidth } from './article-space';
import { columnHeadRows } from './column-head';
import type { Context } from './context';
import { type Grid, rowsFor, rowsHeight } from './grid';
import { mannerOf, stretchOf } from './head-manner';
import { planClass, planStored } from './head-plan';
import { type HeadSense, senseOf } from './head-sense';
import { buildStack, classScale, type HeadSetting, type HeadStack, lineWidth, type StackPlace } from './head-stack';
import { fitsOn } from './picture-head';
import { setPicture } from './set-picture';
import { HEAD_FILL, HEAD_STYLES } from './styles';
import type { HeadPlan, LayoutRemark } from './types';
import { fitVertical, planVertical, type VerticalHead } from './vertical-head';

/** A horizontal stack, or the lines of a vertical headline. */
export interface Head {
  readonly stack: HeadStack | undefined;
  readonly vertical: VerticalHead | undefined;
  /** Columns that the headline takes at the left, and the row (from the block's top) where the text below it starts. */
  readonly columns: number;
  readonly endRow: number;
  readonly remarks: readonly LayoutRemark[];
  /** Kicker, headline or deck lines that found no room in the block. */
  readonly lost: readonly string[];
  /** Rows of the column's name above it. */
  readonly columnRows?: number;
  /** It stands on the first picture, in white, and takes no rows of its own. */
  readonly onPicture?: true;
}

/** What the headline's planner needs besides the article: its place for measuring. */
export function headSetting(context: HeadContext, article: Article, stretch?: number): HeadSetting {
  const { grid, fonts, issue } = context;
  const manner = mannerOf(issue.paper.headlines);
  return { scale: grid.scale, fonts, manner, stretch: stretchOf(stretch), sense: articleSense(article, manner.words) };
}

type HeadContext = Pick<Context, 'grid' | 'fonts' | 'issue'>;

const senses = new WeakMap<Article, { readonly words: readonly string[]; readonly sense: HeadSense }>();

function articleSense(article: Article, words: readonly string[]): HeadSense {
  const known = senses.get(article);
  if (known?.words === words) return known.sense;
  const sense = senseOf(article, words);
  senses.set(article, { words, sense });
  return sense;
}

/** Stored lines that do not spell the article's headline, which was changed since, count as none. */
export function headOf(context: Context, whole: ArticleSpace, article: Article, asked: ArticleForm): Head {
  const columnRows = columnHeadRows(article, isBoxed(asked));
  const space = { ...whole, firstRow: Math.min(whole.endRow, whole.firstRow + columnRows) };
  const stored = { ...asked, headRows: Math.max(0, asked.headRows - columnRows) };
  return { ...headBelowColumn(context, space, article, stored), columnRows };
}

function headBelowColumn(context: Context, space: ArticleSpace, article: Article, stored: ArticleForm): Head {
  const { grid } = context;
  const setting = headSetting(context, article, stored.stretch);
  const form = spelling(stored.lines) === spelling(article.headline) ? stored : { ...stored, lines: [] };
  if (form.head === 'picture') {
    return (
      onPicture(context, space, article, form, setting) ?? horizontalHead(grid, space, article, { ...form, ...PLANNED }, setting)
    );
  }
  if (form.head === 'vertical') {
    const vertical = verticalHead(grid, space, article, form, setting);
    if (vertical) return vertical;
    const level = horizontalHead(grid, space, article, { ...form, ...PLANNED }, setting);
    return { ...level, remarks: [{ rule: 'headline-level', detail: '' }, ...level.remarks] };
  }
  return horizontalHead(grid, space, article, form, setting);
}

/** What lines say, however they are broken. */
function spelling(lines: readonly string[]): string {
  return lines.join('').replace(/\s+/g, '');
}

/** What stands instead of a vertical headline that has no room, and of one on a picture that there is not. */
const PLANNED = { head: 'second', size: 0, lines: [], headRows: 0, headColumns: 0 } as const;

/** A stack as wide as its picture; undefined where there is no picture, or where it is too low for the headline. */
function onPicture(
  context: Context,
  space: ArticleSpace,
  article: Article,
  form: ArticleForm,
  setting: HeadSetting,
): Head | undefined {
  const { grid } = context;
  const [first] = form.pictures;
  const standing = first && setPicture(context, space, { columns: 0, endRow: space.firstRow }, first).picture;
  if (!standing || standing.place.column > 0) return undefined;
  const { columns, rows } = standing.place;
  const head = horizontalHead(grid, space, article, { ...form, headColumns: columns, headRows: 0 }, setting);
  if (!head.stack || head.stack.lines.length === 0 || !fitsOn(head.stack, rowsHeight(grid, rows), grid.scale)) return undefined;
  return { ...head, endRow: space.firstRow, onPicture: true };
}

function verticalHead(
  grid: Grid,
  space: ArticleSpace,
  article: Article,
  form: ArticleForm,
  setting: HeadSetting,
): Head | undefined {
  const columns = Math.min(Math.max(1, form.headColumns), space.columns);
  const room = {
    width: textWidth(space, columns),
    rows: space.endRow - space.firstRow,
    deck: form.deck && article.deck !== '',
  };
  const lines = form.lines.length > 0 ? form.lines : (planVertical(grid, setting, article)[0]?.lines ?? article.headline);
  const asked = form.size > 0 ? form.size : undefined;
  const vertical = fitVertical(grid, setting, article, lines, room, asked);
  if (!vertical) return undefined;
  const rows = Math.max(rowsFor(grid, vertical.depth), form.headRows);
  const endRow = Math.min(space.endRow, space.firstRow + rows);
  const smaller = asked !== undefined && vertical.size < asked - 0.01;
  const remarks: LayoutRemark[] = smaller ? [{ rule: 'headline-smaller', detail: `${asked} → ${vertical.size}` }] : [];
  return { stack: undefined, vertical, columns, endRow, remarks, lost: lostDeck(article, form) };
}

function horizontalHead(grid: Grid, space: ArticleSpace, article: Article, form: ArticleForm, setting: HeadSetting): Head {
  const columns = Math.min(form.headColumns || space.columns, space.columns);
  const place = { ...setting, head: form.head, scale: classScale(grid, form.head), measure: textWidth(space, columns) };
  const planned = form.size === 0 || form.lines.length === 0;
  const asked = planned ? plannedHead(grid, place, article, form.lines) : form;
  const stack = fittingStack(grid, article, form, place, asked);
  const needed = rowsFor(grid, stack.depth);
  const rows = stack.lines.length === 0 ? 0 : Math.max(needed, planned ? 0 : form.headRows);
  const { kept, lost } = insideRows(grid, space, stack);
  const endRow = Math.min(space.endRow, space.firstRow + rows);
  const remarks = stackRemarks(stack, needed, setting.stretch, planned ? undefined : form);
  return { stack: kept, vertical: undefined, columns, endRow, remarks, lost: [...lost, ...lostDeck(article, form)] };
}

/** Without a size it is planned; a stored break stays, whatever the story says by now. */
function plannedHead(grid: Grid, place: StackPlace, article: Article, lines: readonly string[]): HeadPlan {
  if (lines.length > 0) return planStored(grid, place, article, lines);
  return planClass(grid, place, article).sort((a, b) => a.cost - b.cost)[0].plan;
}

/** What the layout had to do to a headline of a stored form; a planned one can only be too long for its class. */
function stackRemarks(stack: HeadStack, needed: number, stretch: number, form: ArticleForm | undefined): LayoutRemark[] {
  const remarks: LayoutRemark[] = [];
  const narrowest = Math.min(1, ...stack.lines.map((line) => line.stretch));
  if (narrowest < Math.min(1, stretch) - 1e-6)
    remarks.push({ rule: 'headline-narrowed', detail: `${Math.round(narrowest * 100)} %` });
  if (!form) return remarks;
  if (stack.size < form.size - 0.01) remarks.push({ rule: 'headline-smaller', detail: `${form.size} → ${stack.size}` });
  const { headRows } = form;
  if (headRows > 0 && needed > headRows) remarks.push({ rule: 'headline-deeper', detail: `${headRows} → ${needed}` });
  return remarks;
}

/** A deck that the form leaves out is text without a place. */
function lostDeck(article: Article, form: ArticleForm): string[] {
  return form.deck || article.deck === '' ? [] : [article.deck];
}

/** Lines of the stack that end inside the block, and the text of the others. */
function insideRows(grid: Grid, space: ArticleSpace, stack: HeadStack): { kept: HeadStack; lost: string[] } {
  const room = rowsHeight(grid, space.endRow - space.firstRow);
  const stands = (line: HeadStack['lines'][number]) => line.top + line.size <= room + 0.01;
  const lost = stack.lines.filter((line) => !stands(line)).map((line) => line.text);
  return { kept: lost.length > 0 ? { ...stack, lines: stack.lines.filter(stands) } : stack, lost };
}

/**
 * The asked size where its lines and the stack's rows allow it; otherwise the next smaller one of the class at which the
 * lines leave the white that a planned headline leaves; at the smallest size they may fill the measure.
 */
function fittingStack(
  grid: Grid,
  article: Article,
  form: ArticleForm,
  place: StackPlace,
  asked: Pick<ArticleForm, 'lines' | 'size'>,
): HeadStack {
  const part = HEAD_STYLES[place.head].headline;
  const smaller = part.sizes.map((size) => size * place.scale).filter((size) => size < asked.size - 1e-6);
  const rows = form.size > 0 && form.headRows > 0 ? form.headRows : Number.POSITIVE_INFINITY;
  const widest = (size: number) => Math.max(0, ...asked.lines.map((line) => lineWidth(place, part, line, size)));
  const fits = [asked.size, ...smaller].filter(
    (size) => widest(size) <= place.measure * (size === asked.size ? 1 : HEAD_FILL.most),
  );
  for (const size of fits) {
    const stack = buildStack(place, article, asked.lines, size, form.deck);
    if (rowsFor(grid, stack.depth) <= rows) return stack;
  }
  return buildStack(place, article, asked.lines, fits[0] ?? smaller.at(-1) ?? asked.size, form.deck);
}
