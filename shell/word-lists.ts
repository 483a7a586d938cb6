/** The word lists of an issue and of the user, read from their folders. A list that cannot be read is told and left out. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '../engine/errors';
import type { Issue } from '../engine/issue';
import { decodeText } from '../engine/manuscript';
import { type ListEntry, MOST_ENTRIES, readWordList, WordLists } from '../engine/proofread';
import { LONGEST_ENTRY } from '../engine/proofread/word-lists';
import { ownWordsFolder, readUserFile, WORDS_FOLDER } from '../engine/store';

/** A list as a file: of 100,000 entries none is larger. */
const MOST_BYTES = 5_000_000;
/** Files that are looked at in a folder. */
const MOST_FILES = 100;

export interface LoadedList {
  /** The file's name without its ending; of two with one name that of the issue counts. */
  readonly name: string;
  /** Where it stands: in the issue's folder, among the user's data, or a file that was named. */
  readonly of: 'issue' | 'user' | 'file';
  readonly entries: readonly ListEntry[];
  /** What could not be read of it; `proofread.list…`. */
  readonly faults: readonly InputError[];
}

/** All lists that stand ready for an issue, by name. Never throws InputError. */
export async function loadWordLists(folder: string | undefined): Promise<readonly LoadedList[]> {
  const ofIssue = folder === undefined ? [] : await listsIn(join(folder, WORDS_FOLDER), 'issue');
  const known = new Set(ofIssue.map(({ name }) => name));
  const ofUser = (await listsIn(ownWordsFolder(), 'user')).filter(({ name }) => !known.has(name));
  return [...ofIssue, ...ofUser];
}

/** A list that the user names. Throws InputError when it cannot be read. */
export async function loadWordList(file: string, of: LoadedList['of'] = 'file'): Promise<LoadedList> {
  const { text } = decodeText(await readUserFile(file, MOST_BYTES), file);
  const name = basename(file).replace(/\.[^.]*$/, '');
  const { entries, faults, cut } = readWordList(text, name);
  const lines = faults.map((line) => new InputError('proofread.listLine', { file, line, most: LONGEST_ENTRY }));
  return {
    name,
    of,
    entries,
    faults: cut ? [...lines, new InputError('proofread.listLong', { file, most: MOST_ENTRIES })] : lines,
  };
}

/** The lists that the paper uses, ready; undefined when there are none. */
export function listsFor({ paper }: Issue, lists: readonly LoadedList[]): WordLists | undefined {
  const off = new Set(paper.words?.listsOff ?? []);
  const entries = lists.filter(({ name, of }) => of === 'file' || !off.has(name)).flatMap((list) => list.entries);
  return entries.length === 0 ? undefined : new WordLists(entries);
}

async function listsIn(folder: string, of: 'issue' | 'user'): Promise<readonly LoadedList[]> {
  // A folder that is not there, or cannot be looked into, holds none.
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.txt$/i.test(name) && !name.startsWith('.'));
  return Promise.all(
    names
      .sort()
      .slice(0, MOST_FILES)
      .map((name) => tolerant(join(folder, name), of)),
  );
}

async function tolerant(file: string, of: 'issue' | 'user'): Promise<LoadedList> {
  try {
    return await loadWordList(file, of);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const fault = new InputError('proofread.listDamaged', { file, reason: error.code });
    return { name: basename(file).replace(/\.[^.]*$/, ''), of, entries: [], faults: [fault] };
  }
}
