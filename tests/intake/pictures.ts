/** Pictures of the least size that a header reader takes, made by hand after the formats' specifications. */

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const little = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff);

/** EXIF data (TIFF header, one directory with one entry: orientation), in either byte order. */
export function exif(orientation: number, littleEndian = false): number[] {
  if (littleEndian)
    return [
      ...ascii('II'),
      42,
      0,
      ...little(8, 4),
      ...little(1, 2),
      ...little(0x0112, 2),
      ...little(3, 2),
      ...little(1, 4),
      ...little(orientation, 4),
      0,
      0,
      0,
      0,
    ];
  return [
    ...ascii('MM'),
    0,
    42,
    ...u32(8),
    ...u16(1),
    ...u16(0x0112),
    ...u16(3),
    ...u32(1),
    ...u16(orientation),
    0,
    0,
    0,
    0,
    0,
    0,
  ];
}

const segment = (marker: number, body: readonly number[]): number[] => [0xff, marker, ...u16(body.length + 2), ...body];

/** EXIF data with texts: tag and bytes of each, in one directory. */
export function exifTexts(texts: readonly (readonly [number, readonly number[]])[]): number[] {
  let at = 8 + 2 + 12 * texts.length + 4;
  const data: number[] = [];
  const entries = texts.flatMap(([tag, bytes]) => {
    const place = bytes.length > 4 ? u32(at) : [...bytes, 0, 0, 0, 0].slice(0, 4);
    if (bytes.length > 4) {
      at += bytes.length;
      data.push(...bytes);
    }
    return [...u16(tag), ...u16(2), ...u32(bytes.length), ...place];
  });
  return [...ascii('MM'), 0, 42, ...u32(8), ...u16(texts.length), ...entries, ...u32(0), ...data];
}

/** Photoshop's resources with one before the IPTC record, whose datasets are given by number. */
export function iptc(datasets: readonly (readonly [number, readonly number[]])[]): number[] {
  const record = datasets.flatMap(([number, bytes]) => [0x1c, 2, number, ...u16(bytes.length), ...bytes]);
  const resource = (id: number, data: readonly number[]) => [
    ...ascii('8BIM'),
    ...u16(id),
    ...[0, 0],
    ...u32(data.length),
    ...data,
    ...(data.length % 2 ? [0] : []),
  ];
  return [...ascii('Photoshop 3.0'), 0, ...resource(0x03ed, [1, 2, 3]), ...resource(0x0404, record)];
}

export interface JpegParts {
  /** Photoshop's resources. */
  readonly iptc?: readonly number[];

  readonly exif?: readonly number[];
  /** A small picture with an end marker of its own inside the EXIF data, as cameras put it. */
  readonly thumbnail?: boolean;
}

export function jpeg(width: number, height: number, parts: JpegParts = {}): Uint8Array {
  const thumbnail = parts.thumbnail ? segment(0xe1, [...ascii('Exif'), 0, 0, ...exif(1), 0xff, 0xd8, 0xff, 0xd9]) : [];
  const app1 = parts.exif ? segment(0xe1, [...ascii('Exif'), 0, 0, ...parts.exif]) : [];
  const app13 = parts.iptc ? segment(0xed, parts.iptc) : [];
  const frame = segment(0xc2, [8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]);
  const tables = segment(0xc4, [0x00, ...Array(16).fill(0)]);
  const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0x00];
  return new Uint8Array([
    0xff,
    0xd8,
    ...thumbnail,
    ...app1,
    ...app13,
    ...tables,
    ...frame,
    ...scan,
    ...tables,
    ...scan,
    0xff,
    0xd9,
  ]);
}

const chunk = (type: string, data: readonly number[]): number[] => [...u32(data.length), ...ascii(type), ...data, 0, 0, 0, 0];

export function png(width: number, height: number, orientation?: number): Uint8Array {
  const exifChunk = orientation === undefined ? [] : chunk('eXIf', exif(orientation, true));
  const header = chunk('IHDR', [...u32(width), ...u32(height), 8, 0, 0, 0, 0]);
  return new Uint8Array([
    0x89,
    ...ascii('PNG\r\n'),
    0x1a,
    0x0a,
    ...header,
    ...exifChunk,
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
  ]);
}

const riffChunk = (type: string, data: readonly number[]): number[] => [
  ...ascii(type),
  ...little(data.length, 4),
  ...data,
  ...(data.length % 2 ? [0] : []),
];

export function webp(kind: 'lossy' | 'lossless' | 'extended', width: number, height: number, orientation?: number): Uint8Array {
  const lossy = riffChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]);
  const lossless = riffChunk('VP8L', [0x2f, ...little((width - 1) | ((height - 1) << 14), 4)]);
  const extended = [
    ...riffChunk('VP8X', [0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]),
    ...riffChunk('VP8 ', [0, 0, 0]),
  ];
  const exifChunk = orientation === undefined ? [] : riffChunk('EXIF', [...ascii('Exif'), 0, 0, ...exif(orientation)]);
  const body = [...ascii('WEBP'), ...{ lossy, lossless, extended }[kind], ...exifChunk];
  return new Uint8Array([...ascii('RIFF'), ...little(body.length, 4), ...body]);
}
