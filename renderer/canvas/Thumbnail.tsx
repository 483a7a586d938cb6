import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../state/store';
import { painter } from './painter';

/** A small picture of a page, `width` CSS pixels wide, that follows its changes. */
export function Thumbnail({ page, width }: { readonly page: number; readonly width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [painted, setPainted] = useState(false);
  const handle = useDesk(({ opened }) => opened?.handle);
  const ratio = useDesk(({ issue }) => (issue ? issue.spec.height / issue.spec.width : 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another issue is watched anew
  useEffect(() => {
    setPainted(false);
    return painter.watch(page, Math.round(width * window.devicePixelRatio), (bitmap) => {
      const element = canvas.current!;
      element.width = bitmap.width;
      element.height = bitmap.height;
      element.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      setPainted(true);
    });
  }, [page, width, handle]);
  const style = { width, height: Math.round(width * ratio), visibility: painted ? 'visible' : 'hidden' } as const;
  return <canvas ref={canvas} style={style} aria-hidden="true" />;
}
