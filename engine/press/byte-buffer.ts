const hexDigits = '0123456789ABCDEF';
const hexBytes = Uint8Array.from(hexDigits, (digit) => digit.charCodeAt(0));

/** Growing bytes for content streams: a page of text is tens of thousands of codes, too many for strings. */
export class ByteBuffer {
  private bytes = new Uint8Array(1 << 14);
  private length = 0;

  /** Adds ASCII text. */
  text(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** Adds a 16-bit code as four hexadecimal digits. */
  hex(code: number): void {
    this.reserve(4);
    this.bytes[this.length++] = hexBytes[code >> 12]!;
    this.bytes[this.length++] = hexBytes[(code >> 8) & 15]!;
    this.bytes[this.length++] = hexBytes[(code >> 4) & 15]!;
    this.bytes[this.length++] = hexBytes[code & 15]!;
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
