import { join } from 'node:path';
import { InputError } from '../engine/errors';
import { type FileOutcome, type Helpers, type Inspect, takeIn } from '../engine/intake';
import type { Issue } from '../engine/issue';
import type { Pictures } from '../engine/press/node/pictures';
import { expandFolders, programRoot } from '../engine/store';

/** Takes files, and the files in folders, into an issue; `takeIn` says more. Throws InputError when the folders hold none. */
export async function importFiles(
  folder: string,
  issue: Issue,
  paths: readonly string[],
  helpers: Omit<Helpers, 'inspect' | 'focus'>,
): Promise<readonly FileOutcome[]> {
  const files = await expandFolders(paths);
  if (files.length === 0) throw new InputError('shell.nothingToImport', { file: paths[0] ?? '' });
  const decoder = new Decoder();
  const { inspect, focus, close } = decoder;
  return takeIn(folder, issue, files, { ...helpers, inspect, focus }).finally(close);
}

/** The press's picture decoder, loaded and started by the first picture. */
export class Decoder {
  private pictures: Promise<Pictures> | undefined;

  readonly inspect: Inspect = async (bytes) => (await this.started()).inspect(bytes);

  readonly focus: Helpers['focus'] = async (bytes) => (await this.started()).focus(bytes);

  private started(): Promise<Pictures> {
    this.pictures ??= startPictures();
    return this.pictures;
  }

  readonly close = async (): Promise<void> => (await this.pictures)?.close();
}

async function startPictures(): Promise<Pictures> {
  const { createPictures } = await import('../engine/press/node/pictures');
  const { PRESS_PROFILE } = await import('../engine/press/node/picture-files');
  return createPictures(join(programRoot(), PRESS_PROFILE));
}
