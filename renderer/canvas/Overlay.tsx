/** What lies over the page: outlines, handles, guides and chips. */
import { memo } from 'react';
import type { Block, GridRect } from '../../engine/issue/index';
import type { Grid } from '../../engine/layout/grid';
import { isMovable } from '../state/block-edits';
import { useDesk, type View } from '../state/store';
import { ChainChips, ChainThread, OutPort } from './ChainMarks';
import { GuideChip, GuideLine, SizeChip } from './Guides';
import type { Drag } from './gesture';
import { PageMarks } from './PageMarks';
import { type Screen, screenOf } from './screen';
import type { Handle } from './snap';
import type { Viewport } from './view';

interface OverlayProps {
  readonly grid: Grid;
  readonly page: number;
  readonly blocks: readonly Block[];
  readonly view: View;
  readonly viewport: Viewport;
  readonly hover: string | undefined;
  readonly drag: Drag | undefined;
}

/** Typing a text leaves it alone. */
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
