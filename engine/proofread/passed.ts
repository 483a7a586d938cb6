/** Findings that an editor looked at and let stand. */
import type { Edit } from '../issue/edits';
import type { Passed } from '../issue/types';
import { type TextItem, withReplacement } from './pieces';
import type { ProofFinding } from './types';

/**
 * 14 hexadecimal figures of a text, by which a changed one is known: two multiplicative hashes of 32 bits (as FNV-1a), put
 * together. Nobody gains by a collision, so that it need not withstand anybody.
 */
export function textMark(text: string): string {
  let [one, two] = [0x811c9dc5, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x5bd1e995) + unit;
  }
  return (one >>> 0).toString(16).padStart(8, '0') + ((two >>> 8) & 0xffffff).toString(16).padStart(6, '0');
}

/** Whether a finding is among those let stand, in a text that has not changed since. */
export function isPassed(passed: readonly Passed[] | undefined, { rule, words, text }: ProofFinding): boolean {
  return passed?.some((one) => one.rule === rule && one.words === words && one.text === text) ?? false;
}

/** Longest reason, and words of a finding that are kept; the document's bound. */
const LONGEST = 500;

/** The edit that lets a finding stand. Marks of texts that have changed since are dropped with it. */
export function passEdit(entry: TextItem, finding: ProofFinding, reason: string, texts: ReadonlySet<string>): Edit {
  const kept = (entry.item.passed ?? []).filter(({ text }) => texts.has(text));
  const { rule, words, text } = finding;
  const passed: Passed = { rule, words: words.slice(0, LONGEST), text, reason: reason.slice(0, LONGEST) };
  return putEdit(entry, { ...entry.item, passed: [...kept, passed] });
}

/** The edit that writes the suggestion of a finding; undefined when it has none. */
export function fixEdit(entry: TextItem, finding: ProofFinding): Edit | undefined {
  if (finding.suggestion === undefined) return undefined;
  const { from, to, suggestion } = finding;
  return putEdit(entry, withReplacement(entry, finding, { from, to, text: suggestion }));
}

function putEdit({ list }: TextItem, item: TextItem['item']): Edit {
  return { type: 'put', list, item } as Edit;
}
