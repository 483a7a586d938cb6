/** The program's faces: `fonts/manifest.json`. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../errors';
import type { FaceId } from '../fonts';
import { errnoOf } from './file-errors';

export interface FontEntry {
  /** File name in a fonts folder. */
  readonly file: string;
  /** Face of a collection (TTC), from 0. */
  readonly index: number;
  /** Faces to try for a character that this one lacks. */
  readonly fallback: readonly FaceId[];
  /** npm package that supplies the file, and the file's path in it. */
  readonly package?: string;
  readonly path?: string;
  /** Folder of a font of the user. */
  readonly folder?: string;
  /** Why a font of the user cannot be used. */
  readonly problem?: InputError;
}

/** Faces by id. Throws InputError `fonts.manifestMissing`, `fonts.fileUnreadable`, `fonts.manifest`. */
export function readFontManifest(file: string): ReadonlyMap<FaceId, FontEntry> {
  const { faces } = objectAt(file, parse(file, readText(file)), '$');
  const entries = Object.entries(objectAt(file, faces, 'faces'));
  return new Map(entries.map(([id, value]) => [id, entryAt(file, value, `faces.${id}`)]));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = errnoOf(error) ?? String(error);
    if (reason === 'ENOENT') throw new InputError('fonts.manifestMissing', { file }, { cause: error });
    throw new InputError('fonts.fileUnreadable', { file, reason }, { cause: error });
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrong(file, error instanceof Error ? error.message : 'JSON');
  }
}

function entryAt(file: string, value: unknown, place: string): FontEntry {
  const entry = objectAt(file, value, place);
  const name = textAt(file, entry.file, `${place}.file`);
  if (name !== basename(name)) throw wrong(file, `${place}.file: "${name}"`);
  const { index = 0, fallback = ['song-regular'] } = entry;
  if (typeof index !== 'number' || !Number.isInteger(index)) throw wrong(file, `${place}.index`);
  if (!Array.isArray(fallback)) throw wrong(file, `${place}.fallback`);
  return {
    file: name,
    index,
    fallback: fallback.map((id) => textAt(file, id, `${place}.fallback`)),
    ...(entry.package === undefined ? {} : { package: textAt(file, entry.package, `${place}.package`) }),
    ...(entry.path === undefined ? {} : { path: textAt(file, entry.path, `${place}.path`) }),
  };
}

function objectAt(file: string, value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(file, place);
  return value as Readonly<Record<string, unknown>>;
}

function textAt(file: string, value: unknown, place: string): string {
  if (typeof value !== 'string' || value === '') throw wrong(file, place);
  return value;
}

function wrong(file: string, place: string): InputError {
  return new InputError('fonts.manifest', { file, place });
}
