/** A picture carried on the page from its block to another story or group, or off the page. */
import { applyAll, type Block, type Edit, type Id, type Issue, issueDifference } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import { pictureMove } from '../state/picture-moves';
import { canCrop } from './frames';
import { withoutPicture } from './group-order';
import { formOf, givenTo } from './placing';

/** Whether a block takes a picture that is let go over it. */
export function takesPicture(block: Block | undefined, from: Id | undefined): block is Block {
  return block !== undefined && block.id !== from && !block.locked && canCrop(block);
}

/** The block that shows a photograph: that of its group, or the one of a story that it stands in. */
export function standingIn(issue: Issue, photo: Id): Block | undefined {
  const group = issue.groups.find(({ pictures }) => pictures.some((picture) => picture.photo === photo));
  const shows = (block: Block) =>
    block.content.kind === 'group'
      ? block.content.group === group?.id
      : (formOf(block)?.pictures.some((picture) => picture.photo === photo) ?? false);
  return issue.pages.flatMap(({ blocks }) => blocks).find(shows);
}

/**
 * The edit that takes a photograph out of a block, or from where no block shows it, and gives it to another, or to nobody; a group closes
 * the gap that it leaves. `head` is what the headline of the other takes. Undefined when nothing would change.
 */
export function carried(
  issue: Issue,
  photo: Id,
  from: Block | undefined,
  to: Block | 'stock',
  head?: BlockFit['head'],
): Edit | undefined {
  if (from?.locked || (to !== 'stock' && !takesPicture(to, from?.id))) return undefined;
  const taken = pictureMove(issue, photo, 'stock');
  if (!taken) return undefined;
  const edits: Edit[] = [taken];
  const group = issue.groups.find(({ pictures }) => pictures.some((picture) => picture.photo === photo));
  const at = group?.pictures.findIndex((picture) => picture.photo === photo) ?? -1;
  if (group && at >= 0) edits.push({ type: 'put', list: 'groups', item: withoutPicture(group, at) });
  const out = applyAll(issue, edits);
  const edit = issueDifference(issue, to === 'stock' ? out : givenTo(out, to.id, [photo], head), 'edit.movePicture');
  return edit.type === 'batch' && edit.edits.length === 0 ? undefined : edit;
}
