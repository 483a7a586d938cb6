import { Tabs } from '@base-ui/react/tabs';
import { FileText, Image as ImageIcon, Images, Megaphone, Newspaper, Plus, Search, X } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { rove, stopIndex } from '../controls/rove';
import { type MaterialRow, materialRows } from '../state/facts';
import { hold } from '../state/held';
import { type DeskState, type Material, store, useDesk } from '../state/store';
import { PictureList } from './PictureList';
import './library.css';

const ICONS = { articles: FileText, groups: Images, notices: Newspaper, advertisements: Megaphone };

export function Library() {
  const { t } = useTranslation();
  const issue = useDeferredValue(useDesk((state) => state.issue));
  const rows = useMemo(() => (issue ? materialRows(issue) : []), [issue]);
  const dropping = useDesk((state) => state.dropping);
  return (
    <Tabs.Root className="library" defaultValue="manuscripts">
      {dropping && <p className="drop">{t('library.drop')}</p>}
      <div className="panel-head">
        <Tabs.List className="tabs" aria-label={t('library.title')}>
          <Tabs.Tab value="manuscripts" className="tab">
            {t('library.manuscripts')} <span className="count">{rows.length}</span>
          </Tabs.Tab>
          <Tabs.Tab value="pictures" className="tab">
            {t('library.pictures')} <span className="count">{issue?.photos.length ?? 0}</span>
          </Tabs.Tab>
        </Tabs.List>
        <CommandButton command="import" icon={Plus} />
      </div>
      <Tabs.Panel value="manuscripts" className="tab-panel" tabIndex={-1}>
        <Manuscripts rows={rows} />
      </Tabs.Panel>
      <Tabs.Panel value="pictures" className="tab-panel" tabIndex={-1}>
        <PictureList />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function Manuscripts({ rows }: { readonly rows: readonly MaterialRow[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const words = search.trim().toLowerCase();
  const found = words === '' ? rows : rows.filter(({ text }) => text.toLowerCase().includes(words));
  const chosen = useDesk(chosenMaterial);
  const groups = [
    { title: t('library.unplaced'), rows: found.filter(({ block }) => block === null) },
    { title: t('library.placed'), rows: found.filter(({ block }) => block !== null) },
  ].filter((group) => group.rows.length > 0);
  const ordered = groups.flatMap((group) => group.rows);
  const anySelected = ordered.some((row) => isChosen(row, chosen));
  return (
    <>
      <SearchField label={t('library.search')} value={search} onText={setSearch} />
      {rows.length === 0 && <NothingYet />}
      {rows.length > 0 && ordered.length === 0 && <NotFound text={search} onClear={() => setSearch('')} />}
      <div className="rows" data-list>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="rows-title">
              {group.title}
              <span>{t('library.sum', { count: group.rows.length, chars: sumOf(group.rows) })}</span>
            </h3>
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

interface ManuscriptProps {
  readonly row: MaterialRow;
  readonly selected: boolean;
  readonly tabIndex: number;
}

/** Drawn again only when its own item changes: there are many, and someone is typing. */
const Manuscript = memo(function Manuscript({ row, selected, tabIndex }: ManuscriptProps) {
  const { t } = useTranslation();
  const { material, kind, title, chars, photos, credit, page } = row;
  const Icon = ICONS[material.list];
  return (
    <button
      type="button"
      className="manuscript"
      data-item
      onKeyDown={rove}
      tabIndex={tabIndex}
      aria-current={selected || undefined}
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
      <Icon size={12} aria-hidden="true" />
      <span className="manuscript-title">{title}</span>
      <span className="figure">{t('library.chars', { n: chars })}</span>
      <span className="manuscript-notes">{credit === '' ? t(`library.kind.${kind}`) : credit}</span>
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

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

export function SearchField({ label, value, onText }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="search">
      <Search size={14} aria-hidden="true" />
      <input
        type="text"
        className="field"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onText(target.value)}
      />
      {value !== '' && (
        <button type="button" className="button icon-button" aria-label={t('library.clear')} onClick={() => onText('')}>
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function NothingYet() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <FileText size={16} aria-hidden="true" />
      <p>{t('library.dropHere')}</p>
      <CommandButton command="import" text={t('command.import')} look="outline" />
    </div>
  );
}

export function NotFound({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Search size={16} aria-hidden="true" />
      <p>{t('library.notFound', { text })}</p>
      <button type="button" className="button" data-look="outline" onClick={onClear}>
        {t('library.clear')}
      </button>
    </div>
  );
}

/** What is selected, as one string so that the list renders again only when it changes. */
function chosenMaterial({ material, selection }: DeskState): string {
  return material ? keyOf(material) : `block ${selection}`;
}

function isChosen({ material, block }: MaterialRow, chosen: string): boolean {
  return keyOf(material) === chosen || (block !== null && `block ${block}` === chosen);
}

function keyOf({ list, id }: Material): string {
  return `${list} ${id}`;
}

function sumOf(rows: readonly MaterialRow[]): number {
  return rows.reduce((sum, { chars }) => sum + chars, 0);
}
