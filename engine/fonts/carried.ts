/** Metrics and outlines of a face as bytes, for a window: it has no font files, and a file has a hundred times what a page needs of it. */
import { InputError } from '../errors';
import type { FaceId, FontFile, OutlineSink, PackedMetrics } from './types';

/** Arrays of packed metrics in their order; all of them have two bytes an entry. */
const ARRAYS = ['pages', 'glyphs', 'advances', 'inkGlyphs', 'inkBoxes', 'uprightGlyphs', 'verticalGlyphs'] as const;
/** Numbers before them: three measures, and how long each is. */
const HEAD = 3 + ARRAYS.length;

/** Packed metrics in one piece, in the byte order of this machine. */
export function metricsToBytes(packed: PackedMetrics): Uint8Array<ArrayBuffer> {
  const arrays = ARRAYS.map((name) => packed[name]);
  const bytes = new Uint8Array(8 * HEAD + arrays.reduce((sum, array) => sum + array.byteLength, 0));
  const { unitsPerEm, ascent, descent } = packed;
  new Float64Array(bytes.buffer, 0, HEAD).set([unitsPerEm, ascent, descent, ...arrays.map((array) => array.length)]);
  let at = 8 * HEAD;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** What `metricsToBytes` made, without copying. Throws RangeError where the bytes are none such. */
export function metricsFromBytes(id: FaceId, { buffer, byteOffset }: Uint8Array<ArrayBuffer>): PackedMetrics {
  const [unitsPerEm, ascent, descent, ...lengths] = new Float64Array(buffer, byteOffset, HEAD);
  let at = byteOffset + 8 * HEAD;
  const arrays = ARRAYS.map((name, i) => {
    const array = new (name === 'inkBoxes' ? Int16Array : Uint16Array)(buffer, at, lengths[i]);
    at += array.byteLength;
    return [name, array];
  });
  return { id, unitsPerEm, ascent, descent, ...Object.fromEntries(arrays) } as PackedMetrics;
}

const MOVE = 0;
const LINE = 1;
const QUAD = 2;
const CUBIC = 3;
const CLOSE = 4;

/** Keeps what is drawn. */
class Recorder implements OutlineSink {
  readonly steps: number[] = [];
  readonly places: number[] = [];

  moveTo(x: number, y: number): void {
    this.steps.push(MOVE);
    this.places.push(x, y);
  }

  lineTo(x: number, y: number): void {
    this.steps.push(LINE);
    this.places.push(x, y);
  }

  quadTo(cx: number, cy: number, x: number, y: number): void {
    this.steps.push(QUAD);
    this.places.push(cx, cy, x, y);
  }

  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    this.steps.push(CUBIC);
    this.places.push(c1x, c1y, c2x, c2y, x, y);
  }

  close(): void {
    this.steps.push(CLOSE);
  }
}

/** Coordinates of all glyphs together: a page's two thousand have some four hundred thousand, hostile ones a thousand times as many. */
const MOST_PLACES = 8_000_000;

/**
 * Outlines of some glyphs in one piece, in the byte order of this machine. A glyph that is damaged in the file is blank, and so are
 * those after outlines that no font in circulation has.
 */
export function outlinesToBytes({ metrics, outline }: FontFile, glyphs: readonly number[]): Uint8Array<ArrayBuffer> {
  const recorder = new Recorder();
  const { steps, places } = recorder;
  const counts = glyphs.map((glyph) => {
    const [step, place] = [steps.length, places.length];
    if (place > MOST_PLACES) return 0;
    try {
      outline(glyph, recorder);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      steps.length = step;
      places.length = place;
    }
    return steps.length - step;
  });
  const head = [metrics.unitsPerEm, counts.length, places.length, ...counts];
  const bytes = new Uint8Array(4 * (head.length + places.length) + steps.length);
  new Uint32Array(bytes.buffer, 0, head.length).set(head);
  new Float32Array(bytes.buffer, 4 * head.length, places.length).set(places);
  bytes.set(steps, 4 * (head.length + places.length));
  return bytes;
}

/** What `outlinesToBytes` made. */
export class CarriedOutlines {
  readonly unitsPerEm: number;
  private readonly counts: Uint32Array;
  private readonly places: Float32Array;
  private readonly steps: Uint8Array;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>) {
    const [unitsPerEm, glyphs, places] = new Uint32Array(buffer, byteOffset, 3);
    const at = byteOffset + 12 + 4 * glyphs!;
    this.unitsPerEm = unitsPerEm!;
    this.counts = new Uint32Array(buffer, byteOffset + 12, glyphs);
    this.places = new Float32Array(buffer, at, places);
    this.steps = new Uint8Array(buffer, at + 4 * places!, byteOffset + byteLength - at - 4 * places!);
  }

  /** Draws all glyphs in their order, each into the sink that `sinkOf` gives for its place. */
  draw(sinkOf: (place: number) => OutlineSink): void {
    const { counts, places: p, steps } = this;
    let step = 0;
    let at = 0;
    for (let place = 0; place < counts.length; place++) {
      const sink = sinkOf(place);
      for (const end = step + counts[place]!; step < end; step++) {
        switch (steps[step]) {
          case MOVE:
            sink.moveTo(p[at++]!, p[at++]!);
            break;
          case LINE:
            sink.lineTo(p[at++]!, p[at++]!);
            break;
          case QUAD:
            sink.quadTo(p[at++]!, p[at++]!, p[at++]!, p[at++]!);
            break;
          case CUBIC:
            sink.cubicTo(p[at++]!, p[at++]!, p[at++]!, p[at++]!, p[at++]!, p[at++]!);
            break;
          default:
            sink.close();
        }
      }
    }
  }
}
