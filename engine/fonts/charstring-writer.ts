/** Writes Type 2 charstrings that call no subroutines (Adobe Technical Note 5177). */
import type { Cff } from './cff';
import { cffOutline } from './cff-outline';
import { type CharstringVisitor, Cs, runCharstring } from './charstring';
import type { OutlineSink } from './types';

/**
 * The charstring of a glyph with its subroutines in place: same numbers, operators and hints. An accented letter of
 * two parts, which a CID-keyed font cannot refer to, becomes one outline without hints.
 */
export function flattenCharstring(cff: Cff, glyph: number): Uint8Array {
  const copier = new Copier();
  runCharstring(cff, glyph, copier);
  if (!copier.accented) return copier.code.finish();
  const drawing = new Drawing();
  cffOutline(cff, glyph, drawing);
  return drawing.code.finish();
}

class Code {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private ended = false;

  operator(op: number): void {
    if (op >= 1200) this.byte(Cs.escape);
    this.byte(op >= 1200 ? op - 1200 : op);
    this.ended = op === Cs.endchar;
  }

  number(value: number): void {
    if (!Number.isInteger(value) || value < -32768 || value > 32767) {
      this.byte(Cs.fixed);
      this.pair(Math.round(value * 65536) >> 16);
      this.pair(Math.round(value * 65536));
    } else if (value >= -107 && value <= 107) this.byte(value + 139);
    else if (value >= 108 && value <= 1131) this.pair(value - 108 + (247 << 8));
    else if (value >= -1131 && value <= -108) this.pair(-value - 108 + (251 << 8));
    else {
      this.byte(Cs.shortint);
      this.pair(value);
    }
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(2 * this.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = value & 255;
  }

  private pair(value: number): void {
    this.byte(value >> 8);
    this.byte(value);
  }

  /** Some charstrings stop without endchar, and are given it. */
  finish(): Uint8Array {
    if (!this.ended) this.operator(Cs.endchar);
    return this.bytes.slice(0, this.length);
  }
}

class Copier implements CharstringVisitor {
  readonly code = new Code();
  accented = false;

  operator(op: number, stack: Float64Array, count: number): void {
    if (op === Cs.endchar && count >= 4) this.accented = true;
    for (let i = 0; i < count; i++) this.code.number(stack[i]!);
    this.code.operator(op);
  }

  mask(bytes: Uint8Array): void {
    for (const byte of bytes) this.code.byte(byte);
  }
}

/** Coordinates are relative; the pen follows what was written, so that rounding does not add up. */
class Drawing implements OutlineSink {
  readonly code = new Code();
  private x = 0;
  private y = 0;

  moveTo(x: number, y: number): void {
    this.point(x, y);
    this.code.operator(Cs.rmoveto);
  }

  lineTo(x: number, y: number): void {
    this.point(x, y);
    this.code.operator(Cs.rlineto);
  }

  /** CFF outlines have no quadratic curves. */
  quadTo(): void {}

  cubicTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void {
    this.point(c1x, c1y);
    this.point(c2x, c2y);
    this.point(x, y);
    this.code.operator(Cs.rrcurveto);
  }

  close(): void {}

  private point(x: number, y: number): void {
    this.x += this.step(x - this.x);
    this.y += this.step(y - this.y);
  }

  private step(distance: number): number {
    const rounded = Math.round(distance * 65536) / 65536;
    this.code.number(rounded);
    return rounded;
  }
}
