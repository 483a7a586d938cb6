import { type RefObject, useEffect, useRef } from 'react';
import type { Box } from '../../engine/layout/grid';
import type { View } from '../state/store';
import { originOf, type Point, scaleOf, type Viewport } from './view';

interface GhostProps {
  /** Shows the last frame. */
  readonly frame: RefObject<HTMLCanvasElement | null>;
  /** Of the dragged block, points of the page. */
  readonly box: Box;
  readonly by: Point;
  readonly view: View;
  readonly viewport: Viewport;
}

/** A dragged block under the pointer: cut from the frame when the drag begins. */
export function Ghost({ frame, box, by, view, viewport }: GhostProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  const place = {
    x: origin.x + box.x * scale,
    y: origin.y + box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
  /** Where the frame shows the block. */
  const first = useRef(place);
  useEffect(() => {
    const { x, y, width, height } = first.current;
    const [source, target] = [frame.current!, canvas.current!];
    const [shown, board] = [source.getBoundingClientRect(), target.offsetParent!.getBoundingClientRect()];
    const ratio = source.width / shown.width;
    target.width = Math.round(width * ratio);
    target.height = Math.round(height * ratio);
    const left = board.x + x - shown.x;
    const top = board.y + y - shown.y;
    const part = [left, top, width, height].map((value) => value * ratio) as [number, number, number, number];
    target.getContext('2d')?.drawImage(source, ...part, 0, 0, target.width, target.height);
  }, [frame]);
  const transform = `translate(${place.x + by.x}px, ${place.y + by.y}px)`;
  return <canvas ref={canvas} className="ghost" style={{ transform, width: place.width, height: place.height }} />;
}
