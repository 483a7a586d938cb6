/** The painting worker: keeps the composed pages, and paints the part of one that the window shows whenever either changes. */
import type { PackedPage, PaintGroup, PaintPage } from '../compose/packed-page';
import type { ComposedPage, ForPainter } from '../compose/protocol';
import { GlyphShapes } from './glyph-shapes';
import { KeptFrame } from './kept-frame';
import { changeOfGroups, unite } from './page-changes';
import { type PaintTools, paintPage } from './paint';
import type { FrameRequest, PaintAnswer, PaintRequest } from './paint-protocol';
import { Pictures, shownAsset } from './pictures';
import { reachOf } from './reach';
import { makeCanvas, Stamps } from './stamps';

/** Painted lines and pictures kept, in bytes: a 对开 page on a large screen takes half of it. */
const STAMP_BYTES = 128 * 1024 * 1024;
/** Small pictures of pages wait until so long after the last change, milliseconds. */
const THUMBNAIL_REST = 300;
/** What was painted in haste is painted exactly so long after the last frame, milliseconds. */
const REFINE_REST = 350;
/** A page that comes so long after the last frame, milliseconds, is painted at once: nothing waits behind it. */
const CALM = 4;
/** The next frame is made ready so long after the last one, milliseconds: that has gone to the screen by then. */
const PREPARE_REST = 30;

interface Kept {
  readonly revision: number;
  /** Blocks of the page. */
  readonly groups: readonly PaintGroup[];
  /** All their items. */
  readonly page: PaintPage;
}

const shapes = new GlyphShapes(self.location.origin);
const stamps = new Stamps(STAMP_BYTES);
/** Stamps of small pictures are rarely used again and must not drive out those of the page. */
const smallStamps = new Stamps(STAMP_BYTES / 16);
const pictures = new Pictures(stamps, repaintPicture);
/** What the window shows now, by slot. */
const frames = new Map<number, { wanted: FrameRequest; readonly kept: KeptFrame }>();
const dueFrames = new Set<number>();
const thumbnailCanvas = makeCanvas(1, 1);

const pages = new Map<number, Kept>();
const thumbnails = new Map<number, number>();
const staleThumbnails = new Set<number>();
let folder = '';
let missingName = '';
let since = 0;
let thumbnailTimer: ReturnType<typeof setTimeout> | undefined;
let paintTimer: ReturnType<typeof setTimeout> | undefined;
/** When the last frame was painted, milliseconds of the worker's clock. */
let paintedAt = 0;
let refineTimer: ReturnType<typeof setTimeout> | undefined;
let prepareTimer: ReturnType<typeof setTimeout> | undefined;

self.onmessage = ({ data }: MessageEvent<PaintRequest>) => {
  switch (data.kind) {
    case 'connect':
      data.port.onmessage = (event: MessageEvent<ForPainter>) => take(event.data);
      return;
    case 'issue':
      openIssue(data.folder, data.since);
      return;
    case 'missing':
      missingName = data.name;
      pictures.lookAgain();
      return;
    case 'frame':
      want(data);
      return;
    case 'leave':
      frames.delete(data.slot);
      return;
    case 'photograph':
      void showPhotograph(data.address, data.width);
      return;
    case 'thumbnail':
      if (data.width > 0) thumbnails.set(data.page, data.width);
      else thumbnails.delete(data.page);
      repaintThumbnail(data.page);
  }
};

function openIssue(address: string, revision: number): void {
  folder = address;
  since = revision;
  for (const [number, page] of pages) if (page.revision < since) pages.delete(number);
  for (const { wanted, kept } of frames.values()) kept.change(wanted.page);
}

function take(message: ForPainter): void {
  if (message.kind === 'page') keep(message);
  else rehearse(message.display);
}

function keep({ revision, page, display }: ComposedPage): void {
  if (revision < since) return;
  const before = pages.get(page);
  const { now: groups, changed } = changeOfGroups(before?.groups ?? [], display.groups);
  const { width, height } = display;
  pages.set(page, { revision, groups, page: { width, height, items: groups.flatMap(({ items }) => items) } });
  const sameSize = before?.page.width === width && before.page.height === height;
  for (const { kept } of frames.values()) kept.change(page, sameSize ? { changed } : undefined);
  repaintPage(page);
  // A task of its own would let the collector in between.
  if (performance.now() - paintedAt > CALM) paintFrames();
}

/** The rehearsed page as it is by now. */
let rehearsed: { readonly groups: readonly PaintGroup[]; readonly kept: KeptFrame } | undefined;

