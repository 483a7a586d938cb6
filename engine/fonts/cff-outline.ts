/** Outlines and ink of CFF glyphs. */
import type { Cff } from './cff';
import { type CharstringVisitor, Cs, runCharstring } from './charstring';
import { InkMeter } from './ink-meter';
import { standardString } from './standard-encoding';
import type { InkBox, OutlineSink } from './types';

/** Draws a glyph, font units. Throws RangeError where its charstring breaks the rules. */
export function cffOutline(cff: Cff, glyph: number, sink: OutlineSink): void {
  const pen = new Pen(sink);
  runCharstring(cff, glyph, pen);
  pen.finish();
  if (pen.accent) drawAccented(cff, pen.accent, sink);
}

/** An empty glyph is a width and an end; only what is as short may be one. */
const SHORT = 8;

/** Whether a glyph draws nothing. A damaged one is told of when it is drawn. */
export function isBlankCff(cff: Cff, glyph: number): boolean {
  try {
    return cff.charStrings.at(glyph).length <= SHORT && cffInk(cff, glyph) === undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The exact box of a glyph's outline, font units; undefined when it is blank. Throws as `cffOutline` does. */
export function cffInk(cff: Cff, glyph: number): InkBox | undefined {
  const meter = new InkMeter();
  cffOutline(cff, glyph, meter);
  return meter.box();
}

/** An accented letter as converted Type 1 fonts write it: two characters of StandardEncoding, the second moved. */
interface Accent {
  readonly dx: number;
  readonly dy: number;
  readonly base: number;
  readonly mark: number;
}

function drawAccented(cff: Cff, accent: Accent, sink: OutlineSink): void {
  const draw = (code: number, dx: number, dy: number): void => {
    const pen = new Pen(sink, dx, dy);
    runCharstring(cff, cff.glyphOfString(standardString(code)), pen);
    pen.finish();
  };
  draw(accent.base, 0, 0);
  draw(accent.mark, accent.dx, accent.dy);
}

/** Turns operators into segments. An odd operand too many at the first operator is the width, which `hmtx` tells already. */
class Pen implements CharstringVisitor {
  accent: Accent | undefined;
  private open = false;

  constructor(
    private readonly sink: OutlineSink,
    private x = 0,
    private y = 0,
  ) {}

  mask(): void {}

  finish(): void {
    if (this.open) this.sink.close();
    this.open = false;
  }

  operator(op: number, s: Float64Array, n: number): void {
    const draw = DRAW[op];
    if (draw) draw(this, s, n);
  }

  move(dx: number | undefined, dy: number | undefined): void {
    if (dx === undefined || dy === undefined) throw new RangeError('CFF: operands');
    this.finish();
    this.x += dx;
    this.y += dy;
    this.sink.moveTo(this.x, this.y);
    this.open = true;
  }

  line(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.sink.lineTo(this.x, this.y);
  }

  curve(dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void {
    const x1 = this.x + dx1;
    const y1 = this.y + dy1;
    const x2 = x1 + dx2;
    const y2 = y1 + dy2;
    this.x = x2 + dx3;
    this.y = y2 + dy3;
    this.sink.cubicTo(x1, y1, x2, y2, this.x, this.y);
  }

  lines(s: Float64Array, start: number, end: number): void {
    if (start < 0) throw new RangeError('CFF: operands');
    for (let i = start; i + 2 <= end; i += 2) this.line(s[i]!, s[i + 1]!);
  }

  curves(s: Float64Array, start: number, end: number): void {
    if (start < 0) throw new RangeError('CFF: operands');
    for (let i = start; i + 6 <= end; i += 6) this.curve(s[i]!, s[i + 1]!, s[i + 2]!, s[i + 3]!, s[i + 4]!, s[i + 5]!);
  }

  straight(s: Float64Array, n: number, horizontalFirst: boolean): void {
    for (let i = 0; i < n; i++) {
      if ((i % 2 === 0) === horizontalFirst) this.line(s[i]!, 0);
      else this.line(0, s[i]!);
    }
  }

  /** hhcurveto, vvcurveto: both ends of each curve run along the axis; an odd operand first bends the first start. */
  alongCurves(s: Float64Array, n: number, horizontal: boolean): void {
    let i = n % 4 === 0 ? 0 : 1;
    let bend = i === 1 ? s[0]! : 0;
    for (; i + 4 <= n; i += 4) {
      if (horizontal) this.curve(s[i]!, bend, s[i + 1]!, s[i + 2]!, s[i + 3]!, 0);
      else this.curve(bend, s[i]!, s[i + 1]!, s[i + 2]!, 0, s[i + 3]!);
      bend = 0;
    }
  }

  /** hvcurveto, vhcurveto: curves start along one axis and end along the other, in turn; an odd operand last bends the last end. */
  turningCurves(s: Float64Array, n: number, horizontalFirst: boolean): void {
    let horizontal = horizontalFirst;
    for (let i = 0; i + 4 <= n; i += 4) {
      const bend = n - i === 5 ? s[n - 1]! : 0;
      if (horizontal) this.curve(s[i]!, 0, s[i + 1]!, s[i + 2]!, bend, s[i + 3]!);
      else this.curve(0, s[i]!, s[i + 1]!, s[i + 2]!, s[i + 3]!, bend);
      horizontal = !horizontal;
    }
  }

  /** The last operand goes along the longer direction; the other returns to the start. */
  flex1(s: Float64Array): void {
    const dx = s[0]! + s[2]! + s[4]! + s[6]! + s[8]!;
    const dy = s[1]! + s[3]! + s[5]! + s[7]! + s[9]!;
    const horizontal = Math.abs(dx) > Math.abs(dy);
    this.curve(s[0]!, s[1]!, s[2]!, s[3]!, s[4]!, s[5]!);
    this.curve(s[6]!, s[7]!, s[8]!, s[9]!, horizontal ? s[10]! : -dx, horizontal ? -dy : s[10]!);
  }
}

/** What each drawing operator does with its operands (TN 5177, 4.1). Operators that only hint are absent. */
const DRAW: Readonly<Record<number, (pen: Pen, s: Float64Array, n: number) => void>> = {
  [Cs.rmoveto]: (pen, s, n) => pen.move(s[n - 2], s[n - 1]),
  [Cs.hmoveto]: (pen, s, n) => pen.move(s[n - 1], 0),
  [Cs.vmoveto]: (pen, s, n) => pen.move(0, s[n - 1]),
  [Cs.rlineto]: (pen, s, n) => pen.lines(s, 0, n),
  [Cs.hlineto]: (pen, s, n) => pen.straight(s, n, true),
  [Cs.vlineto]: (pen, s, n) => pen.straight(s, n, false),
  [Cs.rrcurveto]: (pen, s, n) => pen.curves(s, 0, n),
  [Cs.hhcurveto]: (pen, s, n) => pen.alongCurves(s, n, true),
  [Cs.vvcurveto]: (pen, s, n) => pen.alongCurves(s, n, false),
  [Cs.hvcurveto]: (pen, s, n) => pen.turningCurves(s, n, true),
  [Cs.vhcurveto]: (pen, s, n) => pen.turningCurves(s, n, false),
  [Cs.rcurveline](pen, s, n) {
    pen.curves(s, 0, n - 2);
    pen.lines(s, n - 2, n);
  },
  [Cs.rlinecurve](pen, s, n) {
    pen.lines(s, 0, n - 6);
    pen.curves(s, n - 6, n);
  },
  [Cs.flex]: (pen, s) => pen.curves(s, 0, 12),
  [Cs.hflex](pen, s) {
    pen.curve(s[0]!, 0, s[1]!, s[2]!, s[3]!, 0);
    pen.curve(s[4]!, 0, s[5]!, -s[2]!, s[6]!, 0);
  },
  [Cs.hflex1](pen, s) {
    pen.curve(s[0]!, s[1]!, s[2]!, s[3]!, s[4]!, 0);
    pen.curve(s[5]!, 0, s[6]!, s[7]!, s[8]!, -(s[1]! + s[3]! + s[7]!));
  },
  [Cs.flex1]: (pen, s) => pen.flex1(s),
  [Cs.endchar](pen, s, n) {
    if (n >= 4) pen.accent = { dx: s[n - 4]!, dy: s[n - 3]!, base: s[n - 2]!, mark: s[n - 1]! };
  },
};
