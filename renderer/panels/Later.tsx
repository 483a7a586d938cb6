import { type ReactNode, useEffect, useState } from 'react';
import { firstFrame } from '../state/first-frame';

/** Draws what it holds a moment later than all around it: when an issue is opened, its first page is shown before the panels are drawn. */
export function Later({ children }: { readonly children: ReactNode }) {
  const [there, setThere] = useState(false);
  useEffect(() => firstFrame.after(() => setThere(true)), []);
  return there && children;
}
