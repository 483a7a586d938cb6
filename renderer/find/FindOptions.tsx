/** How words are compared, where they are looked for, and in which texts. */
import { useTranslation } from 'react-i18next';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { SORTS } from './query';
import type { Scope, Sort } from './scope';
import type { Query } from './search';

interface FindOptionsProps {
  readonly query: Query;
  readonly scope: Scope;
  readonly sorts: ReadonlySet<Sort>;
  readonly onQuery: (part: Partial<Query>) => void;
  readonly onScope: (scope: Scope) => void;
  readonly onSorts: (sorts: ReadonlySet<Sort>) => void;
}

export function FindOptions({ query, scope, sorts, onQuery, onScope, onSorts }: FindOptionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="find-options">
        <CheckField label={t('find.byCase')} checked={query.byCase} onChange={(byCase) => onQuery({ byCase })} />
        <CheckField label={t('find.byWidth')} checked={query.byWidth} onChange={(byWidth) => onQuery({ byWidth })} />
        <CheckField label={t('find.regex')} checked={query.regex} onChange={(regex) => onQuery({ regex })} />
      </div>
      <div className="find-options">
        <Choice
          label={t('find.scope')}
          value={scope}
          choices={(['issue', 'page', 'selection'] as const).map((value) => ({ value, title: t(`find.in.${value}`) }))}
          onChoice={onScope}
        />
        {SORTS.map((sort) => (
          <CheckField
            key={sort}
            label={t(`find.sort.${sort}`)}
            checked={sorts.has(sort)}
            onChange={(on) => onSorts(new Set(on ? [...sorts, sort] : [...sorts].filter((other) => other !== sort)))}
          />
        ))}
      </div>
    </>
  );
}
