import { ChevronDown, ChevronUp, CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, isFurniture } from '../../engine/issue/index';
import type { ProofFinding } from '../../engine/proofread';
import { CommandButton } from '../controls/CommandButton';
import { stopIndex } from '../controls/rove';
import { useProofs } from '../proof/client';
import { FindingRow } from '../proof/FindingRow';
import { findingKey } from '../proof/findings';
import { showProblem } from '../state/problem-walk';
import { type Problem, problemKey } from '../state/problems';
import { useDesk } from '../state/store';
import { CureButton, useCureWords } from './CureButton';
import { ProblemLine } from './ProblemLine';
import { useProblems, useProblemWords } from './use-problems';
import './problems.css';

export function Problems() {
  const { t } = useTranslation();
  const problems = useProblems();
  const findings = useProofs();
  const open = useDesk(({ panels }) => panels.bottom);
  const pages = useDesk(({ issue }) => issue?.pages.length ?? 0);
  const checked = useDesk(({ checks }) => checks.size);
  const count = problems.length + findings.length;
  const errors = [...problems, ...findings].filter(({ severity }) => severity === 'error').length;
  const isEmpty = useDesk(({ issue }) => issue?.pages.every(({ blocks }) => blocks.every(isFurnishing)) === true);
  const none = isEmpty ? t('problems.nothing') : checked < pages ? t('problems.composing') : t('problems.none');
  return (
    <section className="problems" aria-label={t('problems.title')} data-region="problems">
      <div className="panel-head">
        <h2>{t('problems.title')}</h2>
        <span className="count">{count}</span>
        <span className="problem-sum">
          {errors > 0 && (
            <span data-tone="error">
              <CircleX size={14} aria-hidden="true" /> {t('problems.errors', { count: errors })}
            </span>
          )}
          {count > errors && (
            <span data-tone="warning">
              <TriangleAlert size={14} aria-hidden="true" /> {t('problems.warnings', { count: count - errors })}
            </span>
          )}
          {count === 0 && !open && none}
        </span>
        <CommandButton command="toggleBottom" icon={open ? ChevronDown : ChevronUp} />
      </div>
      {open && count > 0 && <ProblemList problems={problems} findings={findings} />}
      {open && count === 0 && (
        <div className="empty">
          <CircleCheck size={16} aria-hidden="true" />
          <p>{none}</p>
        </div>
      )}
    </section>
  );
}

const isFurnishing = ({ content }: Block) => isFurniture(content);

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly findings: readonly ProofFinding[];
}

function ProblemList({ problems, findings }: ProblemListProps) {
  const issue = useDeferredValue(useDesk((state) => state.issue));
  const { t } = useTranslation();
  const selection = useDesk((state) => state.selection);
  const isSelected = ({ blocks }: Problem) => selection !== null && blocks.includes(selection);
  const stop = problems.findIndex(isSelected);
  return (
    <div className="rows" data-list>
      {problems.map((problem, index) => (
        <ProblemRow
          key={problemKey(problem)}
          problem={problem}
          selected={isSelected(problem)}
          tabIndex={stopIndex(index === stop, index, stop >= 0)}
        />
      ))}
      {issue &&
        findings
          .slice(0, MOST_FINDINGS)
          .map((finding, index) => (
            <FindingRow
              key={findingKey(finding)}
              finding={finding}
              issue={issue}
              tabIndex={problems.length + index === 0 ? 0 : -1}
            />
          ))}
      {findings.length > MOST_FINDINGS && <p className="hint">{t('proof.more', { count: findings.length - MOST_FINDINGS })}</p>}
    </div>
  );
}

/** More rows than these nobody reads before the first are mended. */
const MOST_FINDINGS = 300;

interface ProblemRowProps {
  readonly problem: Problem;
  readonly selected: boolean;
  readonly tabIndex: number;
}

/** Drawn again only when it says something else: problems are counted with every key. */
const ProblemRow = memo(function ProblemRow({ problem, selected, tabIndex }: ProblemRowProps) {
  const { name, text, cure, place } = useProblemWords(problem);
  const mends = useCureWords(problem);
  return (
    <ProblemLine
      severity={problem.severity}
      {...{ name, text, place, selected, tabIndex }}
      advice={cure}
      onShow={() => showProblem(problem)}
    >
      {mends !== undefined && <CureButton problem={problem} />}
    </ProblemLine>
  );
}, sameRow);

function sameRow(one: ProblemRowProps, other: ProblemRowProps): boolean {
  const same = one.selected === other.selected && one.tabIndex === other.tabIndex;
  return same && JSON.stringify(one.problem) === JSON.stringify(other.problem);
}
