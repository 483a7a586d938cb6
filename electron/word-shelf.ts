/** The word lists of the text checks, for the window. */
import { shell } from 'electron';
import { makeFolder, ownWordsFolder } from '../engine/store';
import { type Language, sentenceFor } from '../shell/say';
import { loadWordLists } from '../shell/word-lists';
import type { WordListFile, WordListFiles } from './bridge';

/** @param folder the issue's */
export async function wordListsOf(folder: string, language: Language): Promise<WordListFiles> {
  const lists = (await loadWordLists(folder)).map(async ({ name, of, entries, faults }): Promise<WordListFile> => {
    const said = await Promise.all(faults.map((fault) => sentenceFor(fault, language)));
    return { name, of: of === 'issue' ? 'issue' : 'user', entries, faults: said };
  });
  return { folder: ownWordsFolder(), lists: await Promise.all(lists) };
}

export async function openWordsFolder(): Promise<void> {
  await makeFolder(ownWordsFolder());
  await shell.openPath(ownWordsFolder());
}
