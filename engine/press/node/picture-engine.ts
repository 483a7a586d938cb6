/**
 * Photographs for the press: decode, turn upright, crop, reduce to the placed size, separate, code as JPEG.
 * ImageMagick decodes and codes, LittleCMS converts colour, both as WebAssembly. Runs in a worker (picture-worker.ts)
 * or, where none can be started, in the calling thread.
 */
import {
  AlphaAction,
  ColorSpace,
  FilterType,
  type IMagickImage,
  initializeImageMagick,
  MagickColors,
  MagickFormat,
  MagickGeometry,
  MagickImage,
  MagickImageInfo,
  MagickReadSettings,
  Orientation,
  ResourceLimits,
} from '@imagemagick/magick-wasm';
import { hasAdobeMarker, isTooLarge, isTruncatedPng, largest, type PictureFormat, sniffFormat } from '../image-header';
import { channel, isNeutral, limitInk } from '../ink';
import { jpegDivisor, type PicturePlan, type Placement, planPicture } from '../picture-plan';
import type { PreparedPicture } from '../types';
import { createSeparation, type Separation } from './separation';

const jpegQuality = 92;
/** The smallest that a JPEG decoder makes a picture. */
const mostDivisor = 8;

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

export interface PictureFacts {
  readonly format: PictureFormat | '';
  /** Pixels of the upright picture; 0 when it cannot be read. */
  readonly width: number;
  readonly height: number;
  readonly broken?: PictureFault;
}

export type PictureRemark = 'profile-refused' | 'ink-limited';

export type Preparation =
  | { readonly picture: PreparedPicture; readonly remarks: readonly PictureRemark[] }
  | { readonly broken: PictureFault };

export interface PictureEngine {
  prepare(bytes: Uint8Array, placement: Placement): Preparation;
  /** Decodes the whole picture at its smallest size, since only decoding finds a truncated file. */
  inspect(bytes: Uint8Array): PictureFacts;
}

export interface EngineFiles {
  readonly magickWasm: Uint8Array;
  readonly lcmsWasm: Uint8Array;
  readonly pressProfile: Uint8Array;
}

export async function createPictureEngine(files: EngineFiles): Promise<PictureEngine> {
  await initializeImageMagick(files.magickWasm);
  ResourceLimits.width = BigInt(largest.side);
  ResourceLimits.height = BigInt(largest.side);
  ResourceLimits.area = BigInt(largest.pixels);
  ResourceLimits.memory = 1_500_000_000n;
  ResourceLimits.disk = 0n;
  const separation = await createSeparation(files.lcmsWasm, files.pressProfile);
  return {
    prepare: (bytes, placement) => guarded(() => prepare(bytes, placement, separation), { broken: 'damaged' }),
    inspect: (bytes) => guarded(() => inspect(bytes), unreadable(bytes, 'damaged')),
  };
}

