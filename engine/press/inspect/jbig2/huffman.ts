/** Huffman coding of JBIG2 (ITU-T T.88, Annex B): numbers as prefixes with bits behind them. */

/** Bits, highest first; zeros behind the end. */
export class BitReader {
  private at = 0;
  private bit = 0;

  constructor(private readonly bytes: Uint8Array) {}

  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      value = 2 * value + (((this.bytes[this.at] ?? 0) >> (7 - this.bit)) & 1);
      this.bit = (this.bit + 1) & 7;
      if (this.bit === 0) this.at++;
    }
    // Whoever reads on would read zeros without end.
    if (this.at > this.bytes.length + 64) throw new RangeError('JBIG2: end');
    return value;
  }

  /** To the next whole byte. */
  align(): void {
    if (this.bit > 0) this.at++;
    this.bit = 0;
  }

  /** That many whole bytes from here on, which are passed over. */
  take(count: number): Uint8Array {
    this.align();
    if (count < 0 || this.at + count > this.bytes.length) throw new RangeError('JBIG2: end');
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  rest(): Uint8Array {
    this.align();
    return this.bytes.subarray(this.at);
  }
}

/** Numbers from `low` on, told by `bits` behind a prefix of `prefix` bits. */
export interface Line {
  readonly low: number;
  readonly prefix: number;
  readonly bits: number;
  /** `below`: numbers go down from `low`; `out`: the value out of band, which ends a list. */
  readonly kind?: 'below' | 'out';
}

const longestPrefix = 40;

/** A table of prefixes, and what each stands for. Throws RangeError where the prefixes are none. */
export class HuffmanTable {
  /** Two entries a node: where 0 and 1 lead; lines are told as −1 − their place, nothing as 0. */
  private readonly nodes: number[] = [0, 0];

  /** Prefixes are given in the order of their lengths, then of the lines (B.3). */
  constructor(private readonly lines: readonly Line[]) {
    const longest = Math.max(0, ...lines.map(({ prefix }) => prefix));
    if (longest > longestPrefix) throw new RangeError('JBIG2: prefix');
    let code = 0;
    for (let length = 1; length <= longest; length++) {
      code *= 2;
      for (const [i, { prefix }] of lines.entries()) if (prefix === length) this.add(code++, length, i);
    }
  }

  private add(code: number, length: number, line: number): void {
    let node = 0;
    for (let i = length - 1; i > 0; i--) {
      const way = node + (Math.floor(code / 2 ** i) & 1);
      if (this.nodes[way]! < 0) throw new RangeError('JBIG2: prefixes');
      if (this.nodes[way] === 0) this.nodes[way] = this.nodes.push(0, 0) - 2;
      node = this.nodes[way]!;
    }
    this.nodes[node + (code & 1)] = -1 - line;
  }

  /** Undefined for the value out of band. */
  read(reader: BitReader): number | undefined {
    let node = 0;
    do {
      node = this.nodes[node + reader.bits(1)]!;
      if (node === 0) throw new RangeError('JBIG2: prefix');
    } while (node > 0);
    const { low, bits, kind } = this.lines[-1 - node]!;
    if (kind === 'out') return undefined;
    return kind === 'below' ? low - reader.bits(bits) : low + reader.bits(bits);
  }
}

const mostLines = 10_000;

/** A table that comes in a segment of its own (B.2). */
export function readTable(bytes: Uint8Array): HuffmanTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [flags, low, high] = [view.getUint8(0), view.getInt32(1), view.getInt32(5)];
  const reader = new BitReader(bytes.subarray(9));
  const [prefixBits, rangeBits] = [((flags >> 1) & 7) + 1, ((flags >> 4) & 7) + 1];
  const lines: Line[] = [];
  for (let next = low; next < high; ) {
    if (lines.length >= mostLines) throw new RangeError('JBIG2: table');
    const [prefix, bits] = [reader.bits(prefixBits), reader.bits(rangeBits)];
    lines.push({ low: next, prefix, bits });
    next += 2 ** bits;
  }
  lines.push({ low: low - 1, prefix: reader.bits(prefixBits), bits: 32, kind: 'below' });
  lines.push({ low: high, prefix: reader.bits(prefixBits), bits: 32 });
  if (flags & 1) lines.push({ low: 0, prefix: reader.bits(prefixBits), bits: 0, kind: 'out' });
  return new HuffmanTable(lines);
}

/** Codes of symbols, by how often each is used (7.4.3.1.7): lengths in runs. */
export function readSymbolCodes(reader: BitReader, count: number): HuffmanTable {
  const runs = new HuffmanTable(Array.from({ length: 35 }, (_, low) => ({ low, prefix: reader.bits(4), bits: 0 })));
  const lengths: number[] = [];
  while (lengths.length < count) {
    const run = runs.read(reader)!;
    if (run < 32) lengths.push(run);
    else {
      const [times, length] =
        run === 32 ? [3 + reader.bits(2), lengths.at(-1) ?? 0] : [run === 33 ? 3 + reader.bits(3) : 11 + reader.bits(7), 0];
      for (let i = 0; i < times; i++) lengths.push(length);
    }
  }
  reader.align();
  return new HuffmanTable(lengths.slice(0, count).map((prefix, low) => ({ low, prefix, bits: 0 })));
}
