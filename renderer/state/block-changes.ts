/** Changes of the selected block, whose fields the inspector shows. */
import { type Block, type ContinuationForm, isStory } from '../../engine/issue/index';
import { type ColumnChange, recolumned } from '../canvas/refit';
import { areaOf, movedTo, resizedTo } from './block-edits';
import { blockOf } from './facts';
import { type DeskState, pageOfBlock, store } from './store';

export function selected({ issue, selection }: DeskState): Block | undefined {
  return blockOf(issue, selection);
}

/** Changes the selected block. */
export function change(name: string, make: (block: Block) => Block | undefined, mergeKey?: string): void {
  const state = store.get();
  const block = selected(state);
  const page = block && pageOfBlock(state.issue, block.id);
  const next = block && make(block);
  // A step that changes nothing would only take what can be done again.
  if (!page || !next || next === block || JSON.stringify(next) === JSON.stringify(block)) return;
  store.edit({ type: 'putBlock', page, block: next }, name, mergeKey);
}

/** Moves or resizes the selected block to these columns and rows; what is absent stays. */
export function place(target: Partial<Block['rect']>, mergeKey?: string): void {
  const { issue } = store.get();
  if (!issue) return;
  const resizes = target.columns !== undefined || target.rows !== undefined;
  const make = (block: Block): Block => {
    const { rect } = block;
    const area = areaOf(issue, block);
    const { column = rect.column, row = rect.row, columns = rect.columns, rows = rect.rows } = target;
    const next = resizes ? resizedTo(block, area, columns, rows) : movedTo(block, area, column, row);
    return sameRect(next, block) ? block : next;
  };
  change(resizes ? 'edit.resize' : 'edit.move', make, mergeKey);
}

function sameRect(one: Block, other: Block): boolean {
  const keys = ['column', 'row', 'columns', 'rows'] as const;
  return keys.every((key) => one.rect[key] === other.rect[key]);
}

/** Changes box, tint or text columns of the selected story. */
export function changeForm(name: string, make: (form: ContinuationForm) => ColumnChange): void {
  change(name, (block) => (isStory(block.content) ? recolumned(block, make(block.content.form)) : undefined));
}
