/** The composing worker: sets pages of the issue with the engine's layout, the visible page first, newest revision only. */
import { checkPage } from '../../engine/arrange';
import type { DisplayGroup } from '../../engine/display/types';
import { InputError } from '../../engine/errors';
import type { FaceId } from '../../engine/fonts';
import { apply } from '../../engine/issue/edits';
import type { Id, Issue } from '../../engine/issue/types';
import { createLayout, hyphenatorOf, KeptBlocks, type Layout, type SetBlock } from '../../engine/layout';
import type { Hyphenator } from '../../engine/typeset';
import { measuredSize } from '../state/first-size';
import { withDelta } from './issue-delta';
import { buffersOf, packPage } from './packed-page';
import type {
  ComposeAnswer,
  ComposedPage,
  ComposeRequest,
  ConnectRequest,
  MeasureRequest,
  PictureFrame,
  PreviewRequest,
  RestRequest,
  WatchRequest,
} from './protocol';
import { Rehearsing } from './rehearsal';
import { Trying, type TryRequest } from './trying';
import { createWorkerFonts } from './worker-fonts';

const fonts = createWorkerFonts(self.location.origin);
let painter: MessagePort | undefined;
/** The issue as last sent. */
let issue: Issue | null = null;
let kept = new KeptBlocks<SetBlock>();
/** Loaded once a paper divides words. */
let hyphenator: Hyphenator | undefined;
let hyphenatorWanted = false;
/** What the painter has of the pages. */
const sent = new Map<number, readonly DisplayGroup[]>();
/** Blocks whose texts the window wants, and what they showed when it was told last. */
let watched: readonly Id[] = [];
const told = new Map<Id, DisplayGroup>();
/** Of the issue. */
let revision = 0;
/** The first page of the open issue is not shown yet: of each request only the page that is needed most is composed. */
let isHeld = false;
let coming: ReturnType<typeof setTimeout> | undefined;
let waiting: Pick<ComposeRequest, 'revision' | 'pages'> | undefined;

self.onmessage = ({
  data,
}: MessageEvent<ConnectRequest | ComposeRequest | RestRequest | PreviewRequest | WatchRequest | MeasureRequest | TryRequest>) => {
  if (data.kind === 'connect') {
    painter = data.port;
    void warm(USUAL_FACES);
    return;
  }
  if (data.kind === 'preview') {
    preview(data);
    return;
  }
  if (data.kind === 'rest') {
    isHeld = false;
    nextSoon();
    checkSoon();
    rehearsing.soon();
    return;
  }
  if (data.kind === 'watch') {
    watch(data.blocks);
    return;
  }
  if (data.kind === 'measure') {
    issue = withDelta(issue, data.delta);
    measure(issue, data.material);
    return;
  }
  if (data.kind === 'try') {
    trying.start(data);
    return;
  }
  trying.start(undefined);
  if (data.opened) forget();
  issue = withDelta(issue, data.delta);
  revision = data.revision;
  const idle = waiting === undefined;
  waiting = data;
  // Of an issue that was just opened, the page where it was left is asked for at once after the first.
  if (isHeld) nextSoon();
  else if (idle) next();
};

const trying = new Trying(
  () => issue,
  (changed) => createLayout(changed, fonts, hyphenator, kept),
  (answer) => self.postMessage(answer),
);

/** Faces of nearly every page; reading them takes longer than setting the page. */
const USUAL_FACES: readonly FaceId[] = ['song-regular', 'hei-bold', 'kai-regular', 'song-black', 'hei-regular', 'song-bold'];

/** Reads faces one by one while no issue is open, then rehearses, so that the first page need not wait for that. */
async function warm(faces: readonly FaceId[]): Promise<void> {
  for (const face of faces) {
    if (issue) return;
    // Whoever sets type in one that cannot be read is told.
    await fonts.readAhead(face).catch(() => undefined);
  }
  if (!issue) rehearsing.soon(0);
}

const rehearsing = new Rehearsing(
  (of, keep) => createLayout(of, fonts, hyphenator, keep),
  (rehearsal) => painter?.postMessage(rehearsal, rehearsal.display ? buffersOf(rehearsal.display) : []),
);

