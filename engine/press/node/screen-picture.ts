/** A photograph as a web page shows it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  ColorSpace,
  initializeImageMagick,
  MagickFormat,
  MagickGeometry,
  MagickImage,
  ResourceLimits,
} from '@imagemagick/magick-wasm';
import { largest } from '../image-header';
import { builtFile } from './picture-files';

/** Pixels of the longer side that a screen has use for. */
const longestSide = 1600;
const jpegQuality = 86;

let ready: Promise<void> | undefined;

/**
 * A JPEG, upright, in sRGB, without what cameras note besides (where and when it was taken). Undefined for what cannot be
 * read.
 */
export async function screenPicture(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  ready ??= start();
  await ready;
  const image = MagickImage.create();
  try {
    image.read(bytes);
    image.autoOrient();
    if (image.colorSpace !== ColorSpace.sRGB && image.colorSpace !== ColorSpace.Gray) image.colorSpace = ColorSpace.sRGB;
    const size = new MagickGeometry(longestSide, longestSide);
    size.greater = true;
    image.resize(size);
    image.strip();
    image.quality = jpegQuality;
    return image.write(MagickFormat.Jpeg, (data) => data.slice());
  } catch {
    return undefined;
  } finally {
    image.dispose();
  }
}

async function start(): Promise<void> {
  const file = builtFile('magick.wasm') ?? createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm');
  await initializeImageMagick(readFileSync(file));
  ResourceLimits.width = BigInt(largest.side);
  ResourceLimits.height = BigInt(largest.side);
  ResourceLimits.area = BigInt(largest.pixels);
}
