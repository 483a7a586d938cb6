/** Whether the pointer is down on the page. What it chose is framed at once; the inspector may tell of it a moment later, and does when it is up. */
import { signal } from './signal';

export const { put: tellPressing, use: usePressing } = signal(false);
