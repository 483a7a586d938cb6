/** Name of the document in an issue's folder. */
export const ISSUE_FILE = 'issue.json';
/** Folder of the originals in an issue's folder. */
export const ASSETS_FOLDER = 'assets';
/** File that names the process which is changing the issue. */
export const LOCK_FILE = '.lock';
