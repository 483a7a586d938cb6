/**
 * A folder beside the place of delivery where files wait until all of them are there. A process that is told to end
 * takes it away, so that a cancelled job leaves nothing.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { InputError } from '../../errors';
import { exists, makeFolder, randomName, writeWhole } from '../../store';
import { withFile } from '../../store/file-errors';
import { atEnd, beyondCancelling } from './ending';

const prefix = '.banxin-press-';

export interface Stage {
  /** The stage itself; what stands in it at the same place as in the folder of delivery can be delivered. */
  readonly folder: string;
  /** Writes what is to become `file`. Throws InputError, which names `file` and not the place where it waits. */
  write(file: string, content: Uint8Array | string): Promise<void>;
  /**
   * Moves drafts to their places at one go, which no signal interrupts; from then on none is heard. Throws InputError `store.exists` when a file has
   * come there and is not to be replaced.
   */
  deliver(files: readonly string[], replace: boolean): Promise<void>;
  /** Takes the stage away, and the folder of delivery too when this job made it and nothing was delivered. */
  close(): Promise<void>;
}

/**
 * Makes `output` where it is missing. Throws InputError when that cannot be.
 *
 * @param isOnTheWay the files are not what was asked for, but needed for it: a signal that comes behind their delivery ends the process
 */
export async function openStage(output: string, isOnTheWay = false): Promise<Stage> {
  const made = topmostMissing(output);
  const folder = join(output, `${prefix}${randomName()}`);
  let delivered = false;
  const unwanted = () => (made !== undefined && !delivered ? [folder, made] : [folder]);
  // Watched before anything is made: a signal may come between any two steps.
  const unwatch = atEnd(() => unwanted().forEach((each) => void rmSync(each, { recursive: true, force: true })));
  try {
    await naming(output, () => makeFolder(folder));
  } catch (error) {
    unwatch();
    throw error;
  }
  const placeOf = (file: string) => join(folder, relative(output, file));
  return {
    folder,
    write: (file, content) =>
      naming(file, async () => {
        await makeFolder(dirname(placeOf(file)));
        await writeWhole(placeOf(file), content);
      }),
    async deliver(files, replace) {
      for (const file of replace ? [] : files) if (await exists(file)) throw new InputError('store.exists', { file });
      await withFile(output, async () => {
        for (const file of files) {
          mkdirSync(dirname(file), { recursive: true });
          renameSync(placeOf(file), file);
        }
        delivered = true;
        if (!isOnTheWay) beyondCancelling();
      });
    },
    async close() {
      unwatch();
      for (const each of unwanted()) await rm(each, { recursive: true, force: true });
    },
  };
}

/** A fault of a file in the stage is told of the place that it was for: nobody knows the stage. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError && 'file' in error.params)
      throw new InputError(error.code, { ...error.params, file }, { cause: error });
    throw error;
  }
}

/** The highest of a folder and those above it that is not there. */
function topmostMissing(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  return topmostMissing(dirname(folder)) ?? folder;
}
