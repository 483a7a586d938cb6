/**
 * A letter that was just typed in a field and stands in the document already. The field waits with it for the picture of the page, so
 * that both come in one frame: its own frame would take a beat of the screen, and the picture wait for the next one.
 */
import { store } from './store';

/** Longest wait for the picture, milliseconds: less than a beat of the screen, which nobody sees. */
const PATIENCE = 16;

let held: { readonly show: () => void; readonly revision: number } | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;

/** Keeps a letter back that the document has since `revision`; `show` puts it into its field. One that is kept back already comes first. */
export function holdLetter(show: () => void, revision: number): void {
  showLetter();
  held = { show, revision };
  patience = setTimeout(() => {
    showLetter();
    requestAnimationFrame(() => store.settleAlong());
  }, PATIENCE);
}

/** Shows the letter now: before anything else is done in or to its field. */
export function showLetter(): void {
  clearTimeout(patience);
  const { show } = held ?? {};
  held = undefined;
  show?.();
}

/** The page as it is at `revision` is in the frame that comes next. */
export function letterSeen(revision: number): void {
  if (held && revision >= held.revision) showLetter();
}
