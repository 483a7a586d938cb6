/** The pointer on the canvas, for what is drawn of it. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { CanvasPointer, type PointerState, REST } from './canvas-pointer';
import type { Range, Viewport } from './view';

/** Listens on the element; `size` and `viewport` say what it shows. */
export function usePointer(ref: RefObject<HTMLElement | null>, size: Range, viewport: Viewport | undefined): PointerState {
  const [state, setState] = useState(REST);
  const shown = useRef({ size, viewport });
  shown.current = { size, viewport };
  useEffect(() => {
    const element = ref.current!;
    const pointer = new CanvasPointer(element, () => shown.current, setState);
    return pointer.listen();
  }, [ref]);
  return state;
}
