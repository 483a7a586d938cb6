import { inflateSync, constants as zlib } from 'node:zlib';
import type { Inflate } from '../inspect/filters';

/** zlib decompression as `Inflate` wants it. */
export const inflate: Inflate = (bytes, most) => {
  try {
    return inflateSync(bytes, { maxOutputLength: most, finishFlush: zlib.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array();
  }
};
