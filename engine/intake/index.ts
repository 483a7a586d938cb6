/**
 * The door where manuscripts and photographs come in (收稿). A file is sniffed, never believed by its name:
 *
 *   text        → manuscript room → drafts → items.ts    articles, groups, notices, advertisements of the issue
 *   photograph  → picture-header.ts, photos.ts           its size, or why it is refused → assets
 *                → picture-words.ts                  the caption and the credit written into it
 *   places.ts   then the photographs find their articles and groups
 *   revisions.ts  a file that comes again with other words beside what it became
 *   take-in.ts  all of it for a list of files; the outcome of each is told
 */
export { basename } from './paths';
export type { Inspect } from './photos';
export { replacePhoto } from './replace-photo';
export { type Helpers, takeIn } from './take-in';
export type * from './types';
