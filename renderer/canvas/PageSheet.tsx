import { memo, type RefObject, useEffect, useRef } from 'react';
import { store, type View } from '../state/store';
import { FrameView } from './frame-view';
import { originOf, type PageSize, scaleOf, type Viewport } from './view';

interface PageSheetProps {
  /** Number of the page, or the key of a proposal. */
  readonly page: number;
  readonly size: PageSize;
  /** Points from the left edge of the page that the view counts from. */
  readonly left: number;
  readonly view: View;
  readonly viewport: Viewport;
  readonly frame: RefObject<HTMLCanvasElement | null>;
  /** As it looks printed on newsprint. */
  readonly soft: boolean;
  /** Tells the pages that are shown at the same time apart. */
  readonly slot: number;
}

/** White paper and the last frame of what is printed on it. */
export const PageSheet = memo(function PageSheet({ page, size, left, soft, view, viewport, frame, slot }: PageSheetProps) {
  const frameView = useRef<FrameView>(undefined);
  useEffect(() => {
    frameView.current = new FrameView(frame.current!, slot);
    return () => frameView.current?.close();
  }, [frame, slot]);
  useEffect(() => {
    if (viewport.width === 0) return undefined;
    const shownIn = (present: View) => ({ page, size, soft, view: { ...present, x: present.x - left }, viewport });
    let last = view;
    frameView.current?.show(shownIn(view));
    return store.subscribe(() => {
      const { view: present } = store.get();
      if (present !== last) frameView.current?.follow(shownIn(present));
      last = present;
    });
  }, [page, size, left, soft, view, viewport]);
  const origin = originOf({ ...view, x: view.x - left }, viewport);
  const scale = scaleOf(view);
  const transform = `translate(${origin.x}px, ${origin.y}px)`;
  return (
    <>
      <div className="paper" data-soft={soft} style={{ transform, width: size.width * scale, height: size.height * scale }} />
      <canvas ref={frame} className="frame" />
    </>
  );
});
