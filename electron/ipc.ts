/** One method a channel. Nothing is done before the sender and every argument are checked. */
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { InputError } from '../engine/errors';
import type { Edit, Issue } from '../engine/issue';
import {
  flag,
  integer,
  list,
  matching,
  number,
  oneOf,
  optional,
  type Reader,
  record,
  text,
  variant,
} from '../engine/issue/reading';
import { SIGN_STEPS } from '../engine/issue/sign-off';
import { readChoice } from '../engine/press/handoff/preset';
import { userName } from '../engine/store';
import type { Job, MenuState, PlatePartRequest } from './bridge';
import type { ConflictRule, PackagePart, SignRequest } from './bridge-records';
import { CHANNEL } from './channels';
import type { Program } from './program';
import { ORIGIN } from './protocol';
import { revealAsset } from './reveal';
import { settingsReader } from './settings';
import { openShopsFolder, removeShop, saveShop } from './shop-shelf';
import { openWordsFolder } from './word-shelf';

const uuid = matching(/^[0-9a-f-]{36}$/);
const path = text(4096);
const assetName = matching(/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/);
const MOST_ASSETS = 10_000;
const MOST_EDITS = 10_000;
/** A file in the folder of the shops. */
const shopName = matching(/^(?!\.)[^/\\\0]{1,250}\.json$/i);
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
    placed: optional(flag),
  }),
  arrange: record<Extract<Job, { kind: 'arrange' }>>({
    kind: oneOf('arrange'),
    handle: uuid,
    issue: document,
    page: integer(1, 1000),
    seed: integer(0, 2 ** 32 - 1),
  }),
  arrangeIssue: record<Extract<Job, { kind: 'arrangeIssue' }>>({
    kind: oneOf('arrangeIssue'),
    handle: uuid,
    issue: document,
    seed: integer(0, 2 ** 32 - 1),
  }),
  press: record<Extract<Job, { kind: 'press' }>>({
    kind: oneOf('press'),
    handle: uuid,
    issue: document,
    shop: optional(shopName),
    choice: optional(readChoice),
    proof: optional(flag),
    page: optional(integer(1, 64)),
    toPrint: optional(flag),
  }),
  preflight: record<Extract<Job, { kind: 'preflight' }>>({
    kind: oneOf('preflight'),
    handle: uuid,
    issue: document,
    shop: optional(shopName),
    choice: optional(readChoice),
  }),
  handoff: record<Extract<Job, { kind: 'handoff' }>>({
    kind: oneOf('handoff'),
    handle: uuid,
    issue: document,
    shop: optional(shopName),
    choice: optional(readChoice),
    resend: flag,
  }),
  export: record<Extract<Job, { kind: 'export' }>>({ kind: oneOf('export'), handle: uuid, issue: document }),
  replace: record<Extract<Job, { kind: 'replace' }>>({
    kind: oneOf('replace'),
    handle: uuid,
    issue: document,
    photo: text(64),
    file: optional(path),
  }),
});

const platePart = record<PlatePartRequest>({
  plates: uuid,
  page: integer(1, 64),
  plate: text(200),
  scale: number(0.01, 32),
  left: integer(0, 200_000),
  top: integer(0, 200_000),
  width: integer(1, 20_000),
  height: integer(1, 20_000),
});

const signRequest = record<SignRequest>({
  pages: list(integer(1, 64), 64, 1),
  step: oneOf(...SIGN_STEPS),
  verdict: oneOf('passed', 'returned'),
  who: text(100),
  remark: text(2000),
});

/** A shop's preset is read with its schema where it is written. */
const unread: Reader<unknown> = (value) => value;

const part: Reader<PackagePart> = (value, place) =>
  typeof value === 'object' && value !== null && 'page' in value
    ? record<{ page: number }>({ page: integer(1, 64) })(value, place)
    : record<{ articles: readonly string[] }>({ articles: list(text(64), MOST_ASSETS, 1) })(value, place);

const rule = oneOf('ours', 'theirs', 'newer');
const orNull =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, place) =>
    value === null ? null : reader(value, place);
const rules: Reader<Readonly<Record<string, ConflictRule>>> = (value, place) => {
  const pairs = list(record<{ unit: string; rule: ConflictRule }>({ unit: text(100), rule }), MOST_ASSETS)(
    Object.entries((value ?? {}) as object).map(([unit, one]) => ({ unit, rule: one })),
    place,
  );
  return Object.fromEntries(pairs.map((pair) => [pair.unit, pair.rule]));
};

const menuState = record<MenuState>({
  undo: text(200),
  redo: text(200),
  disabled: list(text(40), 400),
  checked: list(text(40), 400),
});

