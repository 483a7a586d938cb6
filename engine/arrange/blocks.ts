/** Placed items as blocks of the document. */
import type { ArticleForm, Block, BlockContent, ContinuationForm, Id } from '../issue/types';
import type { Placed } from './place';
import type { ArticlePlan } from './plan';

/** Heading of gathered short news. */
/** Label of a block of briefs as long as nobody gives it another. */
export const BRIEFS_LABEL = '简讯';

/** Stories are parted once. */
const SECOND = 2;
const BARE_FORM: ContinuationForm = { pictures: [], box: 'none', textColumns: 0 };

/** Blocks in reading order, with ids that nothing in `used` has. */
export function toBlocks(placed: readonly Placed[], page: number, used: ReadonlySet<Id>): Block[] {
  const ordered = [...placed].sort((a, b) => a.rect.row - b.rect.row || a.rect.column - b.rect.column);
  let number = 0;
  return ordered.map((one) => {
    let id: Id;
    do id = `p${page}-${++number}`;
    while (used.has(id));
    return { id, content: contentOf(one), rect: one.rect, cuts: one.cuts, locked: false };
  });
}

function contentOf({ item, plan }: Placed): BlockContent {
  const { content } = item;
  switch (content.kind) {
    case 'article':
      return { kind: 'article', article: content.id, form: formOf(plan!) };
    case 'continuation':
      return { kind: 'continuation', article: content.id, part: SECOND, form: BARE_FORM };
    case 'briefs':
      return { kind: 'briefs', label: BRIEFS_LABEL, articles: content.ids };
    case 'group':
      return { kind: 'group', group: content.id };
    case 'notice':
      return { kind: 'notice', notice: content.id };
    case 'advertisement':
      return { kind: 'advertisement', advertisement: content.id };
    case 'cluster':
      throw new Error('arrange: a cluster was placed without its members');
  }
}

function formOf({ head, headRows, headColumns, deck, pictures, textColumns, box }: ArticlePlan): ArticleForm {
  return {
    head: head.head,
    size: head.size,
    lines: head.lines,
    headRows,
    headColumns,
    deck,
    pictures,
    ...(box === 'tint' ? { box: 'none', tint: true } : { box }),
    textColumns,
  };
}
