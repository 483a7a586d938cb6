/**
 * The journal: every edit goes to the disk within a moment, so that a crash loses none. While the document is being saved
 * the edits wait: those made meanwhile belong to the next journal.
 */
import type { Fault, InLanguages } from '../../electron/bridge';
import type { Edit } from '../../engine/issue/index';
import { i18n } from '../i18n';
import { bridge } from './bridge';
import { targetsOf } from './history';
import { store } from './store';

/** The longest that an edit waits, milliseconds. */
const WAIT = 400;

/** After a disk has failed, milliseconds. */
const RETRY = 3000;

let handle: string | undefined;
let waiting: Edit[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let paused = false;
/** The disk has not taken the last edits. */
let failed = false;
let whenBack = (): void => {};

/** @param back called when a disk that failed takes edits again */
export function keepJournal(back: () => void): void {
  whenBack = back;
  store.watchEdits((edit) => {
    if (paused) return;
    const { opened } = store.get();
    if (opened?.handle !== handle) waiting = [];
    handle = opened?.handle;
    waiting = joined(waiting, edit);
    if (timer === undefined) timer = setTimeout(flush, WAIT);
  });
}

/** Makes an edit that the journal holds already. */
export function withoutJournal(work: () => void): void {
  paused = true;
  try {
    work();
  } finally {
    paused = false;
  }
}

/** Edits that wait and stand in a document which is being saved; to be given back when that fails. */
export function takeWaiting(): readonly Edit[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

export function giveBack(edits: readonly Edit[]): void {
  waiting = [...edits, ...waiting];
}

/** The user goes on without the edits since the last save. */
export function forgetEdits(): void {
  waiting = [];
  const { opened } = store.get();
  if (opened) void bridge().dropJournal(opened.handle);
}

/** Of edits in a row that replace the same thing, as those of typing, the last says it all. */
function joined(edits: readonly Edit[], edit: Edit): Edit[] {
  const last = edits.at(-1);
  const replaces = last !== undefined && targetsOf(last).join() === targetsOf(edit).join();
  return [...(replaces ? edits.slice(0, -1) : edits), edit];
}

/** Once: the disk is tried again and again. What a save failed by stands already. */
function tellOf({ text: reason, texts: reasons }: Fault): void {
  if (store.get().disk) return;
  const text = i18n.t('bar.journal', { text: reason });
  const said = (lng: keyof InLanguages) => i18n.t('bar.journal', { text: reasons?.[lng] ?? reason, lng });
  const texts = { 'zh-CN': said('zh-CN'), en: said('en') };
  store.set({ disk: { tone: 'error', text, texts, details: [], command: 'saveAs' } });
}

async function flush(): Promise<void> {
  timer = undefined;
  const { opened, saving, savedAt } = store.get();
  if (waiting.length === 0 || opened?.handle !== handle) return;
  if (saving) {
    timer = setTimeout(flush, WAIT);
    return;
  }
  const edits = waiting;
  waiting = [];
  const outcome = await bridge().journal(opened!.handle, edits);
  if (outcome.ok) {
    if (failed) whenBack();
    failed = false;
    return;
  }
  tellOf(outcome.fault);
  failed = true;
  while (store.get().saving) await new Promise((resolve) => setTimeout(resolve, WAIT));
  if (store.get().opened !== opened || store.get().savedAt !== savedAt) return;
  // They are tried again, in their order, until the disk takes them or the document is saved with them.
  waiting = [...edits, ...waiting];
  timer ??= setTimeout(flush, RETRY);
}
