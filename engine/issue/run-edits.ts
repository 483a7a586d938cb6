/** Changes of a paragraph's text that keep the forms of its type. */
import type { Run } from './types';

/** A stretch of a text, in UTF-16 units, and what is written instead. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Runs with stretches of their text replaced. `replacements` are in order and do not overlap. New text takes the form of
 * what it replaces, an insertion that of the character before it; runs that become empty go.
 */
export function replacedInRuns(runs: readonly Run[], replacements: readonly Replacement[]): readonly Run[] {
  const changed: Run[] = [];
  let start = 0;
  for (const [index, run] of runs.entries()) {
    const end = start + run.text.length;
    let text = '';
    let copied = start;
    for (const { from, to, text: written } of replacements) {
      if (to < start || from > end || (to === start && from < start)) continue;
      const owns = from === to ? from > start || index === 0 : from >= start && from < end;
      if (!owns && (from >= end || to <= start)) continue;
      text += run.text.slice(copied - start, Math.max(from, copied) - start);
      if (owns) text += written;
      copied = Math.min(Math.max(to, copied), end);
    }
    text += run.text.slice(copied - start);
    if (text === run.text) changed.push(run);
    else if (text !== '') changed.push({ ...run, text });
    start = end;
  }
  return changed;
}
