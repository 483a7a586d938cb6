/** Takes what is dragged out of the library: shows where it would land on the grid and what makes room, and puts it there. */
import { memo, type RefObject, useEffect, useReducer, useRef, useState } from 'react';
import type { Id, Issue } from '../../engine/issue/index';
import type { Grid } from '../../engine/layout/grid';
import { heldMaterial, hold } from '../state/held';
import { askSize, onSizes } from '../state/measured';
import { type Drop, dropOf } from '../state/placement';
import { type Material, store, useDesk, type View } from '../state/store';
import { SizeChip } from './Guides';
import { blockAt, gridCell } from './hit';
import { screenOf } from './screen';
import { pagePoint, type Viewport } from './view';

interface DropLandingProps {
  /** Takes the drags. */
  readonly board: RefObject<HTMLElement | null>;
  readonly grid: Grid;
  readonly view: View;
  readonly viewport: Viewport;
}

/** Where the pointer is while something of the library is held over the page. */
interface Held {
  readonly column: number;
  readonly row: number;
  /** Block under the pointer, when it is to change places with what is held. */
  readonly swapWith: Id | undefined;
}

export const DropLanding = memo(function DropLanding({ board, grid, view, viewport }: DropLandingProps) {
  const [held, setHeld] = useState<Held | null>(null);
  const page = useDesk((state) => state.page);
  const issue = useDesk((state) => (held ? state.issue : null));
  const shown = useRef({ grid, view, viewport });
  shown.current = { grid, view, viewport };
  // A size may come while the pointer rests.
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => onSizes(again), []);
  useEffect(() => {
    const element = board.current!;
    const ending = new AbortController();
    const { signal } = ending;
    const heldAt = (event: DragEvent, now: Issue): Held => {
      const box = element.getBoundingClientRect();
      const { grid: lines, view: seen, viewport: port } = shown.current;
      const point = pagePoint(seen, port, { x: event.clientX - box.x, y: event.clientY - box.y });
      const under = event.altKey ? blockAt(now.pages[page - 1]?.blocks ?? [], lines, point) : undefined;
      return { ...gridCell(lines, point), swapWith: under?.id };
    };
    const over = (event: DragEvent) => {
      const { issue: now } = store.get();
      const material = heldMaterial();
      if (!now || !material) return;
      askSize(now, material);
      const next = heldAt(event, now);
      setHeld((before) => (before && isAlike(before, next) ? before : next));
    };
    const drop = (event: DragEvent) => {
      const { issue: now } = store.get();
      const material = heldMaterial();
      hold(null);
      setHeld(null);
      if (!now || !material) return;
      const made = dropAt(now, page, material, heldAt(event, now));
      if (!made) return;
      store.edit(made.edit, made.name);
      store.showBlock(made.block);
      element.focus();
    };
    element.addEventListener('dragover', over, { signal });
    element.addEventListener('dragleave', () => setHeld(null), { signal });
    element.addEventListener('drop', drop, { signal });
    return () => ending.abort();
  }, [board, page]);
  const material = heldMaterial();
  const made = held && issue && material ? dropAt(issue, page, material, held) : undefined;
  if (!made) return null;
  const { rect, covered, pushed } = made;
  const screen = screenOf(grid, view, viewport);
  return (
    <>
      <svg className="overlay" aria-hidden="true">
        {covered.map((block) => (
          <rect key={block.id} className="covered" {...screen.box(block.rect)} />
        ))}
        {pushed.map((block) => (
          <rect key={block.id} className="pushed" {...screen.box(block.rect)} />
        ))}
        <rect className="landing" {...screen.box(rect)} />
      </svg>
      <SizeChip rect={rect} screen={screen} />
    </>
  );
});

function dropAt(issue: Issue, page: number, material: Material, { column, row, swapWith }: Held): Drop | undefined {
  const under = issue.pages[page - 1]?.blocks.find(({ id }) => id === swapWith);
  return dropOf(issue, page, material, { column, row }, under);
}

function isAlike(one: Held, other: Held): boolean {
  return one.column === other.column && one.row === other.row && one.swapWith === other.swapWith;
}
