/** Fonts that npm packages ship as WOFF, unwrapped into a cache: the engine reads plain fonts. */
import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { InputError } from '../errors';
import { woffSize, woffToSfnt } from '../fonts';
import { errnoOf } from './file-errors';
import { PREPARED } from './font-files';
import { readFontManifest } from './font-manifest';

/** Does nothing for a font that is there already. Throws InputError. */
export function prepareFonts(root: string): void {
  for (const [face, entry] of readFontManifest(join(root, 'fonts', 'manifest.json'))) {
    if (entry.package === undefined || !entry.path?.endsWith('.woff')) continue;
    prepare(face, join(root, 'node_modules', entry.package, entry.path), join(root, PREPARED, entry.file));
  }
}

/** The size that the WOFF file states tells whether the cached font is the one inside, whole. */
function prepare(face: string, source: string, target: string): void {
  const size = onFile(face, source, () => woffSize(readStart(source)));
  if (size === undefined) throw new InputError('fonts.notFont', { file: source });
  if (sizeOf(target) === size) return;
  const font = onFile(face, source, () => woffToSfnt(readFileSync(source), inflate, source));
  onFile(face, target, () => writeAtOnce(target, font));
}

const inflate = (data: Uint8Array, limit: number): Uint8Array => inflateSync(data, { maxOutputLength: limit });

const WOFF_HEADER = 44;

function readStart(file: string): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(WOFF_HEADER);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

function writeAtOnce(target: string, bytes: Uint8Array): void {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function onFile<T>(face: string, file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === undefined) throw error;
    if (reason === 'ENOENT') throw new InputError('fonts.fileMissing', { face, file }, { cause: error });
    throw new InputError('fonts.fileUnreadable', { file, reason }, { cause: error });
  }
}
