/** Where the window stood and how large it was, for the next start. */
import { join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';
import { flag, integer, record } from '../engine/issue/reading';
import { Stored } from './stored';

interface Place extends Rectangle {
  readonly maximized: boolean;
}

/** Farthest that a window can stand from the first screen, and the largest that one can be. */
const FARTHEST = 100_000;
/** Written when the window has stood still for so long, milliseconds. */
const REST = 500;

const side = integer(-FARTHEST, FARTHEST);
const length = integer(1, FARTHEST);
const reader = record<Place>({ x: side, y: side, width: length, height: length, maximized: flag });

function storedPlace(): Stored<Place | null> {
  return new Stored<Place | null>(join(app.getPath('userData'), 'window.json'), reader, null);
}

/** The last place, if it is still on a screen; undefined for the usual one. */
export function lastPlace(): Place | undefined {
  const place = storedPlace().value;
  if (!place) return undefined;
  const { workArea } = screen.getDisplayMatching(place);
  const inSight =
    place.x < workArea.x + workArea.width &&
    place.x + place.width > workArea.x &&
    place.y < workArea.y + workArea.height &&
    place.y >= workArea.y - 1;
  return inSight ? place : undefined;
}

/** Notes from now on where the window stands. */
export function keepPlace(window: BrowserWindow): void {
  const stored = storedPlace();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized()) return;
      // A place that cannot be written is forgotten; nothing else depends on it.
      void stored.put({ ...window.getNormalBounds(), maximized: window.isMaximized() }).catch(() => {});
    }, REST);
  };
  window.on('resize', note);
  window.on('move', note);
  window.on('maximize', note);
  window.on('unmaximize', note);
}
