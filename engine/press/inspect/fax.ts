/** Facsimile pictures, Group 3 and Group 4 (ITU-T T.4 and T.6; CCITTFaxDecode, ISO 32000-1 §7.4.6). */
import { blackRuns, longestCode, whiteRuns } from './fax-codes';

export interface FaxParameters {
  /** Below 0 Group 4, 0 Group 3 of one dimension, above it of two. */
  readonly k: number;
  readonly columns: number;
  /** 0 when the data ends by itself. */
  readonly rows: number;
  readonly byteAligned: boolean;
  readonly blackIs1: boolean;
}

/** Two ends of lines. */
const endOfBlock = 0x001001;
const mostRows = 60_000;
const mostColumns = 60_000;
const mostBytes = 128 << 20;

/** Rows of one bit a pixel; damaged data is read as far as it goes. */
export function decodeFax(bytes: Uint8Array, parameters: FaxParameters): Uint8Array {
  return decodeFaxPart(bytes, parameters).rows;
}

/** The same where more follows: `used` are its bytes, the mark of its end among them. */
export function decodeFaxPart(
  bytes: Uint8Array,
  parameters: FaxParameters,
): { readonly rows: Uint8Array; readonly used: number } {
  const columns = Math.min(mostColumns, Math.max(1, parameters.columns));
  const rowBytes = (columns + 7) >> 3;
  const most = Math.min(parameters.rows > 0 ? parameters.rows : mostRows, mostRows, Math.floor(mostBytes / rowBytes));
  const reader = new FaxReader(bytes, columns, parameters);
  const rows: Uint8Array[] = [];
  while (rows.length < most) {
    const changes = reader.row();
    if (!changes) break;
    rows.push(packed(changes, columns, rowBytes, parameters.blackIs1));
  }
  const count = parameters.rows > 0 ? most : rows.length;
  // Missing rows are white.
  const out = new Uint8Array(count * rowBytes).fill(parameters.blackIs1 ? 0 : 255);
  for (const [i, row] of rows.entries()) out.set(row, i * rowBytes);
  return { rows: out, used: reader.used() };
}

/** Colour changes from white to black and back, as columns. */
function packed(changes: readonly number[], columns: number, rowBytes: number, blackIs1: boolean): Uint8Array {
  const row = new Uint8Array(rowBytes);
  for (let i = 0; i < changes.length; i += 2) {
    const end = Math.min(columns, changes[i + 1] ?? columns);
    for (let x = changes[i]!; x < end; x++) row[x >> 3]! |= 0x80 >> (x & 7);
  }
  if (!blackIs1) for (let i = 0; i < rowBytes; i++) row[i] = ~row[i]! & 255;
  return row;
}

class FaxReader {
  private at = 0;
  private before: readonly number[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly columns: number,
    private readonly parameters: FaxParameters,
  ) {}

  /** Whole bytes up to here, with the end of a Group 4 block where one follows. */
  used(): number {
    const end = this.parameters.k < 0 && this.peek(24) === endOfBlock ? 24 : 0;
    return Math.min(this.bytes.length, (this.at + end + 7) >> 3);
  }

  /** Undefined at the end, or where nothing sensible follows. */
  row(): readonly number[] | undefined {
    const { k, byteAligned } = this.parameters;
    if (byteAligned) this.at = (this.at + 7) & ~7;
    if (this.at >= 8 * this.bytes.length) return undefined;
    let flat = k === 0;
    if (k >= 0) {
      const lines = this.endsOfLine();
      if (lines >= 2) return undefined;
      if (k > 0) flat = this.take(1) === 1;
    } else if (this.peek(24) === endOfBlock) return undefined;
    const changes = flat ? this.flatRow() : this.row2d();
    if (changes) this.before = changes;
    return changes;
  }

  /** Passes over fill bits and end-of-line codes. */
  private endsOfLine(): number {
    let count = 0;
    for (;;) {
      let zeros = 0;
      while (zeros < 64 && this.bit(this.at + zeros) === 0 && this.at + zeros < 8 * this.bytes.length) zeros++;
      if (zeros < 11 || this.at + zeros >= 8 * this.bytes.length) return count;
      this.at += zeros + 1;
      count++;
      // Ends of lines at the end of a page each carry the tag of their line.
      if (this.parameters.k > 0 && this.peek(13) === 0x1001) this.at++;
    }
  }

  private flatRow(): number[] | undefined {
    const changes: number[] = [];
    let [x, black] = [0, false];
    while (x < this.columns) {
      const run = this.run(black);
      if (run === undefined) return x > 0 ? changes : undefined;
      x += run;
      changes.push(Math.min(x, this.columns));
      black = !black;
    }
    return changes;
  }

  /** The modes of T.6, table 1. */
  private row2d(): number[] | undefined {
    const changes: number[] = [];
    let [x, black] = [-1, false];
    while (x < this.columns) {
      const [b1, b2] = this.reference(x, black);
      if (this.peek(1) === 1) {
        this.at += 1;
        x = b1;
      } else if (this.peek(3) === 0b011 || this.peek(3) === 0b010) {
        x = this.take(3) === 0b011 ? b1 + 1 : b1 - 1;
      } else if (this.peek(3) === 0b001) {
        this.at += 3;
        const first = this.run(black);
        const second = this.run(!black);
        if (first === undefined || second === undefined) return x > 0 ? changes : undefined;
        const start = Math.max(0, x) + first;
        changes.push(Math.min(start, this.columns), Math.min(start + second, this.columns));
        x = start + second;
        continue;
      } else if (this.peek(4) === 0b0001) {
        this.at += 4;
        x = b2;
        continue;
      } else if (this.peek(6) === 0b000011 || this.peek(6) === 0b000010) {
        x = this.take(6) === 0b000011 ? b1 + 2 : b1 - 2;
      } else if (this.peek(7) === 0b0000011 || this.peek(7) === 0b0000010) {
        x = this.take(7) === 0b0000011 ? b1 + 3 : b1 - 3;
      } else return x > 0 ? changes : undefined;
      changes.push(Math.min(Math.max(0, x), this.columns));
      black = !black;
    }
    return changes;
  }

  private cursor = 0;

  /** The next change of the row before to the other colour, and the one after it. */
  private reference(x: number, black: boolean): readonly [number, number] {
    if (x < 0) this.cursor = 0;
    let i = Math.max(0, this.cursor - 2);
    while (i < this.before.length && (this.before[i]! <= x || (i % 2 === 1) !== black)) i++;
    this.cursor = i;
    return [this.before[i] ?? this.columns, this.before[i + 1] ?? this.columns];
  }

  private run(black: boolean): number | undefined {
    const table = black ? blackRuns : whiteRuns;
    for (let total = 0; ; ) {
      const entry = table[this.peek(longestCode)]!;
      if (entry === 0) return undefined;
      this.at += entry & 15;
      const run = entry >> 4;
      total += run;
      if (run < 64) return total;
      if (total > 2 * mostColumns) return undefined;
    }
  }

  private bit(at: number): number {
    return ((this.bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
  }

  private peek(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = 2 * value + this.bit(this.at + i);
    return value;
  }

  private take(count: number): number {
    const value = this.peek(count);
    this.at += count;
    return value;
  }
}
