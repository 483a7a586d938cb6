/** Readers of values that many parts of the document have. */
import { matching, number, type Reader, text } from './reading';
import { LONGEST_LINE, LONGEST_PROSE } from './text-fields';
import type { Id } from './types';

export const line = text(LONGEST_LINE);
export const prose = text(LONGEST_PROSE);
/** Names of documents, of templates and of blocks: safe in file names and in JSON paths. */
export const id: Reader<Id> = matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
export const idOrNone: Reader<Id> = matching(/^([A-Za-z0-9][A-Za-z0-9._-]{0,63})?$/);
/** Horizontal scale of a headline. */
export const scale = number(0.5, 1.5);
/** Lines around a story. */
export const BOXES = ['none', 'outline', 'thickThin', 'rules', 'ornament'] as const;
