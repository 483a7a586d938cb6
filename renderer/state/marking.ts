/** Marks of type for the text that is being written, wherever that is: on the page, in the story editor, in the inspector. */
import { isEditing } from '../canvas/text/edited-text';
import { toggleMark } from '../canvas/text/writing';

/** Marks that have a command of their own. */
export type CommandMark = 'heading' | 'bold' | 'kai';

type Mark = (mark: CommandMark) => void;

const offers: Mark[] = [];

/** A text that is there to be marked says how, for as long as it is shown. */
export function offerMarking(mark: Mark): () => void {
  offers.push(mark);
  return () => {
    offers.splice(offers.indexOf(mark), 1);
  };
}

/** Whether there is a text to be marked. */
export function canMark(): boolean {
  return isEditing() || offers.length > 0;
}

/** Switches a mark of the selected characters on or off. */
export function markText(mark: CommandMark): void {
  if (isEditing()) toggleMark(mark);
  else offers.at(-1)?.(mark);
}
