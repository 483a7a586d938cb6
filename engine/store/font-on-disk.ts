/** A font file read block by block where it is asked: of 15 megabytes a line in a masthead needs some hundred kilobytes. */
import { fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from '../errors';
import type { FontBytes } from '../fonts';
import { errnoOf } from './file-errors';

/** The largest CJK fonts have 40 MB; collections of several weights 150 MB. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Bytes read at once and kept: a glyph has some four hundred, and every page asks for much the same ones. */
const BLOCK = 32 * 1024;

/** The file stays open as long as the process runs, as its face stays loaded. Throws InputError. */
export function fontOnDisk(path: string): FontBytes {
  try {
    const handle = openSync(path, 'r');
    const stat = fstatSync(handle);
    if (!stat.isFile() || stat.size > MOST_BYTES) throw new InputError('fonts.notFont', { file: path });
    const blocks = new Map<number, Uint8Array<ArrayBuffer>>();
    const blockAt = (index: number): Uint8Array<ArrayBuffer> => {
      const start = index * BLOCK;
      const block = blocks.get(index) ?? readPart(handle, path, start, Math.min(BLOCK, stat.size - start));
      blocks.set(index, block);
      return block;
    };
    // What is only copied is not asked for again: its blocks take turns in one piece of memory.
    const passing = new Uint8Array(BLOCK);
    let passingIndex = -1;
    const passingAt = (index: number): Uint8Array => {
      if (index === passingIndex) return passing;
      const start = index * BLOCK;
      passingIndex = -1;
      readInto(handle, path, start, passing, 0, Math.min(BLOCK, stat.size - start));
      passingIndex = index;
      return passing;
    };
    return {
      size: stat.size,
      view(offset, length) {
        const index = Math.floor(offset / BLOCK);
        const start = offset - index * BLOCK;
        if (offset + length > stat.size) throw new RangeError('end of file');
        if (start + length > BLOCK || length === 0) return viewOf(readPart(handle, path, offset, length));
        return new DataView(blockAt(index).buffer, start, length);
      },
      copy(offset, length, into, at) {
        const index = Math.floor(offset / BLOCK);
        const start = offset - index * BLOCK;
        if (offset + length > stat.size) throw new RangeError('end of file');
        if (start + length > BLOCK) readInto(handle, path, offset, into, at, length);
        else if (length > 0) into.set((blocks.get(index) ?? passingAt(index)).subarray(start, start + length), at);
      },
    };
  } catch (error) {
    throw unreadable(error, path);
  }
}

const viewOf = ({ buffer }: Uint8Array<ArrayBuffer>): DataView => new DataView(buffer);

function readPart(handle: number, path: string, offset: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  readInto(handle, path, offset, bytes, 0, length);
  return bytes;
}

function readInto(handle: number, path: string, offset: number, into: Uint8Array, at: number, length: number): void {
  try {
    if (readSync(handle, into, at, length, offset) < length) throw new RangeError('end of file');
  } catch (error) {
    throw unreadable(error, path);
  }
}

function unreadable(error: unknown, file: string): unknown {
  const reason = errnoOf(error);
  return reason === undefined ? error : new InputError('fonts.fileUnreadable', { file, reason }, { cause: error });
}
