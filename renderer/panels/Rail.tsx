import { FilePlus2, PanelLeft, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { rove } from '../controls/rove';
import { store, useDesk } from '../state/store';
import './rail.css';

/** What is left of library and pages while they are folded away: the way back, the ways in, the pages by number. */
export function Rail() {
  const { t } = useTranslation();
  const pages = useDesk(({ issue }) => issue?.pages);
  const current = useDesk(({ page }) => page);
  return (
    <div className="rail" data-region="library">
      <CommandButton command="toggleLeft" icon={PanelLeft} />
      <CommandButton command="find" icon={Search} />
      <CommandButton command="import" icon={FilePlus2} />
      <span className="spacer" />
      <div className="rail-pages" data-list>
        {pages?.map(({ number, section }) => (
          <button
            key={number}
            type="button"
            className="button icon-button"
            title={t('pages.page', { page: number, section })}
            aria-label={t('pages.page', { page: number, section })}
            aria-current={number === current ? 'page' : undefined}
            data-item
            tabIndex={number === current ? 0 : -1}
            onKeyDown={rove}
            onClick={() => store.goTo(number)}
          >
            {number}
          </button>
        ))}
      </div>
    </div>
  );
}
