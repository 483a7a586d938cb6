/** Meshes of shadings (ISO 32000-1 §8.7.4.5.5–8) as triangles. */
import { PDFName, type PDFRawStream } from 'pdf-lib';
import { decodeStream, type Inflate } from './filters';
import { numbersOf } from './functions';
import { BitReader } from './sampled-function';

export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly values: readonly number[];
}

export type Triangle = readonly [Corner, Corner, Corner];

/** What stands in the stream for a vertex or a patch, as it is coded. */
export interface MeshRecord {
  readonly flag: number;
  /** x, y, x, y … */
  readonly coordinates: readonly number[];
  readonly colours: readonly (readonly number[])[];
}

export interface MeshCoding {
  readonly flagBits: number;
  readonly coordinateBits: number;
  readonly colourBits: number;
  readonly decode: readonly number[];
}

/** Meshes of drawing programs have some thousand vertices. */
const mostRecords = 200_000;
const mostTriangles = 200_000;

export function meshCoding({ dict }: PDFRawStream, kind: number): MeshCoding | undefined {
  const number = (key: string) => numbersOf(dict.lookup(PDFName.of(key)))[0] ?? 0;
  const coding = {
    flagBits: kind === 5 ? 0 : number('BitsPerFlag'),
    coordinateBits: number('BitsPerCoordinate'),
    colourBits: number('BitsPerComponent'),
    decode: numbersOf(dict.lookup(PDFName.of('Decode'))),
  };
  const isSound = coding.coordinateBits >= 1 && coding.coordinateBits <= 32 && coding.colourBits >= 1 && coding.colourBits <= 16;
  return isSound && (kind === 5 || (coding.flagBits >= 2 && coding.flagBits <= 8)) && coding.decode.length >= 6
    ? coding
    : undefined;
}

/** Points and colours that a record brings, by its kind and flag. */
function contentOf(kind: number, flag: number): readonly [points: number, colours: number] {
  if (kind <= 5) return [1, 1];
  const whole = kind === 6 ? 12 : 16;
  return flag === 0 ? [whole, 4] : [whole - 4, 2];
}

/** Undefined when the coding is damaged; records that are cut short are left off. */
export function meshRecords(
  stream: PDFRawStream,
  kind: number,
  components: number,
  inflate: Inflate,
): readonly MeshRecord[] | undefined {
  const coding = meshCoding(stream, kind);
  if (!coding) return undefined;
  const { flagBits, coordinateBits, colourBits } = coding;
  const reader = new BitReader(decodeStream(stream, inflate).bytes);
  const records: MeshRecord[] = [];
  while (!reader.isAtEnd && records.length < mostRecords) {
    const flag = flagBits > 0 ? reader.take(flagBits) & 3 : 0;
    const [points, colours] = contentOf(kind, flag);
    const coordinates = Array.from({ length: 2 * points }, () => reader.take(coordinateBits));
    const values = Array.from({ length: colours }, () => Array.from({ length: components }, () => reader.take(colourBits)));
    reader.align();
    records.push({ flag, coordinates, colours: values });
  }
  return records;
}

/** @param components values a vertex carries: one where a function makes the colour */
export function readMesh(stream: PDFRawStream, kind: number, components: number, inflate: Inflate): Triangle[] | undefined {
  const coding = meshCoding(stream, kind);
  const records = meshRecords(stream, kind, components, inflate);
  if (!coding || !records || coding.decode.length < 4 + 2 * components) return undefined;
  const { decode, coordinateBits, colourBits } = coding;
  const scaled = (value: number, most: number, at: number) => decode[at]! + (value / most) * (decode[at + 1]! - decode[at]!);
  const place = (value: number, axis: number) => scaled(value, 2 ** coordinateBits - 1, 2 * axis);
  const decoded = records.map(({ flag, coordinates, colours }) => ({
    flag,
    coordinates: coordinates.map((value, i) => place(value, i % 2)),
    colours: colours.map((values) => values.map((value, i) => scaled(value, 2 ** colourBits - 1, 4 + 2 * i))),
  }));
  if (kind >= 6) return patches(decoded, kind);
  const corners = decoded.map(({ coordinates, colours }) => ({ x: coordinates[0]!, y: coordinates[1]!, values: colours[0]! }));
  if (kind === 4) return freeTriangles(corners, decoded);
  return lattice(corners, numbersOf(stream.dict.lookup(PDFName.of('VerticesPerRow')))[0] ?? 0);
}

function freeTriangles(corners: readonly Corner[], records: readonly MeshRecord[]): Triangle[] {
  const triangles: Triangle[] = [];
  for (let i = 0; i < corners.length; ) {
    const before = triangles.at(-1);
    const flag = before ? records[i]!.flag : 0;
    if (flag === 0) {
      const [a, b, c] = [corners[i], corners[i + 1], corners[i + 2]];
      if (a && b && c) triangles.push([a, b, c]);
      i += 3;
    } else triangles.push([flag === 1 ? before![1] : before![0], before![2], corners[i++]!]);
  }
  return triangles;
}

