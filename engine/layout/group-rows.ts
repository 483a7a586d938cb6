/** How the pictures of a group share rows: how many stand in each, and how wide each is, so that shapes are hardly cropped. */

/** Pictures in each row, by their number, for blocks of up to two columns, three or four, and more. */
const NARROW: readonly (readonly number[])[] = [
  [1],
  [1, 1],
  [1, 2],
  [2, 2],
  [1, 2, 2],
  [2, 2, 2],
  [1, 2, 2, 2],
  [2, 2, 2, 2],
  [1, 2, 2, 2, 2],
];
const MIDDLE: readonly (readonly number[])[] = [[1], [2], [1, 2], [2, 2], [2, 3], [3, 3], [2, 2, 3], [2, 3, 3], [3, 3, 3]];
const WIDE: readonly (readonly number[])[] = [[1], [2], [3], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4], [4, 5]];

/** Usual shapes of a camera are all set alike; others keep theirs within these bounds, width to height. */
const USUAL = { least: 1.2, most: 1.7, set: 1.4 };
const BOUNDS = { least: 0.75, most: 1.9 };

/** Shape in which a picture of these proportions is set before the block's height crops it. */
export function setShape(width: number, height: number): number {
  const own = width / height;
  if (own >= USUAL.least && own <= USUAL.most) return USUAL.set;
  return Math.min(BOUNDS.most, Math.max(BOUNDS.least, own));
}

/** The usual division into rows, larger pictures first. Beyond nine pictures the rows hold three or four. */
export function patternFor(pictures: number, columns: number): readonly number[] {
  if (pictures === 0) return [];
  if (columns === 1) return new Array<number>(pictures).fill(1);
  const table = columns === 2 ? NARROW : columns <= 4 ? MIDDLE : WIDE;
  if (pictures <= table.length) return table[pictures - 1];
  const across = mostAcross(columns);
  const rows = Math.ceil(pictures / across);
  const least = Math.floor(pictures / rows);
  return Array.from({ length: rows }, (_, row) => least + (row >= rows - (pictures % rows) ? 1 : 0));
}

function mostAcross(columns: number): number {
  if (columns === 1) return 1;
  return columns === 2 ? 2 : columns <= 4 ? 3 : 4;
}

/** Pictures beyond which only the usual division is looked at. */
const MOST_DIVIDED = 9;
const COST = {
  /** A row deeper than its width allows: by how much its shapes together fall short of this. */
  leastRow: 1.25,
  deep: 3,
  /** Depth of all rows to the width that looks right, and how far the whole is from it. */
  depth: 0.8,
  off: 0.5,
  /** Another division than the usual one. */
  unusual: 0.4,
};

/** Shapes of the pictures row by row: the usual division unless portraits or panoramas make another one better. */
export function shapeRows(shapes: readonly number[], columns: number): readonly (readonly number[])[] {
  const usual = cut(shapes, patternFor(shapes.length, columns));
  if (shapes.length > MOST_DIVIDED || shapes.every((shape) => shape === USUAL.set)) return usual;
  let best = { rows: usual, cost: costOf(usual) };
  for (const pattern of divisions(shapes.length, mostAcross(columns))) {
    const rows = cut(shapes, pattern);
    const cost = costOf(rows) + COST.unusual;
    if (cost < best.cost) best = { rows, cost };
  }
  return best.rows;
}

function cut(shapes: readonly number[], pattern: readonly number[]): number[][] {
  let from = 0;
  return pattern.map((count) => {
    from += count;
    return shapes.slice(from - count, from);
  });
}

function* divisions(pictures: number, across: number): Iterable<readonly number[]> {
  if (pictures === 0) yield [];
  for (let first = 1; first <= Math.min(across, pictures); first++) {
    for (const rest of divisions(pictures - first, across)) yield [first, ...rest];
  }
}

function costOf(rows: readonly (readonly number[])[]): number {
  const sums = rows.map((row) => row.reduce((sum, shape) => sum + shape, 0));
  const depth = sums.reduce((sum, shapes) => sum + 1 / shapes, 0);
  const deep = sums.reduce((sum, shapes) => sum + Math.max(0, COST.leastRow - shapes), 0);
  return deep * COST.deep + Math.abs(depth - COST.depth) * COST.off;
}
