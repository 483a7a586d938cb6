/** From a finding of preflight to where it is mended: its block, and the field that it is about. */
import type { PressFinding } from '../../electron/bridge';
import { type Block, type Id, type Issue, isStory } from '../../engine/issue/index';
import { focusParticular } from '../inspector/PaperFields';
import { type FieldText, goToField } from '../proof/text-fields';
import { blockOf, itemOf } from '../state/facts';
import { store, useDesk } from '../state/store';
import { writeThere } from '../state/write-there';

/** What the press files say, as long as they are those of the document as it stands. */
export function useExamined(): readonly PressFinding[] {
  return useDesk(({ preflight, revision }) => (preflight?.revision === revision ? preflight.findings : NOTHING));
}

const NOTHING: readonly PressFinding[] = [];

/** To the field where something is lacking, else to the block, where it still stands; to the page otherwise. */
export function leadTo(finding: PressFinding): void {
  const { issue, panels } = store.get();
  const block = blockOf(issue, finding.block ?? null);
  store.set({ dialog: null });
  const particular = particularOf(finding.rule);
  if (particular !== undefined) {
    setTimeout(() => goToParticular(particular), AFTER_DIALOG);
    return;
  }
  if (!issue || !block) {
    if (finding.page > 0 && finding.page <= (issue?.pages.length ?? 0)) store.goTo(finding.page);
    return;
  }
  store.showBlock(block.id);
  const field = fieldLacking(issue, block, finding.rule);
  if (!field) return;
  store.set({ panels: { ...panels, right: true } });
  // A dialog that closes gives the focus back first.
  setTimeout(() => goToField(field), AFTER_DIALOG);
}

/** What a finding asks to be written, as a key of `textField.*` or `paper.*`; undefined where it asks for something else. */
export function lackingOf(issue: Issue | null, { block: id, rule }: PressFinding): string | undefined {
  const particular = particularOf(rule);
  if (particular !== undefined) return `paper.${particular}`;
  const block = blockOf(issue, id ?? null);
  return (issue && block && fieldLacking(issue, block, rule)?.field) ?? undefined;
}

/** To the place where it is written: on the page with the caret there, else in the inspector. */
export function writeLacking(finding: PressFinding): void {
  const { issue } = store.get();
  const particular = particularOf(finding.rule);
  if (particular !== undefined) {
    goToParticular(particular);
    return;
  }
  const block = blockOf(issue, finding.block ?? null);
  const field = issue && block && fieldLacking(issue, block, finding.rule);
  if (field) writeThere(block.id, field);
}

/** The particular of paper or issue that a rule misses or finds wrong, all of which the furniture prints. */
function particularOf(rule: string): string | undefined {
  return WRONG[rule] ?? MISSING.exec(rule)?.[1];
}

const MISSING = /^(licence|authority|sponsor|publisher|printer|price)Missing$/;
const WRONG: Readonly<Record<string, string>> = { licenceForm: 'licence', internalLicence: 'licence', internalName: 'name' };

/** The furniture's fields are those of the masthead. */
function goToParticular(key: string): void {
  const masthead = store.get().issue?.pages[0]?.blocks.find(({ content }) => content.kind === 'masthead');
  if (masthead) store.showBlock(masthead.id);
  else store.select(null);
  store.set({ panels: { ...store.get().panels, right: true } });
  requestAnimationFrame(() => focusParticular(key));
}

/** Milliseconds. */
const AFTER_DIALOG = 150;

const GROUP_FIELDS: Readonly<Record<string, 'caption' | 'credit'>> = {
  groupCaptionEmpty: 'caption',
  groupNumbers: 'caption',
  groupCreditMissing: 'credit',
};

/** The field that a rule of form finds empty or without its word; undefined for all other rules. */
export function fieldLacking(issue: Issue, { content }: Block, rule: string): FieldText | undefined {
  if (rule === 'advertisementLabel' && content.kind === 'advertisement')
    return { list: 'advertisements', id: content.advertisement, field: 'label' };
  if (content.kind === 'group') {
    const field = GROUP_FIELDS[rule];
    return field && { list: 'groups', id: content.group, field };
  }
  const field = ({ captionEmpty: 'caption', creditMissing: 'credit' } as const)[rule];
  if (!field || !isStory(content)) return undefined;
  const lacks = ({ photo }: { readonly photo: Id }) => itemOf(issue, 'photos', photo)?.[field].trim() === '';
  const found = content.form.pictures.find(lacks);
  return found && { list: 'photos', id: found.photo, field };
}
