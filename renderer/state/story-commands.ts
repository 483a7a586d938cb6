/** Commands for stories that go on in another block. */
import { type Block, type Issue, isStory } from '../../engine/issue/index';
import { isMovable } from './block-edits';
import type { Command } from './commands';
import { canSpread, continuedOn, partsOf, spreadNoMore, spreadOver } from './continuing';
import { blockOf } from './facts';
import type { Placement } from './placement';
import { type DeskState, pageOfBlock, store } from './store';

export type StoryCommand = 'continueBlock' | 'spread' | 'previousPart' | 'nextPart';

/** The selected block, if the editor may change it now. */
function movable({ issue, dialog, selection }: DeskState): Block | undefined {
  const block = dialog === null ? blockOf(issue, selection) : undefined;
  return isMovable(block) ? block : undefined;
}

/** Whether the selected block shows a story and may be changed. */
export function hasStory(state: DeskState): boolean {
  const block = movable(state);
  return block !== undefined && isStory(block.content);
}

export const storyCommands: Readonly<Record<StoryCommand, Command>> = {
  continueBlock: { onCanvas: true, enabled: hasStory, run: () => continueOn(store.get().page) },
  spread: {
    enabled: (state) => hasStory(state) && canSpread(state.issue!, state.selection!),
    pressed: runsAcross,
    run: () => remake('edit.spread', runsAcross(store.get()) ? spreadNoMore : spreadOver),
  },
  previousPart: { enabled: (state) => neighbour(state, -1) !== undefined, run: () => walkParts(-1) },
  nextPart: { enabled: (state) => neighbour(state, 1) !== undefined, run: () => walkParts(1) },
};

/** The selected story's text goes on in a block of a page, which is selected then. */
export function continueOn(page: number): void {
  const { issue, selection, layouts } = store.get();
  if (!issue || selection === null) return;
  const fits = layouts.get(pageOfBlock(issue, selection) ?? 0)?.fits;
  const chars = fits?.find(({ block }) => block === selection)?.oversetChars ?? 0;
  remake('edit.continue', () => continuedOn(issue, selection, page, chars));
}

/** Whether the selected story may go on on other pages, as far as the paper wants jumps. */
export function canJump(state: DeskState): boolean {
  return hasStory(state) && state.issue!.paper.arranging?.jumps === true && state.issue!.pages.length > 1;
}

function remake(name: string, make: (issue: Issue, block: string) => Placement | undefined): void {
  const { issue, selection } = store.get();
  const made = issue && selection !== null ? make(issue, selection) : undefined;
  if (!made) return;
  store.edit(made.edit, name);
  store.showBlock(made.block);
}

function runsAcross(state: DeskState): boolean {
  const content = blockOf(state.issue, state.selection)?.content;
  return content?.kind === 'article' && content.form.across === true;
}

/** The block before or behind the selected one of its story. */
function neighbour(state: DeskState, step: number): Block | undefined {
  const block = blockOf(state.issue, state.selection);
  const place = block && partsOf(state.issue!, block);
  return place?.parts[place.at + step]?.block;
}

function walkParts(step: number): void {
  const next = neighbour(store.get(), step);
  if (next) store.showBlock(next.id);
}
