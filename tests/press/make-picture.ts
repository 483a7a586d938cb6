/** Pictures made in memory, good and hostile. `createPictureEngine` must have run before: it starts the same library. */
import { MagickFormat, MagickImage, MagickReadSettings, type Orientation } from '@imagemagick/magick-wasm';

type Sampler = (x: number, y: number) => readonly number[];

function samples(width: number, height: number, at: Sampler): Uint8Array {
  return Uint8Array.from(Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))).flat());
}

interface Shape {
  readonly from: 'RGB' | 'RGBA' | 'CMYK' | 'GRAY';
  readonly to: MagickFormat;
  readonly width: number;
  readonly height: number;
  readonly at: Sampler;
  readonly orientation?: Orientation;
  readonly profile?: Uint8Array;
  readonly depth?: number;
}

export function makePicture({ from, to, width, height, at, orientation, profile, depth }: Shape): Uint8Array {
  const image = MagickImage.create();
  try {
    const settings = new MagickReadSettings({
      format: MagickFormat[from === 'CMYK' ? 'Cmyk' : from === 'GRAY' ? 'Gray' : from === 'RGB' ? 'Rgb' : 'Rgba'],
      width,
      height,
      depth: 8,
    });
    image.read(samples(width, height, at), settings);
    image.quality = 95;
    if (depth) image.depth = depth;
    if (profile) image.setProfile('icc', profile);
    image.settings.setDefine(MagickFormat.Jpeg, 'sampling-factor', '4:4:4');
    const file = image.write(to, (data) => data.slice());
    return orientation ? withOrientation(file, orientation) : file;
  } finally {
    image.dispose();
  }
}

/** Puts an Exif segment with nothing but an orientation behind the start of a JPEG (TIFF 6.0, tag 274). */
function withOrientation(jpeg: Uint8Array, orientation: Orientation): Uint8Array {
  const exif = [
    ...Buffer.from('Exif\0\0MM\0*'),
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...jpeg.subarray(2)]);
}

/** The JPEG with a colour profile in one APP2 segment (ICC.1 Annex B.4). */
export function withProfile(jpeg: Uint8Array, profile: Uint8Array): Uint8Array {
  const segment = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]);
  const length = segment.length + 2;
  return Uint8Array.from([...jpeg.subarray(0, 2), 0xff, 0xe2, length >> 8, length & 255, ...segment, ...jpeg.subarray(2)]);
}

/** The JPEG without its APP14 segment. */
export function withoutAdobeMarker(jpeg: Uint8Array): Uint8Array {
  const at = Buffer.from(jpeg).indexOf(Buffer.from('Adobe')) - 4;
  if (at < 0) throw new Error('no Adobe marker to take out');
  const length = 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!;
  return Uint8Array.from([...jpeg.subarray(0, at), ...jpeg.subarray(at + length)]);
}

/** A PNG that says it is `side` pixels square and has next to no data. */
export function pngBomb(side: number): Uint8Array {
  const small = makePicture({ from: 'RGB', to: MagickFormat.Png, width: 2, height: 2, at: () => [1, 2, 3] });
  const view = new DataView(small.buffer, small.byteOffset);
  view.setUint32(16, side);
  view.setUint32(20, side);
  view.setUint32(29, crc32(small.subarray(12, 29)));
  return small;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An ICC v2 matrix profile with a pure gamma; primaries as XYZ adapted to D50. */
export function matrixProfile(
  red: readonly number[],
  green: readonly number[],
  blue: readonly number[],
  gamma: number,
): Uint8Array {
  const xyz = (v: readonly number[]) => Buffer.concat([Buffer.from('XYZ \0\0\0\0'), ...v.map(fixed16)]);
  const curve = Buffer.from([...Buffer.from('curv\0\0\0\0'), 0, 0, 0, 1, Math.floor(gamma), Math.round((gamma % 1) * 256), 0, 0]);
  const tags: [string, Buffer][] = [
    ['wtpt', xyz([0.9642, 1, 0.8249])],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const start = 128 + 4 + tags.length * 12;
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length);
  let offset = start;
  tags.forEach(([name, data], i) => {
    table.write(name, 4 + i * 12);
    table.writeUInt32BE(offset, 8 + i * 12);
    table.writeUInt32BE(data.length, 12 + i * 12);
    offset += data.length;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset);
  header.write('\x02\x40', 8, 'latin1');
  header.write('mntrRGB XYZ ', 12);
  header.write('acsp', 36);
  [0.9642, 1, 0.8249].forEach((value, i) => {
    fixed16(value).copy(header, 68 + i * 4);
  });
  return Uint8Array.from(Buffer.concat([header, table, ...tags.map(([, data]) => data)]));
}

function fixed16(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
}
