import { ChevronDown, ChevronUp, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { CommandButton } from '../controls/CommandButton';
import { rove, stopIndex } from '../controls/rove';
import { blockOf, titleOf } from '../state/facts';
import { type Problem, problemsOf } from '../state/problems';
import { store, useDesk } from '../state/store';
import './problems.css';

export function useProblems(): readonly Problem[] {
  const issue = useDesk((state) => state.issue);
  const layouts = useDesk((state) => state.layouts);
  const checks = useDesk((state) => state.checks);
  return useMemo(() => (issue ? problemsOf(issue, layouts, checks) : []), [issue, layouts, checks]);
}

export function Problems() {
  const { t } = useTranslation();
  const problems = useProblems();
  const open = useDesk(({ panels }) => panels.bottom);
  const pages = useDesk(({ issue }) => issue?.pages.length ?? 0);
  const composed = useDesk(({ layouts }) => layouts.size);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const none = composed < pages ? t('problems.composing') : t('problems.none');
  return (
    <section className="problems" aria-label={t('problems.title')} data-region="problems">
      <div className="panel-head">
        <h2>{t('problems.title')}</h2>
        <span className="count">{problems.length}</span>
        <span className="problem-sum">
          {errors > 0 && (
            <span data-tone="error">
              <CircleX size={14} aria-hidden="true" /> {t('problems.errors', { n: errors })}
            </span>
          )}
          {problems.length > errors && (
            <span data-tone="warning">
              <TriangleAlert size={14} aria-hidden="true" /> {t('problems.warnings', { n: problems.length - errors })}
            </span>
          )}
          {problems.length === 0 && !open && none}
        </span>
        <CommandButton command="toggleBottom" icon={open ? ChevronDown : ChevronUp} />
      </div>
      {open && problems.length > 0 && <ProblemList problems={problems} />}
      {open && problems.length === 0 && (
        <div className="empty">
          <CircleCheck size={16} aria-hidden="true" />
          <p>{none}</p>
        </div>
      )}
    </section>
  );
}

function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const selection = useDesk((state) => state.selection);
  const issue = useDesk((state) => state.issue);
  const isSelected = ({ blocks }: Problem) => selection !== null && blocks.includes(selection);
  const anySelected = problems.some(isSelected);
  const stop = problems.findIndex(isSelected);
  if (!issue) return null;
  return (
    <div className="rows" data-list>
      {problems.map((problem, index) => (
        <ProblemRow
          key={`${problem.page} ${problem.rule} ${problem.blocks.join(' ')} ${problem.detail}`}
          problem={problem}
          issue={issue}
          selected={isSelected(problem)}
          tabIndex={stopIndex(index === stop, index, anySelected)}
        />
      ))}
    </div>
  );
}

interface ProblemRowProps {
  readonly problem: Problem;
  readonly issue: Issue;
  readonly selected: boolean;
  readonly tabIndex: number;
}

function ProblemRow({ problem, issue, selected, tabIndex }: ProblemRowProps) {
  const { t } = useTranslation();
  const { severity, page, blocks } = problem;
  const { name, text, cure, place } = useProblemWords(problem, issue);
  const Icon = severity === 'error' ? CircleX : TriangleAlert;
  const show = () => (blocks[0] === undefined ? store.goTo(page) : store.showBlock(blocks[0]));
  return (
    <button
      type="button"
      className="problem"
      data-item
      onKeyDown={rove}
      tabIndex={tabIndex}
      aria-current={selected || undefined}
      onClick={show}
    >
      <span data-tone={severity} className="problem-icon">
        <Icon size={16} aria-hidden="true" />
        <span className="hidden">{t(`problem.${severity}`)}</span>
      </span>
      <strong>{name}</strong>
      <span className="problem-text">{text}</span>
      <span className="problem-place">{place}</span>
      <span className="problem-cure">{cure}</span>
    </button>
  );
}

/** A problem in words: kind, sentence, place, cure. */
export function useProblemWords({ rule, page, blocks, amount, detail }: Problem, issue: Issue) {
  const { t, i18n } = useTranslation();
  const key = i18n.exists(`problem.${rule}.name`) ? rule : 'other';
  const titles = blocks.map((id) => {
    const block = blockOf(issue, id);
    const title = block ? titleOf(issue, block) : '';
    return block && title === '' ? t(`block.kind.${block.content.kind}`) : t('format.title', { title: shortened(title) });
  });
  const rect = blockOf(issue, blocks[0] ?? null)?.rect;
  return {
    name: t(`problem.${key}.name`),
    text: t(`problem.${key}.text`, { titles: titles.join(''), n: amount, detail }),
    cure: t(`problem.${key}.cure`),
    place: rect ? t('problems.placeColumn', { page, column: rect.column + 1, row: rect.row + 1 }) : t('problems.place', { page }),
  };
}

/** Figures of a sentence stay in sight when the title in it is long. */
const TITLE_LENGTH = 12;

function shortened(title: string): string {
  const letters = [...title];
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH - 1).join('')}…` : title;
}
