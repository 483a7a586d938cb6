import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, Issue } from '../../engine/issue/index';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { blockOf } from '../state/facts';
import { shownPage } from '../state/proposals';
import { store, useDesk, type View } from '../state/store';
import './canvas.css';
import { ChangeMarks } from './ChangeMarks';
import { DropLanding } from './DropLanding';
import { Ghost } from './Ghost';
import { Overlay } from './Overlay';
import { PageSheet } from './PageSheet';
import { Rulers } from './Rulers';
import { TextLayer } from './text/TextLayer';
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
  const sheet = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLCanvasElement>(null);
  const grid = useMemo(() => makeGrid(issue.spec), [issue.spec]);
  const shown = useDesk(shownPage);
  const tool = useDesk((state) => state.tool);
  const proposals = useDesk((state) => state.proposals);
  const present = issue.pages[page - 1]?.blocks ?? NO_BLOCKS;
  const blocks = shown < 0 && proposals ? proposals.found[proposals.at]!.blocks : present;
  const viewport = useViewport(board);
  const { drag, hover, panning } = usePointer(board, grid, viewport);
  useFit(grid, viewport, view);
  useFollow(sheet, view, viewport);
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
        data-tool={tool}
      >
        <div ref={sheet} className="sheets">
          {viewport && <PageSheet page={shown} size={grid} left={0} view={view} viewport={viewport} frame={frame} slot={0} />}
          {viewport && (
            <Overlay grid={grid} page={shown} blocks={blocks} view={view} viewport={viewport} hover={hover} drag={drag} />
          )}
          {viewport && proposals?.marked && shown < 0 && (
            <ChangeMarks grid={grid} before={present} after={blocks} view={view} viewport={viewport} />
          )}
          {viewport && <TextLayer view={view} viewport={viewport} />}
          {viewport && <DropLanding board={board} grid={grid} view={view} viewport={viewport} />}
          {viewport &&
            drag?.kind === 'move' &&
            drag.blocks.map(({ id, rect }) => (
              <Ghost key={id} frame={frame} box={boxOf(grid, rect)} by={drag.by} view={view} viewport={viewport} />
            ))}
        </div>
      </div>
      {viewport && <Rulers grid={grid} viewport={viewport} />}
    </section>
  );
}

/** Keeps the view of a page that follows the size of the canvas. */
function useFit(size: PageSize, viewport: Viewport | undefined, view: View): void {
  useLayoutEffect(() => {
    if (!viewport || !view.fit) return;
    const fitting = fitView(size, viewport);
    if (fitting.zoom !== view.zoom || fitting.x !== view.x || fitting.y !== view.y) store.setView(fitting);
  }, [size, viewport, view]);
}

/** Moves everything that was drawn for a view to where it belongs in the present one, until it is drawn anew. */
function useFollow(sheet: RefObject<HTMLElement | null>, drawn: View, viewport: Viewport | undefined): void {
  useLayoutEffect(() => {
    const { style } = sheet.current!;
    style.transform = '';
    if (!viewport) return undefined;
    const from = originOf(drawn, viewport);
    return store.subscribe(() => {
      const { view } = store.get();
      const to = originOf(view, viewport);
      const stretch = view.zoom / drawn.zoom;
      const [x, y] = [to.x - from.x * stretch, to.y - from.y * stretch];
      style.transform = `translate(${x}px, ${y}px) scale(${stretch})`;
    });
  }, [sheet, drawn, viewport]);
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
