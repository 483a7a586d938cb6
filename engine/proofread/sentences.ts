/** A finding in words. */
import { messages } from './messages';
import type { ProofFinding } from './types';

const sentenceBreak = { zh: '；', en: '; ' } as const;

export interface SpokenProof {
  /** What is wrong. */
  readonly detail: string;
  /** What to do. */
  readonly cure: string;
}

/** A sentence of the catalogue tells the fact, then the cure; both come without line breaks. */
export function sayFinding(finding: ProofFinding, language: 'zh' | 'en'): SpokenProof {
  const { rule, variant, words, suggestion, params } = finding;
  const catalogue = messages[language];
  const template = (variant && catalogue[`${rule}-${variant}`]) || catalogue[rule]!;
  const at = template.lastIndexOf(sentenceBreak[language]);
  const blanks: Readonly<Record<string, string | number>> = { words, suggestion: suggestion ?? '', ...params };
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank)).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return { detail: filled(template.slice(0, at)), cure: filled(template.slice(at + sentenceBreak[language].length)) };
}
