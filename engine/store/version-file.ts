/** The record of versions beside an issue's document: brought up to date whenever the document is saved. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../errors';
import type { Issue } from '../issue/types';
import { readVersions, versionRecords } from '../issue/version-records';
import { noteVersions, type Versions } from '../issue/versions';
import { contentHash } from './assets';
import { withFile } from './file-errors';
import { writeWhole } from './files';
import { readJsonFile } from './json-file';
import { ISSUE_FILE, VERSIONS_FILE } from './names';

const FORMAT = 'banxin-versions';
const MOST_BYTES = 64_000_000;

/** 16 hexadecimal figures of a text's SHA-256. */
export function shortHash(text: string): string {
  return contentHash(text).slice(0, 16);
}

/** The record in a folder; an empty one when it is missing, damaged or of another version: it is help, not content. */
export async function storedVersions(folder: string): Promise<Versions> {
  try {
    const value = (await readJsonFile(join(folder, VERSIONS_FILE), MOST_BYTES)) as {
      format?: unknown;
      version?: unknown;
      units?: unknown;
    };
    return value?.format === FORMAT && value.version === 1 ? readVersions(value.units, 'units') : new Map();
  } catch {
    return new Map();
  }
}

/** The record as it has to be for the document that stands on the disk. */
export async function currentVersions(folder: string, issue: Issue, base?: Versions): Promise<Versions> {
  const file = join(folder, ISSUE_FILE);
  const { mtimeMs } = await withFile(file, () => stat(file));
  return noteVersions(issue, base ?? (await storedVersions(folder)), Math.max(0, Math.floor(mtimeMs)), shortHash);
}

/**
 * Brings the record up to date with the document just saved. One that cannot be written fails nobody's saving: packages
 * then meet conflicts that the record would have spared.
 *
 * @param base the record before, where it is not the one in the folder
 */
export async function recordVersions(folder: string, issue: Issue, base?: Versions): Promise<void> {
  try {
    const stored = await storedVersions(folder);
    const noted = await currentVersions(folder, issue, base ?? stored);
    if (noted !== stored) await writeWhole(join(folder, VERSIONS_FILE), versionsText(noted));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

function versionsText(versions: Versions): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, units: versionRecords(versions) })}\n`;
}
