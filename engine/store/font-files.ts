/** Finds and reads the font files that `fonts/manifest.json` names, each when it is first needed. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors';
import { createFontSet, type FaceId, type FontSet, type LoadedFont, readFont } from '../fonts';
import { errnoOf } from './file-errors';
import { type FontEntry, readFontManifest } from './font-manifest';

/** The faces of the program, with the user's own. */
export interface Fonts {
  readonly fonts: FontSet;
  readonly faces: readonly FaceId[];
  /** Faces to try, in order, for a character that a face lacks. */
  readonly fallbacks: Readonly<Record<FaceId, readonly FaceId[]>>;
  /** The file of a face. Throws InputError when there is no such face, or its file is missing, damaged or may not be embedded. */
  file(id: FaceId): LoadedFont;
  /** Where the file of a face stands. Throws InputError when there is no such face or file. */
  pathOf(id: FaceId): string;
}

/** Fonts prepared by `prepare-fonts` in a checkout. */
export const PREPARED = join('.cache', 'fonts');
/** The largest CJK fonts have 40 MB; collections of several weights 150 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * @param root the program's folder
 * @param own a folder with the user's own faces and their `manifest.json`, which add to the program's or replace them
 */
export function openFonts(root: string, own: string | undefined = process.env.BANXIN_FONTS): Fonts {
  const entries = new Map(readFontManifest(join(root, 'fonts', 'manifest.json')));
  if (own) for (const [id, entry] of readFontManifest(join(own, 'manifest.json'))) entries.set(id, { ...entry, folder: own });
  const files = new Map<FaceId, LoadedFont>();

  function file(id: FaceId): LoadedFont {
    const loaded = files.get(id) ?? load(root, id, entries);
    files.set(id, loaded);
    return loaded;
  }

  const fallbacks = Object.fromEntries([...entries].map(([id, entry]) => [id, entry.fallback]));
  const pathOf = (id: FaceId): string => find(root, id, entries).path;
  return { fonts: createFontSet((id) => file(id).metrics, fallbacks), faces: [...entries.keys()], fallbacks, file, pathOf };
}

function load(root: string, id: FaceId, entries: ReadonlyMap<FaceId, FontEntry>): LoadedFont {
  const { path, index } = find(root, id, entries);
  return readFont(id, readBytes(path), index, path);
}

function find(root: string, id: FaceId, entries: ReadonlyMap<FaceId, FontEntry>): { path: string; index: number } {
  const entry = entries.get(id);
  if (!entry) throw new InputError('fonts.unknownFace', { face: id, known: [...entries.keys()].join(' ') });
  const places = placesOf(root, entry);
  const path = places.find((place) => existsSync(place));
  if (path === undefined) throw new InputError('fonts.fileMissing', { face: id, file: places[0]! });
  return { path, index: entry.index };
}

/** A packed program has every font in fonts/; a checkout has them in the npm packages too, some only after preparation. */
function placesOf(root: string, entry: FontEntry): string[] {
  if (entry.folder !== undefined) return [join(entry.folder, entry.file)];
  const places = [join(root, 'fonts', entry.file)];
  if (entry.package !== undefined && entry.path !== undefined) {
    const prepared = entry.path.endsWith('.woff');
    places.unshift(prepared ? join(root, PREPARED, entry.file) : join(root, 'node_modules', entry.package, entry.path));
  }
  return places;
}

function readBytes(path: string): Uint8Array {
  try {
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > MAX_BYTES) throw new InputError('fonts.notFont', { file: path });
    return readFileSync(path);
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === undefined ? error : new InputError('fonts.fileUnreadable', { file: path, reason }, { cause: error });
  }
}
