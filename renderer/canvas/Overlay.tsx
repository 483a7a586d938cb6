import { Lock } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, type GridRect, isFurniture } from '../../engine/issue/index';
import { type Box, boxOf, columnLeft, type Grid, MM, rowTop } from '../../engine/layout/grid';
import type { BlockFit } from '../../engine/layout/types';
import { isMovable } from '../state/block-edits';
import { missingRows } from '../state/facts';
import { useDesk, type View } from '../state/store';
import { ChainChips, ChainThread, OutPort } from './ChainMarks';
import { GridLines } from './GridLines';
import type { Drag } from './gesture';
import { type Guide, type Handle, isFoot } from './snap';
import { originOf, scaleOf, type Viewport } from './view';

interface OverlayProps {
  readonly grid: Grid;
  readonly page: number;
  readonly blocks: readonly Block[];
  readonly view: View;
  readonly viewport: Viewport;
  readonly hover: string | undefined;
  readonly drag: Drag | undefined;
}

/** Turns places of the grid into boxes of the canvas, CSS pixels. */
export interface Screen {
  readonly grid: Grid;
  readonly box: (rect: GridRect) => Box;
  readonly x: (points: number) => number;
  readonly y: (points: number) => number;
}

export function screenOf(grid: Grid, view: View, viewport: Viewport): Screen {
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  const x = (points: number) => origin.x + points * scale;
  const y = (points: number) => origin.y + points * scale;
  const box = (rect: GridRect) => {
    const { x: left, y: top, width, height } = boxOf(grid, rect);
    return { x: x(left), y: y(top), width: width * scale, height: height * scale };
  };
  return { grid, box, x, y };
}

const NO_PICTURES: readonly Box[] = [];

/** What lies over the page: outlines, handles, guides and chips. Typing a text leaves it alone. */
export const Overlay = memo(function Overlay({ grid, page, blocks, view, viewport, hover, drag }: OverlayProps) {
  const selection = useDesk((state) => state.selection);
  const also = useDesk((state) => state.also);
  const pages = useDesk(({ issue }) => issue?.pages);
  const plain = useDesk(({ overlays }) => overlays.plain);
  const pulse = useDesk((state) => state.pulse);
  const screen = screenOf(grid, view, viewport);
  const find = (id: string | null | undefined) => blocks.find((block) => block.id === id);
  const chain = { page, blocks, selection, screen };
  const [selected, hovered, pulsing] = [find(selection), drag ? undefined : find(hover), find(pulse?.block)];
  if (plain && !drag) return null;
  return (
    <>
      <PageMarks grid={grid} page={page} blocks={blocks} view={view} viewport={viewport} />
      <svg className="overlay" aria-hidden="true">
        {hovered && hovered !== selected && <rect className="hovered" {...screen.box(hovered.rect)} />}
        {drag && <DragMarks drag={drag} find={find} screen={screen} />}
        {pages && !drag && <ChainThread pages={pages} {...chain} />}
        {pulsing && <rect key={pulse?.count} className="pulse" {...screen.box(pulsing.rect)} />}
        {drag?.kind !== 'move' &&
          also.map((id) => {
            const block = find(id);
            return block && <rect key={id} className="selected" {...screen.box(placeIn(drag, block))} />;
          })}
        {selected && drag?.kind !== 'move' && (
          <Selection block={{ ...selected, rect: placeIn(drag, selected) }} screen={screen} />
        )}
        {selected && !drag && <OutPort block={selected} screen={screen} />}
      </svg>
      {pages && page > 0 && !drag && <ChainChips pages={pages} {...chain} />}
      {drag && drag.kind !== 'marquee' && <SizeChip rect={drag.rect} screen={screen} />}
      {drag?.guide && <GuideChip guide={drag.guide} rect={drag.rect} screen={screen} />}
    </>
  );
});

/** Where a resized block stands by now. */
function placeIn(drag: Drag | undefined, { id, rect }: Block): GridRect {
  return drag?.kind === 'resize' ? (drag.landings.find((landing) => landing.id === id)?.rect ?? rect) : rect;
}

