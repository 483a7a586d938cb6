/** What the first bytes of a picture file say, without decoding it. */

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'bmp' | 'tiff' | 'webp' | 'heic' | 'avif';

/** A larger picture is refused before it is decoded: to prepare it would take more memory than a worker may have. */
export const largest = { bytes: 200_000_000, pixels: 120_000_000, side: 20_000 };

/** Whether a picture has more pixels than any that is decoded here. */
export function isTooLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width * height > largest.pixels || Math.max(width, height) > largest.side;
}

const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/**
 * The picture format by its magic bytes; the file's name is never believed.
 * Undefined for everything else, PDF, SVG and EPS included: those are programs, not pictures.
 */
export function sniffFormat(bytes: Uint8Array): PictureFormat | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  if (text(0, 2) === 'BM') return 'bmp';
  if (text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*') return 'tiff';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) !== 'ftyp') return undefined;
  const brand = text(8, 12);
  if (brand === 'avif' || brand === 'avis') return 'avif';
  return heicBrands.has(brand) ? 'heic' : undefined;
}

/** Whether a file is a PDF, by its header, which may come late (ISO 32000-1 §7.5.2, Adobe's note 13). */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');
}

const startOfScan = 0xda;
const app14 = 0xee;

interface Segment {
  readonly marker: number;
  /** Cut off where the file is. */
  readonly data: Uint8Array;
}

/** The segments of a JPEG before the picture's data (ITU-T T.81 annex B). Never throws, whatever the bytes are. */
export function* headSegments(jpeg: Uint8Array): Generator<Segment> {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== startOfScan; ) {
    const end = at + 2 + Math.max(2, jpeg[at + 2]! * 256 + jpeg[at + 3]!);
    yield { marker: jpeg[at + 1]!, data: jpeg.subarray(at + 4, end) };
    at = end;
  }
}

/**
 * Whether a JPEG carries the Adobe marker (APP14). CMYK files with it store their inks inverted, those without do not,
 * and decoders invert both (Adobe Technical Note 5116, §18).
 */
export function hasAdobeMarker(jpeg: Uint8Array): boolean {
  for (const { marker, data } of headSegments(jpeg)) {
    if (marker === app14) return String.fromCharCode(...data.subarray(0, 5)) === 'Adobe';
  }
  return false;
}

/**
 * Whether a PNG stops before its last chunk, IEND (PNG §11.2.5). The decoder fills the rest with black and says nothing.
 */
export function isTruncatedPng(png: Uint8Array): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at = 8;
  while (at + 12 <= png.length) {
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === 'IEND') return false;
    at += 12 + view.getUint32(at);
  }
  return true;
}
