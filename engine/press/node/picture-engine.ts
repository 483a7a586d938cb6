/**
 * Photographs for the press: decode, turn upright, crop, reduce to the placed size, sharpen, separate, code as JPEG.
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
  MagickGeometry,
} from '@imagemagick/magick-wasm';
import { hasAdobeMarker, type PictureFormat, sniffFormat } from '../image-header';
import { channel, isNeutral, limitInk, luminance } from '../ink';
import { jpegDivisor, type PicturePlan, type PictureSettings, type Placement, planPicture } from '../picture-plan';
import { pageSize, placePage } from '../placed/place-page';
import type { RefusalReason } from '../placed/refusal';
import type { PlaceRemark, PlaceTools } from '../placed/types';
import { darkenRow } from '../shade';
import { sharpen } from '../sharpen';
import type { PreparedImage } from '../types';
import { pagePreview } from './page-preview';
import { type Header, limitResources, type PictureFault, readHeader, type Size, uprightSize, withImage } from './picture-decoder';
import { encode } from './picture-encoder';
import { FOCUS_PIXELS, type Focus, findFocus, type Pixels } from './picture-focus';
import { placeTools } from './place-tools';
import { createSeparation, type Separation } from './separation';

export type { PictureFault } from './picture-decoder';

/** The smallest that a JPEG decoder makes a picture. */
const mostDivisor = 8;

export interface PictureFacts {
  readonly format: PictureFormat | 'pdf' | '';
  /** Pixels of the upright picture; 0 when it cannot be read. */
  readonly width: number;
  readonly height: number;
  readonly broken?: PictureFault;
  /** Why a PDF cannot be placed. */
  readonly refused?: RefusalReason;
  /** A JPEG of a PDF's page for the screen; absent when it cannot be painted. */
  readonly preview?: Uint8Array;
}

export type PictureRemark = 'profile-refused' | 'ink-limited';

/** The photograph as it goes into the file. */
export type Preparation =
  | { readonly picture: PreparedImage; readonly remarks: readonly PictureRemark[] }
  | { readonly broken: PictureFault };

/** A page of a PDF as a file of its own, see `placePage`. */
export type PagePreparation =
  | {
      readonly pdf: Uint8Array;
      readonly remarks: readonly PlaceRemark[];
      /** Lowest resolution of its pictures; infinite without any. */
      readonly ppi: number;
    }
  | { readonly refused: RefusalReason; readonly detail: string };

export interface PictureEngine {
  prepare(bytes: Uint8Array, placement: Placement, settings: PictureSettings): Preparation;
  /** Decodes the whole picture at its smallest size, since only decoding finds a truncated file. */
  inspect(bytes: Uint8Array): PictureFacts;
  /** Where its subject is; undefined when it cannot be read. */
  focus(bytes: Uint8Array): Promise<Focus | undefined>;
  /** The first page of a PDF. Never rejects. */
  place(bytes: Uint8Array, placement: Placement, settings: PictureSettings): Promise<PagePreparation>;
  /** Size of a PDF's first page, as the pixels of a picture of `pagePpi`. */
  inspectPage(bytes: Uint8Array): Promise<PictureFacts>;
}

/** Resolution that a page passes for among photographs. */
const pagePpi = 300;

export interface EngineFiles {
  readonly magickWasm: Uint8Array;
  readonly lcmsWasm: Uint8Array;
  readonly pressProfile: Uint8Array;
}

export async function createPictureEngine(files: EngineFiles): Promise<PictureEngine> {
  await initializeImageMagick(files.magickWasm);
  limitResources();
  const separation = await createSeparation(files.lcmsWasm, files.pressProfile);
  const tools = placeTools(separation);
  return {
    place: (bytes, placement, settings) => place(bytes, placement, settings, tools),
    inspectPage: (bytes) => inspectPage(bytes, separation),
    prepare: (bytes, placement, settings) =>
      guarded(() => prepare(bytes, placement, settings, separation), { broken: 'damaged' }),
    inspect: (bytes) => guarded(() => inspect(bytes), unreadable(bytes, 'damaged')),
    focus: async (bytes) => {
      const pixels = guarded(() => reducedPixels(bytes), undefined);
      return pixels && findFocus(pixels);
    },
  };
}

async function place(
  bytes: Uint8Array,
  placement: Placement,
  settings: PictureSettings,
  tools: PlaceTools,
): Promise<PagePreparation> {
  const placed = await placePage(bytes, placement, settings, tools);
  return 'refused' in placed ? placed : { pdf: placed.page, remarks: placed.remarks, ppi: placed.ppi };
}

async function inspectPage(bytes: Uint8Array, separation: Separation): Promise<PictureFacts> {
  const size = await pageSize(bytes);
  if (typeof size === 'string') return { format: 'pdf', width: 0, height: 0, refused: size };
  const pixels = (points: number) => Math.max(1, Math.round((points / 72) * pagePpi));
  const preview = await pagePreview(bytes, separation).catch(() => undefined);
  return { format: 'pdf', width: pixels(size.width), height: pixels(size.height), ...(preview ? { preview } : {}) };
}

/** A decoder that throws has met a damaged file. */
function guarded<T>(work: () => T, damaged: T): T {
  try {
    return work();
  } catch {
    return damaged;
  }
}

