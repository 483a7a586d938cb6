/** Commands about words: writing on the page and in the story editor, finding and replacing. */
import { editText } from '../canvas/text/entering';
import type { Command } from './commands';
import { chosenArticle } from './facts';
import { focusPage } from './focus';
import { type DeskState, store } from './store';

export type TextCommand = 'editWords' | 'editStory' | 'leaveStory' | 'findText';

const hasIssue = ({ issue, dialog }: DeskState) => issue !== null && dialog === null;

export const textCommands: Readonly<Record<TextCommand, Command>> = {
  editWords: {
    onCanvas: true,
    enabled: (state) => hasIssue(state) && state.selection !== null,
    run: () => editText(store.get().selection!),
  },
  editStory: {
    enabled: (state) => hasIssue(state) && chosenArticle(state) !== undefined,
    pressed: ({ story }) => story !== null,
    run: () => (store.get().story === null ? openStory() : leaveStory()),
  },
  leaveStory: { enabled: ({ story }) => story !== null, run: leaveStory },
  findText: {
    enabled: hasIssue,
    pressed: ({ finding }) => finding,
    run: () => store.set({ finding: true }),
  },
};

function openStory(): void {
  const article = chosenArticle(store.get());
  if (article) store.set({ story: article.id });
}

function leaveStory(): void {
  store.seal();
  store.set({ story: null });
  // The desk's own canvas is there with the next frame.
  requestAnimationFrame(focusPage);
}
