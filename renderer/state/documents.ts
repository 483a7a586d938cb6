/**
 * Opening, saving and the background jobs, through the bridge. What a job changed comes in as one edit; what fails is said
 * in the bar under the top bar.
 */
import type { Fault, Job, JobResult, OpenedIssue, Outcome } from '../../electron/bridge';
import { apply, type Id, type Issue, issueDifference } from '../../engine/issue/index';
import { i18n } from '../i18n';
import { bridge } from './bridge';
import { type History, lastStep } from './history';
import { forgetEdits, giveBack, takeWaiting, withoutJournal } from './journal';
import { isTimely } from './proposals';
import { type JobKind, store } from './store';

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

/** What the command line or a second start asks for. */
export async function openInitial(): Promise<void> {
  bridge().onOpened((outcome) => leave(async () => take(outcome)));
  bridge().onProgress((progress) => {
    const { job, opening } = store.get();
    if (job) store.set({ job: { ...job, progress } });
    else if (opening !== null) store.set({ opening: progress.step });
  });
  await open(() => bridge().initialIssue());
}

export function openIssue(): void {
  leave(() => open(() => bridge().openIssue()));
}

export function openRecent(id: string): void {
  leave(() => open(() => bridge().openRecent(id)));
}

export function openSample(): void {
  leave(() => open(() => bridge().openSample()));
}

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
    const { dirty, saving, job, dialog, bar, settings, readOnly } = store.get();
    if (!dirty || readOnly || settings.autosave === false || bar?.ofSave) return;
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

function failToSave({ code, text }: Fault): void {
  if (code === 'store.takenOver') store.set({ readOnly: { code, text, canTakeOver: true }, bar: null });
  else store.set({ bar: { tone: 'error', text, details: [], ofSave: true, command: 'saveAs' } });
}

/** The document of that history is on disk; what the last save failed by is past. */
function noteSaved(history: History): void {
  store.saved(lastStep(history));
  clearFailure();
}

