import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, Issue } from '../../engine/issue/index';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { blockOf } from '../state/facts';
import { shownPage } from '../state/proposals';
import { store, useDesk, type View } from '../state/store';
import './canvas.css';
import { ChangeMarks } from './ChangeMarks';
import { DropLanding } from './DropLanding';
import { FrameView } from './frame-view';
import { Ghost } from './Ghost';
import { walkBlocks } from './hit';
import { Overlay } from './Overlay';
import { Rulers } from './Rulers';
import { usePointer } from './use-pointer';
import { useViewport } from './use-viewport';
import { fitView, originOf, type PageSize, scaleOf, type Viewport } from './view';

export { Thumbnail } from './Thumbnail';

const NO_BLOCKS: readonly Block[] = [];

/** An application takes the focus and the keys. */
const FOCUSABLE = { tabIndex: 0 };

/** The page on its pasteboard, with rulers and everything that can be done to it with mouse and keyboard. Fills its parent. */
export function Canvas() {
  const issue = useDesk((state) => state.issue);
  return issue && <IssueCanvas issue={issue} />;
}

function IssueCanvas({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const page = useDesk((state) => state.page);
  const view = useDesk((state) => state.view);
  const board = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLCanvasElement>(null);
  const grid = useMemo(() => makeGrid(issue.spec), [issue.spec]);
  const shown = useDesk(shownPage);
  const proposals = useDesk((state) => state.proposals);
  const present = issue.pages[page - 1]?.blocks ?? NO_BLOCKS;
  const blocks = shown < 0 && proposals ? proposals.found[proposals.at]!.blocks : present;
  const viewport = useViewport(board);
  const { drag, hover, panning } = usePointer(board, grid, viewport);
  useFit(grid, viewport, view);
  useFrame(frame, shown, grid, view, viewport);
  usePulse(viewport);
  return (
    <section className="canvas">
      <div
        ref={board}
        className="board"
        role="application"
        aria-label={t('block.canvas', { page })}
        {...FOCUSABLE}
        data-panning={panning || undefined}
        onKeyDown={walk}
      >
        {viewport && <Paper size={grid} view={view} viewport={viewport} />}
        <canvas ref={frame} className="frame" />
        {viewport && (
          <Overlay grid={grid} page={shown} blocks={blocks} view={view} viewport={viewport} hover={hover} drag={drag} />
        )}
        {viewport && proposals?.marked && shown < 0 && (
          <ChangeMarks grid={grid} before={present} after={blocks} view={view} viewport={viewport} />
        )}
        {viewport && <DropLanding board={board} grid={grid} view={view} viewport={viewport} />}
        {viewport && drag?.kind === 'move' && (
          <Ghost frame={frame} box={boxOf(grid, drag.block.rect)} by={drag.by} view={view} viewport={viewport} />
        )}
      </div>
      {viewport && <Rulers grid={grid} view={view} viewport={viewport} />}
    </section>
  );
}

function Paper({ size, view, viewport }: { readonly size: PageSize; readonly view: View; readonly viewport: Viewport }) {
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  const transform = `translate(${origin.x}px, ${origin.y}px)`;
  return <div className="paper" style={{ transform, width: size.width * scale, height: size.height * scale }} />;
}

/** Keeps the view of a page that follows the size of the canvas. */
function useFit(size: PageSize, viewport: Viewport | undefined, view: View): void {
  useLayoutEffect(() => {
    if (!viewport || !view.fit) return;
    const fitting = fitView(size, viewport);
    if (fitting.zoom !== view.zoom || fitting.x !== view.x || fitting.y !== view.y) store.setView(fitting);
  }, [size, viewport, view]);
}

function useFrame(
  canvas: { readonly current: HTMLCanvasElement | null },
  page: number,
  size: PageSize,
  view: View,
  viewport: Viewport | undefined,
): void {
  const shown = useRef<FrameView>(undefined);
  useEffect(() => {
    shown.current = new FrameView(canvas.current!);
    return () => shown.current?.close();
  }, [canvas]);
  useEffect(() => {
    if (viewport && viewport.width > 0) shown.current?.show({ page, size, view, viewport });
  }, [page, size, view, viewport]);
}

/** Brings a block that someone points out into sight, once for each time. */
function usePulse(viewport: Viewport | undefined): void {
  const pulse = useDesk((state) => state.pulse);
  const answered = useRef<typeof pulse>(null);
  useEffect(() => {
    const { issue, view } = store.get();
    const block = pulse && blockOf(issue, pulse.block);
    if (!issue || !block || !viewport || pulse === answered.current) return;
    answered.current = pulse;
    const box = boxOf(makeGrid(issue.spec), block.rect);
    const origin = originOf(view, viewport);
    const scale = scaleOf(view);
    const [left, top] = [origin.x + box.x * scale, origin.y + box.y * scale];
    const inSight =
      left >= 0 && top >= 0 && left + box.width * scale <= viewport.width && top + box.height * scale <= viewport.height;
    if (!inSight) store.setView({ fit: false, x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }, [pulse, viewport]);
}

/** Tab walks the blocks in the order of reading, and out of the canvas at either end. */
function walk(event: React.KeyboardEvent): void {
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
  const { issue, page, selection, proposals } = store.get();
  if (proposals) return;
  const next = walkBlocks(issue?.pages[page - 1]?.blocks ?? [], selection, event.shiftKey ? -1 : 1);
  if (next === undefined) return;
  event.preventDefault();
  store.select(next);
}
