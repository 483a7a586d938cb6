/**
 * Keeps the findings of the text checks in step with the issue. Only items that changed go to the worker, when their writer
 * rests for a moment; a finding is shown as long as its item is the one that was looked at.
 */
import { useSyncExternalStore } from 'react';
import type { WordListFile } from '../../electron/bridge';
import type { Issue } from '../../engine/issue/index';
import { type ProofFinding, type TextItem, textItems } from '../../engine/proofread';
import { bridge } from '../state/bridge';
import { firstFrame } from '../state/first-frame';
import { store } from '../state/store';
import type { ProofAnswer, ProofRequest } from './protocol';

/** Words are checked after so long without a key, milliseconds. */
const REST = 250;

type Item = TextItem['item'];

interface Checked {
  readonly item: Item;
  readonly findings: readonly ProofFinding[];
}

let worker: Worker | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let handle: string | undefined;
let files: readonly WordListFile[] = [];
let listsSent: unknown;
/** Date and rules that what was found holds for. */
let settings = '';
let revision = 0;
/** What the worker looks at, and what it found. */
const asked = new Map<string, Item>();
let checked: ReadonlyMap<string, Checked> = new Map();
/** The findings of the items as they stand, in the order of the issue. */
let shown: readonly ProofFinding[] = [];
/** The same by item, where there are any. */
let shownOf: ReadonlyMap<string, readonly ProofFinding[]> = new Map();
const listeners = new Set<() => void>();

/** Once, at the window's start. */
export function startChecking(): void {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'proof' });
  worker.onmessage = ({ data }: MessageEvent<ProofAnswer>) => take(data);
  store.subscribe(watch);
  watch();
}

/** Findings of the whole issue. */
export function useProofs(): readonly ProofFinding[] {
  return useSyncExternalStore(listen, proofs);
}

/** Findings of one item; the same list as long as nothing else is found. */
export function useProofsOf(list: TextItem['list'], id: string): readonly ProofFinding[] {
  return useSyncExternalStore(listen, () => shownOf.get(`${list} ${id}`) ?? NOTHING);
}

const NOTHING: readonly ProofFinding[] = [];

export function proofs(): readonly ProofFinding[] {
  return shown;
}

/** The word lists that stand ready, as they were last read. */
export function useWordLists(): readonly WordListFile[] {
  return useSyncExternalStore(listen, () => files);
}

/** Reads the folders of word lists again. */
export async function readWordLists(): Promise<void> {
  const { opened } = store.get();
  if (!opened) return;
  const outcome = await bridge().wordLists(opened.handle);
  if (handle !== opened.handle) return;
  files = outcome.ok ? outcome.value.lists : [];
  askSoon();
  tell();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

function watch(): void {
  const { opened, issue } = store.get();
  if (opened?.handle !== handle) open(opened?.handle);
  if (issue && (isNew(issue) || settingsOf(issue) !== settings)) askSoon();
}

function askSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => firstFrame.after(ask), REST);
}

function open(next: string | undefined): void {
  handle = next;
  files = [];
  asked.clear();
  checked = new Map();
  show();
  if (next !== undefined) firstFrame.after(() => void readWordLists());
}

function isNew(issue: Issue): boolean {
  return textItems(issue).some((entry) => asked.get(keyOf(entry)) !== entry.item);
}

function settingsOf({ date, paper }: Issue): string {
  return JSON.stringify([date, paper.words?.checkOff ?? [], paper.words?.listsOff ?? []]);
}

function ask(): void {
  const { issue } = store.get();
  if (!issue || !worker) return;
  const off = new Set(issue.paper.words?.listsOff ?? []);
  const used = JSON.stringify(files.map(({ name, entries }) => [name, entries.length, off.has(name)]));
  const isOther = settingsOf(issue) !== settings || used !== listsSent;
  const items = textItems(issue).filter((entry) => isOther || asked.get(keyOf(entry)) !== entry.item);
  show();
  if (items.length === 0) return;
  revision++;
  for (const entry of items) asked.set(keyOf(entry), entry.item);
  const lists = used === listsSent ? {} : { lists: files.filter(({ name }) => !off.has(name)).flatMap(({ entries }) => entries) };
  listsSent = used;
  settings = settingsOf(issue);
  const request: ProofRequest = { revision, ...lists, date: issue.date, off: issue.paper.words?.checkOff ?? [], items };
  worker.postMessage(request);
}

function take({ items }: ProofAnswer): void {
  const next = new Map(checked);
  for (const { key, findings } of items) {
    const item = asked.get(key);
    if (item) next.set(key, { item, findings });
  }
  checked = next;
  show();
}

function show(): void {
  const { issue } = store.get();
  const found = issue ? textItems(issue).map((entry) => [keyOf(entry), currentOf(entry)] as const) : [];
  const next = found.flatMap(([, findings]) => findings);
  if (next.length === shown.length && next.every((finding, at) => finding === shown[at])) return;
  shown = next;
  shownOf = new Map(found.filter(([, findings]) => findings.length > 0));
  tell();
}

/** An item that was changed since it was looked at has none: their places may be wrong. */
function currentOf(entry: TextItem): readonly ProofFinding[] {
  const known = checked.get(keyOf(entry));
  return known?.item === entry.item ? known.findings : NOTHING;
}

function keyOf({ list, item }: TextItem): string {
  return `${list} ${item.id}`;
}
