/** The outline of a stroked path (ISO 32000-1 §8.4.3): pieces of one winding direction whose sum is the line. */
import { lengths, meanScale } from '../geometry';
import type { GraphicsState } from './graphics-state';
import type { Path, Polygon } from './path';

/** A line thinner than this on the page is drawn this wide, as devices do with hairlines: points. */
const thinnest = 0.05;
const mostDashes = 20_000;
/** A pattern shorter than this, points, is a line. */
const finestDash = 0.02;
const roundSteps = 12;

/** Width of a stroke on the page, points. */
export const strokeWidth = (state: GraphicsState): number => state.lineWidth * meanScale(state.matrix);

/** The area that a stroke covers, with dashes, joins and caps; hairlines are drawn 0.05 pt wide. */
export function strokeOutline(path: Path, state: GraphicsState): Path {
  const half = Math.max(thinnest, strokeWidth(state)) / 2;
  const { x } = lengths(state.matrix);
  const dash = state.dash.map((part) => Math.abs(part) * x);
  const lines =
    dash.reduce((sum, part) => sum + part, 0) > finestDash
      ? path.flatMap((line) => dashed(line, dash, state.dashPhase * x))
      : path;
  return lines.flatMap((line) => outline(line, half, state));
}

function dashed({ points, closed }: Polygon, pattern: readonly number[], phase: number): Polygon[] {
  const total = pattern.reduce((sum, part) => sum + part, 0);
  const result: Polygon[] = [];
  let index = 0;
  let left = pattern[0]!;
  for (let skip = phase % (total * (pattern.length % 2 === 1 ? 2 : 1)); skip > 0; ) {
    const step = Math.min(skip, left);
    skip -= step;
    left -= step;
    if (left <= 0) left = pattern[++index % pattern.length]!;
  }
  let current: number[] | undefined;
  const all = closed ? [...points, points[0]!, points[1]!] : points;
  for (let i = 2; i + 1 < all.length; i += 2) {
    const [x0, y0, x1, y1] = [all[i - 2]!, all[i - 1]!, all[i]!, all[i + 1]!];
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (let done = 0; done < length && result.length < mostDashes; ) {
      const step = Math.min(left, length - done);
      const at = (distance: number) => [x0 + ((x1 - x0) * distance) / length, y0 + ((y1 - y0) * distance) / length] as const;
      if (index % 2 === 0) {
        current ??= [...at(done)];
        current.push(...at(done + step));
      }
      done += step;
      left -= step;
      if (left > 0) continue;
      if (current) result.push({ points: current, closed: false });
      current = undefined;
      left = Math.max(1e-3, pattern[++index % pattern.length]!);
    }
  }
  if (current) result.push({ points: current, closed: false });
  return result;
}

function outline({ points: all, closed }: Polygon, half: number, { cap, join, miterLimit }: GraphicsState): Polygon[] {
  const points = distinct(all, closed);
  const pieces: Polygon[] = [];
  const count = points.length / 2;
  if (count < 2) return count === 1 && cap !== 0 ? [dot(points[0]!, points[1]!, half, cap)] : [];
  const segments = closed ? count : count - 1;
  const at = (i: number) => ({ x: points[2 * (i % count)]!, y: points[2 * (i % count) + 1]! });
  for (let i = 0; i < segments; i++) {
    const [from, to] = [at(i), at(i + 1)];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const [ux, uy] = [((to.x - from.x) / length) * half, ((to.y - from.y) / length) * half];
    const before = !closed && i === 0 && cap === 2 ? 1 : 0;
    const after = !closed && i === segments - 1 && cap === 2 ? 1 : 0;
    const [ax, ay, bx, by] = [from.x - before * ux, from.y - before * uy, to.x + after * ux, to.y + after * uy];
    pieces.push(piece([ax - uy, ay + ux, ax + uy, ay - ux, bx + uy, by - ux, bx - uy, by + ux]));
    if (i < segments - 1 || closed) pieces.push(...joint(from, to, at(i + 2), half, join, miterLimit));
  }
  if (!closed && cap === 1) for (const end of [at(0), at(count - 1)]) pieces.push(dot(end.x, end.y, half, 1));
  return pieces;
}

/** Neighbouring points that differ. */
function distinct(points: readonly number[], closed: boolean): number[] {
  const kept: number[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (kept.length === 0 || Math.hypot(x - kept.at(-2)!, y - kept.at(-1)!) > 1e-4) kept.push(x, y);
  }
  if (closed && kept.length > 2 && Math.hypot(kept[0]! - kept.at(-2)!, kept[1]! - kept.at(-1)!) <= 1e-4) kept.length -= 2;
  return kept;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function joint(before: Place, corner: Place, after: Place, half: number, join: number, miterLimit: number): Polygon[] {
  if (join === 1) return [dot(corner.x, corner.y, half, 1)];
  const [inLength, outLength] = [distance(before, corner), distance(corner, after)];
  if (inLength === 0 || outLength === 0) return [];
  const [ux, uy] = [(corner.x - before.x) / inLength, (corner.y - before.y) / inLength];
  const [vx, vy] = [(after.x - corner.x) / outLength, (after.y - corner.y) / outLength];
  const turn = ux * vy - uy * vx;
  if (Math.abs(turn) < 1e-6) return [];
  const side = turn > 0 ? -half : half;
  const [ax, ay] = [corner.x - uy * side, corner.y + ux * side];
  const [bx, by] = [corner.x - vy * side, corner.y + vx * side];
  const bevel = [corner.x, corner.y, ax, ay, bx, by];
  const cosHalf = Math.sqrt(Math.max(0, (1 + ux * vx + uy * vy) / 2));
  if (join !== 0 || cosHalf * miterLimit < 1) return [piece(bevel)];
  const reach = (half * Math.tan(Math.acos(Math.min(1, cosHalf)))) as number;
  return [piece([corner.x, corner.y, ax, ay, ax + ux * reach, ay + uy * reach, bx, by])];
}

const distance = (one: Place, other: Place): number => Math.hypot(other.x - one.x, other.y - one.y);

function dot(x: number, y: number, half: number, cap: number): Polygon {
  if (cap === 2) return piece([x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half]);
  const points: number[] = [];
  for (let i = 0; i < roundSteps; i++) {
    const angle = (2 * Math.PI * i) / roundSteps;
    points.push(x + half * Math.cos(angle), y + half * Math.sin(angle));
  }
  return piece(points);
}

/** Counter-clockwise, so that pieces over one another add up instead of cancelling. */
function piece(points: number[]): Polygon {
  let area = 0;
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    area += points[i]! * points[next + 1]! - points[next]! * points[i + 1]!;
  }
  if (area >= 0) return { points, closed: true };
  const turned: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i]!, points[i + 1]!);
  return { points: turned, closed: true };
}
