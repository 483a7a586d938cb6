/** What is looked for: words and how they are compared. */
import type { Sort } from './scope';

export interface Query {
  readonly words: string;
  readonly replacement: string;
  readonly byCase: boolean;
  readonly byWidth: boolean;
  readonly regex: boolean;
}

export const NO_QUERY: Query = { words: '', replacement: '', byCase: false, byWidth: false, regex: false };

/** Texts that may be left out. */
export const SORTS: readonly Sort[] = ['heads', 'body', 'captions'];
