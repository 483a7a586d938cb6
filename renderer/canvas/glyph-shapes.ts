/** Outlines of glyphs as paths that a canvas fills, each made once. The program reads them from its files when they are to be painted. */
import { CarriedOutlines, type FaceId, type OutlineSink } from '../../engine/fonts';
import { fetchNow, glyphList } from '../compose/fetch-now';
import type { PaintRun } from '../compose/packed-page';

/** In font units, y upwards. The box holds all points of the outline, control points too. */
export interface GlyphShape {
  readonly path: Path2D;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

interface Face {
  unitsPerEm: number;
  /** `null` for a blank glyph. */
  readonly shapes: Map<number, GlyphShape | null>;
}

/** Glyphs that are asked for at once; the program refuses more than twice as many. */
const MOST_ASKED = 2000;

export class GlyphShapes {
  private readonly faces = new Map<FaceId, Face>();
  /** Runs whose glyphs are all there. */
  private readonly known = new WeakSet<PaintRun>();

  /** `origin` is the program's. */
  constructor(private readonly origin: string) {}

  /** Reads the glyphs of runs together that are not there yet: what is asked for one by one takes its way as often. */
  read(runs: Iterable<PaintRun>): void {
    const wanted = new Map<FaceId, Set<number>>();
    const others = [...runs].filter((run) => !this.known.has(run));
    for (const run of others) {
      const shapes = this.faces.get(run.face)?.shapes;
      const missing = wanted.get(run.face) ?? new Set();
      for (const glyph of run.glyphs) if (!shapes?.has(glyph)) missing.add(glyph);
      wanted.set(run.face, missing);
    }
    for (const [face, glyphs] of wanted) this.fetch(face, [...glyphs]);
    for (const run of others) this.known.add(run);
  }

  unitsPerEm(id: FaceId): number {
    return this.faces.get(id)!.unitsPerEm;
  }

  /** Undefined for a blank glyph. Only of runs that were read. */
  shapeOf(id: FaceId, glyph: number): GlyphShape | undefined {
    return this.faces.get(id)!.shapes.get(glyph) ?? undefined;
  }

  private fetch(id: FaceId, glyphs: readonly number[]): void {
    const face = this.faces.get(id) ?? { unitsPerEm: 0, shapes: new Map() };
    this.faces.set(id, face);
    for (let start = 0; start < glyphs.length; start += MOST_ASKED) {
      const asked = glyphs.slice(start, start + MOST_ASKED);
      const outlines = new CarriedOutlines(fetchNow(`${this.origin}/outlines/${id}/${glyphList(asked)}`));
      const sinks = asked.map(() => new PathSink());
      outlines.draw((place) => sinks[place]!);
      face.unitsPerEm = outlines.unitsPerEm;
      asked.forEach((glyph, place) => {
        const sink = sinks[place]!;
        face.shapes.set(glyph, sink.xMax < sink.xMin ? null : sink);
      });
    }
  }
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
