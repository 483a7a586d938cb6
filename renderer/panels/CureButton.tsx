/** The button that mends a problem, or leads to where it can be mended; pointing at it shows on the page what it would do. */
import { useTranslation } from 'react-i18next';
import { apply } from '../../engine/issue/index';
import type { Cure } from '../state/cures';
import { applyCure, cureOf, hasNoCure, useCures } from '../state/curing';
import { keyOf } from '../state/keys';
import { takeWay, wayOf } from '../state/problem-walk';
import type { Problem } from '../state/problems';
import { shortcutText } from '../state/shortcuts';
import { showCure } from '../state/shown-cure';
import { store } from '../state/store';

/** Words of what the button of a problem does; undefined where it has none. */
export function useCureWords(problem: Problem): string | undefined {
  const { t } = useTranslation();
  const cure = useCures((state) => wordsOf(cureOf(state, problem)));
  const none = useCures((state) => state.readOnly === null && hasNoCure(state, problem));
  if (cure !== undefined) {
    const [words, values] = JSON.parse(cure) as [string, Cure['values']];
    return t(`cure.${words}`, values);
  }
  const way = none ? wayOf(problem) : undefined;
  return way && t(`cure.${way}`, { count: problem.amount });
}

/** As one string, so that a row is drawn again only when it says something else. */
function wordsOf(cure: Cure | undefined): string | undefined {
  return cure && JSON.stringify([cure.words, cure.values]);
}

/** Nothing where the problem has neither a cure nor a way to one. */
export function CureButton({ problem, look = 'link' }: { readonly problem: Problem; readonly look?: 'link' | 'outline' }) {
  const { t } = useTranslation();
  const words = useCureWords(problem);
  if (words === undefined) return null;
  const point = () => {
    const { issue } = store.get();
    const cure = cureOf(store.get(), problem);
    const blocks = issue && cure && apply(issue, cure.edit).issue.pages[problem.page - 1]?.blocks;
    showCure(blocks ? { page: problem.page, blocks } : null);
  };
  const leave = () => showCure(null);
  const run = () => {
    leave();
    if (!applyCure(problem)) takeWay(problem);
  };
  return (
    <button
      type="button"
      className="button cure"
      data-look={look}
      title={`${t('command.cure')}  ${shortcutText(keyOf('cure')!)}`}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={run}
    >
      {words}
    </button>
  );
}
