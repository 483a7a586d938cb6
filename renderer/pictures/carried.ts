/** A picture carried on the page from its block to another story or group, or off the page. */
import { applyAll, type Block, type Edit, type Id, type Issue, issueDifference } from '../../engine/issue/index';
import { itemOf } from '../state/facts';
import { pictureMove } from '../state/picture-moves';
import { canCrop } from './frames';
import { withoutPicture } from './group-order';
import { givenTo } from './placing';

/** Whether a block takes a picture that is let go over it. */
export function takesPicture(block: Block | undefined, from: Id): block is Block {
  return block !== undefined && block.id !== from && !block.locked && canCrop(block);
}

/**
 * The edit that takes a photograph out of a block and gives it to another, or to nobody; a group closes the gap that it leaves. Undefined
 * when nothing would change.
 */
export function carried(issue: Issue, photo: Id, from: Block, to: Block | 'stock'): Edit | undefined {
  if (from.locked || (to !== 'stock' && !takesPicture(to, from.id))) return undefined;
  const taken = pictureMove(issue, photo, 'stock');
  if (!taken) return undefined;
  const edits: Edit[] = [taken];
  const group = from.content.kind === 'group' ? itemOf(issue, 'groups', from.content.group) : undefined;
  const at = group?.pictures.findIndex((picture) => picture.photo === photo) ?? -1;
  if (group && at >= 0) edits.push({ type: 'put', list: 'groups', item: withoutPicture(group, at) });
  const out = applyAll(issue, edits);
  const edit = issueDifference(issue, to === 'stock' ? out : givenTo(out, to.id, [photo]), 'edit.movePicture');
  return edit.type === 'batch' && edit.edits.length === 0 ? undefined : edit;
}
