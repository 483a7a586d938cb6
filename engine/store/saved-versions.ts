/**
 * Named versions of an issue (稿次): `versions/<time>-<hash>.jsonl`, whose first line says what it is and whose second is the
 * document. Originals of photographs stay in `assets/`, which nothing ever removes them from. A version is never changed, so
 * that a cloud drive has nothing to disagree about.
 */
import { constants, open, readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../errors';
import { matching, oneOf, record, text } from '../issue/reading';
import type { Issue } from '../issue/types';
import { contentHash } from './assets';
import { nowText } from './clock';
import { userName } from './desk-lock';
import { documentOf, MOST_DOCUMENT_BYTES, soundIssue } from './document-file';
import { withFile } from './file-errors';
import { readOwnFile, writeWhole } from './files';
import { makeFolder } from './folders';
import { parseJson, readingFile } from './json-file';
import { VERSIONS_FOLDER } from './names';

/** `named` by the user, `seen` when a page was signed, `kept` when it could not be saved over another's. */
export type VersionReason = 'named' | 'seen' | 'kept';

export interface SavedVersion {
  /** Name of its file without the ending; sorts by time. */
  readonly id: string;
  readonly name: string;
  readonly reason: VersionReason;
  readonly who: string;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** SHA-256 of the document. */
  readonly hash: string;
}

const FORMAT = 'banxin-version';
const HEAD_BYTES = 4096;
const MOST_VERSIONS = 2_000;
const ID = /^\d{8}T\d{9}Z-[0-9a-f]{12}$/;

type Head = Omit<SavedVersion, 'id'> & { readonly format: typeof FORMAT; readonly version: 1 };

const readHead = record<Head>({
  format: oneOf(FORMAT),
  version: oneOf(1),
  name: text(100),
  reason: oneOf('named', 'seen', 'kept'),
  who: text(100),
  host: text(200),
  time: matching(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/),
  hash: matching(/^[0-9a-f]{64}$/),
});

/**
 * Keeps the issue as it stands under a name. The state that the newest version of the same reason and name has already is not
 * kept twice. Throws InputError for a document that is not sound and a disk that fails.
 */
export async function saveVersion(
  folder: string,
  issue: Issue,
  { name, reason, who = userName() }: { readonly name: string; readonly reason: VersionReason; readonly who?: string },
): Promise<SavedVersion> {
  const versions = join(folder, VERSIONS_FOLDER);
  const document = JSON.stringify(soundIssue(issue, versions));
  const hash = contentHash(document);
  const [newest] = (await savedVersions(folder)).filter((version) => version.reason === reason);
  if (newest?.hash === hash && (reason !== 'named' || newest.name === name)) return newest;
  const time = nowText();
  const head: Head = { format: FORMAT, version: 1, name: name.slice(0, 100), reason, who, host: hostname(), time, hash };
  const id = `${time.replace(/[-:.]/g, '')}-${hash.slice(0, 12)}`;
  const options = { keepExisting: true, partOf: folder };
  await makeFolder(versions, folder);
  await writeWhole(join(versions, `${id}.jsonl`), `${JSON.stringify(head)}\n${document}\n`, options);
  return saved(id, head);
}

/** All versions of a folder, the newest first. One whose first line means nothing is left out. */
export async function savedVersions(folder: string): Promise<readonly SavedVersion[]> {
  const names = await readdir(join(folder, VERSIONS_FOLDER)).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.jsonl') && ID.test(name.slice(0, -6))).map((name) => name.slice(0, -6));
  const versions: SavedVersion[] = [];
  for (const id of ids.sort().reverse().slice(0, MOST_VERSIONS)) {
    const head = await headOf(fileOf(folder, id)).catch(() => undefined);
    if (head) versions.push(saved(id, head));
  }
  return versions;
}

/** The issue of a version. Throws InputError `store.noVersion`, and what reading a document throws. */
export async function readVersion(folder: string, id: string): Promise<Issue> {
  const version = ID.test(id) ? (await savedVersions(folder)).find((candidate) => candidate.id === id) : undefined;
  if (!version) throw new InputError('store.noVersion', { file: folder, version: id });
  const file = fileOf(folder, id);
  const bytes = await readOwnFile(file, MOST_DOCUMENT_BYTES + HEAD_BYTES);
  const document = bytes.subarray(bytes.indexOf(10) + 1);
  const text = document.at(-1) === 10 ? document.subarray(0, -1) : document;
  if (contentHash(text) !== version.hash) throw new InputError('store.versionDamaged', { file });
  return documentOf(parseJson(text, file), file);
}

function saved(id: string, { format: _, version: _v, ...head }: Head): SavedVersion {
  return { id, ...head };
}

function fileOf(folder: string, id: string): string {
  return join(folder, VERSIONS_FOLDER, `${id}.jsonl`);
}

/** The first line alone: a folder may have hundreds of versions. A link is not followed. */
async function headOf(file: string): Promise<Head> {
  return withFile(file, async () => {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const bytes = new Uint8Array(HEAD_BYTES);
      const { bytesRead } = await handle.read(bytes, 0, HEAD_BYTES, 0);
      const start = bytes.subarray(0, bytesRead);
      const line = start.subarray(0, Math.max(0, start.indexOf(10)));
      return readingFile(file, () => readHead(parseJson(line, file), ''));
    } finally {
      await handle.close();
    }
  });
}
