/** Paints a run of glyphs: its picture is filled once for each place between the pixels, then copied. */
import type { PaintRun } from '../compose/packed-page';
import { cssColour } from './colour';
import type { GlyphShapes } from './glyph-shapes';
import { paintStamp, type Stamp, type Stamps } from './stamps';

type Context = OffscreenCanvasRenderingContext2D;

/** Places told apart inside a pixel, each way. */
const PHASES = 4;
/** Type smaller than this on the screen, pixels, is shown as grey bars. */
const LEAST_SIZE = 1.6;
/** Coverage of such a bar, about that of a line of text. */
const BAR_COVERAGE = 0.35;
/** A picture of a run larger than this, pixels, is not kept: a headline enlarged eight times. */
const MOST_PIXELS = 4_000_000;

/**
 * What a line is painted in while edits follow each other: one that was moved up or down is copied as it was painted before, up
 * to half a pixel off, since filling a block's lines anew takes longer than a key may take. That is noted here, to be painted
 * exactly when there is time.
 */
export interface Haste {
  rough: boolean;
}

interface RunTools {
  readonly shapes: GlyphShapes;
  readonly stamps: Stamps;
  readonly haste?: Haste;
}

/** Whether a run's glyphs are drawn at `scale` pixels a point; a grey bar stands for smaller ones. */
export function isDrawn(run: PaintRun, scale: number): boolean {
  return run.size * scale >= LEAST_SIZE;
}

/** `x` and `y` place the run's first origin on the canvas, in pixels; `scale` is pixels a point. */
export function paintRun(context: Context, run: PaintRun, scale: number, x: number, y: number, tools: RunTools): void {
  const { shapes, stamps, haste } = tools;
  if (run.glyphs.length === 0) return;
  if (!isDrawn(run, scale)) {
    paintBar(context, run, scale, x, y);
    return;
  }
  const [wholeX, phaseX] = phaseOf(x);
  const [wholeY, phaseY] = phaseOf(y);
  const box = boxOf(run, scale, phaseX, phaseY, shapes);
  if (!box) return;
  if (box.width * box.height > MOST_PIXELS) {
    fillGlyphs(context, run, scale, x, y, shapes);
    return;
  }
  const key = `${keyOf(run)} ${scale} ${phaseX}`;
  const near = haste && nearestPhase(key, phaseY, stamps);
  if (near !== undefined && near !== phaseY) haste!.rough = true;
  const drawn = near ?? phaseY;
  const stamp = stamps.get(`${key} ${drawn}`, () => makeStamp(run, scale, phaseX, phaseY, box, shapes));
  context.drawImage(stamp.picture, wholeX + stamp.left, wholeY + stamp.top + Math.round(phaseY - drawn));
}

/** The place inside a pixel nearest to the asked one, up or down, for which a run was painted before; undefined for none. */
function nearestPhase(key: string, phase: number, stamps: Stamps): number | undefined {
  const distance = (other: number) => Math.abs(phase - other - Math.round(phase - other));
  const others = Array.from({ length: PHASES }, (_, step) => step / PHASES).filter((other) => stamps.has(`${key} ${other}`));
  return others.sort((one, other) => distance(one) - distance(other))[0];
}

/** The whole pixel below a coordinate, and how far it is beyond, in steps of a quarter. */
function phaseOf(coordinate: number): [whole: number, phase: number] {
  const quarters = Math.round(coordinate * PHASES);
  const whole = Math.floor(quarters / PHASES);
  return [whole, quarters / PHASES - whole];
}

interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels that the run's ink reaches when its first origin stands at (x, y); undefined for blank runs. */
function boxOf(run: PaintRun, scale: number, x: number, y: number, shapes: GlyphShapes): PixelBox | undefined {
  const ink = inkOf(run, shapes);
  if (ink.right < ink.left) return undefined;
  const left = Math.floor(x + ink.left * scale);
  const top = Math.floor(y + ink.top * scale);
  const width = Math.ceil(x + ink.right * scale) - left;
  return { left, top, width, height: Math.ceil(y + ink.bottom * scale) - top };
}

