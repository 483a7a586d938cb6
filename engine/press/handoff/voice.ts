import type { Place, PreflightFinding } from '../preflight/types';

/** Words of sheets and reports in the user's language, which the shell gives. */
export interface Voice {
  readonly language: 'zh' | 'en';
  /** A sentence of messages.ts (`handoff.<key>`) with its blanks filled. */
  readonly words: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** A finding in words. */
  readonly finding: (finding: PreflightFinding) => SpokenFinding;
}

export interface SpokenFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly page: number;
  readonly place?: Place;
  readonly block?: string;
  readonly detail: string;
  readonly cure: string;
}
