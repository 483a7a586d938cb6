/**
 * Photographs for panels, a few hundred pixels wide. The browser keeps every picture that it shows decoded in its full size,
 * ten megabytes each and for every time anew, so that originals are no pictures for a list.
 */
import type { Photo } from '../../engine/issue/index';
import { painter } from '../canvas/painter';

/** The widest that a panel shows, CSS pixels. */
const WIDTH = 400;
/** About twenty kilobytes each. */
const MOST_KEPT = 500;

/** In the order of their use, the longest unused first. */
const kept = new Map<string, Promise<string | undefined>>();

/** Where a photograph of the open issue stands; of a PDF its picture. */
export function photoAddress(handle: string | undefined, { asset, preview }: Pick<Photo, 'asset' | 'preview'>): string {
  return `${location.origin}/assets/${handle}/${preview ?? asset}`;
}

/** Address of a small picture of the photograph at `address`; undefined when it is missing or cannot be read. */
export function smallAddress(address: string): Promise<string | undefined> {
  const known = kept.get(address) ?? make(address);
  kept.delete(address);
  kept.set(address, known);
  forget();
  return known;
}

async function make(address: string): Promise<string | undefined> {
  const picture = await painter.photograph(address, Math.round(WIDTH * window.devicePixelRatio));
  if (picture) return URL.createObjectURL(picture);
  // Asked for again next time: it may have come.
  kept.delete(address);
  return undefined;
}

function forget(): void {
  const [longest] = kept;
  if (!longest || kept.size <= MOST_KEPT) return;
  kept.delete(longest[0]);
  void longest[1].then((made) => made && URL.revokeObjectURL(made));
}
