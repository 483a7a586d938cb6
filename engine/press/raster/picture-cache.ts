/** Pictures of a page, decoded once. */
import type { SampledPicture } from '../inspect/page-sink';
import { type DecodeFormat, type PicturePlanes, planesOf } from './picture-planes';

/** Bytes of planes that are kept; a page has few pictures, some of which are placed again and again. */
const mostBytes = 256 << 20;

export class PictureCache {
  private readonly pictures = new Map<object, PicturePlanes | undefined>();
  private bytes = 0;

  constructor(readonly decodeFormat: DecodeFormat) {}

  /** Undefined when the samples cannot be told. */
  planesOf(picture: SampledPicture): PicturePlanes | undefined {
    if (this.pictures.has(picture.key)) return this.pictures.get(picture.key);
    const planes = planesOf(picture, this.decodeFormat);
    this.bytes += planes ? planes.width * planes.height * (planes.planes.length + (planes.alpha ? 1 : 0)) : 0;
    if (this.bytes > mostBytes) {
      this.pictures.clear();
      this.bytes = 0;
    }
    this.pictures.set(picture.key, planes);
    return planes;
  }
}
