/**
 * The issue on disk: a folder `NAME.banxin` with `issue.json` and the originals of its photographs in `assets/`.
 *
 *   issue-folder.ts  open, change, save and make an issue   lock.ts   one writer at a time
 *   journal.ts       edits since the last save             desk-lock.ts  whose desk has it open
 *   document-file.ts the document's own file · conflict-copies.ts such as cloud drives make · backups.ts what was replaced
 *   saved-versions.ts named versions                       sign-off-file.ts  who has seen and signed what
 *   assets.ts        originals under the name of their content
 *   templates.ts     what an issue starts from           new-issue.ts  its first document
 *   program.ts       where the program's own files stand   user-data.ts  where the user's stand
 *   folders.ts       folders made, looked into        names.ts      names in an issue's folder
 *   asset-check.ts   originals that are missing or damaged  reuse-folder.ts  new issues from old ones
 *   zip.ts           archives of strangers            zip-writer.ts  archives of our own
 *   packages.ts      parts of an issue to and from other desks · package-file.ts  their file · version-file.ts  what stands where
 *   files.ts         bounded reads, whole writes         json-file.ts  · file-errors.ts  failures in the user's words
 */

export { type AssetProblem, checkAssets, stateOf } from './asset-check';
export { type AddedAsset, addAsset, assetName, contentHash, readAsset, removeAsset } from './assets';
export { backUpDocument } from './backups';
export { nowText, randomName } from './clock';
export { type ConflictCopy, conflictCopies, putAway } from './conflict-copies';
export { DeskLock, userName } from './desk-lock';
export type { StoredIssue } from './document-file';
export { exists, type LimitOf, readUserFile, readUserHead, removeTemporaries, type WriteOptions, writeWhole } from './files';
export { expandFolders, makeFolder, requireFreshFolder } from './folders';
export { changeIssue, createIssue, openIssue, openStored, saveIssue } from './issue-folder';
export { Journal, type Recovered } from './journal';
export { type HeldUp, type LockHolder, withLock } from './lock';
export { ASSETS_FOLDER, ISSUE_FILE, SIGN_OFF_FILE, VERSIONS_FILE, VERSIONS_FOLDER } from './names';
export { issueFrom } from './new-issue';
export { programRoot } from './program';
export { newFrom, ownTemplate, ownTemplateNames, saveTemplate } from './reuse-folder';
export { readVersion, type SavedVersion, savedVersions, saveVersion } from './saved-versions';
export { type Signing, seenHash, signEntries, signOffs, signPages } from './sign-off-file';
export { readTemplate, type Template, templateNames } from './templates';
export { ownWordsFolder, shopsFolder, WORDS_FOLDER } from './user-data';
export { recordVersions } from './version-file';
export { openZip, type Zip, type ZipMember } from './zip';
