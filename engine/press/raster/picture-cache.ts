/** Pictures of a page, decoded once. */
import type { SampledPicture } from '../inspect/page-sink';
import { type PicturePlanes, planesOf } from './picture-planes';
import type { DecodeFormat, Reduction } from './picture-samples';

/** Bytes of planes that are kept; a page has few pictures, some of which are placed again and again. */
const mostBytes = 256 << 20;

export class PictureCache {
  private readonly pictures = new Map<object, { readonly by: Reduction; readonly planes: PicturePlanes | undefined }>();
  private bytes = 0;

  constructor(readonly decodeFormat: DecodeFormat) {}

  /** Undefined when the samples cannot be told. The same picture in another size is read again. */
  planesOf(picture: SampledPicture, by: Reduction): PicturePlanes | undefined {
    const known = this.pictures.get(picture.key);
    if (known && known.by.x === by.x && known.by.y === by.y) return known.planes;
    const planes = planesOf(picture, this.decodeFormat, by);
    this.bytes += planes ? planes.width * planes.height * (planes.planes.length + (planes.alpha ? 1 : 0)) : 0;
    if (this.bytes > mostBytes) {
      this.pictures.clear();
      this.bytes = 0;
    }
    this.pictures.set(picture.key, { by, planes });
    return planes;
  }
}
