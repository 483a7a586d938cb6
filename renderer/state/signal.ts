/** A value that changes too often for the state of the window, and that few parts of it follow. */
import { useSyncExternalStore } from 'react';

export interface Signal<T> {
  readonly get: () => T;
  /** Tells a new value; one that is the same says nothing. */
  readonly put: (value: T) => void;
  /** Hears every new value. */
  readonly watch: (listener: (value: T) => void) => () => void;
  /** The value; the component renders again when it changes. */
  readonly use: () => T;
}

/** A signal with its first value; `same` says which new values are none. */
export function signal<T>(first: T, same: (one: T, other: T) => boolean = Object.is): Signal<T> {
  let now = first;
  const listeners = new Set<(value: T) => void>();
  const get = () => now;
  const watch = (listener: (value: T) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    watch,
    put: (value) => {
      if (same(now, value)) return;
      now = value;
      for (const listener of listeners) listener(value);
    },
    use: () => useSyncExternalStore(watch, get),
  };
}
