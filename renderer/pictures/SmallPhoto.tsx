import { useEffect, useRef, useState } from 'react';
import type { Photo } from '../../engine/issue/index';
import { useDesk } from '../state/store';
import { photoAddress, smallAddress } from './small';

interface SmallPhotoProps {
  readonly photo: Pick<Photo, 'asset' | 'preview'>;
  /** What it is called where nothing else says that; empty beside its name. */
  readonly name?: string;
}

/** A photograph in a panel, read when it comes near sight. */
export function SmallPhoto({ photo, name = '' }: SmallPhotoProps) {
  const handle = useDesk(({ opened }) => opened?.handle);
  const image = useRef<HTMLImageElement>(null);
  const address = photoAddress(handle, photo);
  const [shown, setShown] = useState<{ readonly of: string; readonly address: string | undefined }>();
  useEffect(() => {
    let wanted = true;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      void smallAddress(address).then((made) => wanted && setShown({ of: address, address: made }));
    });
    watcher.observe(image.current!);
    return () => {
      wanted = false;
      watcher.disconnect();
    };
  }, [address]);
  return <img ref={image} src={shown?.of === address ? shown.address : undefined} alt={name} draggable={false} />;
}
