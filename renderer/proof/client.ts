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
import { signal } from '../state/signal';
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
let listsSent: unknown;
/** Date and rules that what was found holds for. */
let settings = '';
let revision = 0;
/** What the worker looks at, and with which request. */
const asked = new Map<string, { readonly item: Item; readonly revision: number }>();
/** What it found. */
let checked: ReadonlyMap<string, Checked> = new Map();

/** Findings of the items as they stand. */
interface Found {
  /** In the order of the issue. */
  readonly all: readonly ProofFinding[];
  /** By item, where there are any. */
  readonly of: ReadonlyMap<string, readonly ProofFinding[]>;
}

const NOTHING: readonly ProofFinding[] = [];
const NO_FILES: readonly WordListFile[] = [];
const found = signal<Found>({ all: NOTHING, of: new Map() }, sameFindings);
const files = signal(NO_FILES);

function sameFindings({ all }: Found, other: Found): boolean {
  return all.length === other.all.length && all.every((finding, at) => finding === other.all[at]);
}

/** Once, at the window's start. */
export function startChecking(): void {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'proof' });
  worker.onmessage = ({ data }: MessageEvent<ProofAnswer>) => take(data);
  store.subscribe(watch);
  watch();
}

/** Findings of the whole issue. */
export function useProofs(): readonly ProofFinding[] {
  return useSyncExternalStore(found.watch, proofs);
}

/** Findings of one item; the same list as long as nothing else is found. */
export function useProofsOf(list: TextItem['list'], id: string): readonly ProofFinding[] {
  return useSyncExternalStore(found.watch, () => found.get().of.get(`${list} ${id}`) ?? NOTHING);
}

export function proofs(): readonly ProofFinding[] {
  return found.get().all;
}

/** The word lists that stand ready, as they were last read. */
export const useWordLists = files.use;

/** Reads the folders of word lists again. */
export async function readWordLists(): Promise<void> {
  const { opened } = store.get();
  if (!opened) return;
  const outcome = await bridge().wordLists(opened.handle);
  if (handle !== opened.handle) return;
  files.put(outcome.ok ? outcome.value.lists : NO_FILES);
  askSoon();
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
  files.put(NO_FILES);
  asked.clear();
  checked = new Map();
  show();
  if (next !== undefined) firstFrame.after(() => void readWordLists());
}

function isNew(issue: Issue): boolean {
  return textItems(issue).some((entry) => asked.get(keyOf(entry))?.item !== entry.item);
}

function settingsOf({ date, paper }: Issue): string {
  return JSON.stringify([date, paper.words?.checkOff ?? [], paper.words?.listsOff ?? []]);
}

function ask(): void {
  const { issue } = store.get();
  if (!issue || !worker) return;
  const lists = files.get();
  const off = new Set(issue.paper.words?.listsOff ?? []);
  const used = JSON.stringify(lists.map(({ name, entries }) => [name, entries.length, off.has(name)]));
  const isOther = settingsOf(issue) !== settings || used !== listsSent;
  const items = textItems(issue).filter((entry) => isOther || asked.get(keyOf(entry))?.item !== entry.item);
  show();
  if (items.length === 0) return;
  revision++;
  for (const entry of items) asked.set(keyOf(entry), { item: entry.item, revision });
  const changed =
    used === listsSent ? {} : { lists: lists.filter(({ name }) => !off.has(name)).flatMap(({ entries }) => entries) };
  listsSent = used;
  settings = settingsOf(issue);
  const request: ProofRequest = { revision, ...changed, date: issue.date, off: issue.paper.words?.checkOff ?? [], items };
  worker.postMessage(request);
}

/** What was asked about again meanwhile, as another item or by other rules, waits for that answer. */
function take({ revision: answered, items }: ProofAnswer): void {
  const next = new Map(checked);
  for (const { key, findings } of items) {
    const question = asked.get(key);
    if (question?.revision === answered) next.set(key, { item: question.item, findings });
  }
  checked = next;
  show();
}

function show(): void {
  const { issue } = store.get();
  const entries = issue ? textItems(issue).map((entry) => [keyOf(entry), currentOf(entry)] as const) : [];
  const of = new Map(entries.filter(([, findings]) => findings.length > 0));
  found.put({ all: [...of.values()].flat(), of });
}

/** An item that was changed since it was looked at has none: their places may be wrong. */
function currentOf(entry: TextItem): readonly ProofFinding[] {
  const known = checked.get(keyOf(entry));
  return known?.item === entry.item ? known.findings : NOTHING;
}

function keyOf({ list, item }: TextItem): string {
  return `${list} ${item.id}`;
}
