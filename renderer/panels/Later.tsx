import { type ReactNode, useEffect, useState } from 'react';

/** Draws what it holds a moment later than all around it: when an issue is opened, its first page is asked for before the panels are drawn. */
export function Later({ children }: { readonly children: ReactNode }) {
  const [there, setThere] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setThere(true));
    return () => clearTimeout(timer);
  }, []);
  return there && children;
}
