import type { Moved } from './bitmap';

/** Numbers, highest byte first. Throws RangeError behind the end. */
export class ByteReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  u8(): number {
    return this.view.getUint8(this.at++);
  }

  u16(): number {
    this.at += 2;
    return this.view.getUint16(this.at - 2);
  }

  u32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4);
  }

  number(size: number): number {
    return size === 1 ? this.u8() : size === 2 ? this.u16() : this.u32();
  }

  moved(count: number): readonly Moved[] {
    return Array.from({ length: count }, () => [(this.u8() << 24) >> 24, (this.u8() << 24) >> 24] as const);
  }

  back(): void {
    this.at--;
  }

  skip(count: number): void {
    this.at += count;
  }

  take(length: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  rest(): Uint8Array {
    return this.bytes.subarray(this.at);
  }
}
