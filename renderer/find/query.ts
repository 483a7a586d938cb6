/** The query that a search begins with, and the kinds of texts that it may leave out. */
import type { Sort } from './scope';
import type { Query } from './search';

export const NO_QUERY: Query = { words: '', replacement: '', byCase: false, byWidth: false, regex: false };

/** Texts that may be left out. */
export const SORTS: readonly Sort[] = ['heads', 'body', 'captions'];
