/** Filters of bytes that need no tables (ISO 32000-1 §7.4.2–7.4.5), bounded. Damaged data is read as far as it goes. */

/** Content streams and pictures of a newspaper page stay far below. */
export const mostStreamBytes = 256 << 20;

/** Bytes that grow, up to the bound. */
class Output {
  private bytes = new Uint8Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length >= mostStreamBytes) throw new RangeError('stream too long');
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }

  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** ASCIIHexDecode; what is no figure is passed over. */
export function unHex(bytes: Uint8Array): Uint8Array {
  const out = new Output();
  let high = -1;
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    if (high < 0) high = digit;
    else {
      out.push(16 * high + digit);
      high = -1;
    }
  }
  if (high >= 0) out.push(16 * high);
  return out.take();
}

/** ASCII85Decode. */
export function un85(bytes: Uint8Array): Uint8Array {
  const out = new Output();
  let digits: number[] = [];
  const flush = (): void => {
    const count = digits.length;
    if (count < 2) return;
    while (digits.length < 5) digits.push(84);
    const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) >>> 0;
    for (let i = 0; i < count - 1; i++) out.push((value >>> (24 - 8 * i)) & 255);
    digits = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits.length === 0) for (let i = 0; i < 4; i++) out.push(0);
    if (byte < 33 || byte > 117) continue;
    digits.push(byte - 33);
    if (digits.length === 5) flush();
  }
  flush();
  return out.take();
}

/** RunLengthDecode. */
export function unRunLength(bytes: Uint8Array): Uint8Array {
  const out = new Output();
  for (let i = 0; i < bytes.length; ) {
    const length = bytes[i++]!;
    if (length === 128) break;
    if (length < 128) for (let k = 0; k <= length && i < bytes.length; k++) out.push(bytes[i++]!);
    else {
      for (let k = 0; k < 257 - length; k++) out.push(bytes[i] ?? 0);
      i++;
    }
  }
  return out.take();
}

const clearTable = 256;
const endOfData = 257;

/** LZWDecode; `early` codes before its time a code grows by a bit (EarlyChange). */
export function unLzw(bytes: Uint8Array, early: number): Uint8Array {
  const out = new Output();
  const table: Uint8Array[] = [];
  const reset = (): void => {
    table.length = 258;
    for (let i = 0; i < 256; i++) table[i] = Uint8Array.of(i);
  };
  reset();
  let before: Uint8Array | undefined;
  let [buffer, bits] = [0, 0];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffffff;
    bits += 8;
    const width = Math.min(12, Math.max(9, 32 - Math.clz32(table.length + early)));
    if (bits < width) continue;
    const code = (buffer >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === endOfData) break;
    if (code === clearTable) {
      reset();
      before = undefined;
      continue;
    }
    const known: Uint8Array | undefined = table[code] ?? (before && Uint8Array.of(...before, before[0]!));
    if (!known || known.length > 1 << 15) break;
    for (const value of known) out.push(value);
    if (before && table.length < 4096) table.push(Uint8Array.of(...before, known[0]!));
    before = known;
  }
  return out.take();
}
