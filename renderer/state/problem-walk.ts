/** Going from problem to problem, and mending the one that was come to. */
import { findingAtHand, mend, showFinding } from '../proof/findings';
import { atHand, takeInHand } from './at-hand';
import { applyCure, cureOf, hasNoCure } from './curing';
import { blockOf, chosenArticle, photosOf } from './facts';
import { propose, replacePhoto } from './jobs';
import { type Problem, problemKey, problemsOf } from './problems';
import { type DeskState, pageOfBlock, store } from './store';
import { writeThere } from './write-there';

function problemsIn({ issue, layouts, checks, missing }: DeskState): readonly Problem[] {
  return issue ? problemsOf(issue, layouts, checks, missing) : [];
}

/** Goes to where a problem is and selects what it is about. */
export function showProblem(problem: Problem): void {
  takeInHand('problem', problemKey(problem));
  if (store.get().listing !== 'problems') store.set({ listing: 'problems' });
  const [block] = problem.blocks;
  if (block === undefined) store.goTo(problem.page);
  else store.showBlock(block);
}

/** Goes to the problem after the one shown last, or after that of the selected block, round and round. */
export function walkProblems(step: number): void {
  const state = store.get();
  const problems = problemsIn(state);
  const { length } = problems;
  if (length === 0) return;
  const at = problems.indexOf(problemAtHand(state, problems)!);
  const next = at < 0 ? (step > 0 ? 0 : length - 1) : (at + step + length) % length;
  showProblem(problems[next]!);
}

/** The problem shown last while it still stands, else the first one of the selected block. */
function problemAtHand(state: DeskState, problems = problemsIn(state)): Problem | undefined {
  const key = atHand('problem');
  const shown = problems.find((problem) => problemKey(problem) === key);
  const ofSelection = problems.find(({ blocks }) => state.selection !== null && blocks.includes(state.selection));
  return shown && (state.selection === null || shown.blocks.includes(state.selection)) ? shown : ofSelection;
}

/** What leads on where no change of the page mends a problem by itself. */
export type Way = 'cutText' | 'writeHeadline' | 'replacePicture' | 'proposeAgain';

const WAYS: Readonly<Record<string, Way>> = {
  overset: 'cutText',
  'headline-narrowed': 'writeHeadline',
  'headline-smaller': 'writeHeadline',
  'headline-deeper': 'writeHeadline',
  'picture-lost': 'replacePicture',
  'split-page': 'proposeAgain',
  'through-rule': 'proposeAgain',
  'one-sided-pictures': 'proposeAgain',
  'broken-order': 'proposeAgain',
  'lead-low': 'proposeAgain',
};

/** The way out of a problem without a cure; undefined where the editor has to see. */
export function wayOf(problem: Problem): Way | undefined {
  return WAYS[problem.rule];
}

/** Goes that way. */
export function takeWay(problem: Problem): void {
  const way = wayOf(problem);
  const { issue, missing } = store.get();
  showProblem(problem);
  if (way === 'proposeAgain') void propose();
  if (way === 'writeHeadline') writeHeadline(problem);
  if (way === 'cutText') store.set({ story: chosenArticle(store.get())?.id ?? null });
  if (way !== 'replacePicture' || !issue) return;
  const block = issue.pages[(pageOfBlock(issue, problem.blocks[0]!) ?? 1) - 1]?.blocks.find(({ id }) => id === problem.blocks[0]);
  const photos = block ? photosOf(issue, block) : [];
  const lost = issue.photos.find(({ id, asset }) => photos.includes(id) && missing.has(asset));
  if (lost) void replacePhoto(lost.id);
}

function writeHeadline({ blocks: [id] }: Problem): void {
  const content = blockOf(store.get().issue, id ?? null)?.content;
  if (id !== undefined && content?.kind === 'article')
    writeThere(id, { list: 'articles', id: content.article, field: 'headline' });
}

/** Whether there is something to mend, and a way to. */
export function canCure(state: DeskState): boolean {
  if (findingAtHand()) return true;
  const problem = problemAtHand(state);
  return (
    problem !== undefined && (cureOf(state, problem) !== undefined || (hasNoCure(state, problem) && wayOf(problem) !== undefined))
  );
}

/** Mends what was come to, as one step, or leads to where it can be. */
export function cureAtHand(): void {
  const finding = findingAtHand();
  if (finding) {
    if (finding.suggestion === undefined) showFinding(finding);
    else mend(finding);
    return;
  }
  const problem = problemAtHand(store.get());
  if (problem && !applyCure(problem) && hasNoCure(store.get(), problem)) takeWay(problem);
}
