/** ImageMagick as WebAssembly reads a picture's file: size first, then the pixels, upright, unless it finds a fault. */
import {
  type IMagickImage,
  MagickFormat,
  MagickImage,
  MagickImageInfo,
  MagickReadSettings,
  Orientation,
  ResourceLimits,
} from '@imagemagick/magick-wasm';
import { isTooLarge, isTruncatedPng, largest, type PictureFormat, sniffFormat } from '../image-header';

const magickFormats: Readonly<Record<PictureFormat, MagickFormat>> = {
  jpeg: MagickFormat.Jpeg,
  png: MagickFormat.Png,
  gif: MagickFormat.Gif,
  bmp: MagickFormat.Bmp,
  tiff: MagickFormat.Tiff,
  webp: MagickFormat.WebP,
  heic: MagickFormat.Heic,
  avif: MagickFormat.Avif,
};

/** `failed`: the decoder itself crashed or never ended. */
export type PictureFault = 'unknown' | 'too-large' | 'damaged' | 'truncated' | 'failed';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Header {
  readonly format: PictureFormat;
  /** Pixels as the file stores them. */
  readonly stored: Size;
  /** Rows and columns change places when the picture is turned upright. */
  readonly turned: boolean;
}

/** What a hostile picture may take, before any is read. */
export function limitResources(): void {
  ResourceLimits.width = BigInt(largest.side);
  ResourceLimits.height = BigInt(largest.side);
  ResourceLimits.area = BigInt(largest.pixels);
  ResourceLimits.memory = 1_500_000_000n;
  ResourceLimits.disk = 0n;
}

/** What a picture's first bytes tell, or why it is not taken, before it is decoded. */
export function readHeader(bytes: Uint8Array): Header | PictureFault {
  const format = sniffFormat(bytes);
  if (!format) return 'unknown';
  if (bytes.length > largest.bytes) return 'too-large';
  const info = MagickImageInfo.create(bytes, firstOf(format));
  if (isTooLarge(info)) return 'too-large';
  return { format, stored: { width: info.width, height: info.height }, turned: info.orientation >= Orientation.LeftTop };
}

/** A JPEG may have been decoded smaller than it is; of all others the decoded picture knows best (HEIC turns itself). */
export function uprightSize({ format, stored, turned }: Header, image: Size): Size {
  if (format !== 'jpeg') return { width: image.width, height: image.height };
  return turned ? { width: stored.height, height: stored.width } : stored;
}

/** Reads and turns upright, unless the decoder found a fault. A JPEG's sides are divided by `divisor` on the way. */
export function withImage<T>(
  bytes: Uint8Array,
  header: Header,
  divisor: number,
  use: (image: IMagickImage) => T,
): T | PictureFault {
  if (header.format === 'png' && isTruncatedPng(bytes)) return 'truncated';
  const image = MagickImage.create();
  try {
    let fault: PictureFault | undefined;
    image.onWarning = ({ error }) => {
      fault ??= faultIn(error.message);
    };
    image.read(bytes, readSettings(header, divisor));
    if (fault) return fault;
    image.autoOrient();
    image.resetPage(); // Turning leaves the offset of a virtual canvas behind, which a crop would count from.
    return use(image);
  } finally {
    image.dispose();
  }
}

/**
 * Only warnings tell that a JPEG lost its end or has bad data. Unknown tags, stray bytes between segments and the like
 * are warned of too and do no harm.
 */
function faultIn(warning: string): PictureFault | undefined {
  if (/premature end of jpeg file/i.test(warning)) return 'truncated';
  return /corrupt jpeg data/i.test(warning) && !/extraneous bytes/i.test(warning) ? 'damaged' : undefined;
}

function readSettings({ format, stored }: Header, divisor: number): MagickReadSettings {
  const settings = firstOf(format);
  if (format === 'jpeg') {
    const size = `${Math.ceil(stored.width / divisor)}x${Math.ceil(stored.height / divisor)}`;
    settings.setDefine(MagickFormat.Jpeg, 'size', size);
  }
  return settings;
}

/** Only the first picture of a file is looked at: a preview behind it may be broken. */
function firstOf(format: PictureFormat): MagickReadSettings {
  const settings = new MagickReadSettings({ format: magickFormats[format] });
  settings.frameIndex = 0;
  settings.frameCount = 1;
  return settings;
}