interface PageMarksProps {
  readonly grid: Grid;
  readonly page: number;
  readonly blocks: readonly Block[];
  readonly view: View;
  readonly viewport: Viewport;
}

/** What stays while something is dragged: grid, edges of the paper, and how the blocks fit. */
const PageMarks = memo(function PageMarks({ grid, page, blocks, view, viewport }: PageMarksProps) {
  const { grid: columns, rows, trim } = useDesk(({ overlays }) => overlays);
  const layout = useDesk(({ layouts }) => layouts.get(page));
  const selection = useDesk((state) => state.selection);
  const screen = screenOf(grid, view, viewport);
  return (
    <>
      <svg className="overlay" aria-hidden="true">
        {(columns || rows) && (
          <GridLines screen={screen} columns={columns} rows={rows} pictures={layout?.pictures ?? NO_PICTURES} />
        )}
        {trim && <TrimLines screen={screen} />}
      </svg>
      {layout?.fits.map((fit) => (
        <FitChip key={fit.block} fit={fit} block={blocks.find(({ id }) => id === fit.block)} screen={screen} />
      ))}
      {blocks.map(
        (block) => block.locked && <LockChip key={block.id} block={block} screen={screen} selected={block.id === selection} />,
      )}
    </>
  );
});

/** Edges of type area and bleed. */
function TrimLines({ screen: { grid, box, x, y } }: { readonly screen: Screen }) {
  const { columns, rows, bleed } = grid.spec;
  const edge = bleed * MM;
  const [left, top] = [x(-edge), y(-edge)];
  return (
    <>
      <rect className="type-area" {...box({ column: 0, row: 0, columns, rows })} />
      <rect className="bleed" x={left} y={top} width={x(grid.width + edge) - left} height={y(grid.height + edge) - top} />
    </>
  );
}

interface DragMarksProps {
  readonly drag: Drag;
  readonly find: (id: string) => Block | undefined;
  readonly screen: Screen;
}

/** Where everything would stand after the drop. */
function DragMarks({ drag, find, screen }: DragMarksProps) {
  const { box, x, y } = screen;
  const marquee = drag.box;
  return (
    <>
      {drag.covered.map((id) => {
        const block = find(id);
        const className = drag.kind === 'marquee' ? 'touched' : 'covered';
        return block && <rect key={id} className={className} {...box(block.rect)} />;
      })}
      {drag.pushed.map(({ id, rect }) => (
        <rect key={id} className="pushed" {...box(rect)} />
      ))}
      {drag.kind !== 'resize' && drag.landings.map(({ id, rect }) => <rect key={id} className="landing" {...box(rect)} />)}
      {drag.guide && <GuideLine guide={drag.guide} rect={drag.rect} screen={screen} />}
      {marquee && (
        <rect
          className="marquee"
          x={x(marquee.x)}
          y={y(marquee.y)}
          width={x(marquee.x + marquee.width) - x(marquee.x)}
          height={y(marquee.y + marquee.height) - y(marquee.y)}
        />
      )}
    </>
  );
}

interface OnBlock {
  readonly block: Block | undefined;
  readonly screen: Screen;
}

const HANDLES: readonly { readonly handle: Handle; readonly x: number; readonly y: number }[] = [
  { handle: 'nw', x: 0, y: 0 },
  { handle: 'n', x: 0.5, y: 0 },
  { handle: 'ne', x: 1, y: 0 },
  { handle: 'e', x: 1, y: 0.5 },
  { handle: 'se', x: 1, y: 1 },
  { handle: 's', x: 0.5, y: 1 },
  { handle: 'sw', x: 0, y: 1 },
  { handle: 'w', x: 0, y: 0.5 },
];
/** Side of a handle as drawn and as it can be hit, CSS pixels. */
const HANDLE = 7;
const TARGET = 16;

