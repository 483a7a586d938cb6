/**
 * What correspondents send: bytes → text → drafts that become articles, photo groups and notices of an issue.
 */
export { type CleanChange, type CleanField, cleaningOf, withCleaning } from './cleaning';
export type { Encoding } from './decode';
export { decodeText, maxBytes } from './decode';
export { tidyText } from './normalise';
export { pastedText } from './paste';
export { type PictureName, readPictureName } from './picture-name';
export { readManuscript } from './read';
export type * from './types';
