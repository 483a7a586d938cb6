/** One method a channel. Nothing is done before the sender and every argument are checked. */
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { InputError } from '../engine/errors';
import type { Edit, Issue } from '../engine/issue';
import { flag, integer, list, matching, oneOf, optional, type Reader, record, text, variant } from '../engine/issue/reading';
import type { Job } from './bridge';
import { CHANNEL } from './channels';
import type { Program } from './program';
import { ORIGIN } from './protocol';
import { settingsReader } from './settings';
import { openWordsFolder } from './word-shelf';

const uuid = matching(/^[0-9a-f-]{36}$/);
const path = text(4096);
const assetName = matching(/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/);
const MOST_ASSETS = 10_000;
const MOST_EDITS = 10_000;
/** Read with the schema where it is used: on saving, and in the job process. */
const document: Reader<Issue> = (value) => value as Issue;
/** Only written down; what comes back from the disk is read with the schema. */
const edit: Reader<Edit> = (value) => value as Edit;

const job = variant<Job>('kind', {
  import: record<Extract<Job, { kind: 'import' }>>({
    kind: oneOf('import'),
    handle: uuid,
    issue: document,
    files: optional(list(path, 1000, 1)),
  }),
  arrange: record<Extract<Job, { kind: 'arrange' }>>({
    kind: oneOf('arrange'),
    handle: uuid,
    issue: document,
    page: integer(1, 1000),
    seed: integer(0, 2 ** 32 - 1),
  }),
  press: record<Extract<Job, { kind: 'press' }>>({
    kind: oneOf('press'),
    handle: uuid,
    issue: document,
    standard: oneOf('pdfx4', 'pdfx1a'),
    spot: flag,
    imposed: flag,
  }),
  preflight: record<Extract<Job, { kind: 'preflight' }>>({
    kind: oneOf('preflight'),
    handle: uuid,
    issue: document,
    standard: oneOf('pdfx4', 'pdfx1a'),
    spot: flag,
  }),
  handoff: record<Extract<Job, { kind: 'handoff' }>>({
    kind: oneOf('handoff'),
    handle: uuid,
    issue: document,
    preset: flag,
    resend: flag,
  }),
});

export function listen(program: Program): void {
  answer(CHANNEL.settings, [], () => program.settings());
  answer(CHANNEL.setSettings, [settingsReader], (settings) => program.setSettings(settings));
  answer(CHANNEL.recent, [], () => program.recent());
  answer(CHANNEL.setDirty, [flag], (dirty) => program.setDirty(dirty));
  answer(CHANNEL.cancel, [], () => program.cancel());
  answer(CHANNEL.ownFonts, [], () => program.ownFonts());
  answer(CHANNEL.openFontsFolder, [], () => program.openFontsFolder());
  answer(CHANNEL.openWordsFolder, [], () => openWordsFolder());
  answer(CHANNEL.reveal, [path], (file) => program.reveal(file));
  outcome(CHANNEL.initialIssue, [], () => program.initialIssue());
  outcome(CHANNEL.openIssue, [], () => program.openIssue());
  outcome(CHANNEL.openRecent, [uuid], (id) => program.openRecent(id));
  outcome(CHANNEL.openSample, [], () => program.openSample());
  outcome(CHANNEL.newIssue, [text(40)], (template) => program.newIssue(template));
  outcome(CHANNEL.save, [uuid, document], (handle, issue) => program.save(handle, issue));
  outcome(CHANNEL.saveAs, [uuid, document], (handle, issue) => program.saveAs(handle, issue));
  outcome(CHANNEL.journal, [uuid, list(edit, MOST_EDITS)], (handle, edits) => program.journal(handle, edits));
  answer(CHANNEL.dropJournal, [uuid], (handle) => program.issues.dropJournal(handle));
  outcome(CHANNEL.missingAssets, [uuid, list(assetName, MOST_ASSETS)], (handle, assets) =>
    program.issues.missingAssets(handle, assets),
  );
  outcome(CHANNEL.wordLists, [uuid], (handle) => program.wordLists(handle));
  outcome(CHANNEL.run, [job], (value) => program.run(value));
  ipcMain.on(CHANNEL.dropped, (event, file: unknown) => {
    if (isOwn(event) && typeof file === 'string' && file.length <= 4096) program.grant(file);
  });

  /** A fault of such a method reaches the window as `{ ok: false }`. */
  function outcome<A extends unknown[], T>(channel: string, readers: Readers<A>, method: (...args: A) => Promise<T>): void {
    ipcMain.handle(channel, (event, ...args: unknown[]) =>
      program.outcome(async () => method(...checked(event, channel, readers, args))),
    );
  }
}

type Readers<A extends unknown[]> = { readonly [K in keyof A]: Reader<A[K]> };

/** A fault of such a method rejects the window's call. */
function answer<A extends unknown[]>(channel: string, readers: Readers<A>, method: (...args: A) => unknown): void {
  ipcMain.handle(channel, (event, ...args: unknown[]) => method(...checked(event, channel, readers, args)));
}

/** Throws InputError `shell.badRequest`. */
function checked<A extends unknown[]>(event: IpcMainInvokeEvent, channel: string, readers: Readers<A>, args: unknown[]): A {
  if (!isOwn(event) || args.length > readers.length) throw new InputError('shell.badRequest', { request: channel });
  try {
    return readers.map((reader, index) => reader(args[index], `[${index}]`)) as A;
  } catch (error) {
    throw new InputError('shell.badRequest', { request: channel }, { cause: error });
  }
}

/** From the window's own page, not from a frame in it. */
function isOwn({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${ORIGIN}/`);
}
