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
/** File that names the desk which has the issue open. */
export const DESK_FILE = '.desk';
/** Folder of the named versions. */
export const VERSIONS_FOLDER = 'versions';
/** Record of who has seen and signed which page. */
export const SIGN_OFF_FILE = 'signoff.json';
/** Folder of documents that were replaced by something that cannot be undone: older formats, damaged ones. */
export const BACKUPS_FOLDER = 'backups';
