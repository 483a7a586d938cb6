import type { PageSpec } from '../engine/issue/types';

/** The 四开 page of the house's design, for tests. */
export const SIKAI: PageSpec = {
  width: 273,
  height: 390,
  bleed: 3,
  top: 23,
  left: 23.79,
  columns: 6,
  columnChars: 11,
  gapChars: 1,
  rows: 87,
  bodySize: 9,
  pitch: 11.25,
};
