/** Checks the words of items apart from the window's own thread: nobody who types waits for a list of 20,000 words. */
import { checkItem, WordLists } from '../../engine/proofread';
import type { ProofAnswer, ProofRequest } from './protocol';

let lists: WordLists | undefined;

self.onmessage = ({ data }: MessageEvent<ProofRequest>) => {
  if (data.lists) lists = data.lists.length > 0 ? new WordLists(data.lists) : undefined;
  const checking = { date: data.date, lists, off: new Set(data.off) };
  const items = data.items.map((entry) => ({ key: `${entry.list} ${entry.item.id}`, findings: checkItem(entry, checking) }));
  self.postMessage({ revision: data.revision, items } satisfies ProofAnswer);
};
