/** Which pages a reader sees at once (对开), and which of them are one piece of paper. */

/** Whether two pages face each other, the left one first: 2 and 3, 4 and 5 … */
export function isFacing(left: number, right: number): boolean {
  return left > 0 && left % 2 === 0 && right === left + 1;
}

/** Left page of the sheet in the middle of an issue of so many pages, when its sheets lie in one another. */
export function innermost(pages: number): number {
  return 2 * Math.ceil(pages / 4);
}
