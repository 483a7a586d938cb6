/** Repeats the cell of a pattern over what the clip leaves open. */
import { boxAround, inverse, lengths, type Matrix, times, transformed } from '../geometry';
import { isNormal } from '../inspect/contents';
import type { GraphicsState } from '../inspect/graphics-state';
import type { Tiling } from '../inspect/page-sink';
import { areaOf } from './clipping';
import { isEmpty, overlap } from './coverage';
import type { PlatePainter } from './plate-painter';
import type { ClipMask, Plates } from './plates';

/** Up to here each cell is drawn where it stands; more are copied from one. */
const mostDrawn = 36;
const mostCellPixels = 16_000_000;
/** A cell is painted finer than the page by up to this factor, so that small cells keep their tone. */
const mostFiner = 4;
/** Cells that reach over their neighbours. */
const mostOverlap = 4;

export function paintTiling(painter: PlatePainter, tiling: Tiling, state: GraphicsState): void {
  const clip = painter.clipping.of(state);
  const toPixels = times(tiling.matrix, painter.toPixels);
  const back = inverse(toPixels);
  const open = overlap(clip.box, painter.plates.whole);
  if (!back || isEmpty(open) || painter.isTooMuch()) return;
  painter.spend(areaOf(open));
  const seen = boxAround(back, { left: open.left, right: open.right, bottom: open.top, top: open.bottom });
  const { box, xStep, yStep } = tiling;
  const columns = range(seen.left - box.right, seen.right - box.left, xStep);
  const rows = range(seen.bottom - box.top, seen.top - box.bottom, yStep);
  const count = (columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1);
  if (!(count >= 1)) return;
  if (count > mostDrawn) {
    repeatCell(painter, tiling, toPixels, back, clip, state);
    return;
  }
  const isPlain = state.alphaFill >= 1 && isNormal(state.blend) && !state.softMask;
  if (!isPlain) painter.beginGroup({ isolated: false, knockout: false }, state);
  for (let row = rows[0]; row <= rows[1]; row++)
    for (let column = columns[0]; column <= columns[1]; column++)
      tiling.draw(painter, times([1, 0, 0, 1, column * xStep, row * yStep], tiling.matrix), state.clip);
  if (!isPlain) painter.endGroup();
}

/** The repeats from which a cell reaches into an interval. */
function range(from: number, to: number, step: number): readonly [first: number, last: number] {
  return [Math.ceil(from / step), Math.floor(to / step)];
}

function repeatCell(
  painter: PlatePainter,
  tiling: Tiling,
  toPixels: Matrix,
  back: Matrix,
  clip: ClipMask,
  state: GraphicsState,
): void {
  const cell = paintedCell(painter, tiling, toPixels);
  if (!cell) {
    painter.unread('pattern');
    return;
  }
  const { plates } = painter;
  const { box, xStep, yStep } = tiling;
  const laying = painter.laying(state, false);
  const open = overlap(clip.box, plates.whole);
  const inks = new Float64Array(plates.plates.length);
  const wide = clip.box.right - clip.box.left;
  for (let y = open.top; y < open.bottom; y++) {
    for (let x = open.left; x < open.right; x++) {
      const place = transformed(back, x + 0.5, y + 0.5);
      const u = fraction((place.x - box.left) / xStep);
      const v = fraction((place.y - box.bottom) / yStep);
      const from = Math.min(cell.height - 1, Math.floor((1 - v) * cell.height)) * cell.width + Math.floor(u * cell.width);
      const own = cell.opacity![from]! / 255;
      const edge = clip.data ? clip.data[(y - clip.box.top) * wide + x - clip.box.left]! / 255 : 1;
      if (own === 0 || edge === 0) continue;
      for (let p = 0; p < inks.length; p++) inks[p] = Math.min(255, cell.plates[p]!.ink[from]! / own);
      plates.lay(plates.pixelAt(x, y), inks, own * edge, laying);
    }
  }
}

const fraction = (value: number): number => value - Math.floor(value);

/** One step of the pattern, with what its neighbours reach into it. */
function paintedCell(painter: PlatePainter, tiling: Tiling, toPixels: Matrix): Plates | undefined {
  const { box, xStep, yStep } = tiling;
  const scale = lengths(toPixels);
  const [across, down] = [xStep * scale.x, yStep * scale.y];
  const finer = Math.max(1, Math.min(mostFiner, Math.floor(256 / Math.max(across, down, 1))));
  const [width, height] = [Math.max(1, Math.round(across * finer)), Math.max(1, Math.round(down * finer))];
  if (width * height > mostCellPixels) return undefined;
  const [x, y] = [width / xStep, height / yStep];
  const toCell: Matrix = [x, 0, 0, -y, -box.left * x, height + box.bottom * y];
  const inner = painter.inner({ left: 0, top: 0, right: width, bottom: height }, toCell);
  if (!inner) return undefined;
  const over = (length: number, step: number) => Math.min(mostOverlap, Math.max(0, Math.ceil(length / step - 1e-6) - 1));
  const [left, below] = [over(box.right - box.left, xStep), over(box.top - box.bottom, yStep)];
  for (let row = -below; row <= 0; row++)
    for (let column = -left; column <= 0; column++) tiling.draw(inner, [1, 0, 0, 1, column * xStep, row * yStep]);
  return inner.plates;
}
