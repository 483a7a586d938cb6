/** Findings that an editor looked at and let stand. */
import type { Edit } from '../issue/edits';
import type { Passed } from '../issue/types';
import { type TextItem, withReplacement } from './pieces';
import type { ProofFinding } from './types';

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
