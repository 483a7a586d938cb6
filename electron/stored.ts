/** Small JSON files of the program in the user's profile. A damaged one counts as absent. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reader } from '../engine/issue/reading';
import { writeWhole } from '../engine/store';

const MOST_BYTES = 64 * 1024;

export class Stored<T> {
  private current: T;

  constructor(
    private readonly file: string,
    read: Reader<T>,
    absent: T,
  ) {
    this.current = readStored(file, read) ?? absent;
  }

  get value(): T {
    return this.current;
  }

  async put(value: T): Promise<void> {
    this.current = value;
    mkdirSync(dirname(this.file), { recursive: true });
    await writeWhole(this.file, `${JSON.stringify(value, null, 2)}\n`);
  }
}

function readStored<T>(file: string, read: Reader<T>): T | undefined {
  try {
    return statSync(file).size > MOST_BYTES ? undefined : read(JSON.parse(readFileSync(file, 'utf8')), '');
  } catch {
    return undefined;
  }
}
