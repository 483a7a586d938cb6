/** The user's own fonts: TTF, OTF and TTC files in a folder, each face under its PostScript name. */
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors';
import { describeFace, type FaceId, type FontBytes, facesIn } from '../fonts';
import { errnoOf } from './file-errors';
import { userDataFolder } from './user-data';

export interface OwnFace {
  readonly id: FaceId;
  /** Name as its maker writes it, `方正报宋_GBK`; the file's name when it has none. */
  readonly name: string;
  readonly file: string;
  /** Face of a collection (TTC), from 0. */
  readonly index: number;
  /** Why it cannot be used. */
  readonly problem?: InputError;
}

const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i;
/** A folder with more is a system's font folder and not a paper's. */
const MOST_FILES = 500;
/** A directory of tables, or one of the small tables. */
const MOST_READ = 4 * 1024 * 1024;

/** Where the user puts his fonts: `BANXIN_FONTS`, or a folder where the system keeps a user's data. */
export function ownFontsFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.BANXIN_FONTS) return env.BANXIN_FONTS;
  return join(userDataFolder(env, platform), 'fonts');
}

/**
 * Faces in the folder, by file name; those that cannot be used with the reason. A folder that is not there holds none.
 * Reads a few kilobytes of each file. Throws InputError `fonts.fileUnreadable` when the folder cannot be read.
 *
 * @param known ids that other faces have
 */
export function findOwnFaces(folder: string, known: Iterable<FaceId>): OwnFace[] {
  const faces = fontFiles(folder).flatMap(facesOf);
  const taken = new Set(known);
  return faces.map((face) => {
    const id = free(face.id, taken);
    taken.add(id);
    return { ...face, id };
  });
}

/** Faces of one file. */
function facesOf(file: string): OwnFace[] {
  const stem = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  try {
    return withFile(file, (bytes) =>
      Array.from({ length: facesIn(bytes, file) }, (_, index) => faceAt(bytes, index, file, stem)),
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [{ id: idFrom(stem), name: stem, file, index: 0, problem: error }];
  }
}

function faceAt(bytes: FontBytes, index: number, file: string, stem: string): OwnFace {
  try {
    const { postScriptName, fullName } = describeFace(bytes, index, file);
    return { id: idFrom(postScriptName ?? stem), name: fullName ?? stem, file, index };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { id: idFrom(stem), name: stem, file, index, problem: error };
  }
}

function fontFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => FONT_FILE.test(name) && !name.startsWith('.'));
    return names
      .sort()
      .slice(0, MOST_FILES)
      .map((name) => join(folder, name));
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'ENOENT') return [];
    throw reason === undefined ? error : new InputError('fonts.fileUnreadable', { file: folder, reason }, { cause: error });
  }
}

function withFile<T>(file: string, work: (bytes: FontBytes) => T): T {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new InputError('fonts.notFont', { file });
    return work(onDisk(handle, stat.size));
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === undefined ? error : new InputError('fonts.fileUnreadable', { file, reason }, { cause: error });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function onDisk(handle: number, size: number): FontBytes {
  return {
    size,
    view(offset, length) {
      if (offset + length > size || length > MOST_READ) throw new RangeError('end of file');
      const bytes = new Uint8Array(length);
      if (readSync(handle, bytes, 0, length, offset) < length) throw new RangeError('end of file');
      return new DataView(bytes.buffer);
    },
    copy(offset, length, into, at) {
      if (offset + length > size || readSync(handle, into, at, length, offset) < length) throw new RangeError('end of file');
    },
  };
}

/** Ids stand in issue files and addresses: letters, figures, dots and dashes of ASCII. */
function idFrom(name: string): FaceId {
  const plain = name.replace(/[^\w.-]/g, (character) => character.codePointAt(0)!.toString(16)).replace(/^[^A-Za-z0-9]+/, '');
  return plain.slice(0, 60) || 'font';
}

function free(id: FaceId, taken: ReadonlySet<FaceId>): FaceId {
  for (let n = 2, candidate = id; ; n++) {
    if (!taken.has(candidate)) return candidate;
    candidate = `${id}-${n}`;
  }
}
