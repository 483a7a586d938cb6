/** Commands about versions, signatures, packages and what is used again; a part of the table (commands.ts). */

import { i18n } from '../i18n';
import { bridge } from './bridge';
import type { Command } from './commands';
import { exportArticles } from './jobs';
import { newFromLast, takeOverIssue } from './opening';
import { fail } from './outcomes';
import { save, saveAs } from './saving';
import { type DeskState, store } from './store';

export type RecordCommand =
  | 'newFromLast'
  | 'versions'
  | 'signing'
  | 'packages'
  | 'packPage'
  | 'exportArticles'
  | 'saveTemplate'
  | 'takeOver'
  | 'keepCopy';

const hasIssue = ({ issue, dialog }: DeskState) => issue !== null && dialog === null;
const showing = (dialog: DeskState['dialog']): Command => ({ enabled: hasIssue, run: () => store.set({ dialog, bar: null }) });

export const recordCommands: Readonly<Record<RecordCommand, Command>> = {
  newFromLast: { enabled: ({ dialog, opening }) => dialog === null && opening === null, run: newFromLast },
  versions: showing('versions'),
  signing: showing('signing'),
  packages: showing('packages'),
  packPage: { enabled: (state) => hasIssue(state) && !state.saving, run: () => void pack({ page: store.get().page }) },
  exportArticles: { enabled: (state) => hasIssue(state) && state.job === null, run: () => void exportArticles() },
  saveTemplate: showing('template'),
  takeOver: { enabled: ({ readOnly }) => readOnly?.canTakeOver === true, run: () => void takeOverIssue() },
  keepCopy: { enabled: (state) => hasIssue(state) && !state.saving, run: () => void saveAs() },
};

/** A part of the issue as a file for another desk; what is not saved is saved first. */
export async function pack(part: { readonly page: number } | { readonly articles: readonly string[] }): Promise<void> {
  const { opened, dirty, readOnly } = store.get();
  if (!opened || (dirty && !readOnly && !(await save()))) return;
  const outcome = await bridge().pack(opened.handle, part);
  if (!outcome.ok) fail(outcome.fault);
  else if (outcome.value !== null)
    store.set({ bar: { tone: 'info', text: i18n.t('bar.packed', { file: outcome.value }), details: [] } });
}
