/** Opening, making and leaving issues, through the bridge; unsaved changes are asked about first. */
import type { OpenedIssue, Outcome } from '../../electron/bridge';
import { i18n } from '../i18n';
import { bridge } from './bridge';
import { hearProgress } from './jobs';
import { forgetEdits, withoutJournal } from './journal';
import { fail, settled } from './outcomes';
import { save } from './saving';
import { store } from './store';

/** What the command line or a second start asks for. */
export async function openInitial(): Promise<void> {
  bridge().onOpened((outcome) => leave(async () => take(outcome)));
  bridge().onProgress((progress) => {
    const { job, opening } = store.get();
    if (job) hearProgress(progress);
    else if (opening !== null) store.set({ opening: progress.step });
  });
  await open(() => bridge().initialIssue());
}

/** Opens the issue that the user chooses. */
export function openIssue(): void {
  leave(() => open(() => bridge().openIssue()));
}

/** Opens one of the issues that were open before. */
export function openRecent(id: string): void {
  leave(() => open(() => bridge().openRecent(id)));
}

/** Opens a copy of the sample. */
export function openSample(): void {
  leave(() => open(() => bridge().openSample()));
}

/** Makes the next issue of the one that was open last. */
export function newFromLast(): void {
  leave(() => open(() => bridge().newFromLast()));
}

/**
 * Takes the issue from the desk that has it. What could not be saved here is a version by now, and the document is that of
 * the other desk.
 */
export async function takeOverIssue(): Promise<void> {
  const { opened } = store.get();
  if (opened) await open(() => bridge().takeOver(opened.handle));
}

/** Makes an issue from a template by its name. */
export function newIssue(template: string): void {
  leave(() => open(() => bridge().newIssue(template)));
}

/** Back to the start screen. */
export function closeIssue(): void {
  leave(async () => {
    const { opened } = store.get();
    store.close();
    if (opened) await bridge().closeIssue(opened.handle);
  });
}

/** What waits for the answer to the question about unsaved changes. */
let waiting: (() => Promise<void>) | undefined;

/** Asks about unsaved changes first when there are some. */
function leave(action: () => Promise<void>): void {
  if (!store.get().dirty) return void action();
  waiting = action;
  store.set({ dialog: 'unsaved' });
}

/** The answer to the question: save and go on, go on without, or stay. */
export async function answerUnsaved(answer: 'save' | 'discard' | 'stay'): Promise<void> {
  const action = waiting;
  waiting = undefined;
  store.set({ dialog: null });
  if (answer === 'stay' || !action) return;
  if (answer === 'discard') forgetEdits();
  if (answer === 'discard' || (await save())) await action();
}

async function open(ask: () => Promise<Outcome<OpenedIssue | null>>): Promise<void> {
  store.set({ opening: '' });
  const outcome = await settled(ask());
  store.set({ opening: null });
  take(outcome);
}

function take(outcome: Outcome<OpenedIssue | null>): void {
  if (!outcome.ok) fail(outcome.fault);
  else if (outcome.value) show(outcome.value);
}

/** Opens an issue; what a crash kept from being saved comes back as one step, so that undo leaves it out. */
function show(opened: OpenedIssue): void {
  store.open(opened);
  const { recovered, kept = 0 } = opened;
  if (kept > 0) store.set({ bar: { tone: 'info', text: i18n.t('bar.kept', { count: kept }), details: [], command: 'versions' } });
  if (!recovered) return;
  withoutJournal(() => store.edit(recovered.edit, 'edit.recovered'));
  const time = new Date(recovered.time).toLocaleString(i18n.language);
  store.set({
    bar: { tone: 'info', text: i18n.t('bar.recovered', { count: recovered.count, time }), details: [], command: 'undo' },
  });
}
