/** The state of the pages' signatures in the user's words, for both shells and the press. */
import type { Issue } from '../engine/issue';
import { type PageSignOff, SIGN_STEPS, type SignEntry, type SignStep } from '../engine/issue/sign-off';
import { signOffs } from '../engine/store';
import { type Language, localTime, sentence } from './say';

/** How a page stands with its signatures. */
export interface PageState {
  readonly page: number;
  /** Step of the last proof that was signed; empty when none was. */
  readonly stage: string;
  readonly released: boolean;
  /** Signed by the final review and changed since. */
  readonly changed: boolean;
  readonly steps: readonly StepState[];
}

/** The last word on one step of a page. */
export interface StepState {
  readonly step: SignStep;
  readonly verdict: SignEntry['verdict'];
  readonly who: string;
  readonly time: string;
  readonly remark: string;
  /** What was signed is what stands. */
  readonly stands: boolean;
  /** Saved version that it was seen in. */
  readonly version: string;
}

/** What the record says of every page as it stands. */
export function pageStates(issue: Issue, entries: readonly SignEntry[]): readonly PageState[] {
  return [...signOffs(issue, entries)].map(([page, state]) => stateOf(page, state, entries));
}

function stateOf(page: number, state: PageSignOff, entries: readonly SignEntry[]): PageState {
  const steps = SIGN_STEPS.flatMap((step) => {
    const last = state.last.get(step);
    if (!last) return [];
    const { verdict, who, time, remark, version } = last;
    const stands = state.standing.has(step) || (verdict === 'returned' && state.latest === last && entries.includes(last));
    return [{ step, verdict, who, time, remark, stands, version }];
  });
  return { page, stage: state.stage ?? '', released: state.released, changed: state.changedSince !== undefined, steps };
}

/** 小样, 初审 … in the user's language. */
export function stepName(step: SignStep, language: Language): Promise<string> {
  return sentence(`shell.step-${step}`, {}, language);
}

/** A line a page, then one a signature. */
export async function stateLines(states: readonly PageState[], language: Language): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { page, stage, released, changed, steps } of states) {
    const named = stage === '' ? await sentence('shell.sign-none', {}, language) : await stepName(stage as SignStep, language);
    const code = released ? 'shell.sign-released' : changed ? 'shell.sign-changed' : 'shell.sign-open';
    lines.push(await sentence(code, { page, stage: named }, language));
    for (const { step, verdict, who, time, remark, stands } of steps) {
      const kind = verdict === 'returned' ? 'returned' : stands ? 'passed' : 'outdated';
      const params = { step: await stepName(step, language), who, time: localTime(time), remark };
      lines.push(await sentence(remark === '' ? `shell.signed-${kind}` : `shell.signed-${kind}-remark`, params, language));
    }
  }
  return lines;
}
