import { Tabs } from '@base-ui/react/tabs';
import { Plus } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { materialRows } from '../state/facts';
import { type Shelf, store, useDesk } from '../state/store';
import { Manuscripts } from './Manuscripts';
import { PictureList } from './PictureList';
import './library.css';

export function Library() {
  const { t } = useTranslation();
  const issue = useDeferredValue(useDesk((state) => state.issue));
  const rows = useMemo(() => (issue ? materialRows(issue) : []), [issue]);
  const shelf = useDesk((state) => state.shelf);
  const dropping = useDesk((state) => state.dropping);
  return (
    <Tabs.Root className="library" value={shelf} onValueChange={(value: Shelf) => store.set({ shelf: value })}>
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
