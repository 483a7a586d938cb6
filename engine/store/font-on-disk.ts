/** A font file read where it is asked: of 15 megabytes a newspaper page needs some hundred kilobytes. */
import { fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from '../errors';
import type { FontBytes } from '../fonts';
import { errnoOf } from './file-errors';

/** The largest CJK fonts have 40 MB; collections of several weights 150 MB. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The file stays open as long as the process runs, as its face stays loaded. Throws InputError. */
export function fontOnDisk(path: string): FontBytes {
  try {
    const handle = openSync(path, 'r');
    const stat = fstatSync(handle);
    if (!stat.isFile() || stat.size > MOST_BYTES) throw new InputError('fonts.notFont', { file: path });
    return { size: stat.size, view: (offset, length) => readPart(handle, path, offset, length) };
  } catch (error) {
    throw unreadable(error, path);
  }
}

function readPart(handle: number, path: string, offset: number, length: number): DataView {
  const bytes = new Uint8Array(length);
  try {
    if (readSync(handle, bytes, 0, length, offset) < length) throw new RangeError('end of file');
  } catch (error) {
    throw unreadable(error, path);
  }
  return new DataView(bytes.buffer);
}

function unreadable(error: unknown, file: string): unknown {
  const reason = errnoOf(error);
  return reason === undefined ? error : new InputError('fonts.fileUnreadable', { file, reason }, { cause: error });
}
