/** The text fields of the window by the text that they hold, so that a finding can be marked in its field and led to. */
import { useRef } from 'react';
import type { TextList, TextField as TextName } from '../../engine/issue/text-fields';
import type { ProofFinding } from '../../engine/proofread';
import { useProofsOf } from './client';

/** Which text of which item a field holds. */
export interface FieldText {
  readonly list: TextList;
  readonly id: string;
  readonly field: TextName;
  /** Entry of a list that has a field of its own. */
  readonly index?: number;
  /** The lines or paragraphs of a field that holds several. */
  readonly parts?: readonly string[];
}

/** A stretch of a field's text. */
export interface FieldMark {
  readonly from: number;
  readonly to: number;
  readonly severity: ProofFinding['severity'];
}

const NOTHING: readonly FieldMark[] = [];

/** The findings in a field, as stretches of what it shows; the same list as long as they are the same. */
export function useMarks(of: FieldText | undefined): readonly FieldMark[] {
  const proofs = useProofsOf(of?.list ?? 'articles', of?.id ?? '');
  const last = useRef(NOTHING);
  const marks = of ? marksOf(proofs, of) : NOTHING;
  if (!sameMarks(last.current, marks)) last.current = marks;
  return last.current;
}

function marksOf(proofs: readonly ProofFinding[], of: FieldText): readonly FieldMark[] {
  const found = proofs.filter((finding) => isIn(finding, of));
  if (found.length === 0) return NOTHING;
  const starts = startsOf(of);
  return found.map((finding) => {
    const start = of.index === undefined ? (starts[finding.index] ?? 0) : 0;
    return { from: start + finding.from, to: start + finding.to, severity: finding.severity };
  });
}

function sameMarks(one: readonly FieldMark[], other: readonly FieldMark[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to, severity }, at) => {
      const mark = other[at]!;
      return from === mark.from && to === mark.to && severity === mark.severity;
    })
  );
}

function isIn({ list, id, field, index }: ProofFinding, of: FieldText): boolean {
  return list === of.list && id === of.id && field === of.field && (of.index === undefined || of.index === index);
}

/** Where each part begins: they stand one a line. */
function startsOf({ parts }: FieldText): readonly number[] {
  let at = 0;
  return (parts ?? []).map((part) => {
    const start = at;
    at += part.length + 1;
    return start;
  });
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const fields = new Map<string, { readonly element: Field; readonly of: FieldText }>();

/** Knows a field as long as it is shown. */
export function registerField(of: FieldText, element: Field): () => void {
  const key = keyOf(of);
  const entry = { element, of };
  fields.set(key, entry);
  return () => {
    if (fields.get(key) === entry) fields.delete(key);
  };
}

let lead: ((finding: ProofFinding) => boolean) | undefined;

/** Where findings are led to before all fields, as long as it lasts; `to` tells whether it shows the text. */
export function leadFindings(to: (finding: ProofFinding) => boolean): () => void {
  lead = to;
  return () => {
    if (lead === to) lead = undefined;
  };
}

/** Frames that a field may take to appear after its item was selected. */
const MOST_FRAMES = 10;

/** Puts the cursor on a finding in its field, once that is shown. */
export function goToText(finding: ProofFinding, frames = MOST_FRAMES): void {
  if (lead?.(finding)) return;
  const { list, id, field, index, from, to } = finding;
  const entry = fields.get(keyOf({ list, id, field })) ?? fields.get(keyOf({ list, id, field, index }));
  if (!entry) {
    if (frames > 0) requestAnimationFrame(() => goToText(finding, frames - 1));
    return;
  }
  const start = entry.of.index === undefined ? (startsOf(entry.of)[index] ?? 0) : 0;
  const { element } = entry;
  element.focus({ preventScroll: true });
  element.setSelectionRange(start + from, start + to);
  element.scrollIntoView({ block: 'nearest' });
  scrollTo(element, start + from);
}

/** Puts the cursor into the field of a text, all of which is selected, once that is shown. */
export function goToField(of: FieldText, frames = MOST_FRAMES): void {
  const element = fields.get(keyOf(of))?.element;
  element?.focus();
  element?.select();
  if (!element && frames > 0) requestAnimationFrame(() => goToField(of, frames - 1));
}

/** Text areas do not bring their selection into sight by themselves. */
function scrollTo(element: Field, at: number): void {
  if (element.scrollHeight <= element.clientHeight) return;
  const share = at / Math.max(1, element.value.length);
  element.scrollTop = share * element.scrollHeight - element.clientHeight / 2;
}

function keyOf({ list, id, field, index }: FieldText): string {
  return [list, id, field, index ?? ''].join(' ');
}
