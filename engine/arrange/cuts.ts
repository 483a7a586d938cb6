/** The cheapest way to make what does not fit fit: characters to cut, or a picture a few rows lower. */
import type { Block, Id, Issue } from '../issue/types';
import { FLATTEST_PICTURE, MOST_CROP } from './costs';
import { cropLoss, gridAspect } from './pictures';
import type { PageProposal } from './proposal';

export interface Cut {
  readonly article: Id;
  /** Characters without a place; all of them for an article left off. */
  readonly chars: number;
  /** Whether a block of the page sets the rest of the article. */
  readonly stands: boolean;
  /** Rows by which the first of its pictures that is large enough would have to be lower instead; absent when none is. */
  readonly rows?: number;
}

/** One cut for each article of a proposal that does not stand whole. */
export function cutsOf(issue: Issue, { overset, blocks }: Pick<PageProposal, 'overset' | 'blocks'>): Cut[] {
  return overset.map(({ article, chars }) => {
    const block = blocks.find(({ content }) => content.kind === 'article' && content.article === article);
    const briefs = blocks.some(({ content }) => content.kind === 'briefs' && content.articles.includes(article));
    const rows = block && lowerPicture(issue, block, chars);
    return { article, chars, stands: block !== undefined || briefs, ...(rows ? { rows } : {}) };
  });
}

/** Lines of text that lack go where a picture gives up as many rows over its columns, if it keeps a shape that it may have. */
function lowerPicture({ spec, photos }: Issue, { content }: Block, chars: number): number | undefined {
  if (content.kind !== 'article' || content.form.textColumns > 0) return undefined;
  const lines = Math.ceil(chars / spec.columnChars);
  const { pictures } = content.form;
  for (const picture of pictures) {
    const photo = photos.find(({ id }) => id === picture.photo);
    // Text does not flow past one picture of a band; the whole band would have to be lower.
    const isAbreast = pictures.some((other) => other !== picture && other.row === picture.row);
    if (!photo || isAbreast) continue;
    const rows = Math.ceil(lines / picture.columns);
    if (rows >= picture.rows) continue;
    const aspect = gridAspect(spec, picture.columns, picture.rows - rows);
    if (aspect <= FLATTEST_PICTURE && cropLoss(photo, aspect) <= MOST_CROP) return rows;
  }
  return undefined;
}
