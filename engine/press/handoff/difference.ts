/** What differs between two versions of a page: passages of its text, and where its picture is another. */
import { lineDifference, type TextPiece, textDifference } from '../../issue/text-difference';

/** Lines that changed, as one text, between the lines that did not. */
export interface ChangedPassage {
  /** The line before and the line after; empty at the ends of a page. */
  readonly above: string;
  readonly below: string;
  readonly pieces: readonly TextPiece[];
}

/** Lines compared at most; a page has some hundred. */
const mostLines = 3000;
/** Texts of which less than this share is the same are shown one after the other, not letter by letter. */
const leastAlike = 0.4;

/**
 * Passages in which the text of a page is another, in the order of the page. Lines that only broke elsewhere, behind a word that
 * came or went, belong to one passage, so that it shows the word alone.
 */
export function changedPassages(before: readonly string[], after: readonly string[]): readonly ChangedPassage[] {
  const [old, fresh] = [before.slice(0, mostLines), after.slice(0, mostLines)];
  const passages: ChangedPassage[] = [];
  let [above, gone, came]: [string, string[], string[]] = ['', [], []];
  const close = (below: string) => {
    const pieces = piecesOf(gone.join(''), came.join(''));
    if (pieces.some(({ kind }) => kind !== 'same')) passages.push({ above, below, pieces });
    [gone, came] = [[], []];
  };
  for (const { kind, lines } of lineDifference(old, fresh)) {
    if (kind === 'removed') gone.push(...lines);
    else if (kind === 'added') came.push(...lines);
    else {
      close(lines[0] ?? '');
      above = lines.at(-1) ?? above;
    }
  }
  close('');
  return passages;
}

function piecesOf(before: string, after: string): readonly TextPiece[] {
  const pieces = textDifference(before, after);
  const same = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  if (before === '' || after === '' || same >= leastAlike * Math.max(before.length, after.length)) return pieces;
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** Fractions 0–1 of the page's sides. */
export interface ChangedArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Cells across a page: about 7 mm of 四开. */
const cells = 40;
/** Difference of a sample that the coding of a picture does not make, of 255. */
const noticed = 24;

/** Areas in which two pictures of equal size differ, neighbouring cells joined. `samples` are interleaved. */
export function changedAreas(
  before: Uint8Array,
  after: Uint8Array,
  width: number,
  height: number,
  channels: number,
): ChangedArea[] {
  const rows = Math.max(1, Math.round((cells * height) / width));
  const changed = new Uint8Array(cells * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * cells;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      let most = 0;
      for (let k = 0; k < channels; k++) most = Math.max(most, Math.abs(before[at + k]! - after[at + k]!));
      if (most > noticed) changed[row + Math.floor((x * cells) / width)] = 1;
    }
  }
  return joined(changed, rows);
}

function joined(changed: Uint8Array, rows: number): ChangedArea[] {
  const areas: ChangedArea[] = [];
  for (let start = 0; start < changed.length; start++) {
    if (!changed[start]) continue;
    const queue = [start];
    changed[start] = 0;
    let [left, right, top, bottom] = [cells, 0, rows, 0];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const [x, y] = [at % cells, Math.floor(at / cells)];
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(cells - 1, x + 1); u++) {
          if (!changed[v * cells + u]) continue;
          changed[v * cells + u] = 0;
          queue.push(v * cells + u);
        }
      }
    }
    areas.push({ x: left / cells, y: top / rows, width: (right - left) / cells, height: (bottom - top) / rows });
  }
  return areas;
}
