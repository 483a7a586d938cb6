/** A value kept within bounds; where they cross, the least counts. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
