import { ArrowDownWideNarrow, CircleCheck, CircleDashed, Contrast, GripVertical, Image as ImageIcon } from 'lucide-react';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorialState } from '../../engine/issue/index';
import { rove, stopIndex } from '../controls/rove';
import type { MaterialRow } from '../state/facts';
import { hold } from '../state/held';
import { type DeskState, type Material, store, useDesk } from '../state/store';
import { type Filter, filtered, isFiltering, NO_FILTER, sectionsOf } from './filters';
import { NotFound, SearchField } from './SearchField';

const STATES = { received: CircleDashed, editing: Contrast, proofed: CircleCheck } as const;

interface ManuscriptsProps {
  readonly rows: readonly MaterialRow[];
  /** What is shown where there is none. */
  readonly empty: ReactNode;
}

/** What stands on no page comes first, then what does, each with sums. */
export function Manuscripts({ rows, empty }: ManuscriptsProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(NO_FILTER);
  const found = useMemo(() => filtered(rows, filter), [rows, filter]);
  const chosen = useDesk(chosenMaterial).split('\n');
  const groups = [
    { title: t('library.unplaced'), rows: found.filter(({ block }) => block === null) },
    { title: t('library.placed'), rows: found.filter(({ block }) => block !== null) },
  ].filter((group) => group.rows.length > 0);
  const ordered = groups.flatMap((group) => group.rows);
  const anySelected = ordered.some((row) => isChosen(row, chosen));
  return (
    <>
      <SearchField label={t('library.search')} value={filter.search} onText={(search) => setFilter({ ...filter, search })} />
      <Filters rows={rows} filter={filter} onFilter={setFilter} />
      {rows.length === 0 && empty}
      {rows.length > 0 && ordered.length === 0 && isFiltering(filter) && (
        <NotFound text={filter.search} onClear={() => setFilter({ ...NO_FILTER, byLength: filter.byLength })} />
      )}
      <div className="rows" data-list>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2 className="rows-title">
              {group.title}
              <span>{t('library.sum', { count: group.rows.length, chars: sumOf(group.rows) })}</span>
            </h2>
            {group.rows.map((row) => {
              const selected = isChosen(row, chosen);
              const tabIndex = stopIndex(selected, ordered.indexOf(row), anySelected);
              return <Manuscript key={keyOf(row.material)} row={row} selected={selected} tabIndex={tabIndex} />;
            })}
          </section>
        ))}
      </div>
    </>
  );
}

interface FiltersProps {
  readonly rows: readonly MaterialRow[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Filters({ rows, filter, onFilter }: FiltersProps) {
  const { t } = useTranslation();
  const states: readonly EditorialState[] = ['received', 'editing', 'proofed'];
  return (
    <div className="filters">
      <select
        className="filter"
        aria-label={t('library.state')}
        value={filter.state}
        onChange={({ target }) => onFilter({ ...filter, state: target.value as Filter['state'] })}
      >
        <option value="">{t('library.allStates')}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {t(`library.states.${state}`)}
          </option>
        ))}
      </select>
      <select
        className="filter"
        aria-label={t('library.section')}
        value={filter.section}
        onChange={({ target }) => onFilter({ ...filter, section: target.value })}
      >
        <option value="">{t('library.allSections')}</option>
        {sectionsOf(rows).map((section) => (
          <option key={section} value={section}>
            {section}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button icon-button"
        aria-label={t('library.byLength')}
        title={t('library.byLength')}
        aria-pressed={filter.byLength}
        onClick={() => onFilter({ ...filter, byLength: !filter.byLength })}
      >
        <ArrowDownWideNarrow size={16} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}

interface ManuscriptProps {
  readonly row: MaterialRow;
  readonly selected: boolean;
  readonly tabIndex: number;
}

/** Drawn again only when its own item changes: there are many, and someone is typing. */
const Manuscript = memo(function Manuscript({ row, selected, tabIndex }: ManuscriptProps) {
  const { t } = useTranslation();
  const { material, kind, title, chars, photos, credit, page, section, state } = row;
  const State = state && STATES[state];
  return (
    <button
      type="button"
      className="plain-row manuscript"
      data-item
      onKeyDown={rove}
      tabIndex={tabIndex}
      aria-current={selected || undefined}
      title={credit === '' ? title : `${title}\n${credit}`}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData('text/plain', title);
        dataTransfer.effectAllowed = 'move';
        hold(material);
      }}
      onDragEnd={() => hold(null)}
      onClick={() => show(row)}
      onContextMenu={() => show(row)}
      data-menu="manuscript"
    >
      <GripVertical className="grip" size={12} aria-hidden="true" />
      <span className="manuscript-title">{title}</span>
      <span className="figure">{t('library.chars', { n: chars })}</span>
      <span className="manuscript-notes">
        {[section, kind === 'articles' ? '' : t(`library.kind.${kind}`)].filter((word) => word !== '').join(' · ')}
        {State && (
          <span className="manuscript-state" data-state={state}>
            <State size={12} aria-hidden="true" />
            {t(`library.states.${state}`)}
          </span>
        )}
        {credit !== '' && <span className="manuscript-credit">{credit}</span>}
      </span>
      {photos > 0 && (
        <span className="photos">
          <ImageIcon size={12} aria-hidden="true" />
          <span aria-hidden="true">{photos}</span>
          <span className="hidden">{t('library.photos', { n: photos })}</span>
        </span>
      )}
      {page > 0 && <span className="page-chip">{t('library.page', { page })}</span>}
    </button>
  );
});

function show({ material, block }: MaterialRow): void {
  if (block === null) store.inspect(material);
  else store.showBlock(block, material);
}

/** What is selected, one a line, as one string so that the list renders again only when it changes. */
function chosenMaterial(state: DeskState): string {
  const further = state.also.map((id) => `block ${id}`);
  return [state.material ? keyOf(state.material) : `block ${state.selection}`, ...further].join('\n');
}

function isChosen({ material, block }: MaterialRow, chosen: readonly string[]): boolean {
  return chosen.includes(keyOf(material)) || (block !== null && chosen.includes(`block ${block}`));
}

function keyOf({ list, id }: Material): string {
  return `${list} ${id}`;
}

function sumOf(rows: readonly MaterialRow[]): number {
  return rows.reduce((sum, { chars }) => sum + chars, 0);
}
