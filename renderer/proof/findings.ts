/** What is done with a finding of the text checks: shown in its field, mended, let stand with a reason. */
import { type Id, type Issue, textMark } from '../../engine/issue/index';
import { fixEdit, type ProofFinding, passEdit, piecesOf, type TextItem, textItems } from '../../engine/proofread';
import { atHand, takeInHand } from '../state/at-hand';
import { hostOf, itemOf, sets } from '../state/facts';
import { type Material, store } from '../state/store';
import { proofs } from './client';
import { goToText } from './text-fields';

/** Where a finding's text stands: an item of the library, and its page and block when it has one. */
export interface FindingPlace {
  readonly material: Material;
  readonly page: number;
  readonly block: Id | null;
}

/** A photograph's caption stands with what shows it; undefined when nothing does. */
export function placeOf(issue: Issue, { list, id }: ProofFinding): FindingPlace | undefined {
  const material = list === 'photos' ? hostOf(issue, id) : { list, id };
  if (!material) return undefined;
  for (const page of issue.pages) {
    const block = page.blocks.find(({ content }) => sets(content, material));
    if (block) return { material, page: page.number, block: block.id };
  }
  return { material, page: 0, block: null };
}

/** Selects what a finding is in and puts the cursor on it. */
export function showFinding(finding: ProofFinding): void {
  const { issue, panels } = store.get();
  const place = issue && placeOf(issue, finding);
  takeInHand('finding', findingKey(finding));
  if (store.get().listing !== 'proof') store.set({ listing: 'proof' });
  if (!place) return;
  if (!panels.right) store.set({ panels: { ...panels, right: true } });
  if (place.block === null) store.inspect(place.material);
  else store.showBlock(place.block, place.material);
  goToText(finding);
}

/** Writes the suggestion, as one step. */
export function mend(finding: ProofFinding): void {
  const entry = entryOf(finding);
  const edit = entry && fixEdit(entry, finding);
  if (!edit) return;
  store.seal();
  store.edit(edit, 'edit.mend');
}

/** Lets a finding stand, as one step. */
export function letStand(finding: ProofFinding, reason: string): void {
  const entry = entryOf(finding);
  if (!entry) return;
  const texts = new Set(piecesOf(entry).map(({ text }) => textMark(text)));
  store.seal();
  store.edit(passEdit(entry, finding, reason, texts), 'edit.letStand');
}

/** The item as it stands, when it still has the text that the finding is about. */
function entryOf(finding: ProofFinding): TextItem | undefined {
  const { issue } = store.get();
  const item = issue && itemOf(issue, finding.list, finding.id);
  if (!item) return undefined;
  const entry = textItems(issue).find((one) => one.list === finding.list && one.item === item);
  const piece = entry && piecesOf(entry).find(({ field, index }) => field === finding.field && index === finding.index);
  return piece && textMark(piece.text) === finding.text ? entry : undefined;
}

/** The finding that was shown last, while it still stands. */
export function findingAtHand(): ProofFinding | undefined {
  const key = atHand('finding');
  return key === undefined ? undefined : proofs().find((finding) => findingKey(finding) === key);
}

/** Goes to the finding after the one that was shown last, round and round. */
export function walkFindings(step: number): void {
  const all = proofs();
  if (all.length === 0) return;
  const key = atHand('finding');
  const last = all.findIndex((finding) => findingKey(finding) === key);
  const next = last < 0 ? (step > 0 ? 0 : all.length - 1) : (last + step + all.length) % all.length;
  showFinding(all[next]!);
}

export function findingKey({ list, id, field, index, from, to, rule, params }: ProofFinding): string {
  return [list, id, field, index, from, to, rule, params?.number ?? ''].join(' ');
}
