import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { rove } from '../controls/rove';
import { Preview } from './Preview';
import { placeOf } from './scope';
import type { Hit } from './search';

/** Hits that are listed; all are counted and replaced. */
const MOST_SHOWN = 300;

interface HitsProps {
  readonly issue: Issue;
  readonly hits: readonly Hit[];
  readonly at: number;
  readonly onShow: (index: number) => void;
}

/** Hits by story. */
export function Hits({ issue, hits, at, onShow }: HitsProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => hits.slice(0, MOST_SHOWN).map((hit) => ({ hit, place: placeOf(issue, hit.ref) })), [issue, hits]);
  return (
    <ol className="find-hits" data-list aria-label={t('find.hits')}>
      {rows.map(({ hit, place }, index) => {
        const before = rows[index - 1]?.place;
        const begins = place && (before?.material.id !== place.material.id || before.material.list !== place.material.list);
        return (
          <li key={`${hit.ref.list} ${hit.ref.id} ${hit.ref.field} ${hit.ref.index ?? ''} ${hit.from}`}>
            {begins && (
              <p className="find-story">
                <strong>{place.title || t(`library.kind.${place.material.list}`)}</strong>
                <span className="soft">{place.page > 0 ? t('find.page', { page: place.page }) : t('find.unplaced')}</span>
              </p>
            )}
            <button
              type="button"
              className="plain-row find-hit"
              data-item
              tabIndex={index === at ? 0 : -1}
              aria-current={index === at || undefined}
              onKeyDown={rove}
              onClick={() => onShow(index)}
            >
              <span className="soft find-field">{t(`textField.${hit.ref.field}`)}</span>
              <Preview issue={issue} hit={hit} />
            </button>
          </li>
        );
      })}
      {hits.length > MOST_SHOWN && <li className="hint">{t('find.more', { count: hits.length - MOST_SHOWN })}</li>}
    </ol>
  );
}
