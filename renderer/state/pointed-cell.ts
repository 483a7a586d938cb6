/** Column and row under the pointer, for the status bar. */
import { signal } from './signal';

export interface Cell {
  /** From 0. */
  readonly column: number;
  readonly row: number;
}

/** Null off the type area. */
export const { put: tellPointed, use: usePointedCell } = signal<Cell | null>(
  null,
  (one, other) => one?.column === other?.column && one?.row === other?.row,
);
