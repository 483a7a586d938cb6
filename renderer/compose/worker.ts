/** The composing worker: sets pages of the issue with the engine's layout, the visible page first, newest revision only. */
import { checkPage } from '../../engine/arrange';
import { InputError } from '../../engine/errors';
import type { Issue } from '../../engine/issue/types';
import { createLayout } from '../../engine/layout';
import type { ComposeAnswer, ComposeRequest } from './protocol';
import { createWorkerFonts } from './worker-fonts';

const fonts = createWorkerFonts(self.location.origin);
let waiting: ComposeRequest | undefined;

self.onmessage = ({ data }: MessageEvent<ComposeRequest>) => {
  const idle = waiting === undefined;
  waiting = data;
  if (idle) next();
};

/** Composes one page, then lets newer requests in before the next one. */
function next(): void {
  if (!waiting) return;
  const { revision, issue, pages } = waiting;
  const [page, ...rest] = pages;
  waiting = rest.length > 0 ? { revision, issue, pages: rest } : undefined;
  // Copied, not transferred: the layout keeps composed lines and shares their arrays.
  if (page !== undefined) self.postMessage(compose(revision, issue, page));
  setTimeout(next);
}

function compose(revision: number, issue: Issue, page: number): ComposeAnswer {
  const start = performance.now();
  try {
    const layout = createLayout(issue, fonts);
    const set = layout.page(page);
    const violations = checkPage(issue, page, layout);
    return { kind: 'page', revision, layout: set, violations, milliseconds: performance.now() - start };
  } catch (error) {
    return { kind: 'fault', revision, page, code: error instanceof InputError ? error.code : String(error) };
  }
}
