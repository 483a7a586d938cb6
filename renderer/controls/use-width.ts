/** Whether the window is at least so wide, CSS pixels: what has no room is left out, and stands in the menus. */
import { useSyncExternalStore } from 'react';

/** Follows the width of the window. */
export function useAtLeast(width: number): boolean {
  const query = `(min-width: ${width}px)`;
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
