/** The composing worker: sets pages of the issue with the engine's layout, the visible page first, newest revision only. */
import { checkPage } from '../../engine/arrange';
import type { DisplayGroup, Picture } from '../../engine/display/types';
import { InputError } from '../../engine/errors';
import { apply } from '../../engine/issue/edits';
import type { Issue } from '../../engine/issue/types';
import { createLayout, hyphenatorOf, KeptBlocks, type SetBlock } from '../../engine/layout';
import type { Box } from '../../engine/layout/grid';
import type { Hyphenator } from '../../engine/typeset';
import { withDelta } from './issue-delta';
import { buffersOf, packPage } from './packed-page';
import type { ComposeAnswer, ComposedPage, ComposeRequest, ConnectRequest, PreviewRequest } from './protocol';
import { createWorkerFonts } from './worker-fonts';

const fonts = createWorkerFonts(self.location.origin, (file) => painter?.postMessage(file, [file.bytes.buffer]));
let painter: MessagePort | undefined;
/** The issue as last sent. */
let issue: Issue | null = null;
let kept = new KeptBlocks<SetBlock>();
/** Loaded once a paper divides words. */
let hyphenator: Hyphenator | undefined;
let hyphenatorWanted = false;
/** What the painter has of the pages. */
const sent = new Map<number, readonly DisplayGroup[]>();
let waiting: Pick<ComposeRequest, 'revision' | 'pages'> | undefined;

self.onmessage = ({ data }: MessageEvent<ConnectRequest | ComposeRequest | PreviewRequest>) => {
  if (data.kind === 'connect') {
    painter = data.port;
    return;
  }
  if (data.kind === 'preview') {
    preview(data);
    return;
  }
  if (data.opened) forget();
  issue = withDelta(issue, data.delta);
  const idle = waiting === undefined;
  waiting = data;
  if (idle) next();
};

/** Another issue is open. */
function forget(): void {
  issue = null;
  kept = new KeptBlocks();
  sent.clear();
}

/** Composes one page, then lets newer requests in before the next one. */
function next(): void {
  if (!waiting || !issue) return;
  if (issue.paper.typesetting?.hyphenate && !hyphenatorWanted) {
    void loadHyphenator(issue).then(next);
    return;
  }
  const { pages, revision } = waiting;
  const [page, ...rest] = pages;
  if (page !== undefined) self.postMessage(compose(revision, issue, page));
  waiting = rest.length > 0 ? { revision, pages: rest } : undefined;
  if (waiting) setTimeout(next);
}

/** Without the patterns composing says that they are missing. */
async function loadHyphenator(issue: Issue): Promise<void> {
  hyphenatorWanted = true;
  hyphenator = await hyphenatorOf(issue).catch(() => undefined);
}

function preview({ revision, page, previews }: PreviewRequest): void {
  if (!issue) return;
  for (const { key, blocks } of previews) {
    const changed = apply(issue, { type: 'setPageBlocks', page, blocks }).issue;
    self.postMessage(compose(revision, changed, page, key));
  }
}

/** Sets a page, which the window knows by `key`: its number, or another for a preview of it. */
function compose(revision: number, issue: Issue, page: number, key = page): ComposeAnswer {
  try {
    const layout = createLayout(issue, fonts, hyphenator, kept);
    const { display, ...report } = layout.page(page);
    const packed: ComposedPage = { kind: 'page', revision, page: key, display: packPage(display, sent.get(key) ?? []) };
    // On its way before the rules are checked: the picture of the page waits for nothing.
    painter?.postMessage(packed, buffersOf(packed.display));
    sent.set(key, display.groups);
    const pictures = display.groups.flatMap(({ items }) => items.filter((item) => item.kind === 'picture').map(boxOfPicture));
    return { kind: 'page', revision, report: { ...report, page: key, pictures }, violations: checkPage(issue, page, layout) };
  } catch (error) {
    return { kind: 'fault', revision, page, code: error instanceof InputError ? error.code : String(error) };
  }
}

function boxOfPicture({ x, y, width, height }: Picture): Box {
  return { x, y, width, height };
}
