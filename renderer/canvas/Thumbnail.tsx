import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../state/store';
import { painter } from './painter';

interface ThumbnailProps {
  readonly page: number;
  /** CSS pixels. */
  readonly width: number;
}

/** A small picture of a page that follows its changes. */
export function Thumbnail(props: ThumbnailProps) {
  const handle = useDesk(({ opened }) => opened?.handle);
  return <PageThumbnail key={handle} {...props} />;
}

function PageThumbnail({ page, width }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [painted, setPainted] = useState(false);
  const ratio = useDesk(({ issue }) => (issue ? issue.spec.height / issue.spec.width : 1));
  useEffect(() => {
    return painter.watch(page, Math.round(width * window.devicePixelRatio), (bitmap) => {
      const element = canvas.current!;
      element.width = bitmap.width;
      element.height = bitmap.height;
      element.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      setPainted(true);
    });
  }, [page, width]);
  const style = { width, aspectRatio: `1 / ${ratio}`, visibility: painted ? 'visible' : 'hidden' } as const;
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} style={style} />
    </span>
  );
}
