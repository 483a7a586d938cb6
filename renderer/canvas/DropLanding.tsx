/** Takes what is dragged out of the library: shows where it would land on the grid, and puts it there. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GridRect } from '../../engine/issue/index';
import type { Grid } from '../../engine/layout/grid';
import { materialsOf } from '../state/facts';
import { heldMaterial, hold } from '../state/held';
import { landingOf, placement } from '../state/placement';
import { store, useDesk, type View } from '../state/store';
import { coveredBy, gridCell } from './hit';
import { SizeChip, screenOf } from './Overlay';
import { pagePoint, type Viewport } from './view';

interface DropLandingProps {
  /** Takes the drags. */
  readonly board: RefObject<HTMLElement | null>;
  readonly grid: Grid;
  readonly view: View;
  readonly viewport: Viewport;
}

export function DropLanding({ board, grid, view, viewport }: DropLandingProps) {
  const [rect, setRect] = useState<GridRect | null>(null);
  const page = useDesk((state) => state.page);
  const shown = useRef({ grid, view, viewport });
  shown.current = { grid, view, viewport };
  useEffect(() => {
    const element = board.current!;
    const ending = new AbortController();
    const { signal } = ending;
    const cellOf = (event: DragEvent) => {
      const box = element.getBoundingClientRect();
      const now = shown.current;
      const point = pagePoint(now.view, now.viewport, { x: event.clientX - box.x, y: event.clientY - box.y });
      return gridCell(now.grid, point);
    };
    const over = (event: DragEvent) => {
      const { issue } = store.get();
      const material = heldMaterial();
      if (!issue || !material) return;
      const { column, row } = cellOf(event);
      const landing = landingOf(issue, page, material, column, row);
      setRect((before) => (before && before.column === landing.column && before.row === landing.row ? before : landing));
    };
    const drop = (event: DragEvent) => {
      const { issue } = store.get();
      const material = heldMaterial();
      hold(null);
      setRect(null);
      if (!issue || !material) return;
      const { column, row } = cellOf(event);
      const placed = placement(issue, page, material, column, row);
      if (!placed) return;
      store.edit(placed.edit, 'edit.place');
      store.showBlock(placed.block);
      element.focus();
    };
    element.addEventListener('dragover', over, { signal });
    element.addEventListener('dragleave', () => setRect(null), { signal });
    element.addEventListener('drop', drop, { signal });
    return () => ending.abort();
  }, [board, page]);
  const blocks = useDesk(({ issue }) => issue?.pages[page - 1]?.blocks);
  if (!rect || !blocks) return null;
  const held = heldMaterial();
  const others = blocks.filter(
    (block) => !held || !materialsOf(block).some(({ list, id }) => list === held.list && id === held.id),
  );
  const screen = screenOf(grid, view, viewport);
  return (
    <>
      <svg className="overlay" aria-hidden="true">
        {coveredBy(rect, others).map((block) => (
          <rect key={block.id} className="covered" {...screen.box(block.rect)} />
        ))}
        <rect className="landing" {...screen.box(rect)} />
      </svg>
      <SizeChip rect={rect} screen={screen} />
    </>
  );
}
