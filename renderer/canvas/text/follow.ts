/** A caret in a text that was changed elsewhere. */

/** What differs between two texts: from here on, so much was taken and so much put in its place; UTF-16. */
export interface Stretch {
  readonly at: number;
  readonly removed: number;
  readonly added: number;
}

export function changedStretch(before: string, after: string): Stretch {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  let tail = 0;
  while (tail < most - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { at, removed: before.length - at - tail, added: after.length - at - tail };
}

/** Where a place in the text is afterwards; one inside of what was changed goes behind it. */
export function follow(offset: number, { at, removed, added }: Stretch): number {
  if (offset < at) return offset;
  return offset > at + removed ? offset + added - removed : at + added;
}
