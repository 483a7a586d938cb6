/** What is looked for and what takes its place, with the buttons of each line. */
import { ChevronDown, ChevronUp, type LucideIcon, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ComposedInput } from '../controls/ComposedInput';
import { type Hit, MOST_WORDS, type Query } from './search';

interface FindLinesProps {
  readonly query: Query;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly hits: readonly Hit[];
  /** Index of the hit that is shown. */
  readonly at: number;
  readonly readOnly: boolean;
  readonly onQuery: (part: Partial<Query>) => void;
  readonly onWalk: (step: number) => void;
  readonly onReplace: (some: readonly Hit[]) => void;
  readonly onClose: () => void;
}

export function FindLines({ query, field, hits, at, readOnly, onQuery, onWalk, onReplace, onClose }: FindLinesProps) {
  const { t } = useTranslation();
  const none = hits.length === 0;
  return (
    <div className="find-lines">
      <ComposedInput
        inputRef={field}
        className="field"
        aria-label={t('find.words')}
        placeholder={t('find.words')}
        value={query.words}
        maxLength={MOST_WORDS}
        spellCheck={false}
        onText={(words) => onQuery({ words })}
      />
      <ComposedInput
        className="field"
        aria-label={t('find.replacement')}
        placeholder={t('find.replacement')}
        value={query.replacement}
        spellCheck={false}
        onText={(replacement) => onQuery({ replacement })}
      />
      <div className="find-buttons">
        <IconButton icon={ChevronUp} title={t('find.previous')} disabled={none} onClick={() => onWalk(-1)} />
        <IconButton icon={ChevronDown} title={t('find.next')} disabled={none} onClick={() => onWalk(1)} />
        <IconButton icon={X} title={t('find.close')} onClick={onClose} />
      </div>
      <div className="find-buttons">
        <button
          type="button"
          className="button"
          data-look="outline"
          disabled={readOnly || !hits[at]}
          onClick={() => onReplace(hits.slice(at, at + 1))}
        >
          {t('find.replace')}
        </button>
        <button type="button" className="button" data-look="outline" disabled={readOnly || none} onClick={() => onReplace(hits)}>
          {t('find.replaceAll')}
        </button>
      </div>
    </div>
  );
}

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function IconButton({ icon: Icon, title, disabled = false, onClick }: IconButtonProps) {
  return (
    <button type="button" className="button icon-button" aria-label={title} title={title} disabled={disabled} onClick={onClick}>
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
