/** Background jobs, through the bridge. What a job changed comes in as one edit; what it did or failed in is said in the bar. */
import type { Job, JobProgress, JobResult, Proposal } from '../../electron/bridge';
import { type Block, type Id, type Issue, issueDifference } from '../../engine/issue/index';
import { i18n } from '../i18n';
import { bridge } from './bridge';
import { fail, settled } from './outcomes';
import { wishesOf } from './press-choice';
import { isTimely, showFound } from './proposals';
import { noteSaved } from './saving';
import { type JobKind, store } from './store';

/** What follows in the same step from what an import made of the issue, with the photographs that it brought. */
type Finish = (after: Issue, photos: readonly Id[]) => Issue;

/** Takes manuscripts in; asks for files when none were dropped. `finish` puts them where they were dropped. */
export async function importFiles(files?: readonly string[], finish?: Finish): Promise<void> {
  const make = (handle: string, issue: Issue): Job => ({
    kind: 'import',
    handle,
    issue,
    placed: finish !== undefined,
    ...(files ? { files } : {}),
  });
  const result = await run('import', make, finish);
  if (result?.kind !== 'import') return;
  const { report, refused: count } = result;
  if (count > 0) {
    const text = i18n.t(count < result.files ? 'bar.importedRest' : 'bar.importedNone', { count });
    store.set({ bar: { tone: 'error', text, details: report } });
  } else if (report.length > 0) tell(i18n.t('bar.imported'), report);
  store.set({ revised: result.revised });
}

/** Lets the arranger propose the page shown, and again otherwise. */
export function propose(): Promise<void> {
  return proposeFrom((issue) => issue);
}

/** The same with everything that stands on the page left where it is: only what waits finds places. */
export function arrangeRest(): Promise<void> {
  const { page, issue } = store.get();
  const free = new Set(issue?.pages[page - 1]?.blocks.filter(({ locked }) => !locked).map(({ id }) => id));
  const lock = (before: Issue): Issue => ({
    ...before,
    pages: before.pages.map((one) =>
      one.number === page ? { ...one, blocks: one.blocks.map((block) => ({ ...block, locked: true })) } : one,
    ),
  });
  const unlock = (blocks: readonly Block[]) => blocks.map((block) => (free.has(block.id) ? { ...block, locked: false } : block));
  return proposeFrom(lock, unlock);
}

async function proposeFrom(
  given: (issue: Issue) => Issue,
  finish: (blocks: readonly Block[]) => readonly Block[] = (blocks) => blocks,
): Promise<void> {
  const { page, proposals, issue: before } = store.get();
  const seed = proposals?.page === page ? proposals.seed + 1 : 0;
  let isShown = false;
  const show = (answer: readonly Proposal[]): void => {
    const { issue } = store.get();
    const found = answer.map((proposal) => ({ ...proposal, blocks: finish(proposal.blocks) }));
    if (!before || !issue || (isShown && store.get().proposals === null)) return;
    if (!isTimely(before, issue, found)) {
      fail({ text: i18n.t('bar.overtaken') });
      return;
    }
    isShown = true;
    showFound(page, seed, found);
  };
  // Who has accepted one of them, or left them, wants no better ones.
  const unwatch = store.subscribe(() => {
    if (isShown && store.get().proposals === null) cancelJob();
  });
  const result = await run(
    'arrange',
    (handle, issue) => ({ kind: 'arrange', handle, issue: given(issue), page, seed }),
    undefined,
    show,
  );
  unwatch();
  if (result?.kind === 'arrange') show(result.proposals);
}

/** Makes up every page anew, as one step; what is locked stays. Again otherwise when it was just done. */
export async function arrangeIssue(): Promise<void> {
  const last = store.get().history.done.at(-1)?.name === 'edit.arrangeIssue';
  issueSeed = last ? issueSeed + 1 : 0;
  const seed = issueSeed;
  const result = await run('arrangeIssue', (handle, issue) => ({ kind: 'arrangeIssue', handle, issue, seed }));
  if (result?.kind === 'arrangeIssue') tell(i18n.t('bar.arrangedIssue'), result.report);
}

let issueSeed = 0;

/** Writes the press files of the issue as the dialog shows it, and tells of them where the dialog is closed. */
export async function press(): Promise<void> {
  const wishes = wishesOf(store.get());
  store.set({ press: null });
  const result = await run('press', (handle, issue) => ({ kind: 'press', handle, issue, ...wishes }));
  if (result?.kind === 'press') showOutcome(result);
}

type Delivered = Extract<JobResult, { readonly kind: 'press' | 'handoff' }>;

