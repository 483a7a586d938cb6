/** The background process's work on what is used again: articles for the web, other files for photographs. */

import { replacePhoto } from '../engine/intake';
import { apply, readIssue } from '../engine/issue';
import { exportIssue } from '../shell/export-issue';
import { Decoder } from '../shell/import-files';
import type { Tell } from './job-work';
import type { Work, WorkResult } from './work';

type WorkOf<K extends Work['kind']> = Extract<Work, { readonly kind: K }>;

export async function exportArticles(
  { folder, issue, output, replace: force }: WorkOf<'export'>,
  tell: Tell,
): Promise<WorkResult> {
  tell.progress(0, { code: 'shell.exporting', params: {} });
  return { kind: 'export', ...(await exportIssue(folder, readIssue(issue), output, force)) };
}

/** The original goes to the issue's folder; the document is left to the window, which takes it over as one edit. */
export async function replace({ folder, issue, photo, file }: WorkOf<'replace'>): Promise<WorkResult> {
  const decoder = new Decoder();
  try {
    const sound = readIssue(issue);
    return { kind: 'replace', issue: apply(sound, await replacePhoto(folder, sound, photo, file, decoder.inspect)).issue };
  } finally {
    await decoder.close();
  }
}
