/** Saving, asked for or after every rest in the work; what fails is said in the bar. */
import type { Fault } from '../../electron/bridge';
import { bridge } from './bridge';
import { type History, lastStep } from './history';
import { giveBack, takeWaiting } from './journal';
import { settled } from './outcomes';
import { store } from './store';

/** Tells when the document gets its first change after saving, and when it is saved: for the title bar and the close question. */
export function watchDirty(): void {
  let told = false;
  store.subscribe(() => {
    const { dirty } = store.get();
    if (dirty === told) return;
    told = dirty;
    void bridge().setDirty(dirty);
  });
}

/** Saves the document as it stands now; whether that succeeded. */
export async function save(): Promise<boolean> {
  store.seal();
  return write();
}

/** Changes are saved when nobody has touched the document for so long, milliseconds. */
const QUIET = 1500;

/** Saves after every rest in the work, while that is set. Never in the middle of a job, nor again after a save that failed. */
export function watchQuiet(): void {
  let revision = store.get().revision;
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe(() => {
    const state = store.get();
    if (!state.dirty || state.revision === revision) return;
    revision = state.revision;
    clearTimeout(timer);
    timer = setTimeout(rest, QUIET);
  });

  function rest(): void {
    const { dirty, saving, job, dialog, disk, settings, readOnly } = store.get();
    if (!dirty || readOnly || settings.autosave === false || disk?.ofSave) return;
    if (saving || job !== null || dialog !== null) timer = setTimeout(rest, QUIET);
    else void write();
  }
}

/** A disk that failed takes edits again: what its failing left undone is done. */
export function diskIsBack(): void {
  const { dirty, settings } = store.get();
  clearFailure();
  if (dirty && settings.autosave !== false) void write();
}

/** The row of edits that is being made stays open: a drag that rests can still be taken back whole. */
async function write(): Promise<boolean> {
  const { opened, issue, history, saving } = store.get();
  if (!opened || !issue || saving) return false;
  const unwritten = takeWaiting();
  store.set({ saving: true });
  const outcome = await settled(bridge().save(opened.handle, issue));
  if (!outcome.ok) giveBack(unwritten);
  store.set({ saving: false });
  if (!outcome.ok) failToSave(outcome.fault);
  else if (store.get().opened === opened) noteSaved(history);
  return outcome.ok;
}

/** Saves to another folder, asked for, and goes on there: for when the folder is gone or cannot be written. */
export async function saveAs(): Promise<void> {
  const { opened, issue, history, saving } = store.get();
  if (!opened || !issue || saving) return;
  store.seal();
  const unwritten = takeWaiting();
  store.set({ saving: true });
  const outcome = await settled(bridge().saveAs(opened.handle, issue));
  if (!outcome.ok || outcome.value === null) giveBack(unwritten);
  store.set({ saving: false });
  if (!outcome.ok) failToSave(outcome.fault);
  else if (outcome.value !== null && store.get().opened === opened) {
    store.rename(outcome.value);
    store.set({ readOnly: null, copies: [] });
    noteSaved(history);
  }
}

function failToSave({ code, ...said }: Fault): void {
  if (code === 'store.takenOver') store.set({ readOnly: { code, ...said, canTakeOver: true }, bar: null });
  else store.set({ disk: { tone: 'error', ...said, details: [], ofSave: true, command: 'saveAs' } });
}

/** The document of that history is on disk; what the last save failed by is past. */
export function noteSaved(history: History): void {
  store.saved(lastStep(history));
  clearFailure();
}

function clearFailure(): void {
  if (store.get().disk) store.set({ disk: null });
}
