/** Which blocks are selected: one whose fields the inspector shows, and others beside it on the same page. */
import type { Block, Id } from '../../engine/issue/index';
import { isMovable } from './block-edits';
import { blockOf } from './facts';
import type { DeskState } from './store';

type Chosen = Pick<DeskState, 'issue' | 'selection' | 'also'>;

/** All selected blocks by id, the one that the inspector shows first. */
export function chosenIds({ selection, also }: Pick<DeskState, 'selection' | 'also'>): readonly Id[] {
  return selection === null ? [] : [selection, ...also];
}

export function chosenBlocks(state: Chosen): readonly Block[] {
  return chosenIds(state).flatMap((id) => blockOf(state.issue, id) ?? []);
}

/** Selected blocks that the editor may move and resize. */
export function movableBlocks(state: Chosen): readonly Block[] {
  return chosenBlocks(state).filter(isMovable);
}

/** The selection with a block more, or without it where it was in. */
export function toggled(state: Pick<DeskState, 'selection' | 'also'>, block: Id): readonly Id[] {
  const ids = chosenIds(state);
  return ids.includes(block) ? ids.filter((id) => id !== block) : [block, ...ids];
}
