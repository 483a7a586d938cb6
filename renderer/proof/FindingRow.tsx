/** A finding of the text checks among the problems: shown, mended, or let stand with a reason. */
import { Popover } from '@base-ui/react/popover';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { type ProofFinding, sayFinding } from '../../engine/proofread';
import { ProblemLine } from '../panels/ProblemLine';
import { findingKey, letStand, mend, placeOf, showFinding } from './findings';

interface FindingRowProps {
  readonly finding: ProofFinding;
  readonly issue: Issue;
  readonly tabIndex: number;
}

export const FindingRow = memo(function FindingRow({ finding, issue, tabIndex }: FindingRowProps) {
  const { t, i18n } = useTranslation();
  const { severity, rule, suggestion } = finding;
  const { detail, cure } = sayFinding(finding, i18n.language.startsWith('en') ? 'en' : 'zh');
  const place = placeOf(issue, finding);
  return (
    <ProblemLine
      severity={severity}
      name={t(`proof.rule.${rule}`)}
      text={detail}
      place={place && place.page > 0 ? t('problems.place', { page: place.page }) : t('proof.unplaced')}
      advice={cure}
      tabIndex={tabIndex}
      onShow={() => showFinding(finding)}
    >
      {suggestion !== undefined && (
        <button type="button" className="button cure" data-look="link" onClick={() => mend(finding)}>
          {suggestion === '' ? t('proof.remove') : t('proof.mend', { words: suggestion })}
        </button>
      )}
      <LetStand finding={finding} />
    </ProblemLine>
  );
}, sameRow);

function LetStand({ finding }: { readonly finding: ProofFinding }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const submit = () => {
    setOpen(false);
    letStand(finding, reason.trim());
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="button" data-look="link">
        {t('proof.letStand')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-place" side="top" align="end">
          <Popover.Popup className="menu reason">
            <form
              onSubmit={(event) => {
                event.preventDefault();
                submit();
              }}
            >
              <input
                type="text"
                className="field"
                aria-label={t('proof.reason')}
                placeholder={t('proof.reason')}
                maxLength={200}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
              <button type="submit" className="button" data-look="outline">
                {t('proof.letStand')}
              </button>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The place may change without the finding: the issue counts only by that. */
function sameRow(one: FindingRowProps, other: FindingRowProps): boolean {
  if (one.tabIndex !== other.tabIndex || findingKey(one.finding) !== findingKey(other.finding)) return false;
  if (one.finding.text !== other.finding.text) return false;
  return one.issue === other.issue || placeOf(one.issue, one.finding)?.page === placeOf(other.issue, other.finding)?.page;
}
