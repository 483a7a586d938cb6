const hexDigits = '0123456789ABCDEF';
const hexBytes = Uint8Array.from(hexDigits, (digit) => digit.charCodeAt(0));

/** Growing bytes for content streams: a page of text is tens of thousands of codes, too many for strings. */
export class ByteBuffer {
  private bytes = new Uint8Array(1 << 14);
  private length = 0;

  /** Adds ASCII text. */
  text(text: string): void {
    this.reserve(text.length);
    const { bytes, length } = this;
    for (let i = 0; i < text.length; i++) bytes[length + i] = text.charCodeAt(i);
    this.length = length + text.length;
  }

  /** Adds a 16-bit code as four hexadecimal digits. */
  hex(code: number): void {
    this.reserve(4);
    const { bytes, length } = this;
    bytes[length] = hexBytes[code >> 12]!;
    bytes[length + 1] = hexBytes[(code >> 8) & 15]!;
    bytes[length + 2] = hexBytes[(code >> 4) & 15]!;
    bytes[length + 3] = hexBytes[code & 15]!;
    this.length = length + 4;
  }

  /** Adds bytes as they are. */
  add(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
