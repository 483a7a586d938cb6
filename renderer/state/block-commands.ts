/** Commands about the selected blocks; a part of the table (commands.ts). Each is one step of the history. */
import {
  type Article,
  type ArticleForm,
  type Block,
  type ContinuationForm,
  type Edit,
  editorialState,
  type Id,
  type Issue,
  isStory,
  withProofed,
} from '../../engine/issue/index';
import { formColumns } from '../../engine/layout/article-space';
import { walkBlocks } from '../canvas/hit';
import { type ColumnChange, recolumned, withHead } from '../canvas/refit';
import { change, changeForm, selected } from './block-changes';
import { isMovable } from './block-edits';
import { merged, resizedHead, sentTo, split } from './by-hand';
import { clamp } from './clamp';
import type { Command } from './commands';
import { chosenArticle } from './facts';
import { type Alignment, alignedAll, lockedAll, movedAll, putAll, resizedAll, swapped, takenOffAll } from './group-edits';
import { placeAnywhere } from './placement';
import { chosenIds, movableBlocks } from './selection';
import { type DeskState, store } from './store';
import { hasStory } from './story-commands';

export type BlockCommand =
  | 'lock'
  | 'takeOffPage'
  | 'placeOnPage'
  | 'markProofed'
  | 'moveLeft'
  | 'moveRight'
  | 'moveUp'
  | 'moveDown'
  | 'wider'
  | 'narrower'
  | 'taller'
  | 'shorter'
  | 'fewerColumns'
  | 'moreColumns'
  | 'outline'
  | 'tint'
  | 'thickThin'
  | 'rules'
  | 'ornament'
  | 'direction'
  | 'largerHead'
  | 'smallerHead'
  | 'splitBlock'
  | 'mergeBlocks'
  | 'swapBlocks'
  | 'sendToPage'
  | 'alignLeft'
  | 'alignRight'
  | 'alignTop'
  | 'alignBottom'
  | 'sameWidth'
  | 'sameHeight'
  | 'nextBlock'
  | 'previousBlock';

const isOpen = ({ issue, dialog }: DeskState) => issue !== null && dialog === null;
const hasSelection = (state: DeskState) => isOpen(state) && state.selection !== null;
const hasMovable = (state: DeskState) => isOpen(state) && movableBlocks(state).length > 0;
const hasSeveral = (state: DeskState) => isOpen(state) && state.also.length > 0 && movableBlocks(state).length > 0;
const hasUnplaced = (state: DeskState) => isOpen(state) && state.material !== null && state.selection === null;
const hasHead = (state: DeskState) => hasStory(state) && selected(state)?.content.kind === 'article';

export const blockCommands: Readonly<Record<BlockCommand, Command>> = {
  lock: {
    enabled: hasSelection,
    pressed: (state) => selected(state)?.locked ?? false,
    run: () => edit('edit.lock', lockedAll),
  },
  takeOffPage: {
    onCanvas: true,
    enabled: hasMovable,
    run: () => edit('edit.takeOff', takenOffAll),
  },
  placeOnPage: { enabled: hasUnplaced, run: placeOnPage },
  markProofed: {
    enabled: (state) => isOpen(state) && chosenArticle(state) !== undefined,
    pressed: (state) => isProofed(chosenArticle(state)),
    run: () => {
      const item = chosenArticle(store.get());
      if (item) store.edit({ type: 'put', list: 'articles', item: withProofed(item, !isProofed(item)) }, 'edit.proofed');
    },
  },
  moveLeft: moving(-1, 0),
  moveRight: moving(1, 0),
  moveUp: moving(0, -1),
  moveDown: moving(0, 1),
  wider: resizing(1, 0),
  narrower: resizing(-1, 0),
  taller: resizing(0, 1),
  shorter: resizing(0, -1),
  fewerColumns: columning(-1),
  moreColumns: columning(1),
  outline: boxing('outline'),
  tint: settingOff(
    'edit.tint',
    (form) => form.tint === true,
    (tint) => ({ tint }),
  ),
  thickThin: boxing('thickThin'),
  rules: boxing('rules'),
  ornament: boxing('ornament'),
  direction: {
    onCanvas: true,
    enabled: hasHead,
    pressed: (state) => isVertical(selected(state)),
    run: () => change('edit.direction', (block) => withHead(block, isVertical(block) ? 'horizontal' : 'vertical')),
  },
  largerHead: sizing(1),
  smallerHead: sizing(-1),
  splitBlock: {
    onCanvas: true,
    enabled: (state) => hasMovable(state) && state.also.length === 0 && split(state.issue!, state.selection!) !== undefined,
    run: () => {
      const { issue, selection } = store.get();
      const made = split(issue!, selection!);
      if (!made) return;
      store.edit(made.edit, 'edit.split');
      store.selectAll([selection!, made.block]);
    },
  },
  mergeBlocks: {
    onCanvas: true,
    enabled: (state) => hasMovable(state) && merged(state.issue!, chosenIds(state)) !== undefined,
    run: () => {
      const made = merged(store.get().issue!, chosenIds(store.get()));
      if (!made) return;
      store.edit(made.edit, 'edit.merge');
      store.showBlock(made.block);
    },
  },
  swapBlocks: {
    onCanvas: true,
    enabled: (state) => hasSeveral(state) && movableBlocks(state).length === 2 && state.also.length === 1,
    run: () => edit('edit.swap', (issue, [one, other]) => swapped(issue, one!, other!)),
  },
  sendToPage: {
    enabled: (state) => hasMovable(state) && state.issue!.pages.length > 1,
    run: () => store.set({ palette: 'send' }),
  },
  alignLeft: aligning('left'),
  alignRight: aligning('right'),
  alignTop: aligning('top'),
  alignBottom: aligning('bottom'),
  sameWidth: aligning('width'),
  sameHeight: aligning('height'),
  nextBlock: walking(1),
  previousBlock: walking(-1),
};

