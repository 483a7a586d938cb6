/** A layout with simple arithmetic instead of type: one character is one cell of a line, headlines have fixed depths. */
import { isStory, type StoryPart } from '../../engine/issue/chains';
import type { Article, ArticleForm, Block, Issue } from '../../engine/issue/types';
import type { BlockFit, HeadPlan, Layout, RowRange } from '../../engine/layout/types';

const GROUP_CAPTION_ROWS = 4;
const MARK_ROWS = 2;
/** A headline that the layout plans. */
const PLANNED = { size: 50, rows: 9 };

export function fakeLayout(issue: Issue): Layout {
  const lines = (id: string, chars: number): number =>
    article(issue, id).paragraphs.reduce(
      (sum, { runs }) => sum + Math.ceil((2 + runs.reduce((all, run) => all + run.text.length, 0)) / chars),
      0,
    );
  return {
    page: () => {
      throw new Error('the fake layout draws nothing');
    },
    texts: () => [],
    fit: (block, parts) => fitBlock(block, issue, lines, parts),
    restLines: (parts, chars) => linesLeft(parts, lines, chars),
    markRows: () => MARK_ROWS,
    bodyLines: lines,
    planHeads: (id, columns, rank) => planHeads(article(issue, id), columns, rank),
    captionRows: (photo) => (issue.photos.find(({ id }) => id === photo)!.caption === '' ? 0 : 1),
    briefsRows: (articles, columns) =>
      3 + Math.ceil(articles.reduce((sum, id) => sum + lines(id, issue.spec.columnChars), 0) / columns),
    groupRows: (_, columns) =>
      range(Math.ceil(columns * 3.5) + GROUP_CAPTION_ROWS, columns * 5 + GROUP_CAPTION_ROWS, columns * 7 + 4),
    noticeRows: (_, columns) => (columns > 3 ? range(1, 1, 0) : range(7, 9, 14)),
    advertisementRows: (_, columns) => (columns < 2 ? range(1, 1, 0) : range(6, 8, 12)),
  };
}

function article({ articles }: Issue, id: string): Article {
  return articles.find((candidate) => candidate.id === id)!;
}

function range(least: number, best: number, most: number): RowRange {
  return { least, best, most };
}

function planHeads({ headline, photos }: Article, columns: number, rank: 'lead' | 'major' | 'normal' | 'brief'): HeadPlan[] {
  const plan = (head: HeadPlan['head'], size: number, headRows: number): HeadPlan => ({
    head,
    size,
    lines: headline,
    headRows,
    headColumns: head === 'vertical' ? 1 : columns,
    textColumns: 0,
  });
  if (columns === 1) return [plan('single', 14, 4), plan('single', 12, 3)];
  const vertical = plan('vertical', 32, 20);
  const onPicture = photos.length > 0 && columns >= 3 ? [plan('picture', 42, 4)] : [];
  if (rank === 'lead') return [plan('lead', 44, 10), plan('inside', 36, 8), ...onPicture];
  if (columns === 2) return [plan('second', 24, 8), plan('second', 22, 5), vertical];
  return [plan('wide', 24, 5), plan('second', 26, 8), ...onPicture, vertical];
}

type Lines = (id: string, chars: number) => number;

/** Lines that the parts before the last leave to it. */
function linesLeft(parts: readonly StoryPart[], lines: Lines, chars: number): number {
  const { content } = parts.at(-1)!.block;
  const before = parts.slice(0, -1).reduce((sum, { block }) => sum + textRows(block, parts), 0);
  return Math.max(0, lines(isStory(content) ? content.article : '', chars) - before);
}

function fitBlock(block: Block, issue: Issue, lines: Lines, parts: readonly StoryPart[] = []): BlockFit {
  const { content, rect } = block;
  const done = { block: block.id, oversetChars: 0, oversetText: '', emptyRows: 0, remarks: [] };
  if (!isStory(content)) return done;
  const at = Math.max(
    0,
    parts.findIndex((part) => part.block.id === block.id),
  );
  const left =
    at === 0 ? lines(content.article, issue.spec.columnChars) : linesLeft(parts.slice(0, at + 1), lines, issue.spec.columnChars);
  const room = textRows(block, parts);
  const spare = room - left;
  const head = content.kind === 'article' ? headStands(content.form, article(issue, content.article)) : {};
  const stands = { ...head, textRows: Math.min(room, left) };
  if (rect.rows <= 0 || (spare < 0 && at < parts.length - 1)) return { ...done, ...stands };
  return { ...stands, ...done, oversetChars: Math.max(0, -spare) * issue.spec.columnChars, emptyRows: Math.max(0, spare) };
}

function headStands({ size, lines }: ArticleForm, { headline }: Article): Pick<BlockFit, 'headLines' | 'headSize'> {
  return { headLines: lines.length > 0 ? lines : headline, headSize: size || PLANNED.size };
}

/** Rows of a headline over a block: its own, or the other half of one that runs over the fold. */
function headOver({ content }: Block, [first]: readonly StoryPart[]): Pick<ArticleForm, 'headRows' | 'headColumns'> {
  const own = content.kind === 'article' ? content : first?.block.content;
  if (own?.kind !== 'article' || (content.kind === 'continuation' && !own.form.across)) return { headRows: 0, headColumns: 0 };
  const { size, headRows, headColumns } = own.form;
  return { headRows: size > 0 ? headRows : PLANNED.rows, headColumns };
}

/** Rows of a block left to text by headline, cuts, pictures and the blank rows under them. */
function textRows(block: Block, parts: readonly StoryPart[] = []): number {
  const { content, rect, cuts } = block;
  if (!isStory(content)) return 0;
  const form = { ...content.form, ...headOver(block, parts) };
  let free = 0;
  for (let column = 0; column < rect.columns; column++) {
    for (let row = 0; row < rect.rows; row++) {
      const head = column < (form.headColumns || rect.columns) && row < form.headRows;
      const picture = form.pictures.some(
        (one) =>
          column >= one.column &&
          column < one.column + one.columns &&
          row >= one.row &&
          row <= one.row + one.rows + one.captionRows,
      );
      const x = rect.column + column;
      const y = rect.row + row;
      const cut = cuts.some((one) => x >= one.column && x < one.column + one.columns && y >= one.row && y < one.row + one.rows);
      if (!head && !picture && !cut) free++;
    }
  }
  return free;
}
