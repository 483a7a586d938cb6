/** A directory of EXIF data, which is a small TIFF file (CIPA DC-008 §4.5, TIFF 6.0 §2): the first one, or one that it points to. */
export class Tiff {
  private readonly little: boolean;

  /** @param start where the directory begins; the header tells when absent */
  constructor(
    private readonly view: DataView,
    private readonly start?: number,
  ) {
    this.little = view.byteLength >= 2 && view.getUint16(0) === 0x4949;
  }

  /** The directory that a tag points to, as EXIF's own; undefined when there is none. */
  directory(tag: number): Tiff | undefined {
    const at = this.entry(tag);
    return at === undefined ? undefined : new Tiff(this.view, this.view.getUint32(at + 8, this.little));
  }

  /** A number of 16 bits, such as the orientation; undefined when the directory has no such tag or is broken. */
  short(tag: number): number | undefined {
    const at = this.entry(tag);
    return at === undefined ? undefined : this.view.getUint16(at + 8, this.little);
  }

  /** The bytes of a text of at most `most` bytes; undefined when there is none or it points outside. */
  text(tag: number, most: number): Uint8Array | undefined {
    const at = this.entry(tag);
    if (at === undefined) return undefined;
    const length = this.view.getUint32(at + 4, this.little);
    const from = length <= 4 ? at + 8 : this.view.getUint32(at + 8, this.little);
    if (length > most || from + length > this.view.byteLength) return undefined;
    return new Uint8Array(this.view.buffer, this.view.byteOffset + from, length);
  }

  /** Where the entry of a tag stands: tag, type, count and value, twelve bytes. */
  private entry(tag: number): number | undefined {
    if (this.view.byteLength < 8) return undefined;
    const directory = this.start ?? this.view.getUint32(4, this.little);
    if (directory + 2 > this.view.byteLength) return undefined;
    const entries = this.view.getUint16(directory, this.little);
    for (let index = 0; index < entries; index++) {
      const at = directory + 2 + index * 12;
      if (at + 12 > this.view.byteLength) return undefined;
      if (this.view.getUint16(at, this.little) === tag) return at;
    }
    return undefined;
  }
}
