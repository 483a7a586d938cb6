/** The problems of the issue, and their words. */
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { type Problem, problemKey, problemsOf, sameProblem } from '../state/problems';
import { useDeskAtRest } from '../state/store';

/** All problems as of the last reports; while someone types they follow when there is time. */
export function useProblems(): readonly Problem[] {
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  const layouts = useDeferredValue(useDeskAtRest((state) => state.layouts));
  const checks = useDeferredValue(useDeskAtRest((state) => state.checks));
  const missing = useDeskAtRest((state) => state.missing);
  return issue ? counted(issue, layouts, checks, missing) : NONE;
}

const NONE: readonly Problem[] = [];
let last: { readonly from: Parameters<typeof problemsOf>; readonly problems: readonly Problem[] } | undefined;

/** Counted once for all who show them; a problem that says the same as before is the same object. */
function counted(...from: Parameters<typeof problemsOf>): readonly Problem[] {
  if (last?.from.every((part, at) => part === from[at])) return last.problems;
  const known = new Map(last?.problems.map((problem) => [problemKey(problem), problem]));
  const problems = problemsOf(...from).map((problem) => {
    const before = known.get(problemKey(problem));
    return before && sameProblem(before, problem) ? before : problem;
  });
  last = { from, problems };
  return problems;
}

/** A problem in words: kind, sentence, place, cure. */
export function useProblemWords({ rule, page, subjects, cell, amount, detail }: Problem) {
  const { t, i18n } = useTranslation();
  const key = i18n.exists(`problem.${rule}.name`) ? rule : 'other';
  const titles = subjects.map(({ kind, title }) =>
    title === '' ? t(`block.kind.${kind}`) : t('format.title', { title: shortened(title) }),
  );
  return {
    name: t(`problem.${key}.name`),
    text: t(`problem.${key}.text`, { titles: new Intl.ListFormat(i18n.language).format(titles), count: amount, detail }),
    cure: t(`problem.${key}.cure`),
    place: cell ? t('problems.placeColumn', { page, column: cell.column + 1, row: cell.row + 1 }) : t('problems.place', { page }),
  };
}

/** Figures of a sentence stay in sight when the title in it is long. */
const TITLE_LENGTH = 12;

function shortened(title: string): string {
  const letters = [...title];
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH - 1).join('')}…` : title;
}
