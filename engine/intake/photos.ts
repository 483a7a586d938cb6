import { InputError } from '../errors';
import type { Photo } from '../issue/types';
import { readPictureName } from '../manuscript';
import { isTooLarge, largest, type PictureFormat } from '../press/image-header';
import { basename } from './paths';
import { type HeaderFault, type HeaderFormat, type PictureHeader, readPictureHeader } from './picture-header';
import { readPictureWords } from './picture-words';

/** Extension of an asset. */
export const EXTENSIONS: Readonly<Record<PictureFormat, string>> = {
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  bmp: 'bmp',
  tiff: 'tif',
  webp: 'webp',
  heic: 'heic',
  avif: 'avif',
};

/** What decoding tells. `refused` and `preview`, a JPEG for the screen, are those of a PDF page. */
export interface Inspected extends PictureHeader {
  readonly broken?: string;
  readonly refused?: string;
  readonly preview?: Uint8Array;
}

/** Decodes a picture whose header is not read here. */
export type Inspect = (bytes: Uint8Array) => Promise<Inspected>;

/** A photograph before it has its place in the issue. */
export type PhotoFacts = Omit<Photo, 'id' | 'asset'>;

/** The photograph in a file, with the caption and the credit written into it. Throws InputError when it is cut off, damaged or too large. */
export async function photoFrom(bytes: Uint8Array, format: PictureFormat, path: string, inspect: Inspect): Promise<PhotoFacts> {
  const header = hasReadableHeader(format) ? readPictureHeader(bytes, format) : await decoded(bytes, inspect);
  if (header === 'damaged' || header === 'truncated') throw new InputError(`intake.${header}`, { file: path });
  if (header === 'too-large' || isTooLarge(header))
    throw new InputError('intake.pictureTooLarge', { file: path, most: largest.pixels / 1e6 });
  const { width, height } = header;
  const file = basename(path);
  const words = readPictureWords(bytes);
  const credit = readPictureName(file).credit || words.credit;
  const taken = words.taken === '' ? {} : { taken: words.taken };
  return { file, width, height, caption: words.caption, credit, ...taken, focus: { x: 0.5, y: 0.5 } };
}

function hasReadableHeader(format: PictureFormat): format is HeaderFormat {
  return format === 'jpeg' || format === 'png' || format === 'webp';
}

async function decoded(bytes: Uint8Array, inspect: Inspect): Promise<PictureHeader | HeaderFault | 'too-large'> {
  const facts = await inspect(bytes);
  if (facts.broken === undefined || facts.broken === 'truncated' || facts.broken === 'too-large') return facts.broken ?? facts;
  return 'damaged';
}