/** The selected blocks go to another page, which is shown then. */
export function sendToPage(page: number): void {
  const { issue } = store.get();
  const sent = issue && sentTo(issue, chosenIds(store.get()), page);
  if (!sent) return;
  store.edit(sent.edit, 'edit.send');
  store.selectAll(sent.blocks);
}

/** An edit of all selected blocks as one step. */
function edit(name: string, make: (issue: Issue, ids: readonly Id[]) => Edit | undefined, mergeKey?: string): void {
  const { issue } = store.get();
  const made = issue && make(issue, chosenIds(store.get()));
  if (made) store.edit(made, name, mergeKey);
}

function moving(columns: number, rows: number): Command {
  const run = () => edit('edit.move', (issue, ids) => movedAll(issue, ids, columns, rows), `move ${chosenIds(store.get())}`);
  return { onCanvas: true, enabled: hasMovable, run };
}

function resizing(columns: number, rows: number): Command {
  const run = () =>
    edit('edit.resize', (issue, ids) => resizedAll(issue, ids, columns, rows), `resize ${chosenIds(store.get())}`);
  // Also from the list of problems, where the block was chosen.
  return { enabled: hasMovable, run };
}

function aligning(alignment: Alignment): Command {
  return { enabled: hasSeveral, run: () => edit('edit.align', (issue, ids) => alignedAll(issue, ids, alignment)) };
}

/** Text columns, up to the grid's own; 0 are those that a block has unasked. */
function columning(step: number): Command {
  const run = () => {
    const columns = selected(store.get())?.rect.columns ?? 1;
    changeForm('edit.columns', (form) => {
      const usual = formColumns({ ...form, textColumns: 0 }, columns);
      const next = clamp(formColumns(form, columns) + step, 1, Math.max(columns, form.textColumns));
      return { textColumns: next === usual ? 0 : next };
    });
  };
  return { onCanvas: true, enabled: hasStory, run };
}

function boxing(box: ArticleForm['box']): Command {
  return settingOff(
    'edit.box',
    (form) => form.box === box,
    (on) => ({ box: on ? box : 'none' }),
  );
}

/** All selected stories are set off in a way, or no more so when the first one is. */
function settingOff(name: string, isOn: (form: ContinuationForm) => boolean, change: (on: boolean) => ColumnChange): Command {
  const pressed = (state: DeskState) => {
    const content = selected(state)?.content;
    return content !== undefined && isStory(content) && isOn(content.form);
  };
  const run = () => {
    const next = change(!pressed(store.get()));
    const stories = movableBlocks(store.get()).filter(({ content }) => isStory(content));
    edit(name, (issue) =>
      putAll(
        issue,
        stories.map((from) => ({ from, to: recolumned(from, next) })),
      ),
    );
  };
  return { onCanvas: true, enabled: hasStory, pressed, run };
}

function sizing(step: 1 | -1): Command {
  const run = () => {
    const { issue, layouts, page } = store.get();
    const fitOf = (id: Id) => layouts.get(page)?.fits.find(({ block }) => block === id);
    change('edit.headSize', (block) => resizedHead(issue!, block, step, fitOf(block.id)));
  };
  return { enabled: hasHead, run };
}

/** Tab walks the blocks in the order of reading, and out of the canvas at either end. */
function walking(step: 1 | -1): Command {
  const next = ({ issue, page, selection }: DeskState) => walkBlocks(issue?.pages[page - 1]?.blocks ?? [], selection, step);
  return {
    onCanvas: true,
    leaves: true,
    enabled: (state) => isOpen(state) && state.proposals === null && next(state) !== undefined,
    run: () => store.select(next(store.get())!),
  };
}

function isProofed(article: Article | undefined): boolean {
  return article !== undefined && editorialState(article) === 'proofed';
}

function isVertical(block: Block | undefined): boolean {
  return block?.content.kind === 'article' && block.content.form.head === 'vertical';
}

/** Puts what the inspector shows on the page, where there is room for it. */
function placeOnPage(): void {
  const { issue, material, page } = store.get();
  const placed = issue && material && placeAnywhere(issue, page, material);
  if (!placed) return;
  store.edit(placed.edit, 'edit.place');
  store.showBlock(placed.block);
}

/** Selects every block that may be moved. */
export function selectEveryBlock(): void {
  const { issue, page } = store.get();
  const blocks = issue?.pages[page - 1]?.blocks.filter(isMovable) ?? [];
  store.selectAll(blocks.map(({ id }) => id));
}
