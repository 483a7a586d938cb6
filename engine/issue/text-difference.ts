/** Two texts side by side: which paragraphs came, went and changed, and what in them, by characters. */
import { diffArrays, diffChars } from 'diff';

/** A stretch of text on both sides, on the later alone, or on the earlier alone. */
export interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface ParagraphDifference {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly pieces: readonly TextPiece[];
}

/** Texts that differ in more places than that are another text, which reads better as a whole. */
const MOST_EDITS = 3_000;
/** Two paragraphs of which less than this share is the same are two, not one that was changed. */
const LEAST_ALIKE = 0.3;

/** By Unicode characters; the pieces without the removed ones are `after`, without the added ones `before`. */
export function textDifference(before: string, after: string): readonly TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffChars(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) return whole(before, after);
  return parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}

function whole(before: string, after: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** Lines on both sides, on the later alone, or on the earlier alone. */
export interface LineStretch {
  readonly kind: TextPiece['kind'];
  readonly lines: readonly string[];
}

/** What went stands before what came in its place. Lists that differ in more places than `MOST_EDITS` are told as a whole. */
export function lineDifference(before: readonly string[], after: readonly string[]): readonly LineStretch[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (!parts)
    return [
      { kind: 'removed', lines: before },
      { kind: 'added', lines: after },
    ];
  return parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', lines: value }));
}

/** Paragraphs in the order of the later text, what went standing where it stood. */
export function paragraphDifferences(before: readonly string[], after: readonly string[]): readonly ParagraphDifference[] {
  const differences: ParagraphDifference[] = [];
  let gone: readonly string[] = [];
  const leave = () => {
    differences.push(...gone.map((text) => alone('removed', text)));
    gone = [];
  };
  for (const { added, removed, value } of diffArrays([...before], [...after])) {
    if (removed) gone = value;
    else if (added) {
      differences.push(...replaced(gone, value));
      gone = [];
    } else {
      leave();
      differences.push(...value.map((text) => alone('same', text)));
    }
  }
  leave();
  return differences;
}

function alone(kind: 'same' | 'added' | 'removed', text: string): ParagraphDifference {
  return { kind, pieces: [{ kind, text }] };
}

/** Each new paragraph takes the place of the first of the old ones, in order, that it resembles. */
function replaced(gone: readonly string[], came: readonly string[]): readonly ParagraphDifference[] {
  const differences: ParagraphDifference[] = [];
  let next = 0;
  for (const text of came) {
    const at = gone.findIndex((old, index) => index >= next && alike(old, text));
    if (at < 0) differences.push(alone('added', text));
    else {
      differences.push(...gone.slice(next, at).map((old) => alone('removed', old)));
      differences.push({ kind: 'changed', pieces: textDifference(gone[at]!, text) });
      next = at + 1;
    }
  }
  return [...differences, ...gone.slice(next).map((old) => alone('removed', old))];
}

function alike(one: string, other: string): boolean {
  const same = textDifference(one, other)
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.length, 0);
  return same >= LEAST_ALIKE * Math.max(one.length, other.length, 1);
}