/** What was written, and whether it can go out: files with errors in them are not done. */
export function outcomeOf({ kind, files, errors }: Pick<Delivered, 'kind' | 'files' | 'errors'>, t: typeof i18n.t): string {
  return errors > 0 ? t(`${kind}.doneWithErrors`, { count: files.length, errors }) : t(`${kind}.done`, { count: files.length });
}

/** In the dialog; in the bar where it is closed. */
function showOutcome(result: Delivered): void {
  store.set({ press: result });
  if (store.get().dialog === 'press') return;
  const tone = result.errors > 0 ? 'error' : 'info';
  store.set({ bar: { tone, text: outcomeOf(result, i18n.t), details: [], command: 'press' } });
}

/** Proofs with their stage, their time and what has changed since the last signature: of one page, or of all. */
export async function proof(page?: number): Promise<void> {
  const result = await runProof(page, false);
  if (!result) return;
  const text = i18n.t('bar.proofed', { count: result.files.length, folder: result.folder });
  store.set({ bar: { tone: 'info', text, details: [] } });
}

/** Opens such proofs where they can be printed. */
export async function printProof(page?: number): Promise<void> {
  const result = await runProof(page, true);
  for (const file of result?.files ?? []) await bridge().openFile(file);
}

async function runProof(page: number | undefined, toPrint: boolean): Promise<Extract<JobResult, { kind: 'press' }> | undefined> {
  // They go to the editor, not to the shop.
  const result = await run('press', (handle, issue) => ({ kind: 'press', handle, issue, proof: true, page, toPrint }));
  return result?.kind === 'press' ? result : undefined;
}

/** The whole package for the print shop, as the dialog shows it. */
export async function handOff(resend: boolean): Promise<void> {
  const wishes = wishesOf(store.get());
  store.set({ press: null });
  const result = await run('handoff', (handle, issue) => ({ kind: 'handoff', handle, issue, ...wishes, resend }));
  if (result?.kind === 'handoff') showOutcome(result);
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
  if (outcome && !outcome.ok) fail(outcome.fault);
}

/** The issue that the program has merged and saved already. */
export function takeMerged(issue: Issue): void {
  const { issue: before, history } = store.get();
  if (before) takeOver(before, issue, 'edit.assemble');
  if (store.get().history !== history) noteSaved(store.get().history);
}

/** Ends the running job; what it has written is taken back. */
export function cancelJob(): void {
  void bridge().cancel();
}

/** What the running job tells of itself. */
export function hearProgress({ proposals, ...progress }: JobProgress): void {
  const { job } = store.get();
  if (!job) return;
  store.set({ job: { ...job, progress } });
  if (proposals) hearProposals?.(proposals);
}

let hearProposals: ((proposals: readonly Proposal[]) => void) | undefined;

/** Shows a file in the system’s folders. */
export function reveal(file: string): void {
  void bridge().reveal(file);
}

/** Jobs whose outcome is a change of the issue. */
const CHANGING: ReadonlySet<JobKind> = new Set(['import', 'arrange', 'arrangeIssue', 'replace']);

/** An examination makes way for whatever else is asked for. */
function endExamination(): Promise<void> {
  cancelJob();
  return new Promise((resolve) => {
    const unwatch = store.subscribe(() => {
      if (store.get().job !== null) return;
      unwatch();
      resolve();
    });
  });
}

/**
 * Runs one job at a time on the document as it stands; its changes are taken over as one step. Undefined when it did not run to its end, which is
 * told where it failed.
 */
export async function run(
  kind: JobKind,
  make: (handle: string, issue: Issue) => Job,
  finish: Finish = (after) => after,
  hear?: (proposals: readonly Proposal[]) => void,
): Promise<JobResult | undefined> {
  if (kind !== 'preflight' && store.get().job?.kind === 'preflight') await endExamination();
  const { opened, issue, job, readOnly } = store.get();
  if (!opened || !issue || job || (readOnly && CHANGING.has(kind))) return undefined;
  store.seal();
  store.set({ job: { kind, progress: null }, bar: null });
  hearProposals = hear;
  const outcome = await settled(bridge().run(make(opened.handle, issue)));
  hearProposals = undefined;
  store.set({ job: null });
  if (!outcome.ok) return void fail(outcome.fault);
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
    fail({ text: i18n.t('bar.overtaken') });
  }
}

/** What a job did: that it is done, with its report; a report of one line says so itself. */
function tell(done: string, report: readonly string[]): void {
  const [text = done, ...rest] = report;
  store.set({ bar: rest.length === 0 ? { tone: 'info', text, details: [] } : { tone: 'info', text: done, details: report } });
}
