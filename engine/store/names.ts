/** Name of the document in an issue's folder. */
export const ISSUE_FILE = 'issue.json';
/** Folder of the originals in an issue's folder. */
export const ASSETS_FOLDER = 'assets';
/** Folder of the edits that are not in the document yet. */
export const JOURNAL_FOLDER = 'journal';
/** Record of the versions of what stands in the document (engine/issue/versions.ts). */
export const VERSIONS_FILE = '.versions.json';
/** File that names the process which is changing the issue. */
export const LOCK_FILE = '.lock';