/** Paints a page as large as it may be shown, for nobody; then what is written in it, as keys are painted. */
function rehearse(display: PackedPage | undefined): void {
  if (!display) {
    rehearsed = undefined;
    return;
  }
  const { width, height } = display;
  const { now: groups, changed } = changeOfGroups(rehearsed?.groups ?? [], display.groups);
  const kept = rehearsed?.kept ?? new KeptFrame();
  rehearsed = { groups, kept };
  const part = { x: 0, y: 0, width: Math.ceil(width), height: Math.ceil(height) };
  const page = { width, height, items: groups.flatMap(({ items }) => items) };
  kept.change(0, { changed });
  kept.paint({ page: 0, soft: false, scale: 1, part }, page, toolsWith(smallStamps)).close();
  kept.prepare();
}

function repaintPicture(asset: string): void {
  for (const [number, { page }] of pages) {
    const places = page.items.filter((item) => item.kind === 'picture' && shownAsset(item) === asset);
    if (places.length === 0) continue;
    for (const { kept } of frames.values()) kept.change(number, { changed: unite(places.map(reachOf)) });
    repaintPage(number);
  }
}

function repaintPage(page: number): void {
  for (const [slot, { wanted }] of frames) if (wanted.page === page) repaint(slot);
  repaintThumbnail(page);
}

function want(request: FrameRequest): void {
  const known = frames.get(request.slot);
  if (known) known.wanted = request;
  else frames.set(request.slot, { wanted: request, kept: new KeptFrame() });
  repaint(request.slot);
}

/** Paints when everything that has come in by now is taken in: of several requests only the last one counts. */
function repaint(slot: number): void {
  if (dueFrames.size === 0) paintTimer = setTimeout(paintFrames);
  dueFrames.add(slot);
}

function paintFrames(): void {
  clearTimeout(paintTimer);
  const due = [...dueFrames];
  dueFrames.clear();
  for (const slot of due) paintFrame(slot);
  paintedAt = performance.now();
  clearTimeout(prepareTimer);
  prepareTimer = setTimeout(() => {
    for (const { kept } of frames.values()) kept.prepare();
  }, PREPARE_REST);
}

function paintFrame(slot: number): void {
  const shown = frames.get(slot);
  const page = shown && pages.get(shown.wanted.page);
  if (!shown || !page) return;
  const bitmap = shown.kept.paint(shown.wanted, page.page, toolsWith(stamps));
  answer({ ...shown.wanted, revision: page.revision, bitmap });
  refineSoon();
}

/** Waits for a pause, since it takes as long as several keys. */
function refineSoon(): void {
  clearTimeout(refineTimer);
  if (![...frames.values()].some(({ kept }) => kept.isRough)) return;
  refineTimer = setTimeout(() => {
    for (const [slot, { kept }] of frames) {
      if (!kept.isRough) continue;
      kept.refine();
      repaint(slot);
    }
  }, REFINE_REST);
}

function toolsWith(cache: Stamps): PaintTools {
  return {
    shapes,
    stamps: cache,
    picture: (picture, width, height) => pictures.show(folder, picture, width, height),
    missingName,
  };
}

function repaintThumbnail(page: number): void {
  if (!thumbnails.has(page)) return;
  staleThumbnails.add(page);
  clearTimeout(thumbnailTimer);
  thumbnailTimer = setTimeout(paintThumbnails, THUMBNAIL_REST);
}

/** One at a time, so that frames come between. */
function paintThumbnails(): void {
  const [number] = staleThumbnails;
  if (number === undefined) return;
  staleThumbnails.delete(number);
  const kept = pages.get(number);
  const width = thumbnails.get(number);
  if (kept && width) answer({ kind: 'thumbnail', page: number, bitmap: paintThumbnail(kept.page, width) });
  thumbnailTimer = setTimeout(paintThumbnails);
}

function paintThumbnail(page: PaintPage, width: number): ImageBitmap {
  const { canvas, context } = thumbnailCanvas;
  const scale = width / page.width;
  canvas.width = width;
  canvas.height = Math.round(page.height * scale);
  paintPage(context, page, scale, { x: 0, y: 0, width, height: canvas.height }, toolsWith(smallStamps));
  return canvas.transferToImageBitmap();
}

async function showPhotograph(address: string, width: number): Promise<void> {
  answer({ kind: 'photograph', address, picture: await pictures.small(address, width) });
}

function answer(message: PaintAnswer): void {
  self.postMessage(message, { transfer: message.kind === 'photograph' ? [] : [message.bitmap] });
}
