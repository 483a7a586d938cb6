/**
 * Which change mends each problem: asked of the composing worker when nothing has happened for a moment, applied as one step.
 * What is known of a problem holds as long as its page is set as it was.
 */
import { useSyncExternalStore } from 'react';
import type { Issue } from '../../engine/issue/index';
import type { PageReport } from '../compose/protocol';
import type { TryAnswer, TryRequest } from '../compose/trying';
import { CURE_STEPS, type Cure, curesOf } from './cures';
import { type Problem, problemKey, problemsOf } from './problems';
import { signal } from './signal';
import { type DeskState, store } from './store';

/** Asked after so long without a change, milliseconds: trying keeps the worker from nothing then. */
const REST = 500;
/** Problems of the issue that are looked into; of more than these the first are mended first. */
const MOST_PROBLEMS = 60;

/** Place of the change that mends a problem among `curesOf`, −1 where none does, by the page as it is set and the problem. */
const known = new WeakMap<PageReport, Map<string, number>>();
/** How often more became known. */
const answers = signal(0);
let send: ((request: TryRequest) => void) | undefined;
let asked: { readonly id: number; readonly report: PageReport; readonly key: string } | undefined;
let requests = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The composing worker is there to be asked. */
export function connectTrying(to: (request: TryRequest) => void): void {
  send = to;
  let seen = store.get();
  store.subscribe(() => {
    const state = store.get();
    const same = state.layouts === seen.layouts && state.checks === seen.checks && state.revision === seen.revision;
    seen = state;
    if (same) return;
    asked = undefined;
    clearTimeout(timer);
    timer = setTimeout(askNext, REST);
  });
}

/** What the worker found. */
export function takeTried({ id, at }: TryAnswer): void {
  if (asked?.id !== id) return;
  const { report, key } = asked;
  asked = undefined;
  const of = known.get(report) ?? new Map<string, number>();
  known.set(report, of.set(key, at));
  answers.put(answers.get() + 1);
  askNext();
}

function askNext(): void {
  const { issue, layouts, checks, missing, revision, readOnly, proposals } = store.get();
  if (!send || !issue || asked || readOnly || proposals) return;
  for (const problem of problemsOf(issue, layouts, checks, missing).slice(0, MOST_PROBLEMS)) {
    const report = layouts.get(problem.page);
    const key = problemKey(problem);
    if (!report || known.get(report)?.has(key)) continue;
    const edits = curesOf(issue, problem, report.fits).map(({ edit }) => edit);
    if (edits.length === 0) continue;
    requests += 1;
    asked = { id: requests, report, key };
    send({ kind: 'try', id: requests, revision, page: problem.page, rule: problem.rule, blocks: problem.blocks, edits });
    return;
  }
}

/** What was worked out last for a problem. */
const worked = new WeakMap<
  Problem,
  { readonly issue: Issue; readonly fits: PageReport['fits']; readonly cures: readonly Cure[] }
>();

/** Every row asks several times, and with every key: only another document or page has other cures. */
function curesFor(issue: Issue, problem: Problem, { fits }: PageReport): readonly Cure[] {
  const before = worked.get(problem);
  if (before?.issue === issue && before.fits === fits) return before.cures;
  const cures = curesOf(issue, problem, fits);
  worked.set(problem, { issue, fits, cures });
  return cures;
}

/** What mends a problem as the issue stands; undefined where nothing is known to. */
export function cureOf({ issue, layouts, readOnly }: DeskState, problem: Problem): Cure | undefined {
  const report = layouts.get(problem.page);
  const at = report && known.get(report)?.get(problemKey(problem));
  if (!issue || !report || readOnly || at === undefined || at < 0) return undefined;
  return curesFor(issue, problem, report)[at];
}

/** Whether it is known that nothing mends a problem by itself: until then nothing else is offered. */
export function hasNoCure({ issue, layouts }: DeskState, problem: Problem): boolean {
  const report = layouts.get(problem.page);
  if (!issue || !report) return false;
  return known.get(report)?.get(problemKey(problem)) === -1 || curesFor(issue, problem, report).length === 0;
}

/**
 * What is shown of cures, from the state as the lists show it. `select` answers with a plain value: many rows ask, and with
 * every cure that becomes known only those that say something else are drawn again.
 */
export function useCures<T extends string | boolean | undefined>(select: (state: DeskState) => T): T {
  return useSyncExternalStore(watchCures, () => select(store.getCalm()));
}

function watchCures(listener: () => void): () => void {
  const [leaveAnswers, leaveLists] = [answers.watch(listener), store.subscribeLists(listener)];
  return () => {
    leaveAnswers();
    leaveLists();
  };
}

/** Mends a problem as one step; whether there was a way. */
export function applyCure(problem: Problem): boolean {
  const cure = cureOf(store.get(), problem);
  if (!cure) return false;
  store.seal();
  store.edit(cure.edit, CURE_STEPS[cure.words]);
  return true;
}
