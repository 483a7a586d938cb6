import type { Article } from '../../engine/issue/types';
import { type Checking, checkItem, type ProofFinding } from '../../engine/proofread';
import { article } from '../issue/small-issue';

/** A Sunday: 25 January 2026. */
export const plainChecking: Checking = { date: '2026-01-25', lists: undefined, off: new Set() };

/** An article of these paragraphs, of one plain run each. */
export function articleOf(...paragraphs: readonly string[]): Article {
  const runs = paragraphs.map((text) => ({ runs: [{ text, form: 'plain' as const }] }));
  return { ...article('a1', '河堤添绿'), paragraphs: runs };
}

export function findingsIn(item: Article, checking: Checking = plainChecking): readonly ProofFinding[] {
  return checkItem({ list: 'articles', item }, checking);
}

/** Rule, words and suggestion of what is found in paragraphs: `doubled 的的 → 的`. */
export function said(...paragraphs: readonly string[]): readonly string[] {
  return findingsIn(articleOf(...paragraphs)).map(({ rule, words, suggestion }) =>
    suggestion === undefined ? `${rule} ${words}` : `${rule} ${words} → ${suggestion}`,
  );
}
