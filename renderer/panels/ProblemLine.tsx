/** One row among the problems: kind, sentence, place, and what mends it. */
import { CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rove } from '../controls/rove';

interface ProblemLineProps {
  readonly severity: 'error' | 'warning';
  readonly name: string;
  readonly text: string;
  readonly place: string;
  /** What an editor may do, in words. */
  readonly advice: string;
  readonly selected?: boolean;
  readonly tabIndex: number;
  readonly onShow: () => void;
  /** Buttons at the end of the row; the advice stands there where there are none. */
  readonly children?: ReactNode;
}

export function ProblemLine({ severity, name, text, place, advice, selected, tabIndex, onShow, children }: ProblemLineProps) {
  const { t } = useTranslation();
  const Icon = severity === 'error' ? CircleX : TriangleAlert;
  return (
    <div className="problem-line" data-selected={selected || undefined}>
      <button
        type="button"
        className="plain-row problem"
        data-item
        onKeyDown={rove}
        tabIndex={tabIndex}
        aria-current={selected || undefined}
        title={t('problems.whole', { text, cure: advice })}
        onClick={onShow}
      >
        <span data-tone={severity} className="problem-icon">
          <Icon size={16} aria-hidden="true" />
          {name !== t(`problem.${severity}`) && <span className="hidden">{t(`problem.${severity}`)}</span>}
        </span>
        <strong>{name}</strong>
        <span className="problem-text">{text}</span>
        <span className="problem-place">{place}</span>
        {!children && <span className="problem-cure">{advice}</span>}
      </button>
      {children && <span className="problem-acts">{children}</span>}
    </div>
  );
}
