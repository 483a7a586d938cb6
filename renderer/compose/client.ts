/** Keeps the composed pages of the store in step with its issue: every revision goes to the worker, answers come back. */
import { store } from '../state/store';
import type { ComposeAnswer, ComposeRequest } from './protocol';

let worker: Worker | undefined;
/** What the worker was last asked for. */
let asked = { revision: -1, page: 0 };

/** Once, at the window's start. */
export function startComposing(): void {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'compose' });
  worker.onmessage = ({ data }: MessageEvent<ComposeAnswer>) => take(data);
  store.subscribe(ask);
  ask();
}

function ask(): void {
  const { issue, revision, page } = store.get();
  if (!issue || !worker || (revision === asked.revision && page === asked.page)) return;
  asked = { revision, page };
  const request: ComposeRequest = {
    revision,
    issue,
    pages: byNeed(
      issue.pages.map(({ number }) => number),
      page,
    ),
  };
  worker.postMessage(request);
}

function byNeed(pages: readonly number[], visible: number): number[] {
  return [visible, ...pages.filter((page) => page !== visible)];
}

function take(answer: ComposeAnswer): void {
  if (answer.kind === 'fault') {
    store.set({ bar: { tone: 'error', text: `${answer.page}: ${answer.code}`, details: [] } });
    return;
  }
  store.putLayout(answer.layout);
  store.putChecks(answer.layout.page, answer.violations);
}
