/** What the view of the page follows: the size of the canvas, the wheel, a block that is pointed out. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { boxOf, makeGrid } from '../../engine/layout/grid';
import { blockOf } from '../state/facts';
import { tellSize } from '../state/sight';
import { store, useDesk, type View } from '../state/store';
import { fitView, originOf, type Range, scaleOf, type Viewport } from './view';

/** Keeps the view of a page that follows the size of the canvas. */
export function useFit(range: Range, viewport: Viewport | undefined, view: View): void {
  useLayoutEffect(() => {
    if (!viewport) return;
    tellSize(viewport.width, viewport.height);
    if (!view.fit) return;
    const fitting = fitView(range, viewport);
    if (fitting.zoom !== view.zoom || fitting.x !== view.x || fitting.y !== view.y) store.setView(fitting);
  }, [range, viewport, view]);
}

/** Moves everything that was drawn for a view to where it belongs in the present one, until it is drawn anew. */
export function useFollow(sheet: RefObject<HTMLElement | null>, drawn: View, viewport: Viewport | undefined): void {
  useLayoutEffect(() => {
    const { style } = sheet.current!;
    style.transform = '';
    if (!viewport) return undefined;
    const from = originOf(drawn, viewport);
    let last = drawn;
    return store.subscribe(() => {
      const { view } = store.get();
      if (view === last) return;
      last = view;
      const to = originOf(view, viewport);
      const stretch = view.zoom / drawn.zoom;
      const [x, y] = [to.x - from.x * stretch, to.y - from.y * stretch];
      style.transform = `translate(${x}px, ${y}px) scale(${stretch})`;
    });
  }, [sheet, drawn, viewport]);
}

/** Brings a block that someone points out into sight, once for each time. */
export function usePulse(viewport: Viewport | undefined): void {
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
