import { LoaderCircle, ScanSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatePage } from '../../electron/bridge';
import type { Issue } from '../../engine/issue/index';
import { Thumbnail } from '../canvas';
import { changedPages } from '../compose/changed-pages';
import { Segments } from '../controls/Segments';
import { PageVerdict } from '../panels/Pages';
import { preflight } from '../state/examining';
import { cancelJob } from '../state/jobs';
import { useDesk } from '../state/store';
import { PlateFacts } from './PlateFacts';
import { usePlatePictures } from './use-plate-pictures';

interface PressPagesProps {
  readonly issue: Issue;
}

const NO_PAGES: readonly PlatePage[] = [];
const NONE_CHANGED: readonly number[] = [];
/** It holds nothing else that takes the focus. */
const SCROLLED_BY_KEYS = { tabIndex: 0 };
/** Plates that every page has, in the order of printing units; spot plates stand between them and the map of ink. */
const PROCESS = ['C', 'M', 'Y', 'K'];

/** The pages as they stand; once examined, each plate of the press files as a picture. */
export function PressPages({ issue }: PressPagesProps) {
  const { t } = useTranslation();
  const result = useDesk((state) => state.preflight);
  const stale = useDesk(({ preflight: last, revision }) => last !== null && last.revision !== revision);
  const changed = useMemo(() => (stale && result ? changedPages(result.issue, issue) : NONE_CHANGED), [stale, result, issue]);
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
        <Examination isFirst={result === null} />
      </div>
      <section className="press-pages" aria-label={t('pages.title')} {...SCROLLED_BY_KEYS}>
        {issue.pages.map((page) => {
          const isOld = changed.includes(page.number);
          // As it stands a page is drawn from the document; only its plates must come from the files.
          const address = isOld && plate === 'page' ? undefined : pictures.get(page.number);
          const found = pages.find((candidate) => candidate.page === page.number);
          return (
            <figure key={page.number} data-old={isOld || undefined}>
              <span className="sheet">
                {address === undefined ? (
                  <Thumbnail page={page.number} width={200} />
                ) : (
                  <img className="plate" src={address} alt={t('plates.alt', { page: page.number, plate })} />
                )}
              </span>
              <figcaption>
                <span>{t('pages.page', { page: page.number, section: page.section })}</span>
                {isOld && address !== undefined && <span className="old-mark">{t('plates.old')}</span>}
                {found && !isOld ? <PlateFigure page={found} plate={plate} /> : <PageVerdict page={page} />}
              </figcaption>
            </figure>
          );
        })}
      </section>
      {result && <PlateFacts pages={pages} />}
    </section>
  );
}

/** The way to an examination; while one runs, how far it is and the way out. */
function Examination({ isFirst }: { readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const job = useDesk((state) => state.job);
  if (job?.kind !== 'preflight')
    return (
      <button type="button" className="button" data-look="outline" disabled={job !== null} onClick={() => void preflight()}>
        <ScanSearch size={16} aria-hidden="true" />
        {t(isFirst ? 'plates.examine' : 'plates.again')}
      </button>
    );
  const percent = Math.round((job.progress?.done ?? 0) * 100);
  return (
    <div className="plate-work">
      <LoaderCircle size={16} className="turning" aria-hidden="true" />
      <span role="status">{t('plates.examining')}</span>
      <progress max={100} value={percent} aria-label={t('plates.examining')} title={job.progress?.step} />
      <button type="button" className="button" data-look="outline" onClick={cancelJob}>
        {t('plates.stop')}
      </button>
    </div>
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
