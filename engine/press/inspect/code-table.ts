/** Which character each code of a composite font is, and how strings are cut into codes (ISO 32000-1 §9.7.6.2). */

/** Codes of one length, each byte between those of `low` and `high`. */
export interface CodeSpace {
  readonly low: number;
  readonly high: number;
  /** Bytes, 1–4. */
  readonly length: number;
}

const mostSpaces = 100;
/** Unicode alone has some 30,000 ranges of Chinese. */
const mostRanges = 70_000;

/** Collects a map's ranges, then answers for codes. */
export class CodeTable {
  readonly spaces: CodeSpace[] = [];
  /** Low, high, first character. */
  private ranges: (readonly [number, number, number])[] = [];
  private isSorted = true;

  /** @param base the map that this one goes on from */
  constructor(private readonly base?: CodeTable) {
    if (base) this.spaces.push(...base.spaces);
  }

  /** Holds no codes of its own, nor does what it goes on from. */
  get isEmpty(): boolean {
    return this.ranges.length === 0 && (this.base?.isEmpty ?? true);
  }

  get isFull(): boolean {
    return this.ranges.length >= mostRanges;
  }

  addSpace(space: CodeSpace): void {
    if (space.length >= 1 && space.length <= 4 && this.spaces.length < mostSpaces) this.spaces.push(space);
  }

  addRange(low: number, high: number, cid: number): void {
    if (this.isFull || high < low) return;
    this.ranges.push([low, high, cid]);
    this.isSorted = false;
  }

  /** Undefined where the map does not tell. Of ranges that overlap, the one that begins last tells. */
  cidOf(code: number): number | undefined {
    this.sort();
    let [from, to] = [0, this.ranges.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.ranges[middle]![0] <= code) from = middle + 1;
      else to = middle;
    }
    const range = this.ranges[from - 1];
    return range && code <= range[1] ? range[2] + code - range[0] : this.base?.cidOf(code);
  }

  /** Every code with its character, those of the base first. */
  *codes(): Generator<readonly [code: number, cid: number]> {
    if (this.base) yield* this.base.codes();
    this.sort();
    for (const [low, high, cid] of this.ranges) for (let code = low; code <= high; code++) yield [code, cid + code - low];
  }

  private sort(): void {
    if (!this.isSorted) this.ranges.sort(([one], [other]) => one - other);
    this.isSorted = true;
  }

  /** The shortest code whose bytes lie in a space; the shortest length is passed over where none does. */
  cut(bytes: Uint8Array): readonly number[] {
    const { spaces } = this;
    const codes: number[] = [];
    const shortest = Math.min(...spaces.map(({ length }) => length));
    for (let at = 0; at < bytes.length; ) {
      const found = lengths.find((length) => spaces.some((space) => space.length === length && isInside(bytes, at, space)));
      codes.push(numberOf(bytes.subarray(at, at + (found ?? shortest))));
      at += found ?? shortest;
    }
    return codes;
  }
}

const lengths = [1, 2, 3, 4] as const;

/** Up to four bytes as a number, the highest first. */
export const numberOf = (bytes: Uint8Array): number => bytes.subarray(0, 4).reduce((sum, byte) => 256 * sum + byte, 0);

function isInside(bytes: Uint8Array, at: number, { low, high, length }: CodeSpace): boolean {
  if (at + length > bytes.length) return false;
  for (let k = 0; k < length; k++) {
    const shift = 8 * (length - 1 - k);
    const byte = bytes[at + k]!;
    if (byte < ((low >>> shift) & 255) || byte > ((high >>> shift) & 255)) return false;
  }
  return true;
}
