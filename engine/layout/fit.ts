/** The verdict on a block. */
import { countCharacters } from '../issue/characters';
import type { Block } from '../issue/types';
import type { BlockFit, LayoutRemark } from './types';

/** From the texts that found no place, in reading order. */
export function fitOf(block: Block, lost: readonly string[], emptyRows: number, remarks: readonly LayoutRemark[]): BlockFit {
  const oversetText = lost.filter((text) => text !== '').join('\n');
  return { block: block.id, oversetChars: countCharacters(oversetText), oversetText, emptyRows, remarks };
}

/** Furniture always stands. */
export function furnitureFit(block: Block): BlockFit {
  return fitOf(block, [], 0, []);
}

/** A photograph that has not come, or that the issue does not know. */
export function missingPicture(detail: string): LayoutRemark {
  return { rule: 'picture-missing', detail };
}