/** Another issue is open. */
function forget(): void {
  told.clear();
  unchecked.clear();
  issue = null;
  isHeld = true;
  rehearsing.pause();
  kept = new KeptBlocks();
  sent.clear();
}

/** The next page comes in a task of its own. */
function nextSoon(): void {
  clearTimeout(coming);
  coming = setTimeout(next);
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
  if (waiting && !isHeld) nextSoon();
  checkSoon();
  if (!isHeld) rehearsing.soon();
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

function measure(of: Issue, material: MeasureRequest['material']): void {
  try {
    const size = measuredSize(of, material, createLayout(of, fonts, hyphenator, kept));
    self.postMessage({ kind: 'measured', revision, material, size } satisfies ComposeAnswer);
  } catch (error) {
    // What cannot be set is shown with the size that was guessed.
    if (!(error instanceof InputError)) throw error;
  }
}

/** Sets a page, which the window knows by `key`: its number, or another for a preview of it. */
function compose(revision: number, issue: Issue, page: number, key = page): ComposeAnswer {
  try {
    const layout = createLayout(issue, fonts, hyphenator, kept);
    const { display, ...report } = layout.page(page);
    const packed: ComposedPage = { kind: 'page', revision, page: key, display: packPage(display, sent.get(key) ?? []) };
    // On its way before everything else: the picture of the page waits for nothing.
    painter?.postMessage(packed, buffersOf(packed.display));
    sent.set(key, display.groups);
    if (key === page) tell(layout, page, revision, display.groups);
    const pictures = display.groups.flatMap(framesOf);
    if (key === page) unchecked.add(page);
    return { kind: 'page', revision, report: { ...report, page: key, pictures } };
  } catch (error) {
    return { kind: 'fault', revision, page, key, code: error instanceof InputError ? error.code : String(error) };
  }
}

/** Pages of which the rules have not been asked since they were composed. */
const unchecked = new Set<number>();
/** Rules are asked after so long without composing, milliseconds: when who types has paused, so that no key waits for them. */
const CHECK_REST = 400;
let checking: ReturnType<typeof setTimeout> | undefined;

/** Asks the rules one page at a time, so that composing comes between. */
function checkSoon(rest = CHECK_REST): void {
  clearTimeout(checking);
  if (unchecked.size > 0 && !isHeld) checking = setTimeout(check, rest);
}

function check(): void {
  const [page] = unchecked;
  if (page === undefined || !issue) return;
  unchecked.delete(page);
  if (page <= issue.pages.length) {
    const violations = checkPage(issue, page, createLayout(issue, fonts, hyphenator, kept));
    self.postMessage({ kind: 'checks', revision, page, violations } satisfies ComposeAnswer);
  }
  checkSoon(0);
}

/** Texts of the watched blocks that show something else than before. */
function tell(layout: Layout, page: number, revision: number, groups: readonly DisplayGroup[]): void {
  for (const block of watched) {
    const group = groups.find((candidate) => candidate.block === block);
    if (!group || told.get(block) === group) continue;
    told.set(block, group);
    self.postMessage({ kind: 'texts', revision, page, block, lines: layout.texts(page, block) } satisfies ComposeAnswer);
  }
}

/** Tells of blocks at once that stand on a page as it was composed last. */
function watch(blocks: readonly Id[]): void {
  watched = blocks;
  for (const block of told.keys()) if (!blocks.includes(block)) told.delete(block);
  if (!issue) return;
  const layout = createLayout(issue, fonts, hyphenator, kept);
  for (const { number, blocks: all } of issue.pages) {
    const groups = waiting?.pages.includes(number) ? undefined : sent.get(number);
    if (groups && all.some(({ id }) => blocks.includes(id))) tell(layout, number, revision, groups);
  }
}

function framesOf({ block, items }: DisplayGroup): PictureFrame[] {
  return items.flatMap((item) => {
    if (item.kind !== 'picture') return [];
    const { x, y, width, height, asset, ppi } = item;
    return [{ block, x, y, width, height, asset, ppi }];
  });
}
