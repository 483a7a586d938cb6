/** What placing a page needs of the machine, by ImageMagick, LittleCMS and zlib. */
import { deflateSync } from 'node:zlib';
import { luminance } from '../ink';
import type { PlaceTools } from '../placed/types';
import { inflate } from './inflate';
import { encode } from './picture-encoder';
import { decodeFormat } from './proof-engine';
import type { Separation } from './separation';

/** The tools of one worker; `separation` turns RGB into process inks. */
export function placeTools(separation: Separation): PlaceTools {
  return {
    inflate,
    deflate: (bytes) => deflateSync(bytes),
    decodeFormat,
    rgbToInks: (rgb, profile) => separation.fromRgb(rgb, profile).samples,
    labToInks: separation.fromLab,
    inksToGrey: (inks) => separation.fromGrey(luminance(separation.seen(inks)), undefined).samples,
    encodeInks: (inks, width, height) => encode(inks, 'cmyk', width, height).jpeg,
  };
}