interface Ink {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const inks = new WeakMap<PaintRun, Ink>();

/** Reach of the run's ink from its first origin, points, y downwards. */
function inkOf(run: PaintRun, shapes: GlyphShapes): Ink {
  let ink = inks.get(run);
  if (!ink) {
    ink = measureInk(run, shapes);
    inks.set(run, ink);
  }
  return ink;
}

function measureInk(run: PaintRun, shapes: GlyphShapes): Ink {
  const ink = { left: 1, top: Number.POSITIVE_INFINITY, right: 0, bottom: Number.NEGATIVE_INFINITY };
  const up = run.size / shapes.unitsPerEm(run.face);
  const across = up * (run.stretch ?? 1);
  let any = false;
  run.glyphs.forEach((glyph, i) => {
    const shape = shapes.shapeOf(run.face, glyph);
    if (!shape) return;
    const at = run.x[i]! - run.x[0]!;
    const [left, right] = run.rotate ? [shape.yMin * up, shape.yMax * up] : [shape.xMin * across, shape.xMax * across];
    const [top, bottom] = run.rotate ? [shape.xMin * up, shape.xMax * up] : [-shape.yMax * up, -shape.yMin * up];
    ink.left = any ? Math.min(ink.left, at + left) : at + left;
    ink.right = any ? Math.max(ink.right, at + right) : at + right;
    ink.top = Math.min(ink.top, top);
    ink.bottom = Math.max(ink.bottom, bottom);
    any = true;
  });
  return ink;
}

const keys = new WeakMap<PaintRun, string>();

/** Steps of a point to which the places of glyphs count as the same. */
const STEPS = 32;

/** What a run looks like, wherever it stands. */
function keyOf(run: PaintRun): string {
  let key = keys.get(run);
  if (key === undefined) {
    const places = Uint16Array.from(run.x, (x) => (x - run.x[0]!) * STEPS);
    const glyphs = String.fromCharCode(...run.glyphs) + String.fromCharCode(...places);
    key = `${run.face} ${run.size} ${cssColour(run.colour)} ${run.stretch ?? 1} ${run.rotate ?? 0} ${glyphs}`;
    keys.set(run, key);
  }
  return key;
}

function makeStamp(run: PaintRun, scale: number, x: number, y: number, box: PixelBox, shapes: GlyphShapes): Stamp {
  const picture = paintStamp(box.width, box.height, (context) => {
    fillGlyphs(context, run, scale, x - box.left, y - box.top, shapes);
  });
  return { picture, left: box.left, top: box.top };
}

function fillGlyphs(context: Context, run: PaintRun, scale: number, x: number, y: number, shapes: GlyphShapes): void {
  const up = (run.size * scale) / shapes.unitsPerEm(run.face);
  const across = up * (run.stretch ?? 1);
  context.fillStyle = cssColour(run.colour);
  run.glyphs.forEach((glyph, i) => {
    const shape = shapes.shapeOf(run.face, glyph);
    if (!shape) return;
    const left = x + (run.x[i]! - run.x[0]!) * scale;
    // Turned clockwise, a glyph's own right is down and its up is right.
    if (run.rotate) context.setTransform(0, up, up, 0, left, y);
    else context.setTransform(across, 0, 0, -up, left, y);
    context.fill(shape.path);
  });
  context.resetTransform();
}

function paintBar(context: Context, run: PaintRun, scale: number, x: number, y: number): void {
  const size = run.size * scale;
  const width = (run.x.at(-1)! - run.x[0]!) * scale + size;
  context.globalAlpha = BAR_COVERAGE;
  context.fillStyle = cssColour(run.colour);
  context.fillRect(x, run.rotate ? y : y - size * 0.85, width, size);
  context.globalAlpha = 1;
}
