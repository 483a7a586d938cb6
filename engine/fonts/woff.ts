/** WOFF 1.0: the tables of a font, each deflated. Web packages ship fonts this way; the engine reads the font inside. */
import { InputError } from '../errors';
import { tagAt, viewOf, writeSfnt } from './sfnt';

const SIGNATURE = 0x774f4646; // wOFF
/** The largest CJK fonts have 40 MB. */
const MAX_SFNT = 256 * 1024 * 1024;

/** Size of the font inside as the header states it, undefined when this is no WOFF file. Needs the first 44 bytes. */
export function woffSize(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes);
  return bytes.length >= 44 && view.getUint32(0) === SIGNATURE ? view.getUint32(16) : undefined;
}

/**
 * Unwraps a WOFF file.
 *
 * @param inflate zlib decompression that stops with an error when more than `limit` bytes come out
 * @throws InputError `fonts.notFont`, `fonts.damaged`
 */
export function woffToSfnt(
  bytes: Uint8Array,
  inflate: (data: Uint8Array, limit: number) => Uint8Array,
  file: string,
): Uint8Array {
  const size = woffSize(bytes);
  if (size === undefined || size > MAX_SFNT) throw new InputError('fonts.notFont', { file });
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  let total = 0;
  try {
    for (let i = 0, entry = 44; i < view.getUint16(12); i++, entry += 20) {
      const offset = view.getUint32(entry + 4);
      const packed = bytes.subarray(offset, offset + view.getUint32(entry + 8));
      const length = view.getUint32(entry + 12);
      total += length;
      if (total > size) throw new RangeError('WOFF: sizes');
      const table = packed.length < length ? inflate(packed, length) : packed;
      if (table.length !== length) throw new RangeError(`WOFF: ${tagAt(view, entry)}`);
      tables.set(tagAt(view, entry), table);
    }
    return writeSfnt(tables);
  } catch (error) {
    throw new InputError('fonts.damaged', { file, place: error instanceof Error ? error.message : 'WOFF' }, { cause: error });
  }
}