function lattice(corners: readonly Corner[], perRow: number): Triangle[] {
  const triangles: Triangle[] = [];
  if (!Number.isInteger(perRow) || perRow < 2) return triangles;
  for (let i = 0; i + perRow + 1 < corners.length; i++) {
    if (i % perRow === perRow - 1) continue;
    const [a, b, c, d] = [corners[i]!, corners[i + 1]!, corners[i + perRow]!, corners[i + perRow + 1]!];
    triangles.push([a, b, c], [b, d, c]);
  }
  return triangles;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Order of the stream's points around a patch (Figure 45): rows and columns of the 4 × 4 net, then the inner ones. */
const around = [0, 4, 8, 12, 13, 14, 15, 11, 7, 3, 2, 1, 5, 9, 10, 6] as const;
/** Points and colours that the next patch takes over, by its flag: those of one side of the patch before. */
const takenOver = [[], [3, 4, 5, 6], [6, 7, 8, 9], [9, 10, 11, 0]] as const;

function patches(records: readonly MeshRecord[], kind: number): Triangle[] {
  const triangles: Triangle[] = [];
  const steps = records.length > 2000 ? 4 : 10;
  let before: { points: readonly Place[]; colours: readonly (readonly number[])[] } | undefined;
  for (const { flag, coordinates, colours } of records) {
    const own = Array.from({ length: coordinates.length / 2 }, (_, i) => ({
      x: coordinates[2 * i]!,
      y: coordinates[2 * i + 1]!,
    }));
    if (flag > 0 && !before) continue;
    const kept = flag > 0 ? takenOver[flag as 1 | 2 | 3].map((i) => before!.points[i]!) : [];
    const points = [...kept, ...own];
    const all = flag > 0 ? [before!.colours[flag]!, before!.colours[(flag + 1) % 4]!, ...colours] : colours;
    before = { points, colours: all };
    addPatch(triangles, netOf(points, kind), all, steps);
    if (triangles.length > mostTriangles) break;
  }
  return triangles;
}

/** The 4 × 4 control points; those inside a Coons patch follow from its sides. */
function netOf(points: readonly Place[], kind: number): Place[] {
  const net = new Array<Place>(16).fill({ x: 0, y: 0 });
  for (const [i, at] of around.slice(0, points.length).entries()) net[at] = points[i]!;
  if (kind === 7) return net;
  const p = (row: number, column: number) => net[4 * row + column]!;
  const inner = (r: number, c: number) => {
    const [nr, nc, fr, fc] = [r === 1 ? 0 : 3, c === 1 ? 0 : 3, r === 1 ? 3 : 0, c === 1 ? 3 : 0];
    const mixed = (axis: 'x' | 'y') =>
      (-4 * p(nr, nc)[axis] +
        6 * (p(nr, c)[axis] + p(r, nc)[axis]) -
        2 * (p(nr, fc)[axis] + p(fr, nc)[axis]) +
        3 * (p(fr, c)[axis] + p(r, fc)[axis]) -
        p(fr, fc)[axis]) /
      9;
    return { x: mixed('x'), y: mixed('y') };
  };
  for (const [r, c] of [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ] as const)
    net[4 * r + c] = inner(r, c);
  return net;
}

const weights = (t: number): readonly number[] => {
  const s = 1 - t;
  return [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
};

/** Colours of the corners mix in straight lines over the patch. */
function addPatch(
  triangles: Triangle[],
  net: readonly Place[],
  [first, second, third, fourth]: readonly (readonly number[])[],
  steps: number,
): void {
  const grid: Corner[] = [];
  for (let i = 0; i <= steps; i++) {
    const across = weights(i / steps);
    for (let j = 0; j <= steps; j++) {
      const along = weights(j / steps);
      let [x, y] = [0, 0];
      for (let r = 0; r < 4; r++)
        for (let c = 0; c < 4; c++) {
          const weight = along[r]! * across[c]!;
          x += weight * net[4 * r + c]!.x;
          y += weight * net[4 * r + c]!.y;
        }
      const [u, v] = [i / steps, j / steps];
      const values = first!.map(
        (_, k) =>
          (1 - u) * ((1 - v) * first![k]! + v * (second?.[k] ?? 0)) + u * ((1 - v) * (fourth?.[k] ?? 0) + v * (third?.[k] ?? 0)),
      );
      grid.push({ x, y, values });
    }
  }
  const row = steps + 1;
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < steps; j++) {
      const at = i * row + j;
      const [a, b, c, d] = [grid[at]!, grid[at + 1]!, grid[at + row]!, grid[at + row + 1]!];
      triangles.push([a, b, c], [b, d, c]);
    }
}
