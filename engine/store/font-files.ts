/** Finds and reads the font files that `fonts/manifest.json` names, each when it is first needed. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../errors';
import {
  createFontSet,
  extractFace,
  type FaceId,
  type FontSet,
  isCollection,
  type LoadedFont,
  type OutlineSink,
  readFont,
  readOwnFont,
} from '../fonts';
import { errnoOf } from './file-errors';
import { type FontEntry, readFontManifest } from './font-manifest';
import { fontOnDisk } from './font-on-disk';
import { findOwnFaces, type OwnFace, ownFontsFolder } from './own-fonts';

/** The faces of the program, with the user's own. */
export interface Fonts {
  readonly fonts: FontSet;
  readonly faces: readonly FaceId[];
  /** Faces to try, in order, for a character that a face lacks. */
  readonly fallbacks: Readonly<Record<FaceId, readonly FaceId[]>>;
  /** The file of a face. Throws InputError when there is no such face, or its file is missing, damaged or may not be embedded. */
  file(id: FaceId): LoadedFont;
  /** A face as a font file of its own, also where it stands in a collection. Throws InputError when there is no such face or file. */
  bytesOf(id: FaceId): Uint8Array<ArrayBuffer>;
  /** The user's faces, with those that cannot be used. */
  readonly own: readonly OwnFace[];
}

/** Fonts prepared by `prepare-fonts` in a checkout. */
export const PREPARED = join('.cache', 'fonts');
/** The largest CJK fonts have 40 MB; collections of several weights 150 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * @param root the program's folder
 * @param own the folder with the user's fonts; empty for none
 */
export function openFonts(root: string, own: string = ownFontsFolder()): Fonts {
  const entries = new Map(readFontManifest(join(root, 'fonts', 'manifest.json')));
  const ownFaces = own === '' ? [] : findOwnFaces(own, entries.keys());
  for (const face of ownFaces) entries.set(face.id, entryOf(face));
  const usable = [...entries].filter(([, { problem }]) => !problem).map(([id]) => id);
  const files = new Map<FaceId, LoadedFont>();

  function file(id: FaceId): LoadedFont {
    const loaded = files.get(id) ?? load(root, id, entries);
    files.set(id, loaded);
    return loaded;
  }

  function bytesOf(id: FaceId): Uint8Array<ArrayBuffer> {
    const { path, index } = find(root, id, entries);
    const bytes = readBytes(path);
    return index === 0 && !isCollection(bytes) ? bytes : extractFace(bytes, index, path);
  }

  const fallbacks = Object.fromEntries([...entries].map(([id, entry]) => [id, entry.fallback]));
  return { fonts: createFontSet((id) => file(id).metrics, fallbacks), faces: usable, fallbacks, file, bytesOf, own: ownFaces };
}

/** Characters that a face of the user lacks come from Song when it is used by itself. */
function entryOf({ file, index, problem }: OwnFace): FontEntry {
  return { file: basename(file), folder: dirname(file), index, fallback: ['song-regular'], ...(problem ? { problem } : {}) };
}

function load(root: string, id: FaceId, entries: ReadonlyMap<FaceId, FontEntry>): LoadedFont {
  const { path, index } = find(root, id, entries);
  if (entries.get(id)?.folder === undefined) return readFont(id, fontOnDisk(path), index, path);
  return checked(readOwnFont(id, fontOnDisk(path), index, path));
}

/** A font of the user: outlines are drawn before they go into a file, so that damage is told of and not printed. */
function checked(font: LoadedFont): LoadedFont {
  return {
    ...font,
    subset(glyphs) {
      const all = [...glyphs];
      for (const glyph of all) font.outline(glyph, NOWHERE);
      return font.subset(all);
    },
  };
}

const NOWHERE: OutlineSink = { moveTo() {}, lineTo() {}, quadTo() {}, cubicTo() {}, close() {} };

function usable(entries: ReadonlyMap<FaceId, FontEntry>): FaceId[] {
  return [...entries].flatMap(([id, { problem }]) => (problem ? [] : [id]));
}

function find(root: string, id: FaceId, entries: ReadonlyMap<FaceId, FontEntry>): { path: string; index: number } {
  const entry = entries.get(id);
  if (!entry) throw new InputError('fonts.unknownFace', { face: id, known: usable(entries).join(' ') });
  if (entry.problem) throw entry.problem;
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

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > MAX_BYTES) throw new InputError('fonts.notFont', { file: path });
    return readFileSync(path);
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === undefined ? error : new InputError('fonts.fileUnreadable', { file: path, reason }, { cause: error });
  }
}
