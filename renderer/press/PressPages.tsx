import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatePage } from '../../electron/bridge';
import type { Issue } from '../../engine/issue/index';
import { Thumbnail } from '../canvas';
import { Segments } from '../controls/Segments';
import { PageVerdict } from '../panels/Pages';
import { preflight } from '../state/jobs';
import { useDesk } from '../state/store';
import { PlateFacts } from './PlateFacts';
import { usePlatePictures } from './use-plate-pictures';

interface PressPagesProps {
  readonly issue: Issue;
}

const NO_PAGES: readonly PlatePage[] = [];
/** It holds nothing else that takes the focus. */
const SCROLLED_BY_KEYS = { tabIndex: 0 };
/** Plates that every page has, in the order of printing units; spot plates stand between them and the map of ink. */
const PROCESS = ['C', 'M', 'Y', 'K'];

/** The pages as they stand; once examined, each plate of the press files as a picture. */
export function PressPages({ issue }: PressPagesProps) {
  const { t } = useTranslation();
  const result = useDesk((state) => state.preflight);
  const stale = useDesk(({ preflight: last, revision }) => last !== null && last.revision !== revision);
  const job = useDesk((state) => state.job);
  const [plate, setPlate] = useState('page');
  const pages = result?.pages ?? NO_PAGES;
  const pictures = usePlatePictures(pages, plate);
  const spots = [...new Set(pages.flatMap((page) => page.pictures.map((picture) => picture.plate)))].filter(
    (name) => name !== 'page' && name !== 'ink' && !PROCESS.includes(name),
  );
  const titles = ['page', ...PROCESS, ...spots, 'ink'].map((value) => ({
    value,
    title: value === 'page' || value === 'ink' ? t(`plates.${value}`) : value,
  }));
  return (
    <section className="press-sheets" aria-label={t('plates.title')}>
      <div className="plate-bar">
        {result && <Segments label={t('plates.title')} value={plate} choices={titles} onChoice={setPlate} />}
        <span className="spacer" />
        <button type="button" className="button" data-look="outline" disabled={job !== null} onClick={() => void preflight()}>
          <ScanSearch size={16} aria-hidden="true" />
          {t(result ? 'plates.again' : 'plates.examine')}
        </button>
      </div>
      {stale && (
        <p className="plate-note" role="status">
          {t('plates.stale')}
        </p>
      )}
      <section className="press-pages" aria-label={t('pages.title')} {...SCROLLED_BY_KEYS}>
        {issue.pages.map((page) => {
          const address = pictures.get(page.number);
          const found = pages.find((candidate) => candidate.page === page.number);
          return (
            <figure key={page.number}>
              <span className="sheet">
                {address === undefined ? (
                  <Thumbnail page={page.number} width={180} />
                ) : (
                  <img className="plate" src={address} alt={t('plates.alt', { page: page.number, plate })} />
                )}
              </span>
              <figcaption>
                <span>{t('pages.page', { page: page.number, section: page.section })}</span>
                {found ? <PlateFigure page={found} plate={plate} /> : <PageVerdict page={page} />}
              </figcaption>
            </figure>
          );
        })}
      </section>
      {result && <PlateFacts pages={pages} />}
    </section>
  );
}

const NAMES: Readonly<Record<string, string>> = { C: 'Cyan', M: 'Magenta', Y: 'Yellow', K: 'Black' };

/** The plate's mean ink, or the page's total ink at its densest. */
function PlateFigure({ page, plate }: { readonly page: PlatePage; readonly plate: string }) {
  const { t } = useTranslation();
  if (plate === 'page' || plate === 'ink')
    return <span className="figure">{t('plates.most', { n: Math.round(page.most) })}</span>;
  return <span className="figure">{t('plates.mean', { n: (page.coverage[NAMES[plate] ?? plate] ?? 0).toFixed(1) })}</span>;
}
