/** Pictures of pages in the calling thread: decodes what PDFs hold, shows inks as a screen does, codes JPEG. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import {
  ColorSpace,
  type IMagickImage,
  initializeImageMagick,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
  ResourceLimits,
} from '@imagemagick/magick-wasm';
import { cmsFLAGS_BLACKPOINTCOMPENSATION, INTENT_RELATIVE_COLORIMETRIC, instantiate, TYPE_CMYK_8, TYPE_RGB_8 } from 'lcms-wasm';
import { largest } from '../image-header';
import type { DecodeFormat, RawSamples } from '../raster/picture-samples';
import { readEngineFiles } from './picture-files';

export { inflate } from './inflate';

const jpegQuality = 86;
const chunkPixels = 1 << 18;
/** Small files of flat pages: more effort does not pay. */
const pngEffort = 4;

export interface ProofEngine {
  readonly decodeFormat: DecodeFormat;
  /** sRGB samples → CMYK samples of the press. */
  rgbToInks(rgb: Uint8Array): Uint8Array;
  /** CMYK samples → what the paper looks like, sRGB samples. */
  toScreen(cmyk: Uint8Array): Uint8Array;
  /** A baseline JPEG of RGB samples. */
  jpeg(rgb: Uint8Array, width: number, height: number): Uint8Array;
}

/** zlib compression of pictures for the screen. */
export const deflatePicture = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: pngEffort });

/** @param profile path of the press profile */
export async function createProofEngine(profile: string): Promise<ProofEngine> {
  const files = readEngineFiles(profile);
  await initializeImageMagick(files.magickWasm);
  ResourceLimits.width = BigInt(largest.side);
  ResourceLimits.height = BigInt(largest.side);
  ResourceLimits.area = BigInt(largest.pixels);
  return {
    decodeFormat,
    ...(await transforms(files.lcmsWasm, readFileSync(profile))),
    jpeg,
  };
}

const formats: Readonly<Record<string, MagickFormat>> = { DCTDecode: MagickFormat.Jpeg, JPXDecode: MagickFormat.Jp2 };

export const decodeFormat: DecodeFormat = ({ bytes, rest }, { width, height }, divisor = 1) => {
  const format = formats[rest];
  if (format === undefined || bytes.length > largest.bytes) return undefined;
  const image = MagickImage.create();
  try {
    const settings = new MagickReadSettings({ format });
    if (divisor > 1 && format === MagickFormat.Jpeg)
      settings.setDefine(format, 'size', `${Math.ceil(width / divisor)}x${Math.ceil(height / divisor)}`);
    image.read(bytes, settings);
    return samplesOf(image, rest === 'DCTDecode');
  } catch {
    return undefined;
  } finally {
    image.dispose();
  }
};

/** ImageMagick turns the inks of every CMYK JPEG about; a PDF means them as they are coded. */
function samplesOf(image: IMagickImage, isJpeg: boolean): RawSamples {
  const { width, height } = image;
  const pixels = (mapping: string) => image.getPixels((area) => area.toByteArray(0, 0, width, height, mapping));
  if (image.colorSpace === ColorSpace.CMYK) {
    const samples = pixels('CMYK')!;
    if (isJpeg) for (let i = 0; i < samples.length; i++) samples[i] = 255 - samples[i]!;
    return { width, height, channels: 4, samples };
  }
  const grey = image.colorSpace === ColorSpace.Gray || image.colorSpace === ColorSpace.LinearGray;
  return { width, height, channels: grey ? 1 : 3, samples: pixels(grey ? 'R' : 'RGB')! };
}

interface Transforms {
  readonly toScreen: ProofEngine['toScreen'];
  readonly rgbToInks: ProofEngine['rgbToInks'];
}

async function transforms(wasmBinary: Uint8Array, profile: Uint8Array): Promise<Transforms> {
  const lcms = await instantiate({ wasmBinary });
  const press = lcms.cmsOpenProfileFromMem(profile, profile.length);
  const srgb = lcms.cmsCreate_sRGBProfile();
  const flags = cmsFLAGS_BLACKPOINTCOMPENSATION;
  const screen = lcms.cmsCreateTransform(press, TYPE_CMYK_8, srgb, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, flags);
  const inks = lcms.cmsCreateTransform(srgb, TYPE_RGB_8, press, TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC, flags);
  const run = (transform: typeof screen, from: Uint8Array, channels: number, outputs: number): Uint8Array => {
    const pixels = from.length / channels;
    const out = new Uint8Array(outputs * pixels);
    for (let at = 0; at < pixels; at += chunkPixels) {
      const count = Math.min(chunkPixels, pixels - at);
      const part = lcms.cmsDoTransform(transform, from.subarray(channels * at, channels * (at + count)), count);
      out.set(part.subarray(0, outputs * count), outputs * at);
    }
    return out;
  };
  return { toScreen: (cmyk) => run(screen, cmyk, 4, 3), rgbToInks: (rgb) => run(inks, rgb, 3, 4) };
}

/** Pixels of three bytes as a JPEG. The picture engine must be ready. */
export function jpeg(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const image = MagickImage.create();
  try {
    image.read(rgb, new MagickReadSettings({ format: MagickFormat.Rgb, width, height, depth: 8 }));
    image.quality = jpegQuality;
    return image.write(MagickFormat.Jpeg, (data) => data.slice());
  } finally {
    image.dispose();
  }
}
