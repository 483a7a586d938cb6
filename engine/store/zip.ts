/** ZIP archives of strangers: their members one after the other, within bounds. */
import type { Entry, ZipFile } from 'yauzl';
import { InputError } from '../errors';
import { fileError } from './file-errors';

export interface ZipMember {
  /** Path in the archive with `/` between folders, decoded. */
  readonly name: string;
  /** Bytes when unpacked. */
  readonly size: number;
  /** Unpacks it. Throws InputError `store.zipDamaged`, `store.zipLocked`. */
  read(): Promise<Uint8Array>;
}

/** Far more than a correspondent sends, little enough to be unpacked in seconds. */
const MOST = { members: 5_000, bytes: 2_000_000_000, member: 200_000_000 };
/** General purpose bit 11: the name is UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAME = 0x800;
/** Folders' own entries, and what systems and writing programs leave behind. */
const CLUTTER = /\/$|(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** An open archive; its members can be read until it is closed. */
export interface Zip {
  /** In the archive's own order; folders and the systems' own files are left out. */
  readonly members: readonly ZipMember[];
  /** Entries that are not among them. */
  readonly leftOut: number;
  /** Bytes of the archive itself. */
  readonly size: number;
  close(): void;
}

/**
 * Opens an archive: `source` is its path or its bytes, `file` names it in errors.
 * Throws InputError `store.zipDamaged`, `store.zipTooLarge`.
 */
export async function openZip(source: string | Uint8Array, file: string): Promise<Zip> {
  const zip = await orDamaged(file, () => opened(source));
  try {
    if (zip.entryCount > MOST.members) throw new InputError('store.zipTooLarge', { file });
    const members = await membersOf(zip, file);
    return { members, leftOut: zip.entryCount - members.length, size: zip.fileSize, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function membersOf(zip: ZipFile, file: string): Promise<ZipMember[]> {
  const members: ZipMember[] = [];
  let total = 0;
  await orDamaged(file, async () => {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (CLUTTER.test(name)) continue;
      total += entry.uncompressedSize;
      if (total > MOST.bytes || entry.uncompressedSize > MOST.member) throw new InputError('store.zipTooLarge', { file });
      members.push({ name, size: entry.uncompressedSize, read: () => unpacked(zip, entry, `${file}/${name}`) });
    }
  });
  return members;
}

const OPTIONS = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;

/** The reader is loaded with the first archive. */
async function opened(source: string | Uint8Array): Promise<ZipFile> {
  const { fromBufferPromise, openPromise } = await import('yauzl');
  if (typeof source === 'string') return openPromise(source, OPTIONS);
  return fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), OPTIONS);
}

async function unpacked(zip: ZipFile, entry: Entry, file: string): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new InputError('store.zipLocked', { file });
  return orDamaged(file, async () => {
    const bytes = new Uint8Array(entry.uncompressedSize);
    let filled = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
      bytes.set(chunk, filled);
      filled += chunk.length;
    }
    return bytes;
  });
}

/** The name that the archive states as UTF-8; otherwise strict UTF-8, as macOS writes it unstated; otherwise GBK, as Windows does. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  return decoded(fileNameRaw, (generalPurposeBitFlag & UTF8_NAME) !== 0).replaceAll('\\', '/');
}

function decoded(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What yauzl says of an archive that contradicts itself; failures of the system pass. */
async function orDamaged<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fileError(file, error) === error
      ? new InputError('store.zipDamaged', { file }, { cause: error })
      : fileError(file, error);
  }
}
