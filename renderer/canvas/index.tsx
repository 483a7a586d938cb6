import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, PageSpec } from '../../engine/issue/index';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { PictureLayer } from '../pictures/PictureLayer';
import { facingPage, shownFacing } from '../state/facing';
import { shownPage } from '../state/proposals';
import { CURE_KEY, useComposedCure, useShownCure } from '../state/shown-cure';
import { useDesk } from '../state/store';
import './canvas.css';
import './overlay.css';
import './chips.css';
import { ChangeMarks } from './ChangeMarks';
import { DrawMenu } from './DrawMenu';
import { DropLanding } from './DropLanding';
import { Ghost } from './Ghost';
import { Overlay } from './Overlay';
import { PageSheet } from './PageSheet';
import { PlateBar, PlateView } from './PlateView';
import { Rulers } from './Rulers';
import { TextLayer } from './text/TextLayer';
import { usePointer } from './use-pointer';
import { useFit, useFollow, usePulse } from './use-view';
import { useViewport } from './use-viewport';
import { rangeOf } from './view';

export { Thumbnail } from './Thumbnail';

const NO_BLOCKS: readonly Block[] = [];

/** An application takes the focus and the keys. */
const FOCUSABLE = { tabIndex: 0 };

/** The page on its pasteboard, with rulers and everything that can be done to it with mouse and keyboard. Fills its parent. */
export function Canvas() {
  const spec = useDesk(({ issue }) => issue?.spec);
  return spec && <IssueCanvas spec={spec} />;
}

/** Drawn again when blocks or the view change, not with every key. */
function IssueCanvas({ spec }: { readonly spec: PageSpec }) {
  const { t } = useTranslation();
  const page = useDesk((state) => state.page);
  const view = useDesk((state) => state.view);
  const board = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLCanvasElement>(null);
  const grid = useMemo(() => makeGrid(spec), [spec]);
  const shown = useDesk(shownPage);
  const tool = useDesk((state) => state.tool);
  const proposals = useDesk((state) => state.proposals);
  const present = useDesk(({ issue }) => issue?.pages[page - 1]?.blocks ?? NO_BLOCKS);
  const pages = useDesk(({ issue }) => issue?.pages.length ?? 0);
  const blocks = shown < 0 && proposals ? proposals.found[proposals.at]!.blocks : present;
  const viewport = useViewport(board);
  const rulers = useDesk(({ overlays }) => overlays.rulers && !overlays.plain);
  const soft = useDesk(({ overlays }) => overlays.soft);
  const other = useDesk(shownFacing);
  const left = other === 0 ? 0 : facingPage(page, pages)?.right ? grid.width : -grid.width;
  const range = useMemo(() => rangeOf(grid, left), [grid, left]);
  const cured = useShownCure();
  const isCureComposed = useComposedCure() === cured && cured?.page === shown;
  const otherFrame = useRef<HTMLCanvasElement>(null);
  const { drag, hover, panning } = usePointer(board, range, viewport);
  useFit(range, viewport, view);
  useFollow(sheet, view, viewport);
  usePulse(viewport);
  return (
    <section className="canvas" data-rulers={rulers}>
      <div
        ref={board}
        className="board"
        role="application"
        aria-label={t('block.canvas', { page })}
        {...FOCUSABLE}
        data-panning={panning || undefined}
        data-tool={tool}
      >
        <div ref={sheet} className="sheets" data-cured={isCureComposed || undefined}>
          {viewport && other > 0 && (
            <PageSheet page={other} size={grid} left={left} frame={otherFrame} slot={1} {...{ soft, view, viewport }} />
          )}
          {viewport && (
            <PageSheet
              page={isCureComposed ? CURE_KEY : shown}
              size={grid}
              left={0}
              frame={frame}
              slot={0}
              {...{ soft, view, viewport }}
            />
          )}
          {viewport && shown > 0 && <PlateView size={grid} view={view} viewport={viewport} />}
          {viewport && (
            <Overlay grid={grid} page={shown} blocks={blocks} view={view} viewport={viewport} hover={hover} drag={drag} />
          )}
          {viewport && proposals?.marked && shown < 0 && (
            <ChangeMarks grid={grid} before={present} after={blocks} view={view} viewport={viewport} />
          )}
          {viewport && cured?.page === shown && (
            <ChangeMarks grid={grid} before={present} after={cured.blocks} view={view} viewport={viewport} />
          )}
          {viewport && <TextLayer view={view} viewport={viewport} />}
          {viewport && <DropLanding board={board} grid={grid} view={view} viewport={viewport} />}
          {viewport && shown > 0 && <PictureLayer board={board} grid={grid} view={view} viewport={viewport} drag={drag} />}
          {viewport &&
            drag?.kind === 'move' &&
            drag.blocks.map(({ id, rect }) => (
              <Ghost key={id} frame={frame} box={boxOf(grid, rect)} by={drag.by} view={view} viewport={viewport} />
            ))}
        </div>
        {shown > 0 && <PlateBar />}
        <DrawMenu />
      </div>
      {viewport && rulers && <Rulers grid={grid} viewport={viewport} />}
    </section>
  );
}
