/** A part of a panel that folds up under its title. */
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** A figure at the right of the title. */
  readonly aside?: string;
  /** Begins folded up. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, aside, folded = false, children }: SectionProps) {
  return (
    <details className="section" open={!folded}>
      <summary>
        <ChevronDown size={12} aria-hidden="true" />
        <h3>{title}</h3>
        {aside !== undefined && <span className="aside">{aside}</span>}
      </summary>
      <div className="section-body">{children}</div>
    </details>
  );
}

interface RowProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A label and what it is about. The controls carry their names themselves. */
export function Row({ label, children }: RowProps) {
  return (
    <div className="row">
      <span className="row-label" aria-hidden="true">
        {label}
      </span>
      <div className="row-body">{children}</div>
    </div>
  );
}
