/** Lays shadings on the plates. */
import { boxAround, inverse, type Matrix, times, transformed } from '../geometry';
import type { ColourSpace } from '../inspect/colour-space';
import type { GraphicsState } from '../inspect/graphics-state';
import type { Gradient, Mesh, Shading } from '../inspect/shading';
import { areaOf } from './clipping';
import { isEmpty, overlap, type PixelBox } from './coverage';
import type { PlatePainter } from './plate-painter';
import type { ClipMask, Inks } from './plates';

/** Steps of a shading: finer than a plate's 256 tones. */
const tableSteps = 512;
/** A pixel of a shading takes as long as so many of a flat colour. */
const costly = 4;

export function paintShading(painter: PlatePainter, shading: Shading, matrix: Matrix, state: GraphicsState): void {
  const clip = painter.clipping.of(state);
  const toPixels = times(matrix, painter.toPixels);
  const box = overlap(clip.box, painter.plates.whole);
  const back = inverse(toPixels);
  if (!back || isEmpty(box) || painter.isTooMuch()) return;
  painter.spend(costly * areaOf(box));
  const brush = new Brush(painter, shading.space, clip, state);
  if (shading.background && state.fill.space.family === 'pattern') {
    const inks = brush.inksOf(shading.background);
    each(box, (x, y) => brush.lay(x, y, inks));
  }
  const inside = shading.box ? overlap(box, pixelsOf(boxAround(toPixels, shading.box))) : box;
  if (shading.kind === 'mesh') {
    paintMesh(brush, shading, toPixels, inside, painter);
    return;
  }
  const table = shading.kind === 'gradient' ? inkTable(brush, shading) : [];
  each(inside, (x, y) => {
    const place = transformed(back, x + 0.5, y + 0.5);
    if (shading.kind === 'gradient') {
      const at = shading.shareAt(place.x, place.y);
      if (at !== undefined) brush.lay(x, y, table[Math.round(at * tableSteps)]!);
      return;
    }
    const values = shading.valuesAt(place.x, place.y);
    if (values) brush.lay(x, y, brush.inksOf(values));
  });
}

function pixelsOf(box: { left: number; right: number; bottom: number; top: number }): PixelBox {
  const { left, right, bottom, top } = box;
  return { left: Math.round(left), right: Math.round(right), top: Math.round(bottom), bottom: Math.round(top) };
}

function each({ left, top, right, bottom }: PixelBox, use: (x: number, y: number) => void): void {
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) use(x, y);
}

/** Lays single pixels of a colour space's values. */
class Brush {
  private readonly targets: readonly number[];
  private readonly amounts: Float64Array;
  private readonly laying;

  constructor(
    private readonly painter: PlatePainter,
    private readonly space: ColourSpace,
    private readonly clip: ClipMask,
    private readonly state: GraphicsState,
  ) {
    this.targets = space.plates.map((name) => painter.plates.indexOf(name));
    this.amounts = new Float64Array(Math.max(4, space.plates.length));
    this.laying = painter.laying(state, false);
  }

  inksOf(values: readonly number[]): Inks {
    this.space.inks(values, this.amounts);
    const inks: Inks = new Int16Array(this.painter.plates.plates.length).fill(this.state.overprintFill ? -1 : 0);
    for (const [i, at] of this.targets.entries()) if (at >= 0) inks[at] = Math.round(this.amounts[i]! * 255);
    return inks;
  }

  lay(x: number, y: number, inks: Inks): void {
    const { box, data } = this.clip;
    const edge = data ? data[(y - box.top) * (box.right - box.left) + x - box.left]! / 255 : 1;
    const { plates } = this.painter;
    if (edge > 0) plates.lay(plates.pixelAt(x, y), inks, edge, this.laying);
  }
}

/** Inks of a gradient from its start to its end. */
function inkTable(brush: Brush, { valuesAt }: Gradient): readonly Inks[] {
  return Array.from({ length: tableSteps + 1 }, (_, i) => brush.inksOf(valuesAt(i / tableSteps)));
}

function paintMesh(brush: Brush, mesh: Mesh, toPixels: Matrix, box: PixelBox, painter: PlatePainter): void {
  for (const corners of mesh.triangles) {
    const [a, b, c] = corners.map(({ x, y }) => transformed(toPixels, x, y)) as [Point, Point, Point];
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (Math.abs(area) < 1e-9 || !Number.isFinite(area)) continue;
    const around: PixelBox = {
      left: Math.floor(Math.min(a.x, b.x, c.x)),
      right: Math.ceil(Math.max(a.x, b.x, c.x)),
      top: Math.floor(Math.min(a.y, b.y, c.y)),
      bottom: Math.ceil(Math.max(a.y, b.y, c.y)),
    };
    const open = overlap(around, box);
    if (isEmpty(open)) continue;
    if (painter.isTooMuch()) return;
    painter.spend(costly * (areaOf(open) + 16));
    each(open, (x, y) => {
      const [px, py] = [x + 0.5, y + 0.5];
      const second = ((px - a.x) * (c.y - a.y) - (c.x - a.x) * (py - a.y)) / area;
      const third = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) / area;
      if (second < -slack || third < -slack || second + third > 1 + slack) return;
      const values = corners[0].values.map(
        (value, i) => value + second * (corners[1].values[i]! - value) + third * (corners[2].values[i]! - value),
      );
      brush.lay(x, y, brush.inksOf(mesh.valuesOf(values)));
    });
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Neighbouring triangles leave no seam between them. */
const slack = 1e-6;
