import { Toolbar } from '@base-ui/react/toolbar';
import { Check, ChevronLeft, ChevronRight, Circle, LoaderCircle, Maximize, Minus, Plus, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton, ToolButton } from '../controls/CommandButton';
import { blockOf } from '../state/facts';
import { fillOfPage } from '../state/fill';
import { usePointedCell } from '../state/pointed-cell';
import { verdictOf } from '../state/problems';
import { useDesk, useDeskAtRest } from '../state/store';
import { useDates } from './dates';
import { FoldedMessage } from './MessageBar';
import { Reviews } from './Reviews';
import './status-bar.css';

export function StatusBar() {
  const { t } = useTranslation();
  return (
    <section className="statusbar" aria-label={t('status.label')} data-region="status">
      <ViewTools />
      <PageFigures />
      <PlaceFigure />
      <span className="spacer" />
      <FoldedMessage />
      <JobState />
      <Reviews />
      <SaveState />
    </section>
  );
}

function ViewTools() {
  const { t } = useTranslation();
  const zoom = useDesk(({ view }) => Math.round(view.zoom * 100));
  const page = useDesk((state) => state.page);
  const pages = useDesk(({ issue }) => issue?.pages.length ?? 0);
  return (
    <Toolbar.Root className="status-tools" aria-label={t('status.zoom')}>
      <ToolButton command="zoomOut" icon={Minus} />
      <output className="zoom" aria-label={t('status.zoom')}>{`${zoom}%`}</output>
      <ToolButton command="zoomIn" icon={Plus} />
      <ToolButton command="fitPage" icon={Maximize} />
      <Toolbar.Separator className="tool-line" />
      <ToolButton command="previousPage" icon={ChevronLeft} />
      <span className="figure">{t('status.pageOf', { page, pages })}</span>
      <ToolButton command="nextPage" icon={ChevronRight} />
      <Toolbar.Separator className="tool-line" />
    </Toolbar.Root>
  );
}

function PageFigures() {
  const { t } = useTranslation();
  const issue = useDeferredValue(useDeskAtRest((state) => state.issue));
  const number = useDeskAtRest((state) => state.page);
  const layout = useDeskAtRest(({ layouts, page }) => layouts.get(page));
  const page = issue?.pages[number - 1];
  const fill = useMemo(() => (issue && page && layout ? fillOfPage(issue, page, layout.fits) : undefined), [issue, page, layout]);
  const verdict = page && verdictOf(page, layout);
  if (fill === undefined || !verdict) return null;
  return (
    <>
      <span className="figure">
        {t('status.fill')} <strong>{`${(fill * 100).toFixed(1)}%`}</strong>
      </span>
      {verdict.overset > 0 ? (
        <span className="figure" data-tone="error">
          <TriangleAlert size={12} aria-hidden="true" /> {t('status.overset', { n: verdict.overset })}
        </span>
      ) : (
        <span className="figure" data-tone="ok">
          <Check size={12} aria-hidden="true" /> {t('status.noOverset')}
        </span>
      )}
      {verdict.missing > 0 && (
        <span className="figure" data-tone="warning">
          {t('status.missing', { count: verdict.missing })}
        </span>
      )}
    </>
  );
}

/** Where the pointer is on the page; elsewhere, where the selected block begins. */
function PlaceFigure() {
  const { t } = useTranslation();
  const pointed = usePointedCell();
  const rect = useDesk(({ issue, selection }) => blockOf(issue, selection)?.rect);
  const cell = pointed ?? rect;
  if (!cell) return null;
  return <span className="figure place">{t('status.place', { column: cell.column + 1, row: cell.row + 1 })}</span>;
}

/** What runs in the background, with its way out. */
function JobState() {
  const { t } = useTranslation();
  const job = useDesk((state) => state.job);
  if (!job) return null;
  const done = job.progress ? Math.round(job.progress.done * 100) : 0;
  return (
    <span className="job" role="status">
      <LoaderCircle size={12} className="turning" aria-hidden="true" />
      {t(`status.job.${job.kind}`)} <span className="soft">{job.progress?.step}</span>
      <progress max={100} value={done} aria-label={t(`status.job.${job.kind}`)} />
      <CommandButton command="cancelJob" text={t('command.cancelJob')} />
    </span>
  );
}

function SaveState() {
  const { t } = useTranslation();
  const saving = useDesk((state) => state.saving);
  const dirty = useDesk((state) => state.dirty);
  const savedAt = useDesk((state) => state.savedAt);
  const { time } = useDates();
  const Icon = saving ? LoaderCircle : dirty ? Circle : Check;
  return (
    <span className="figure" role="status">
      <Icon size={12} aria-hidden="true" /> {t(saving ? 'status.saving' : dirty ? 'status.unsaved' : 'status.saved')}
      {!saving && !dirty && savedAt !== null && ` ${time(savedAt)}`}
    </span>
  );
}
