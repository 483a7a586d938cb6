/** A ZIP whose bytes depend on nothing but its content and a date. */
import type { Zippable } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is compressed already only gets larger. */
const packed = /\.(?:pdf|jpe?g|png|zip)$/i;
const effort = 6;

/**
 * The packer is loaded with the first archive: its tables take longer to make than a page without one may wait.
 *
 * @param date ISO; its day is every file's time stamp (ZIP keeps local time without a zone)
 * @param stays tells the entries that are not to be compressed
 */
export async function zipped(
  entries: readonly ZipEntry[],
  date: string,
  stays: (name: string) => boolean = (name) => packed.test(name),
): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  // ZIP begins in 1980 and ends in 2099.
  const mtime = new Date(Math.min(2099, Math.max(1980, year!)), month! - 1, day);
  const tree: Zippable = {};
  for (const { name, bytes } of entries) tree[name] = [bytes, { level: stays(name) ? 0 : effort, mtime }];
  return zipSync(tree);
}
