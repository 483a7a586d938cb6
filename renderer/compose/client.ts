/**
 * Keeps the composed pages of the store in step with its issue: every revision goes to the composing worker with the pages
 * that it changes; what they show goes on to the painting worker, how they fit comes back to the store.
 */
import type { Proposal } from '../../electron/bridge';
import type { Issue } from '../../engine/issue/types';
import { painter } from '../canvas/painter';
import { i18n } from '../i18n';
import { connectTrying, takeTried } from '../state/curing';
import { firstFrame } from '../state/first-frame';
import { askSize, connectMeasuring, forgetSizes, takeSize } from '../state/measured';
import { previewKey } from '../state/proposals';
import { CURE_KEY, connectCures, takeCured } from '../state/shown-cure';
import { type Material, store } from '../state/store';
import { changedPages } from './changed-pages';
import { issueDelta } from './issue-delta';
import type {
  ComposeAnswer,
  ComposeRequest,
  ConnectRequest,
  MeasureRequest,
  PreviewRequest,
  RestRequest,
  WatchRequest,
} from './protocol';
import { connectTexts, forgetTexts, takeTexts } from './texts';

let worker: Worker | undefined;
/** What the worker was last asked for. */
let asked: { handle: string | undefined; issue: Issue | null; page: number } = { handle: undefined, issue: null, page: 0 };
/** What the worker has of the open issue. */
let sent: Issue | null = null;
/** Revision since which the issue is the open one: answers about another come too late. */
let openedAt = 0;
/** What the inspector showed last. */
let inspected: Material | null = null;
/** The proposals that the worker was given last. */
let previewed: readonly Proposal[] | undefined;
let knownMissing: ReadonlySet<string> = store.get().missing;
/** Pages still to be composed, and the revision that they must show at least. */
const due = new Map<number, number>();

/** Once, at the window's start. */
export function startComposing(): void {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'compose' });
  worker.onmessage = ({ data }: MessageEvent<ComposeAnswer>) => take(data);
  const { port1, port2 } = new MessageChannel();
  const connect: ConnectRequest = { kind: 'connect', port: port1 };
  worker.postMessage(connect, [port1]);
  painter.connect(port2);
  connectTexts((blocks) => worker?.postMessage({ kind: 'watch', blocks } satisfies WatchRequest));
  connectTrying((request) => worker?.postMessage(request));
  connectCures(({ page, blocks }) => askPreview(page, [{ key: CURE_KEY, blocks }]));
  i18n.on('languageChanged', lookAgain);
  store.subscribe(ask);
  store.subscribe(askPreviews);
  store.subscribe(askInspected);
  connectMeasuring(measure);
  store.subscribe(watchMissing);
  lookAgain();
  ask();
}

/** Names missing photographs in the language of the window, and shows those that have come. */
function lookAgain(): void {
  painter.lookAgain(i18n.t('canvas.missing'));
}

function watchMissing(): void {
  const { missing } = store.get();
  if (missing === knownMissing) return;
  knownMissing = missing;
  lookAgain();
}

function ask(): void {
  const { opened, revision, page, ...state } = store.get();
  const issue = state.sketch ?? state.issue;
  if (!worker || !issue || (issue === asked.issue && page === asked.page)) return;
  if (opened?.handle !== asked.handle) {
    due.clear();
    sent = null;
    forgetTexts();
    forgetSizes();
    openedAt = revision;
    painter.open(`${location.origin}/assets/${opened?.handle}`, revision);
    firstFrame.expect();
    firstFrame.after(() => worker?.postMessage({ kind: 'rest' } satisfies RestRequest));
  }
  const before = opened?.handle === asked.handle ? asked.issue : null;
  if (issue !== before) for (const number of changedPages(before, issue)) due.set(number, revision);
  asked = { handle: opened?.handle, issue, page };
  if (due.size === 0) return;
  const delta = issueDelta(sent, issue);
  worker.postMessage({
    kind: 'compose',
    revision,
    delta,
    opened: sent === null,
    pages: byNeed([...due.keys()], page),
  } satisfies ComposeRequest);
  sent = issue;
}

/** Has proposals composed once, when they come. */
function askPreviews(): void {
  const { proposals } = store.get();
  if (proposals?.found === previewed) return;
  previewed = proposals?.found;
  if (!proposals) return;
  const { page, found } = proposals;
  askPreview(
    page,
    found.map(({ blocks }, at) => ({ key: previewKey(at), blocks })),
  );
}

/** Has a page composed as it would be with other blocks. */
function askPreview(page: number, previews: PreviewRequest['previews']): void {
  const { revision } = store.get();
  worker?.postMessage({ kind: 'preview', revision, page, previews } satisfies PreviewRequest);
}

/** What the inspector shows may be placed next. */
function askInspected(): void {
  const { issue, material } = store.get();
  if (issue && material && material !== inspected) askSize(issue, material);
  inspected = material;
}

function measure(material: Material): void {
  const { issue } = store.get();
  if (!worker || !issue || !sent) return;
  const delta = issueDelta(sent, issue);
  worker.postMessage({ kind: 'measure', material, delta } satisfies MeasureRequest);
  sent = issue;
}

function byNeed(pages: readonly number[], visible: number): number[] {
  return pages.toSorted((a, b) => Number(b === visible) - Number(a === visible) || a - b);
}

function take(answer: ComposeAnswer): void {
  if (answer.kind === 'tried') {
    takeTried(answer);
    return;
  }
  if (answer.revision < openedAt) return;
  if (answer.kind === 'texts') {
    takeTexts(answer, due.has(answer.page));
    return;
  }
  if (answer.kind === 'measured') {
    takeSize(answer.material, answer.size);
    return;
  }
  if (answer.kind === 'checks') {
    store.putChecks(answer.page, answer.violations);
    return;
  }
  if ((answer.kind === 'page' ? answer.report.page : answer.key) === CURE_KEY) {
    takeCured(answer.kind === 'page');
    return;
  }
  const page = answer.kind === 'page' ? answer.report.page : answer.page;
  if (answer.revision >= (due.get(page) ?? 0)) due.delete(page);
  if (answer.kind === 'fault') {
    firstFrame.come();
    const text = i18n.t('bar.compose', { page: answer.page, code: answer.code });
    store.set({ bar: { tone: 'error', text, details: [] } });
    return;
  }
  store.putReport(answer.report);
}