function Selection({ block, screen }: { readonly block: Block; readonly screen: Screen }) {
  const { x, y, width, height } = screen.box(block.rect);
  return (
    <>
      <rect className="selected" x={x} y={y} width={width} height={height} />
      {isMovable(block) &&
        HANDLES.map(({ handle, x: across, y: down }) => {
          const [middleX, middleY] = [x + across * width, y + down * height];
          return (
            <g key={handle} className="handle" style={{ cursor: `${handle}-resize` }}>
              <rect className="knob" x={middleX - HANDLE / 2} y={middleY - HANDLE / 2} width={HANDLE} height={HANDLE} />
              <rect
                className="target"
                data-handle={handle}
                x={middleX - TARGET / 2}
                y={middleY - TARGET / 2}
                width={TARGET}
                height={TARGET}
              />
            </g>
          );
        })}
    </>
  );
}

/** From the neighbour's far side to the block's, along the edge that they share. */
function guideSpan({ edge, row, neighbour }: Guide, rect: GridRect, { grid, x, y }: Screen) {
  const first = Math.min(rect.column, neighbour.column);
  const end = Math.max(rect.column + rect.columns, neighbour.column + neighbour.columns);
  const points = rowTop(grid, row) - (isFoot(edge) ? grid.pitch - grid.em : 0);
  return { left: x(columnLeft(grid, first)), right: x(columnLeft(grid, end) - grid.gap), level: y(points) };
}

interface OnGuide {
  readonly guide: Guide;
  readonly rect: GridRect;
  readonly screen: Screen;
}

function GuideLine({ guide, rect, screen }: OnGuide) {
  const { left, right, level } = guideSpan(guide, rect, screen);
  return <line className="guide" x1={left} x2={right} y1={level} y2={level} />;
}

function GuideChip({ guide, rect, screen }: OnGuide) {
  const { t } = useTranslation();
  const { left, level } = guideSpan(guide, rect, screen);
  const { edge, row } = guide;
  const text = t(`canvas.level.${edge}`, { row: isFoot(edge) ? row : row + 1 });
  return (
    <div className="canvas-chip guide-chip" style={{ left, top: level }}>
      {text}
    </div>
  );
}

export function SizeChip({ rect, screen }: { readonly rect: GridRect; readonly screen: Screen }) {
  const { t } = useTranslation();
  const { x, y, width, height } = screen.box(rect);
  return (
    <div className="canvas-chip size-chip" style={{ left: x + width / 2, top: y + height }}>
      {t('canvas.size', { columns: rect.columns, rows: rect.rows })}
    </div>
  );
}

/** +23 字 with a red edge under the last column, or −5 行; in the margin where the block reaches it. */
function FitChip({ fit, block, screen }: OnBlock & { readonly fit: BlockFit }) {
  const { t } = useTranslation();
  if (!block || isFurniture(block.content)) return null;
  const missing = missingRows(block, fit);
  if (fit.oversetChars === 0 && missing === 0) return null;
  const { x, y, width, height } = screen.box(block.rect);
  const last = screen.box({ ...block.rect, column: block.rect.column + block.rect.columns - 1, columns: 1 });
  const outside = block.rect.column + block.rect.columns === screen.grid.spec.columns;
  const chip = { left: x + width, top: y + height };
  if (fit.oversetChars === 0) {
    return (
      <div className="canvas-chip under-chip" data-outside={outside} style={chip}>
        {t('pages.under', { n: missing })}
      </div>
    );
  }
  return (
    <>
      <div className="over-edge" style={{ left: last.x, top: y + height, width: last.width }} />
      <div className="canvas-chip over-chip" data-outside={outside} style={chip}>
        {t('pages.over', { n: fit.oversetChars })}
      </div>
    </>
  );
}

interface LockChipProps {
  readonly block: Block;
  readonly screen: Screen;
  readonly selected: boolean;
}

/** In the margin, or inside the selected block; others in mid page are not dotted with locks, nor furniture, which never moves. */
function LockChip({ block, screen, selected }: LockChipProps) {
  const { t } = useTranslation();
  const { x, y, width } = screen.box(block.rect);
  const outside = block.rect.column + block.rect.columns === screen.grid.spec.columns;
  if (!selected && (!outside || isFurniture(block.content))) return null;
  return (
    <div className="canvas-chip lock-chip" data-outside={outside} style={{ left: x + width, top: y }} title={t('canvas.locked')}>
      <Lock size={12} strokeWidth={1.75} aria-hidden="true" />
    </div>
  );
}