/** Takes away what the bar says of a disk that did not take the document or its edits. */
function clearFailure(): void {
  const { bar } = store.get();
  if (bar?.ofSave || (bar?.tone === 'error' && bar.command === 'saveAs')) store.set({ bar: null });
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
  if (!outcome.ok) fail(outcome.fault.text);
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

/** What follows in the same step from what an import made of the issue, with the photographs that it brought. */
type Finish = (after: Issue, photos: readonly Id[]) => Issue;

/** Takes manuscripts in; asks for files when none were dropped. `finish` puts them where they were dropped. */
export async function importFiles(files?: readonly string[], finish?: Finish): Promise<void> {
  const make = (handle: string, issue: Issue): Job => ({ kind: 'import', handle, issue, ...(files ? { files } : {}) });
  const result = await run('import', make, finish);
  if (result?.kind !== 'import') return;
  if (result.report.length > 0) tell(i18n.t('bar.imported'), result.report);
  store.set({ revised: result.revised });
}

/** Lets the arranger propose the page shown, and again otherwise. Where there is one way only, it is taken. */
export async function propose(): Promise<void> {
  const { page, proposals, issue: before } = store.get();
  const seed = proposals?.page === page ? proposals.seed + 1 : 0;
  const result = await run('arrange', (handle, issue) => ({ kind: 'arrange', handle, issue, page, seed }));
  const { issue } = store.get();
  if (result?.kind !== 'arrange' || !before || !issue) return;
  const { proposals: found, report } = result;
  if (!isTimely(before, issue, found)) return fail(i18n.t('bar.overtaken'));
  if (found.length > 1) return store.setProposals({ page, seed, found, at: 0, peeking: false, marked: true });
  takeOver(issue, apply(issue, { type: 'setPageBlocks', page, blocks: found[0]!.blocks }).issue, 'edit.arrange');
  tell(i18n.t('bar.arranged', { page }), report);
}

export type PressChoice = Pick<Extract<Job, { readonly kind: 'press' }>, 'standard' | 'spot' | 'imposed'>;

export async function press(choice: PressChoice): Promise<void> {
  store.set({ press: null });
  const result = await run('press', (handle, issue) => ({ kind: 'press', handle, issue, ...choice }));
  if (result?.kind !== 'press') return;
  store.set({ press: result });
  if (store.get().dialog === 'press') return;
  const text = i18n.t('press.done', { count: result.files.length });
  store.set({ bar: { tone: 'info', text, details: [], command: 'press' } });
}

/** Proofs of all pages, with their stage, their time and what has changed since the last signature. */
export async function proof(): Promise<void> {
  const plain = { standard: 'pdfx4', spot: false, imposed: false, proof: true } as const;
  const result = await run('press', (handle, issue) => ({ kind: 'press', handle, issue, ...plain }));
  if (result?.kind !== 'press') return;
  const text = i18n.t('bar.proofed', { count: result.files.length, folder: result.folder });
  store.set({ bar: { tone: 'info', text, details: [] } });
}

/** Examines the issue as it would be pressed, with its plates. */
export async function preflight({ standard, spot }: PressChoice): Promise<void> {
  const { revision, issue: examined } = store.get();
  const result = await run('preflight', (handle, issue) => ({ kind: 'preflight', handle, issue, standard, spot }));
  if (result?.kind !== 'preflight' || !examined) return;
  store.set({ preflight: { findings: result.findings, pages: result.pages, revision, issue: examined, spot } });
}

/** The whole package for the print shop. */
export async function handOff(preset: boolean, resend: boolean): Promise<void> {
  store.set({ press: null });
  const result = await run('handoff', (handle, issue) => ({ kind: 'handoff', handle, issue, preset, resend }));
  if (result?.kind === 'handoff') store.set({ press: result });
}

/** What stands on pages, as text and web pages. */
export async function exportArticles(): Promise<void> {
  const result = await run('export', (handle, issue) => ({ kind: 'export', handle, issue }));
  if (result?.kind !== 'export') return;
  const { articles, pictures, folder, missing } = result;
  const details = missing.map((file) => i18n.t('bar.exportMissing', { file }));
  store.set({ bar: { tone: 'info', text: i18n.t('bar.exported', { articles, pictures, folder }), details } });
}

/** Another file in place of a photograph's; asks for one when none was dropped. */
export async function replacePhoto(photo: Id, file?: string): Promise<void> {
  await run('replace', (handle, issue) => ({ kind: 'replace', handle, issue, photo, ...(file ? { file } : {}) }));
}

/** Shows the original of a photograph in the system's file manager. */
export async function revealAsset(asset: string): Promise<void> {
  const { opened } = store.get();
  const outcome = opened && (await settled(bridge().revealAsset(opened.handle, asset)));
  if (outcome && !outcome.ok) fail(outcome.fault.text);
}

/** The issue that the program has merged and saved already. */
export function takeMerged(issue: Issue): void {
  const { issue: before, history } = store.get();
  if (before) takeOver(before, issue, 'edit.assemble');
  if (store.get().history !== history) noteSaved(store.get().history);
}

export function cancelJob(): void {
  void bridge().cancel();
}

export function reveal(file: string): void {
  void bridge().reveal(file);
}

/** Jobs whose outcome is a change of the issue. */
const CHANGING: ReadonlySet<JobKind> = new Set(['import', 'arrange', 'replace']);

/** Runs one job at a time on the document as it stands; its changes are taken over as one step. */
async function run(
  kind: JobKind,
  make: (handle: string, issue: Issue) => Job,
  finish: Finish = (after) => after,
): Promise<JobResult | undefined> {
  const { opened, issue, job, readOnly } = store.get();
  if (!opened || !issue || job || (readOnly && CHANGING.has(kind))) return undefined;
  store.seal();
  store.set({ job: { kind, progress: null }, bar: null });
  const outcome = await settled(bridge().run(make(opened.handle, issue)));
  store.set({ job: null });
  if (!outcome.ok) return void fail(outcome.fault.text);
  if (store.get().opened !== opened) return undefined;
  if ('issue' in outcome.value)
    takeOver(issue, finish(outcome.value.issue, 'photos' in outcome.value ? outcome.value.photos : []), `edit.${kind}`);
  return outcome.value;
}

/** Edits made while the job ran stay, where they do not concern what the job changed. */
function takeOver(before: Issue, after: Issue, name: string): void {
  const edit = issueDifference(before, after, name);
  if (edit.type === 'batch' && edit.edits.length === 0) return;
  try {
    store.edit(edit, name);
  } catch {
    fail(i18n.t('bar.overtaken'));
  }
}

/** What a job did: that it is done, with its report; a report of one line says so itself. */
function tell(done: string, report: readonly string[]): void {
  const [text = done, ...rest] = report;
  store.set({ bar: rest.length === 0 ? { tone: 'info', text, details: [] } : { tone: 'info', text: done, details: report } });
}

function fail(text: string): void {
  store.set({ bar: { tone: 'error', text, details: [] } });
}

/** A rejected promise as a fault, so that nothing fails in silence. */
async function settled<T>(promise: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await promise;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { code: 'program', text: i18n.t('bar.program', { text }) } };
  }
}
