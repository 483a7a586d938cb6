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

/** A block with one of its pictures lower, in which its story stands whole. */
export interface LowerPicture {
  readonly article: Id;
  /** Rows by which the picture is lower; at least 1. */
  readonly rows: number;
  readonly block: Block;
}

/** One cut for each article of a proposal that does not stand whole. */
export function cutsOf({ overset, blocks, lower }: Pick<PageProposal, 'overset' | 'blocks' | 'lower'>): Cut[] {
  return overset.map(({ article, chars }) => {
    const stands = blocks.some(
      ({ content }) =>
        (content.kind === 'article' && content.article === article) ||
        (content.kind === 'briefs' && content.articles.includes(article)),
    );
    const rows = lower.find((one) => one.article === article)?.rows;
    return { article, chars, stands, ...(rows ? { rows } : {}) };
  });
}

/**
 * The first picture of a block that can give up the rows which `chars` characters without a place need, and keeps a shape that
 * it may have; `fits` says whether the story stands whole in a block. Undefined when no picture can.
 */
export function lowerPicture(
  { spec, photos }: Issue,
  block: Block,
  chars: number,
  fits: (block: Block) => boolean,
): LowerPicture | undefined {
  const { content, rect } = block;
  if (content.kind !== 'article' || content.form.textColumns > 0) return undefined;
  const lines = Math.ceil(chars / spec.columnChars);
  const { pictures } = content.form;
  for (const picture of pictures) {
    const photo = photos.find(({ id }) => id === picture.photo);
    // Text does not flow past one picture of a band; the whole band would have to be lower.
    const isAbreast = pictures.some((other) => other !== picture && other.row === picture.row);
    if (!photo || isAbreast) continue;
    const standsBelow = picture.row + picture.rows + picture.captionRows === rect.rows;
    // Lines that must not be parted may need a row more than they count.
    for (let rows = Math.max(1, Math.ceil(lines / picture.columns)); rows < picture.rows; rows++) {
      const aspect = gridAspect(spec, picture.columns, picture.rows - rows);
      if (aspect > FLATTEST_PICTURE || cropLoss(photo, aspect) > MOST_CROP) break;
      const lowered = { ...picture, rows: picture.rows - rows, row: standsBelow ? picture.row + rows : picture.row };
      const form = { ...content.form, pictures: pictures.map((one) => (one === picture ? lowered : one)) };
      const other: Block = { ...block, content: { ...content, form } };
      if (fits(other)) return { article: content.article, rows, block: other };
    }
  }
  return undefined;
}