/** A decoder that throws has met a damaged file. */
function guarded<T>(work: () => T, damaged: T): T {
  try {
    return work();
  } catch {
    return damaged;
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Header {
  readonly format: PictureFormat;
  /** Pixels as the file stores them. */
  readonly stored: Size;
  /** Rows and columns change places when the picture is turned upright. */
  readonly turned: boolean;
}

function readHeader(bytes: Uint8Array): Header | PictureFault {
  const format = sniffFormat(bytes);
  if (!format) return 'unknown';
  if (bytes.length > largest.bytes) return 'too-large';
  const info = MagickImageInfo.create(bytes, new MagickReadSettings({ format: magickFormats[format] }));
  if (isTooLarge(info)) return 'too-large';
  return { format, stored: { width: info.width, height: info.height }, turned: info.orientation >= Orientation.LeftTop };
}

/** A JPEG may have been decoded smaller than it is; of all others the decoded picture knows best (HEIC turns itself). */
function uprightSize({ format, stored, turned }: Header, image: IMagickImage): Size {
  if (format !== 'jpeg') return { width: image.width, height: image.height };
  return turned ? { width: stored.height, height: stored.width } : stored;
}

/** Reads and turns upright, unless the decoder found a fault. */
function withImage<T>(bytes: Uint8Array, header: Header, divisor: number, use: (image: IMagickImage) => T): T | PictureFault {
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
  const settings = new MagickReadSettings({ format: magickFormats[format] });
  settings.frameIndex = 0;
  settings.frameCount = 1;
  if (format === 'jpeg') {
    const size = `${Math.ceil(stored.width / divisor)}x${Math.ceil(stored.height / divisor)}`;
    settings.setDefine(MagickFormat.Jpeg, 'size', size);
  }
  return settings;
}

function prepare(bytes: Uint8Array, placement: Placement, separation: Separation): Preparation {
  const header = readHeader(bytes);
  if (typeof header === 'string') return { broken: header };
  const prepared = withImage(bytes, header, divisorFor(header, placement), (image): Preparation => {
    if (header.format === 'jpeg' && image.colorSpace === ColorSpace.CMYK && !hasAdobeMarker(bytes)) image.negate();
    const upright = uprightSize(header, image);
    const plan = planPicture(upright.width, upright.height, placement);
    fitToPlan(image, upright, plan);
    const { space, samples, remarks } = separate(image, separation);
    return { picture: encode(samples, space, plan.width, plan.height), remarks };
  });
  return typeof prepared === 'string' ? { broken: prepared } : prepared;
}

function divisorFor({ format, stored, turned }: Header, placement: Placement): number {
  if (format !== 'jpeg') return 1;
  const [width, height] = turned ? [stored.height, stored.width] : [stored.width, stored.height];
  return jpegDivisor(planPicture(width, height, placement));
}

/** Cuts the crop out, lays it on white and reduces it. The image may be smaller than `upright`, its full size. */
function fitToPlan(image: IMagickImage, upright: Size, plan: PicturePlan): void {
  const scaleX = image.width / upright.width;
  const scaleY = image.height / upright.height;
  const width = Math.max(1, Math.round(plan.cropWidth * scaleX));
  const height = Math.max(1, Math.round(plan.cropHeight * scaleY));
  image.crop(new MagickGeometry(Math.round(plan.left * scaleX), Math.round(plan.top * scaleY), width, height));
  image.resetPage();
  if (image.hasAlpha) {
    image.backgroundColor = MagickColors.White;
    image.alpha(AlphaAction.Remove);
  }
  if (image.width === plan.width && image.height === plan.height) return;
  const size = new MagickGeometry(plan.width, plan.height);
  size.ignoreAspectRatio = true;
  image.resize(size, FilterType.Lanczos);
}

interface Separated {
  readonly space: PreparedPicture['space'];
  readonly samples: Uint8Array;
  readonly remarks: readonly PictureRemark[];
}

function separate(image: IMagickImage, separation: Separation): Separated {
  if (image.colorSpace === ColorSpace.CMYK) return keepInks(samplesOf(image, 'CMYK'), []);
  const profile = image.getColorProfile()?.data;
  const isGrey = image.colorSpace === ColorSpace.Gray || image.colorSpace === ColorSpace.LinearGray;
  if (!isGrey && image.colorSpace !== ColorSpace.sRGB) image.colorSpace = ColorSpace.sRGB;
  const rgb = samplesOf(image, 'RGB');
  if (isGrey || isNeutral(rgb)) {
    const { samples, profileRefused } = separation.fromGrey(channel(rgb, 3, 1), isGrey ? profile : undefined);
    return { space: 'grey', samples, remarks: profileRefused ? ['profile-refused'] : [] };
  }
  const { samples, profileRefused } = separation.fromRgb(rgb, profile);
  return keepInks(samples, profileRefused ? ['profile-refused'] : []);
}

/** A client's inks keep their balance; only what the paper cannot carry is taken back. */
function keepInks(samples: Uint8Array, remarks: readonly PictureRemark[]): Separated {
  return { space: 'cmyk', samples, remarks: limitInk(samples) > 0 ? [...remarks, 'ink-limited'] : remarks };
}

function samplesOf(image: IMagickImage, mapping: 'RGB' | 'CMYK'): Uint8Array {
  const samples = image.getPixels((pixels) => pixels.toByteArray(0, 0, image.width, image.height, mapping));
  if (!samples) throw new Error('no pixels');
  return samples;
}

/** The coder stores CMYK inverted with an Adobe marker, whatever it came from. */
function encode(samples: Uint8Array, space: PreparedPicture['space'], width: number, height: number): PreparedPicture {
  const format = space === 'cmyk' ? MagickFormat.Cmyk : MagickFormat.Gray;
  const image = MagickImage.create();
  try {
    image.read(samples, new MagickReadSettings({ format, width, height, depth: 8 }));
    image.quality = jpegQuality;
    image.settings.setDefine(MagickFormat.Jpeg, 'sampling-factor', '4:4:4');
    const jpeg = image.write(MagickFormat.Jpeg, (data) => data.slice());
    return { space, width, height, jpeg, inverted: space === 'cmyk' };
  } finally {
    image.dispose();
  }
}

function inspect(bytes: Uint8Array): PictureFacts {
  const header = readHeader(bytes);
  if (typeof header === 'string') return unreadable(bytes, header);
  const facts = withImage(bytes, header, mostDivisor, (image) => ({ format: header.format, ...uprightSize(header, image) }));
  return typeof facts === 'string' ? unreadable(bytes, facts) : facts;
}

const unreadable = (bytes: Uint8Array, broken: PictureFault): PictureFacts => ({
  format: sniffFormat(bytes) ?? '',
  width: 0,
  height: 0,
  broken,
});
