/** Outlines of glyphs as paths that a canvas fills, each made once. */
import type { FaceId, FontFile, OutlineSink } from '../../engine/fonts';

/** In font units, y upwards. The box holds all points of the outline, control points too. */
export interface GlyphShape {
  readonly path: Path2D;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

interface Face {
  readonly file: FontFile;
  /** `null` for a blank glyph. */
  readonly shapes: Map<number, GlyphShape | null>;
}

export class GlyphShapes {
  private readonly faces = new Map<FaceId, Face>();

  add(file: FontFile): void {
    this.faces.set(file.id, { file, shapes: new Map() });
  }

  unitsPerEm(id: FaceId): number {
    return this.faceOf(id).file.metrics.unitsPerEm;
  }

  /** Undefined for a blank glyph. */
  shapeOf(id: FaceId, glyph: number): GlyphShape | undefined {
    const { file, shapes } = this.faceOf(id);
    let shape = shapes.get(glyph);
    if (shape === undefined) {
      shape = traceGlyph(file, glyph);
      shapes.set(glyph, shape);
    }
    return shape ?? undefined;
  }

  private faceOf(id: FaceId): Face {
    const face = this.faces.get(id);
    if (!face) throw new Error(`No font file of ${id}.`);
    return face;
  }
}

function traceGlyph(file: FontFile, glyph: number): GlyphShape | null {
  const sink = new PathSink();
  file.outline(glyph, sink);
  return sink.xMax < sink.xMin ? null : sink;
}

class PathSink implements OutlineSink, GlyphShape {
  readonly path = new Path2D();
  xMin = Number.POSITIVE_INFINITY;
  yMin = Number.POSITIVE_INFINITY;
  xMax = Number.NEGATIVE_INFINITY;
  yMax = Number.NEGATIVE_INFINITY;

  moveTo(x: number, y: number): void {
    this.reach(x, y);
    this.path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.reach(x, y);
    this.path.lineTo(x, y);
  }

  quadTo(cx: number, cy: number, x: number, y: number): void {
    this.reach(cx, cy);
    this.reach(x, y);
    this.path.quadraticCurveTo(cx, cy, x, y);
  }

  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    this.reach(c1x, c1y);
    this.reach(c2x, c2y);
    this.reach(x, y);
    this.path.bezierCurveTo(c1x, c1y, c2x, c2y, x, y);
  }

  close(): void {
    this.path.closePath();
  }

  private reach(x: number, y: number): void {
    this.xMin = Math.min(this.xMin, x);
    this.yMin = Math.min(this.yMin, y);
    this.xMax = Math.max(this.xMax, x);
    this.yMax = Math.max(this.yMax, y);
  }
}
