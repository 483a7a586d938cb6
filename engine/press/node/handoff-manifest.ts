/** What was handed off: kept in the folder, so that a page can be sent again. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InputError } from '../../errors';
import { integer, list, matching, oneOf, optional, record, text } from '../../issue/reading';
import type { Issue } from '../../issue/types';
import { exists, readUserFile } from '../../store';
import { parseJson, readingFile } from '../../store/json-file';
import { files } from '../handoff/names';

export interface DeliveredFile {
  /** From the folder of the handoff, with `/`. */
  readonly name: string;
  readonly sha256: string;
}

export interface DeliveredPage extends DeliveredFile {
  readonly page: number;
  /** Of the file; absent in what was handed off by an earlier program. */
  readonly bytes?: number;
  /** SHA-256 of the page pressed by itself, where its file carries other pages too. */
  readonly alone?: string;
}

export interface Manifest {
  readonly format: 'banxin-handoff';
  readonly version: number;
  readonly paper: string;
  readonly date: string;
  /** The valid press file of each page. */
  readonly pages: readonly DeliveredPage[];
  readonly files: readonly DeliveredFile[];
}

const mostBytes = 4 << 20;
/** A file in the folder or one folder below. */
const name = matching(/^(?!\.)[^/\\\0]{1,255}(?:\/(?!\.)[^/\\\0]{1,255})?$/u);
const sum = matching(/^[0-9a-f]{64}$/);

const readManifest = record<Manifest>({
  format: oneOf('banxin-handoff'),
  version: integer(1, 999),
  paper: text(100),
  date: matching(/^\d{4}-\d{2}-\d{2}$/),
  pages: list(
    record<DeliveredPage>({
      page: integer(1, 64),
      name,
      bytes: optional(integer(0, 2 ** 40)),
      sha256: sum,
      alone: optional(sum),
    }),
    64,
  ),
  files: list(record<DeliveredFile>({ name, sha256: sum }), 2000),
});

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Undefined when nothing was handed off into the folder. Throws InputError when the file is damaged. */
export async function openManifest(folder: string): Promise<Manifest | undefined> {
  const file = join(folder, files.manifest);
  if (!(await exists(file))) return undefined;
  const value = parseJson(await readUserFile(file, mostBytes), file);
  return readingFile(file, () => readManifest(value, ''));
}

/** The manifest to be followed up. Throws InputError `press.notHandedOff` and `press.otherIssue`. */
export async function requireManifest(folder: string, { paper, date }: Issue): Promise<Manifest> {
  const manifest = await openManifest(folder);
  if (!manifest) throw new InputError('press.notHandedOff', { file: folder });
  if (manifest.paper !== paper.name || manifest.date !== date)
    throw new InputError('press.otherIssue', { file: folder, paper: manifest.paper, date: manifest.date });
  return manifest;
}

/** `<sum>  <name>` a line, as sha256sum reads it. */
export const sumsText = (delivered: readonly DeliveredFile[]): string =>
  delivered.map(({ name: file, sha256: value }) => `${value}  ${file}\n`).join('');
