/** The arithmetic decoder of JBIG2 (ITU-T T.88, Annexes A and E). */

/** Probability of the less likely symbol, next state after the likelier and the other one, whether they change places. */
const states: readonly (readonly [probability: number, likely: number, other: number, swaps: 0 | 1])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
];
const probability = Uint16Array.from(states, ([value]) => value);
const afterLikely = Uint8Array.from(states, ([, value]) => value);
const afterOther = Uint8Array.from(states, ([, , value]) => value);
const swaps = Uint8Array.from(states, ([, , , value]) => value);

/** Of each context: twice its state, and the likelier bit. */
export type Contexts = Uint8Array;

export class ArithmeticDecoder {
  private at = 0;
  private code: number;
  private interval = 0x8000;
  private left = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.code = (bytes[0] ?? 0xff) << 16;
    this.readByte();
    this.code <<= 7;
    this.left -= 7;
  }

  private readByte(): void {
    const byte = this.bytes[this.at] ?? 0xff;
    const next = this.bytes[this.at + 1] ?? 0xff;
    if (byte === 0xff && next > 0x8f) {
      this.code += 0xff00;
      this.left = 8;
      return;
    }
    this.at++;
    this.code += byte === 0xff ? next << 9 : next << 8;
    this.left = byte === 0xff ? 7 : 8;
  }

  bit(contexts: Contexts, context: number): number {
    const before = contexts[context]!;
    const state = before >> 1;
    let likely = before & 1;
    const share = probability[state]!;
    this.interval -= share;
    let bit: number;
    let next: number;
    if (this.code >>> 16 < share) {
      // The lower part, which belongs to the other symbol unless it is the larger one.
      const isLikely = this.interval < share;
      this.interval = share;
      [bit, next] = isLikely ? [likely, afterLikely[state]!] : [1 - likely, afterOther[state]!];
      if (!isLikely && swaps[state]) likely = 1 - likely;
    } else {
      this.code -= share << 16;
      if (this.interval & 0x8000) return likely;
      const isLikely = this.interval >= share;
      [bit, next] = isLikely ? [likely, afterLikely[state]!] : [1 - likely, afterOther[state]!];
      if (!isLikely && swaps[state]) likely = 1 - likely;
    }
    contexts[context] = (next << 1) | likely;
    do {
      if (this.left === 0) this.readByte();
      this.interval <<= 1;
      this.code = (this.code << 1) >>> 0;
      this.left--;
    } while ((this.interval & 0x8000) === 0);
    return bit;
  }
}

/** Bits of the value and what is added to it, by the length of its prefix. */
const ranges = [
  [2, 0],
  [4, 4],
  [6, 20],
  [8, 84],
  [12, 340],
  [32, 4436],
] as const;

/** Numbers, each kind with contexts of its own. */
export class NumberDecoder {
  private readonly contexts = new Map<string, Contexts>();

  constructor(private readonly decoder: ArithmeticDecoder) {}

  /** Undefined for the value out of band, which ends a list. */
  take(kind: string): number | undefined {
    const contexts = this.contextsOf(kind, 512);
    let before = 1;
    const bit = (): number => {
      const value = this.decoder.bit(contexts, before);
      before = before < 256 ? (before << 1) | value : ((((before << 1) | value) & 511) | 256) >>> 0;
      return value;
    };
    const isNegative = bit() === 1;
    let range = 0;
    while (range < 5 && bit() === 1) range++;
    const [bits, offset] = ranges[range]!;
    let value = 0;
    for (let i = 0; i < bits; i++) value = 2 * value + bit();
    value += offset;
    return isNegative ? (value === 0 ? undefined : -value) : value;
  }

  /** Throws RangeError where a list ends too early. */
  number(kind: string): number {
    const value = this.take(kind);
    if (value === undefined) throw new RangeError('JBIG2: number');
    return value;
  }

  symbol(bits: number): number {
    const contexts = this.contextsOf('IAID', 2 ** (bits + 1));
    let before = 1;
    for (let i = 0; i < bits; i++) before = (before << 1) | this.decoder.bit(contexts, before);
    return before - 2 ** bits;
  }

  private contextsOf(kind: string, size: number): Contexts {
    let contexts = this.contexts.get(kind);
    if (!contexts) {
      contexts = new Uint8Array(size);
      this.contexts.set(kind, contexts);
    }
    return contexts;
  }
}
