/** The problems of the issue, and their words. */
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Problem, problemsOf } from '../state/problems';
import { useDeskAtRest } from '../state/store';

/** All problems as of the last reports; while someone types they follow when there is time. */
export function useProblems(): readonly Problem[] {
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  const layouts = useDeferredValue(useDeskAtRest((state) => state.layouts));
  const checks = useDeferredValue(useDeskAtRest((state) => state.checks));
  const missing = useDeskAtRest((state) => state.missing);
  return useMemo(() => (issue ? problemsOf(issue, layouts, checks, missing) : []), [issue, layouts, checks, missing]);
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
    text: t(`problem.${key}.text`, { titles: titles.join(''), count: amount, detail }),
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
