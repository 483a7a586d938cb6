/** The document as a file: `issue.json`, a copy of it, or a version. */
import { InputError } from '../errors';
import { renewed } from '../issue/old-forms';
import type { Issue } from '../issue/types';
import { readIssue } from '../issue/validate';
import { contentHash } from './assets';
import { readOwnFile } from './files';
import { parseJson, readingFile } from './json-file';

/** The newest version of the document that this program knows. */
const VERSION = 1;
export const MOST_DOCUMENT_BYTES = 64_000_000;

/** A document as it stood on the disk. */
export interface StoredIssue {
  readonly issue: Issue;
  /** Tells this content of the file from every other. */
  readonly revision: string;
}

/** Documents that were read in a form of an earlier program, by their revisions. */
const oldForms = new Set<string>();

/** Throws InputError naming file, place and cure when it is missing, damaged, invalid, too large or of a newer version. */
export async function readDocument(file: string): Promise<StoredIssue> {
  const { bytes, issue, isOld } = await readContent(file);
  const revision = contentHash(bytes);
  if (isOld) oldForms.add(revision);
  return { issue, revision };
}

/** As `readDocument`, for whoever does not save: the content is not told from others, which spares the hash. */
export async function readDocumentOnly(file: string): Promise<Issue> {
  return (await readContent(file)).issue;
}

async function readContent(
  file: string,
): Promise<{ readonly bytes: Uint8Array; readonly issue: Issue; readonly isOld: boolean }> {
  const bytes = await readOwnFile(file, MOST_DOCUMENT_BYTES);
  const value = parseJson(bytes, file);
  const today = renewed(value);
  return { bytes, issue: documentOf(today, file), isOld: today !== value };
}

/** Whether what `readDocument` read with this revision has an old form on the disk. */
export const isOldForm = (revision: string): boolean => oldForms.has(revision);

/** The document in a JSON value, of whatever program. Throws InputError as `readDocument`. */
export function documentOf(value: unknown, file: string): Issue {
  checkFormat(value, file);
  return readingFile(file, () => readIssue(renewed(value)));
}

function checkFormat(value: unknown, file: string): void {
  const header = typeof value === 'object' && value !== null ? (value as { format?: unknown; version?: unknown }) : {};
  if (header.format !== 'banxin-issue') throw new InputError('store.wrongFormat', { file });
  if (typeof header.version === 'number' && header.version > VERSION) {
    throw new InputError('store.newer', { file, version: header.version, known: VERSION });
  }
}

/** Validated, with its keys in the order of the schema. Throws InputError. */
export function soundIssue(issue: Issue, file: string): Issue {
  return readingFile(file, () => readIssue(issue));
}

/** Throws InputError `store.issueTooLarge`. */
export function documentText(issue: Issue, file: string): string {
  const content = `${JSON.stringify(issue, null, 2)}\n`;
  if (Buffer.byteLength(content) <= MOST_DOCUMENT_BYTES) return content;
  throw new InputError('store.issueTooLarge', { file, most: MOST_DOCUMENT_BYTES / 1e6 });
}
