/** New blocks drawn with the tools: a story, a picture by itself, a notice, a group, space for an advertisement. Pure functions. */
import { contentArea } from '../../engine/arrange/area';
import {
  type Article,
  type Block,
  type BlockContent,
  type Edit,
  type GridRect,
  type Issue,
  nextId,
  type Page,
} from '../../engine/issue/index';
import { PLAIN_FORM } from '../../engine/layout/article-space';
import { LEAST_ROWS } from './block-edits';
import { clamp } from './clamp';
import { freshId, type Placement } from './placement';
import type { Material } from './store';

/** What can be drawn. */
export type Drawn = 'article' | 'notice' | 'group' | 'advertisement';

/** The rectangle between two cells of the grid, inside the part of the page that content may fill; as high as a block must be. */
export function drawnRect(
  page: Page,
  spec: Issue['spec'],
  from: { readonly column: number; readonly row: number },
  to: { readonly column: number; readonly row: number },
): GridRect {
  const area = contentArea(page, spec);
  const [endColumn, endRow] = [area.column + area.columns - 1, area.row + area.rows - 1];
  const columns = [from.column, to.column].map((column) => clamp(column, area.column, endColumn));
  const rows = [from.row, to.row].map((row) => clamp(row, area.row, endRow));
  const [column, row] = [Math.min(...columns), Math.min(...rows)];
  const high = Math.max(LEAST_ROWS, Math.max(...rows) - row + 1);
  return { column, row: Math.min(row, endRow + 1 - high), columns: Math.max(...columns) - column + 1, rows: high };
}

/** The edit, the new block, and the new item that it shows. */
export interface DrawnBlock extends Placement {
  readonly material: Material;
}

/** A new item and the block that shows it, as one edit. `words` are the item's first ones, in the language of the paper. */
export function drawn(issue: Issue, page: number, rect: GridRect, kind: Drawn, words: string): DrawnBlock {
  const { content, put } = itemFor(issue, page, rect, kind, words);
  const block: Block = { id: freshId(issue, page), content, rect, cuts: [], locked: false };
  const edits: Edit[] = [put, { type: 'putBlock', page, block }];
  const material = { list: put.list, id: put.item.id } as Material;
  return { edit: { type: 'batch', name: '', edits }, block: block.id, material };
}

function itemFor(
  issue: Issue,
  page: number,
  rect: GridRect,
  kind: Drawn,
  words: string,
): { readonly content: BlockContent; readonly put: Extract<Edit, { readonly type: 'put' }> } {
  switch (kind) {
    case 'article': {
      const item = newArticle(nextId(issue, 'articles'), words, page);
      const form = { ...PLAIN_FORM, head: rect.columns === 1 ? 'single' : 'second' } as const;
      return { content: { kind, article: item.id, form }, put: { type: 'put', list: 'articles', item } };
    }
    case 'notice': {
      const item = { id: nextId(issue, 'notices'), title: words, text: '', entries: [], source: '', page };
      return { content: { kind, notice: item.id }, put: { type: 'put', list: 'notices', item } };
    }
    case 'group': {
      const item = { id: nextId(issue, 'groups'), pictures: [], caption: '', credit: '', label: words, source: '', page };
      return { content: { kind, group: item.id }, put: { type: 'put', list: 'groups', item } };
    }
    case 'advertisement': {
      const size = { columns: rect.columns, rows: rect.rows };
      const id = nextId(issue, 'advertisements');
      const item = { id, label: words, title: '', lines: [], photo: '', source: '', page, ...size };
      return { content: { kind, advertisement: id }, put: { type: 'put', list: 'advertisements', item } };
    }
  }
}

function newArticle(id: string, headline: string, page: number): Article {
  return {
    id,
    kicker: '',
    headline: [headline],
    deck: '',
    byline: { lead: '', credit: '' },
    paragraphs: [],
    photos: [],
    weight: 'auto',
    page,
    jump: '',
    source: '',
  };
}
