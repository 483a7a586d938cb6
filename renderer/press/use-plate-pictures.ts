/** Addresses of plate pictures, given back when they are no longer shown. */
import { useLayoutEffect, useState } from 'react';
import type { PlatePage } from '../../electron/bridge';

/** Address of each page's picture of a plate, by the page's number; pages without that plate are missing. */
export function usePlatePictures(pages: readonly PlatePage[], plate: string): ReadonlyMap<number, string> {
  const [addresses, setAddresses] = useState<ReadonlyMap<number, string>>(new Map());
  // Before the window is painted: a picture that is shown first in this beat would ask for an address that has been given back.
  useLayoutEffect(() => {
    const made = new Map(
      pages.flatMap(({ page, pictures }) => {
        const picture = pictures.find((candidate) => candidate.plate === plate);
        return picture ? [[page, URL.createObjectURL(new Blob([picture.png], { type: 'image/png' }))] as const] : [];
      }),
    );
    setAddresses(made);
    return () => {
      for (const address of made.values()) URL.revokeObjectURL(address);
    };
  }, [pages, plate]);
  return addresses;
}
