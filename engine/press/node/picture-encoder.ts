/** Samples for the press → JPEG. */
import { MagickFormat, MagickImage, MagickReadSettings } from '@imagemagick/magick-wasm';
import type { PreparedImage } from '../types';

/** Ringing of the coder stays within the ink that a press accepts. */
const jpegQuality = 92;

/** The coder stores CMYK inverted with an Adobe marker, whatever it came from. */
export function encode(samples: Uint8Array, space: PreparedImage['space'], width: number, height: number): PreparedImage {
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
