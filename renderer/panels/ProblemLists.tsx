/** The rows of each tab below the page: problems of the layout, what preflight found, findings of the text checks. */

import type { TFunction } from 'i18next';
import { CircleCheck, ScanSearch } from 'lucide-react';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { PressFinding } from '../../electron/bridge';
import type { ProofFinding } from '../../engine/proofread';
import { stopIndex } from '../controls/rove';
import { lackingOf, leadTo, writeLacking } from '../press/file-findings';
import { FindingRow } from '../proof/FindingRow';
import { findingKey } from '../proof/findings';
import { preflight } from '../state/examining';
import { showProblem } from '../state/problem-walk';
import { type Problem, problemKey, sameProblem } from '../state/problems';
import { useDesk, useDeskAtRest } from '../state/store';
import { CureButton, useCureWords } from './CureButton';
import { ProblemLine } from './ProblemLine';
import { useProblemWords } from './use-problems';

/** Problems of the layout; the row of the selected block is the one that Tab reaches. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
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
    </div>
  );
}

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
  return same && sameProblem(one.problem, other.problem);
}

/** More rows than these nobody reads before the first are mended. */
const MOST_FINDINGS = 300;

/** Findings of the text checks. */
export function FindingList({ findings }: { readonly findings: readonly ProofFinding[] }) {
  const { t } = useTranslation();
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  return (
    <div className="rows" data-list>
      {issue &&
        findings
          .slice(0, MOST_FINDINGS)
          .map((finding, index) => (
            <FindingRow key={findingKey(finding)} finding={finding} issue={issue} tabIndex={index === 0 ? 0 : -1} />
          ))}
      {findings.length > MOST_FINDINGS && <p className="hint">{t('proof.more', { count: findings.length - MOST_FINDINGS })}</p>}
    </div>
  );
}

/** What the examination of the press files found; before the first one, the way to it. */
export function PreflightList({ findings }: { readonly findings: readonly PressFinding[] | undefined }) {
  const { t } = useTranslation();
  const stale = useDesk(({ preflight: last, revision }) => last !== null && last.revision !== revision);
  const isBusy = useDesk(({ job }) => job !== null);
  const examine = (
    <button type="button" className="button" data-look="outline" disabled={isBusy} onClick={() => void preflight()}>
      <ScanSearch size={16} aria-hidden="true" />
      {t(findings ? 'plates.again' : 'problems.examine')}
    </button>
  );
  if (!findings)
    return (
      <div className="empty">
        <p>{t('problems.notExamined')}</p>
        {examine}
      </div>
    );
  return (
    <>
      {stale && (
        <p className="problem-note" role="status">
          {t('plates.stale')} {examine}
        </p>
      )}
      {findings.length === 0 ? (
        <Good words={t('problems.noPreflight')} />
      ) : (
        <div className="rows" data-list>
          {findings.map((finding, index) => (
            <PreflightRow key={JSON.stringify(finding)} finding={finding} tabIndex={index === 0 ? 0 : -1} />
          ))}
        </div>
      )}
    </>
  );
}

function PreflightRow({ finding, tabIndex }: { readonly finding: PressFinding; readonly tabIndex: number }) {
  const { t } = useTranslation();
  const { severity, page, block, detail, cure } = finding;
  const selected = useDesk(({ selection }) => block !== undefined && selection === block);
  const lacking = useDesk(({ issue }) => lackingOf(issue, finding));
  const field = lacking === undefined ? undefined : lackingWords(lacking, t);
  const place = page > 0 ? t('problems.place', { page }) : '';
  return (
    <ProblemLine
      severity={severity}
      name={t(`problem.${severity}`)}
      text={detail}
      place={field === undefined ? place : t('problems.placeField', { page, field })}
      advice={cure}
      selected={selected}
      tabIndex={tabIndex}
      onShow={() => leadTo(finding)}
    >
      {field !== undefined && (
        <button type="button" className="button cure" data-look="link" onClick={() => writeLacking(finding)}>
          {t('cure.write', { field })}
        </button>
      )}
    </ProblemLine>
  );
}

const lackingWords = (lacking: string, t: TFunction): string =>
  t(lacking.startsWith('paper.') ? lacking : `textField.${lacking}`);

/** One sentence in place of a list. */
export function Good({ words }: { readonly words: string }) {
  return (
    <div className="empty">
      <CircleCheck size={16} aria-hidden="true" />
      <p>{words}</p>
    </div>
  );
}
