import { Tabs } from '@base-ui/react/tabs';
import { Archive, FileText, Plus } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { materialRows } from '../state/facts';
import { type Shelf, store, useDesk, useDeskAtRest } from '../state/store';
import { fillersOf, manuscriptsOf } from './filters';
import { Manuscripts } from './Manuscripts';
import { PictureList } from './PictureList';
import './library.css';
import './rows.css';

export function Library() {
  const { t } = useTranslation();
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  const rows = useMemo(() => (issue ? materialRows(issue) : []), [issue]);
  const manuscripts = useMemo(() => manuscriptsOf(rows), [rows]);
  const fillers = useMemo(() => fillersOf(rows), [rows]);
  const shelf = useDesk((state) => state.shelf);
  const dropping = useDesk((state) => state.dropping);
  return (
    <Tabs.Root className="library" value={shelf} onValueChange={(value: Shelf) => store.set({ shelf: value })}>
      {dropping && <p className="drop">{t('library.drop')}</p>}
      <div className="panel-head">
        <Tabs.List className="tabs" aria-label={t('library.title')}>
          <Tabs.Tab value="manuscripts" className="tab">
            {t('library.manuscripts')} <span className="count">{manuscripts.length}</span>
          </Tabs.Tab>
          <Tabs.Tab value="pictures" className="tab">
            {t('library.pictures')} <span className="count">{issue?.photos.length ?? 0}</span>
          </Tabs.Tab>
          <Tabs.Tab value="fillers" className="tab">
            {t('library.fillers')} <span className="count">{fillers.length}</span>
          </Tabs.Tab>
        </Tabs.List>
        <CommandButton command="import" icon={Plus} />
      </div>
      <Tabs.Panel value="manuscripts" className="tab-panel" tabIndex={-1}>
        <Manuscripts rows={manuscripts} empty={<NothingYet />} />
      </Tabs.Panel>
      <Tabs.Panel value="pictures" className="tab-panel" tabIndex={-1}>
        <PictureList />
      </Tabs.Panel>
      <Tabs.Panel value="fillers" className="tab-panel" tabIndex={-1}>
        <Manuscripts rows={fillers} empty={<NoFillers />} />
      </Tabs.Panel>
    </Tabs.Root>
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

/** A story becomes a filler in its context menu or in the inspector. */
function NoFillers() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <Archive size={16} aria-hidden="true" />
      <p>{t('library.noFillers')}</p>
    </div>
  );
}