function prepare(bytes: Uint8Array, placement: Placement, settings: PictureSettings, separation: Separation): Preparation {
  const header = readHeader(bytes);
  if (typeof header === 'string') return { broken: header };
  const prepared = withImage(bytes, header, divisorFor(header, placement, settings), (image): Preparation => {
    if (header.format === 'jpeg' && image.colorSpace === ColorSpace.CMYK && !hasAdobeMarker(bytes)) image.negate();
    const upright = uprightSize(header, image);
    const plan = planPicture(upright.width, upright.height, placement, settings);
    fitToPlan(image, upright, plan);
    if (placement.shade) shadeImage(image, placement.shade);
    const { space, samples, remarks } = separate(image, settings, separation);
    return { picture: encode(samples, space, plan.width, plan.height), remarks };
  });
  return typeof prepared === 'string' ? { broken: prepared } : prepared;
}

function divisorFor({ format, stored, turned }: Header, placement: Placement, settings: PictureSettings): number {
  if (format !== 'jpeg') return 1;
  const [width, height] = turned ? [stored.height, stored.width] : [stored.width, stored.height];
  return jpegDivisor(planPicture(width, height, placement, settings));
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

/** Darkens the pixels; inks and L*a*b* are made red, green and blue first. Transparent pictures lie on white already. */
function shadeImage(image: IMagickImage, shade: NonNullable<Placement['shade']>): void {
  if (image.colorSpace === ColorSpace.CMYK || image.colorSpace === ColorSpace.Lab) image.colorSpace = ColorSpace.sRGB;
  const { width, height } = image;
  image.getPixels((pixels) => {
    for (let row = 0; row < height; row++) {
      const samples = pixels.getArea(0, row, width, 1);
      darkenRow(samples, shade, (row + 0.5) / height);
      pixels.setArea(0, row, width, 1, samples);
    }
  });
}

interface Separated {
  readonly space: PreparedImage['space'];
  readonly samples: Uint8Array;
  readonly remarks: readonly PictureRemark[];
}

function separate(image: IMagickImage, settings: PictureSettings, separation: Separation): Separated {
  if (image.colorSpace === ColorSpace.CMYK) return separateInks(samplesOf(image, 'CMYK'), settings, separation);
  if (image.colorSpace === ColorSpace.Lab && settings.colour) return separateLab(image, settings, separation);
  const isLab = image.colorSpace === ColorSpace.Lab;
  const profile = isLab ? undefined : image.getColorProfile()?.data;
  const isGrey = image.colorSpace === ColorSpace.Gray || image.colorSpace === ColorSpace.LinearGray;
  if (!isGrey && image.colorSpace !== ColorSpace.sRGB) image.colorSpace = ColorSpace.sRGB;
  const rgb = samplesOf(image, 'RGB');
  if (isGrey || isNeutral(rgb))
    return separateGrey(channel(rgb, 3, 1), isGrey ? profile : undefined, image, settings, separation);
  if (!settings.colour) {
    const { samples, profileRefused } = separation.toSrgb(rgb, profile);
    const grey = separateGrey(luminance(samples), undefined, image, settings, separation);
    return { ...grey, remarks: refusal(profileRefused) };
  }
  sharpen(rgb, image.width, image.height, 3, settings.sharpen);
  const { samples, profileRefused } = separation.fromRgb(rgb, profile);
  limitInk(samples, settings.inkLimit);
  return { space: 'cmyk', samples, remarks: refusal(profileRefused) };
}

const refusal = (profileRefused: boolean): readonly PictureRemark[] => (profileRefused ? ['profile-refused'] : []);

/** A client's inks keep their balance; only what the paper cannot carry is taken back. */
function separateInks(samples: Uint8Array, settings: PictureSettings, separation: Separation): Separated {
  if (!settings.colour) {
    const grey = separation.fromGrey(luminance(separation.seen(samples)), undefined);
    return { space: 'grey', samples: grey.samples, remarks: [] };
  }
  const limited = limitInk(samples, settings.inkLimit) > 0;
  return { space: 'cmyk', samples, remarks: limited ? ['ink-limited'] : [] };
}

function separateLab(image: IMagickImage, settings: PictureSettings, separation: Separation): Separated {
  const samples = separation.fromLab(samplesOf(image, 'RGB'));
  limitInk(samples, settings.inkLimit);
  return { space: 'cmyk', samples, remarks: [] };
}

function separateGrey(
  grey: Uint8Array,
  profile: Uint8Array | undefined,
  { width, height }: Size,
  settings: PictureSettings,
  separation: Separation,
): Separated {
  sharpen(grey, width, height, 1, settings.sharpen);
  const { samples, profileRefused } = separation.fromGrey(grey, profile);
  return { space: 'grey', samples, remarks: refusal(profileRefused) };
}

function samplesOf(image: IMagickImage, mapping: 'RGB' | 'RGBA' | 'CMYK'): Uint8Array {
  const samples = image.getPixels((pixels) => pixels.toByteArray(0, 0, image.width, image.height, mapping));
  if (!samples) throw new Error('no pixels');
  return samples;
}

/** The upright picture, small; undefined when it cannot be read. */
function reducedPixels(bytes: Uint8Array): Pixels | undefined {
  const header = readHeader(bytes);
  if (typeof header === 'string') return undefined;
  const shorter = Math.min(header.stored.width, header.stored.height);
  const divisor = Math.min(mostDivisor, Math.max(1, Math.floor(shorter / FOCUS_PIXELS)));
  const pixels = withImage(bytes, header, divisor, (image): Pixels => {
    image.colorSpace = ColorSpace.sRGB;
    const scale = FOCUS_PIXELS / Math.min(image.width, image.height);
    if (scale < 1) image.resize(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
    const { width, height } = image;
    return { width, height, data: new Uint8ClampedArray(samplesOf(image, 'RGBA')) };
  });
  return typeof pixels === 'string' ? undefined : pixels;
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
