import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Viewport } from './view';

/** Size of an element in CSS pixels with the screen's device pixel ratio, followed; undefined before it is laid out. */
export function useViewport(ref: RefObject<HTMLElement | null>): Viewport | undefined {
  const [viewport, setViewport] = useState<Viewport>();
  useLayoutEffect(() => {
    const element = ref.current!;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setViewport((before) => {
        const ratio = window.devicePixelRatio;
        const same = before?.width === width && before.height === height && before.ratio === ratio;
        return same ? before : { width, height, ratio };
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The window's resize event tells of another screen or UI zoom as well.
    window.addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [ref]);
  return viewport;
}
