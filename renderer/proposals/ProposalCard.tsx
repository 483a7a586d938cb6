import { Check, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../electron/bridge';
import { Thumbnail } from '../canvas';
import { changesOf, flip, letterOf, preview, previewKey } from '../state/proposals';
import { useDesk } from '../state/store';

interface ProposalCardProps {
  readonly proposal: Proposal;
  readonly at: number;
  readonly page: number;
  readonly previewed: boolean;
}

/** Points of a page that nobody could object to. */
const FULL_MARKS = 100;
/** Less is not worth a line. */
const LEAST_POINTS = 0.05;

/**
 * Picture, points and what speaks for and against a proposal; of the one previewed also what took the points. Where something
 * finds no room, what must be cut is told instead: it outweighs all questions of form.
 */
export const ProposalCard = memo(function ProposalCard({ proposal, at, page, previewed }: ProposalCardProps) {
  const { t } = useTranslation();
  const present = useDesk(({ issue }) => issue?.pages[page - 1]?.blocks);
  const count = useMemo(() => changesOf(present ?? [], proposal.blocks).length, [present, proposal]);
  const fits = proposal.cuts.length === 0;
  return (
    <button
      type="button"
      aria-pressed={previewed}
      tabIndex={previewed ? 0 : -1}
      className="proposal"
      data-at={at}
      onClick={() => preview({ at })}
      onKeyDown={walk}
    >
      <span className="sheet">
        <Thumbnail page={previewKey(at)} width={84} />
      </span>
      <span className="proposal-facts">
        <span className="proposal-head">
          <strong>{t('proposals.name', { letter: letterOf(at) })}</strong>
          {fits ? (
            <strong className="proposal-points">{pointsOf(proposal).toFixed(1)}</strong>
          ) : (
            <span className="proposal-points must-cut" data-tone="warning">
              {t('proposals.mustCut')}
            </span>
          )}
        </span>
        <span className="proposal-head proposal-note">
          {count > 0 ? t('proposals.changed', { count }) : t('proposals.same')}
          {previewed && <span className="proposal-shown">{t('proposals.shown')}</span>}
        </span>
        <Ticks proposal={proposal} />
      </span>
      {!fits && (
        <span className="proposal-cuts" data-tone="warning">
          {proposal.cuts.map(({ text }) => (
            <span key={text}>{text}</span>
          ))}
        </span>
      )}
      {previewed && fits && <Deductions score={proposal.score} />}
    </button>
  );
});

/** Up and down as left and right, which flip from everywhere. */
function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  flip(event.key === 'ArrowDown' ? 1 : -1);
}

function Ticks({ proposal: { fill, overset, violations } }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const rules = [...new Set(violations.map(({ rule }) => rule))].filter((rule) => rule !== 'overset');
  return (
    <>
      <Tick good={fill > 0.995} text={t('status.fill')} figure={`${(fill * 100).toFixed(1)}%`} />
      <Tick good={overset === 0} text={t('problem.overset.name')} figure={t('library.chars', { n: overset })} />
      {rules.length === 0 && <Tick good text={t('proposals.rules')} figure={t('proposals.kept')} />}
      {rules.map((rule) => (
        <Tick
          key={rule}
          good={false}
          text={t(`problem.${rule}.name`)}
          figure={String(violations.filter((violation) => violation.rule === rule).length)}
        />
      ))}
    </>
  );
}

function Tick({ good, text, figure }: { readonly good: boolean; readonly text: string; readonly figure: string }) {
  const Icon = good ? Check : TriangleAlert;
  return (
    <span className="proposal-tick" data-good={good}>
      <Icon size={12} strokeWidth={1.75} aria-hidden="true" />
      {text}
      <span className="proposal-figure">{figure}</span>
    </span>
  );
}

function Deductions({ score }: { readonly score: Proposal['score'] }) {
  const { t } = useTranslation();
  const parts = Object.entries(score)
    .filter(([, points]) => points >= LEAST_POINTS)
    .sort(([, one], [, other]) => other - one);
  const most = Math.max(...parts.map(([, points]) => points));
  return (
    <span className="deductions">
      <span className="soft">{t(parts.length > 0 ? 'proposals.deductions' : 'proposals.noDeductions')}</span>
      {parts.map(([name, points]) => (
        <span key={name} className="deduction">
          {t(`proposals.score.${name}`)}
          <span className="deduction-bar" aria-hidden="true">
            <span style={{ width: `${(100 * points) / most}%` }} />
          </span>
          <span className="proposal-figure">−{points.toFixed(1)}</span>
        </span>
      ))}
    </span>
  );
}

function pointsOf({ score }: Proposal): number {
  const off = Object.values(score).reduce((sum, points) => sum + points, 0);
  return Math.max(0, FULL_MARKS - off);
}
