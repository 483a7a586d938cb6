/** What stands beside the press files of an examination, for parts of their plates. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PlateIndex {
  /** Total ink from which the map is red, per cent. */
  readonly limit: number;
  /** Name of each page's file. */
  readonly files: Readonly<Record<number, string>>;
}

/** Name of the file. It is written before a part is asked for, and never changed. */
export const PLATE_INDEX = 'plates.json';

/** Reads the index of one examination once, however many parts are painted of it. */
export class PlateIndexes {
  private last: { readonly folder: string; readonly index: Promise<PlateIndex> } | undefined;

  /** Throws what reading the file throws; then the next question reads it again. */
  of(folder: string): Promise<PlateIndex> {
    if (this.last?.folder === folder) return this.last.index;
    const index = readFile(join(folder, PLATE_INDEX), 'utf8').then((text) => JSON.parse(text) as PlateIndex);
    const own = { folder, index };
    this.last = own;
    index.catch(() => {
      if (this.last === own) this.last = undefined;
    });
    return index;
  }
}