export function listen(program: Program): void {
  answer(CHANNEL.setMenu, [menuState], (state) => program.setMenu(state));
  answer(CHANNEL.popUpMenu, [integer(0, 20_000), integer(0, 20_000)], (x, y) => program.popUpMenu(x, y));
  answer(CHANNEL.openFile, [path], (file) => program.jobs.openFile(file));
  answer(CHANNEL.settings, [], () => program.settings());
  answer(CHANNEL.setSettings, [settingsReader], (settings) => program.setSettings(settings));
  answer(CHANNEL.keepMemory, [], () => program.keepMemory());
  answer(CHANNEL.recent, [], () => program.recent());
  answer(CHANNEL.setDirty, [flag], (dirty) => program.setDirty(dirty));
  answer(CHANNEL.cancel, [], () => program.jobs.cancel());
  answer(CHANNEL.platePart, [platePart], (request) => program.jobs.plates.part(request));
  answer(CHANNEL.ownFonts, [], () => program.ownFonts());
  answer(CHANNEL.openFontsFolder, [], () => program.openFontsFolder());
  answer(CHANNEL.openWordsFolder, [], () => openWordsFolder());
  answer(CHANNEL.shops, [], () => program.shops());
  answer(CHANNEL.openShopsFolder, [], () => openShopsFolder());
  answer(CHANNEL.reveal, [path], (file) => program.jobs.reveal(file));
  outcome(CHANNEL.initialIssue, [], () => program.initialIssue());
  outcome(CHANNEL.openIssue, [], () => program.opening.openIssue());
  outcome(CHANNEL.openRecent, [uuid], (id) => program.opening.openRecent(id));
  outcome(CHANNEL.openSample, [], () => program.opening.openSample());
  outcome(CHANNEL.newIssue, [text(40)], (template) => program.opening.newIssue(template));
  outcome(CHANNEL.save, [uuid, document], (handle, issue) => program.save(handle, issue));
  outcome(CHANNEL.saveAs, [uuid, document], (handle, issue) => program.saveAs(handle, issue));
  outcome(CHANNEL.journal, [uuid, list(edit, MOST_EDITS)], (handle, edits) => program.journal(handle, edits));
  answer(CHANNEL.dropJournal, [uuid], (handle) => program.issues.dropJournal(handle));
  outcome(CHANNEL.missingAssets, [uuid, list(assetName, MOST_ASSETS)], (handle, assets) =>
    program.issues.missingAssets(handle, assets),
  );
  outcome(CHANNEL.revealAsset, [uuid, assetName], async (handle, asset) =>
    revealAsset(program.issues.requireFolder(handle), asset),
  );
  outcome(CHANNEL.wordLists, [uuid], (handle) => program.wordLists(handle));
  outcome(CHANNEL.saveShop, [orNull(shopName), unread], (file, preset) => saveShop(file, preset));
  outcome(CHANNEL.addShop, [], () => program.addShop());
  outcome(CHANNEL.addProfile, [], () => program.addProfile());
  outcome(CHANNEL.removeShop, [shopName], (file) => removeShop(file));
  listenToRecords(program);
  outcome(CHANNEL.run, [job], (value) => program.jobs.run(value));
  ipcMain.on(CHANNEL.dropped, (event, file: unknown) => {
    if (isOwn(event) && typeof file === 'string' && file.length <= 4096) program.jobs.grant(file);
  });

  function outcome<A extends unknown[], T>(channel: string, readers: Readers<A>, method: (...args: A) => Promise<T>): void {
    answerOutcome(program, channel, readers, method);
  }
}

/** Versions, signatures, packages, templates. */
function listenToRecords(program: Program): void {
  const { records, issues } = program;
  const outcome = <A extends unknown[], T>(channel: string, readers: Readers<A>, method: (...args: A) => Promise<T>) =>
    answerOutcome(program, channel, readers, method);
  answer(CHANNEL.closeIssue, [uuid], (handle) => issues.close(handle));
  answer(CHANNEL.templates, [], () => records.templates());
  answer(CHANNEL.userName, [], () => userName());
  outcome(CHANNEL.takeOver, [uuid], (handle) => program.opening.takeOver(handle));
  outcome(CHANNEL.newFromLast, [], () => program.opening.newFromLast());
  outcome(CHANNEL.saveTemplate, [uuid, document, text(60)], (handle, issue, name) => records.saveTemplate(handle, issue, name));
  outcome(CHANNEL.versions, [uuid], (handle) => records.versions(handle));
  outcome(CHANNEL.saveVersion, [uuid, document, text(100)], (handle, issue, name) => records.saveVersion(handle, issue, name));
  outcome(CHANNEL.readVersion, [uuid, text(300)], (handle, id) => records.readVersion(handle, id));
  outcome(CHANNEL.putAway, [uuid, text(300)], (handle, id) => records.putAway(handle, id));
  outcome(CHANNEL.signatures, [uuid, document], (handle, issue) => records.signatures(handle, issue));
  outcome(CHANNEL.sign, [uuid, document, signRequest], (handle, issue, request) => records.sign(handle, issue, request));
  outcome(CHANNEL.signSheet, [uuid, document], (handle, issue) => records.signSheet(handle, issue));
  outcome(CHANNEL.pack, [uuid, part], (handle, wanted) => records.pack(handle, wanted));
  outcome(CHANNEL.assemble, [uuid, orNull(uuid), rules, orNull(rule)], (handle, token, decided, all) =>
    records.assemble(handle, token, decided, all),
  );
}

/** A fault of such a method reaches the window as `{ ok: false }`. */
function answerOutcome<A extends unknown[], T>(
  program: Program,
  channel: string,
  readers: Readers<A>,
  method: (...args: A) => Promise<T>,
): void {
  ipcMain.handle(channel, (event, ...args: unknown[]) =>
    program.outcome(async () => method(...checked(event, channel, readers, args))),
  );
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
