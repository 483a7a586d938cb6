/** What differs between two versions of a page: its text line by line, and where its picture is another. */

export interface TextChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Lines compared at most; a page has some hundred. */
const mostLines = 3000;

/** The shortest way from one list of lines to the other (longest common subsequence). */
export function lineChanges(before: readonly string[], after: readonly string[]): TextChange[] {
  const [old, fresh] = [before.slice(0, mostLines), after.slice(0, mostLines)];
  const width = fresh.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === fresh[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const changes: TextChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      changes.push({ kind: 'same', text: old[i++]! });
      j++;
    } else if (j >= fresh.length || (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      changes.push({ kind: 'removed', text: old[i++]! });
    else changes.push({ kind: 'added', text: fresh[j++]! });
  }
  return changes;
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
