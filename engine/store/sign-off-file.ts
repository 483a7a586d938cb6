/** The record of who has seen and signed which page, `signoff.json` in the issue's folder: entries are added, never changed. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../errors';
import { integer, list, oneOf, record } from '../issue/reading';
import { seenText } from '../issue/seen';
import { missingBefore, type PageSignOff, pageSignOff, readSignEntries, type SignEntry, type SignStep } from '../issue/sign-off';
import type { Issue } from '../issue/types';
import { contentHash } from './assets';
import { nowText } from './clock';
import { exists, writeWhole } from './files';
import { readingFile, readJsonFile } from './json-file';
import { type HeldUp, withLock } from './lock';
import { SIGN_OFF_FILE } from './names';
import { saveVersion } from './saved-versions';

const FORMAT = 'banxin-signoff';
const MOST_BYTES = 32_000_000;

interface SignFile {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly entries: readonly SignEntry[];
}

const readFile = record<SignFile>({ format: oneOf(FORMAT), version: oneOf(1), entries: readSignEntries });

/** The entries of a folder in their order; none when there is no record. Throws InputError for a damaged one. */
export async function signEntries(folder: string): Promise<readonly SignEntry[]> {
  const file = join(folder, SIGN_OFF_FILE);
  if (!(await exists(file))) return [];
  const value = await readJsonFile(file, MOST_BYTES);
  return readingFile(file, () => readFile(value, '')).entries;
}

/** What one person says about some pages. */
export interface Signing {
  readonly pages: readonly number[];
  readonly step: SignStep;
  readonly verdict: SignEntry['verdict'];
  readonly who: string;
  readonly remark: string;
}

const checkPages = list(integer(1, Number.MAX_SAFE_INTEGER), 64, 1);

/**
 * Adds an entry for each page, with a version of the issue as it was seen. Throws InputError: a page that is not there, no
 * name, a page sent back without a remark, a review or reading before the one that comes first.
 */
export async function signPages(folder: string, issue: Issue, signing: Signing, heldUp?: HeldUp): Promise<readonly SignEntry[]> {
  const { pages, step, verdict, remark } = signing;
  const who = signing.who.trim();
  checkSigning(folder, issue, { ...signing, who });
  return withLock(
    folder,
    async () => {
      const before = await signEntries(folder);
      for (const page of pages) {
        const missing = verdict === 'passed' ? missingBefore(before, page, step) : undefined;
        if (missing) throw new InputError(`store.signOrder-${missing}`, { page });
      }
      const version = await saveVersion(folder, issue, { name: '', reason: 'seen', who });
      const time = nowText();
      const entries = pages.map((page): SignEntry => {
        const seen = seenHash(issue, page);
        return { page, step, verdict, who, host: hostname(), time, remark: remark.trim(), seen, version: version.id };
      });
      const file: SignFile = { format: FORMAT, version: 1, entries: [...before, ...entries] };
      await writeWhole(join(folder, SIGN_OFF_FILE), `${JSON.stringify(file, null, 1)}\n`, { partOf: folder });
      return file.entries;
    },
    heldUp,
  );
}

function checkSigning(folder: string, issue: Issue, { pages, verdict, who, remark }: Signing): void {
  checkPages(pages, 'pages');
  const absent = pages.find((page) => page > issue.pages.length);
  if (absent !== undefined) throw new InputError('store.noPage', { file: folder, page: absent, pages: issue.pages.length });
  if (who === '') throw new InputError('store.signNoName');
  if (verdict === 'returned' && remark.trim() === '') throw new InputError('store.signNoRemark');
}

/** SHA-256 of what is seen on a page. */
export function seenHash(issue: Issue, page: number): string {
  return contentHash(seenText(issue, page));
}

/** The state of every page of an issue as it stands, by its number. */
export function signOffs(issue: Issue, entries: readonly SignEntry[]): ReadonlyMap<number, PageSignOff> {
  // Of a page that nobody has signed, nothing is compared.
  const seen = (page: number) => (entries.some((one) => one.page === page) ? seenHash(issue, page) : '');
  return new Map(issue.pages.map(({ number }) => [number, pageSignOff(entries, number, seen(number))]));
}
