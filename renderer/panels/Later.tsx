import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { firstFrame } from '../state/first-frame';

/**
 * Draws what it holds a moment later than all around it, in a task of its own: when an issue is opened, its first page is shown before
 * the panels are drawn, and keys and clicks come between one panel and the next.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const [there, setThere] = useState(false);
  useEffect(() => firstFrame.after(() => flushSync(() => setThere(true))), []);
  return there && children;
}
