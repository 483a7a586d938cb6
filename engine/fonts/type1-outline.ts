/** Runs Type 1 charstrings (Adobe Type 1 Font Format, 1990, chapter 6): outlines, flex and accented letters; hints are passed over. */
import { standardStrings } from './glyph-names';
import { standardString } from './standard-encoding';
import type { OutlineSink } from './types';

export interface Type1Outlines {
  readonly glyphs: ReadonlyMap<string, Uint8Array>;
  readonly subrs: readonly (Uint8Array | undefined)[];
}

const mostDepth = 10;
const mostSteps = 100_000;
const mostStack = 64;

/** False when there is no such glyph. Throws RangeError where the rules are broken. */
export function drawType1(font: Type1Outlines, name: string, sink: OutlineSink): boolean {
  const code = font.glyphs.get(name);
  if (!code) return false;
  const machine = new Machine(font, sink);
  machine.run(code, 0);
  machine.finish();
  return true;
}

class Machine {
  private stack: number[] = [];
  /** Operands handed to PostScript and back. */
  private handed: number[] = [];
  private flex: number[] | undefined;
  private x = 0;
  private y = 0;
  private isOpen = false;
  private steps = 0;
  private sideBearing = 0;

  constructor(
    private readonly font: Type1Outlines,
    private readonly sink: OutlineSink,
    private readonly accent = false,
  ) {}

  finish(): void {
    if (this.isOpen) this.sink.close();
    this.isOpen = false;
  }

  /** True when the glyph has ended. */
  run(code: Uint8Array, depth: number): boolean {
    if (depth > mostDepth) throw new RangeError('Type 1: subroutines nested too deep');
    for (let at = 0; at < code.length; ) {
      if (++this.steps > mostSteps || this.stack.length > mostStack) throw new RangeError('Type 1: charstring too long');
      const first = code[at++]!;
      if (first >= 32) {
        at = this.number(first, code, at);
        continue;
      }
      if (first === 10) {
        const subr = this.font.subrs[this.stack.pop() ?? -1];
        if (subr && this.run(subr, depth + 1)) return true;
      } else if (first === 11) return false;
      else if (first === 14) return true;
      else if (first === 12) {
        if (this.escape(code[at++] ?? 0)) return true;
      } else this.operate(first);
    }
    return false;
  }

  private number(first: number, code: Uint8Array, at: number): number {
    const byte = (i: number) => code[at + i] ?? 0;
    if (first <= 246) this.stack.push(first - 139);
    else if (first <= 250) this.stack.push((first - 247) * 256 + byte(0) + 108);
    else if (first <= 254) this.stack.push(-(first - 251) * 256 - byte(0) - 108);
    else this.stack.push((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3));
    return at + (first <= 246 ? 0 : first <= 254 ? 1 : 4);
  }

  private operate(operator: number): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = this.stack;
    if (operator === 13) this.start(a, 0);
    else if (operator === 21) this.move(a, b);
    else if (operator === 22) this.move(a, 0);
    else if (operator === 4) this.move(0, a);
    else if (operator === 5) this.line(a, b);
    else if (operator === 6) this.line(a, 0);
    else if (operator === 7) this.line(0, a);
    else if (operator === 8) this.curve(a, b, c, d, e, f);
    else if (operator === 30) this.curve(0, a, b, c, d, 0);
    else if (operator === 31) this.curve(a, 0, b, c, 0, d);
    else if (operator === 9) this.finish();
    this.stack = [];
  }

  private start(x: number, y: number): void {
    this.sideBearing = x;
    // An accent's origin is where it was placed.
    [this.x, this.y] = this.accent ? [this.x + x, this.y + y] : [x, y];
  }

  private move(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    if (this.flex) this.flex.push(this.x, this.y);
    else {
      this.finish();
      this.sink.moveTo(this.x, this.y);
      this.isOpen = true;
    }
  }

  private begin(): void {
    if (this.isOpen) return;
    this.sink.moveTo(this.x, this.y);
    this.isOpen = true;
  }

  private line(dx: number, dy: number): void {
    this.begin();
    this.x += dx;
    this.y += dy;
    this.sink.lineTo(this.x, this.y);
  }

  private curve(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.begin();
    const [x1, y1] = [this.x + a, this.y + b];
    const [x2, y2] = [x1 + c, y1 + d];
    [this.x, this.y] = [x2 + e, y2 + f];
    this.sink.cubicTo(x1, y1, x2, y2, this.x, this.y);
  }

  private escape(operator: number): boolean {
    const { stack } = this;
    if (operator === 12) {
      const [a = 0, b = 1] = stack.splice(-2);
      stack.push(b === 0 ? 0 : a / b);
      return false;
    }
    if (operator === 16) {
      this.callOther(stack.pop() ?? 0, stack.pop() ?? 0);
      return false;
    }
    if (operator === 17) {
      stack.push(this.handed.pop() ?? 0);
      return false;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = stack;
    this.stack = [];
    if (operator === 7) this.start(a, b);
    // The flex that ends here has left the current point where it belongs.
    if (operator === 33 && !this.flex) [this.x, this.y] = [a, b];
    if (operator !== 6) return false;
    this.accented(a, b, c, d, e);
    return true;
  }

  /** Procedures 0 to 2 draw a flex, 3 replaces hints. */
  private callOther(number: number, count: number): void {
    const operands = this.stack.splice(Math.max(0, this.stack.length - Math.min(count, mostStack)));
    if (number === 1) this.flex = [];
    else if (number === 0 && this.flex) {
      const [, , a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = this.flex;
      this.flex = undefined;
      this.begin();
      this.sink.cubicTo(a, b, c, d, e, f);
      this.sink.cubicTo(g, h, i, j, k, l);
      [this.x, this.y] = [k, l];
      this.handed = [l, k];
    } else if (number === 3) this.handed = [3];
    else if (number !== 2) this.handed = operands.reverse();
  }

  /** A letter and its accent, by their codes in the standard encoding. */
  private accented(bearing: number, dx: number, dy: number, base: number, mark: number): void {
    if (this.accent) throw new RangeError('Type 1: accents nested');
    for (const [code, x, y] of [
      [base, 0, 0],
      [mark, this.sideBearing - bearing + dx, dy],
    ] as const) {
      const drawing = this.font.glyphs.get(standardStrings[standardString(code)] ?? '');
      if (!drawing) continue;
      const machine = new Machine(this.font, this.sink, code === mark);
      if (code === mark) machine.place(x, y, drawing);
      else machine.run(drawing, 1);
      machine.finish();
    }
  }

  /** Runs with the origin at a place. */
  place(x: number, y: number, code: Uint8Array): void {
    [this.x, this.y] = [x, y];
    this.run(code, 1);
  }
}
