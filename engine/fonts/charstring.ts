/** Runs Type 2 charstrings (Adobe Technical Note 5177): resolves subroutines and arithmetic, hands on what draws and hints. */
import type { Cff, CffIndex } from './cff';

/** Operators as the charstring writes them; escaped ones as 1200 + the second byte. */
export const Cs = {
  hstem: 1,
  vstem: 3,
  vmoveto: 4,
  rlineto: 5,
  hlineto: 6,
  vlineto: 7,
  rrcurveto: 8,
  callsubr: 10,
  return: 11,
  escape: 12,
  endchar: 14,
  hstemhm: 18,
  hintmask: 19,
  cntrmask: 20,
  rmoveto: 21,
  hmoveto: 22,
  vstemhm: 23,
  rcurveline: 24,
  rlinecurve: 25,
  vvcurveto: 26,
  hhcurveto: 27,
  shortint: 28,
  callgsubr: 29,
  vhcurveto: 30,
  hvcurveto: 31,
  fixed: 255,
  hflex: 1234,
  flex: 1235,
  hflex1: 1236,
  flex1: 1237,
} as const;

/** Receives one operator with its operands: `stack[0]` to `stack[count - 1]`, valid during the call. */
export interface CharstringVisitor {
  operator(op: number, stack: Float64Array, count: number): void;
  /** The mask that follows hintmask and cntrmask, which is announced by `operator` first. */
  mask(bytes: Uint8Array): void;
}

/** Limits of the note are 48 operands and 10 nested calls; fonts in circulation exceed the first. */
const MAX_STACK = 192;
const MAX_DEPTH = 10;
/** The most intricate glyphs in circulation have some thousand operators. */
const MAX_STEPS = 200_000;

/** Runs the charstring of a glyph up to `endchar`. Throws RangeError where it breaks the rules. */
export function runCharstring(cff: Cff, glyph: number, visitor: CharstringVisitor): void {
  new Machine(cff, cff.parts[cff.partOf(glyph)]!.subrs, visitor).run(cff.charStrings.at(glyph), 0);
}

class Machine {
  private readonly stack = new Float64Array(MAX_STACK);
  private count = 0;
  private stems = 0;
  private steps = 0;

  constructor(
    private readonly cff: Cff,
    private readonly subrs: CffIndex,
    private readonly visitor: CharstringVisitor,
  ) {}

  /** Returns whether the glyph has ended. */
  run(code: Uint8Array, depth: number): boolean {
    if (depth > MAX_DEPTH) throw new RangeError('CFF: subroutines nested too deep');
    for (let at = 0; at < code.length; ) {
      if (++this.steps > MAX_STEPS) throw new RangeError('CFF: charstring too long');
      const first = code[at]!;
      if (first >= 32 || first === Cs.shortint) {
        at = this.number(code, at);
        continue;
      }
      at++;
      switch (first) {
        case Cs.return:
          return false;
        case Cs.callsubr:
          if (this.run(subroutine(this.subrs, this.pop()), depth + 1)) return true;
          break;
        case Cs.callgsubr:
          if (this.run(subroutine(this.cff.globalSubrs, this.pop()), depth + 1)) return true;
          break;
        case Cs.endchar:
          this.emit(first);
          return true;
        case Cs.hintmask:
        case Cs.cntrmask:
          at = this.maskAt(first, code, at);
          break;
        case Cs.escape:
          this.escape(code[at++] ?? 0);
          break;
        default:
          if (first <= Cs.vstem || first === Cs.hstemhm || first === Cs.vstemhm) this.stems += this.count >> 1;
          this.emit(first);
      }
    }
    return false;
  }

  private emit(op: number): void {
    this.visitor.operator(op, this.stack, this.count);
    this.count = 0;
  }

  private push(value: number): void {
    if (this.count === MAX_STACK) throw new RangeError('CFF: operands');
    this.stack[this.count++] = value;
  }

  private pop(): number {
    if (this.count === 0) throw new RangeError('CFF: operands');
    return this.stack[--this.count]!;
  }

  /** Pushes the number at `at` and returns the place behind it. Bytes behind the end count as 0. */
  private number(code: Uint8Array, at: number): number {
    const first = code[at]!;
    if (first >= 32 && first <= 246) {
      this.push(first - 139);
      return at + 1;
    }
    const second = code[at + 1] ?? 0;
    if (first <= 254 && first >= 247) {
      this.push(first <= 250 ? 256 * (first - 247) + second + 108 : -256 * (first - 251) - second - 108);
      return at + 2;
    }
    const high = ((second << 24) >> 16) | (code[at + 2] ?? 0);
    if (first === Cs.shortint) {
      this.push(high);
      return at + 3;
    }
    this.push(high + (((code[at + 3] ?? 0) << 8) | (code[at + 4] ?? 0)) / 65536);
    return at + 5;
  }

  /** Operands that stand before a mask are vertical stems without their operator. */
  private maskAt(op: number, code: Uint8Array, at: number): number {
    this.stems += this.count >> 1;
    const end = at + ((this.stems + 7) >> 3);
    if (end > code.length) throw new RangeError('CFF: hint mask');
    this.emit(op);
    this.visitor.mask(code.subarray(at, end));
    return end;
  }

  /** Flex, and the arithmetic that converted Type 1 fonts use; the rest belonged to multiple masters and is out of use. */
  private escape(second: number): void {
    const op = 1200 + second;
    if (op >= Cs.hflex && op <= Cs.flex1) {
      this.emit(op);
      return;
    }
    const unary = UNARY.get(second);
    const binary = BINARY.get(second);
    if (unary) this.push(unary(this.pop()));
    else if (binary) {
      const right = this.pop();
      this.push(binary(this.pop(), right));
    } else throw new RangeError(`CFF: operator 12 ${second}`);
  }
}

const UNARY: ReadonlyMap<number, (value: number) => number> = new Map([
  [9, Math.abs],
  [14, (value: number) => -value],
  [26, (value: number) => Math.sqrt(Math.max(0, value))],
]);

const BINARY: ReadonlyMap<number, (left: number, right: number) => number> = new Map([
  [10, (left: number, right: number) => left + right],
  [11, (left: number, right: number) => left - right],
  [12, (left: number, right: number) => (right === 0 ? 0 : left / right)],
  [24, (left: number, right: number) => left * right],
]);

/** Numbers of subroutines are biased so that the commonest take one byte. */
function subroutine(subrs: CffIndex, number: number): Uint8Array {
  const bias = subrs.count < 1240 ? 107 : subrs.count < 33900 ? 1131 : 32768;
  return subrs.at(number + bias);
}
