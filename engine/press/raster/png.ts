/** PNG files (ISO/IEC 15948) of grey and RGB samples. */

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let k = 0; k < 8; k++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export interface PngSource {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB. */
  readonly channels: 1 | 3;
  readonly samples: Uint8Array;
  /** Stated in the file. */
  readonly dpi: number;
}

/** @param deflate zlib (RFC 1950) compression */
export function writePng(
  { width, height, channels, samples, dpi }: PngSource,
  deflate: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const row = width * channels;
  const filtered = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y++) filtered.set(samples.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, channels === 1 ? 0 : 2], 8);
  const density = new Uint8Array(9);
  const metres = Math.round(dpi / 0.0254);
  new DataView(density.buffer).setUint32(0, metres);
  new DataView(density.buffer).setUint32(4, metres);
  density[8] = 1;
  const parts = [
    signature,
    chunk('IHDR', header),
    chunk('pHYs', density),
    chunk('IDAT', deflate(filtered)),
    chunk('IEND', new Uint8Array()),
  ];
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return png;
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = kind.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = crcTable[(value ^ byte) & 255]! ^ (value >>> 8);
  return ~value >>> 0;
}

/** A plate as a print of it looks: ink dark on white. */
export function inverted(ink: Uint8Array): Uint8Array {
  return ink.map((value) => 255 - value);
}
