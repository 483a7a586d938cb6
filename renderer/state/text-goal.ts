/** Leads to a stretch of a text in whatever shows it: the story editor says here what it can show. */
import type { TextRef } from '../../engine/layout/index';

type Show = (ref: TextRef, from: number, to: number) => boolean;

let shows: Show | undefined;

export function offerText(show: Show): () => void {
  shows = show;
  return () => {
    if (shows === show) shows = undefined;
  };
}

/** Frames that an editor may take to appear. */
const MOST_FRAMES = 20;

/** Whether an editor shows the text now; otherwise it is tried again for a few frames, when `wait` asks for that. */
export function leadToText(ref: TextRef, from: number, to: number, wait = false, frames = MOST_FRAMES): boolean {
  if (shows?.(ref, from, to)) return true;
  if (wait && frames > 0) requestAnimationFrame(() => leadToText(ref, from, to, true, frames - 1));
  return false;
}
