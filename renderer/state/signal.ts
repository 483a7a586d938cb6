/** A value that changes too often for the state of the window, and that few parts of it follow. */
import { useSyncExternalStore } from 'react';

export interface Signal<T> {
  /** Tells a new value; one that is the same says nothing. */
  readonly put: (value: T) => void;
  /** The value; the component renders again when it changes. */
  readonly use: () => T;
}

export function signal<T>(first: T, same: (one: T, other: T) => boolean = Object.is): Signal<T> {
  let now = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    put: (value) => {
      if (same(now, value)) return;
      now = value;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => now),
  };
}
