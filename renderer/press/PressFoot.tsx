import { useTranslation } from 'react-i18next';
import { cancelJob } from '../state/jobs';
import { useDesk } from '../state/store';

interface PressFootProps {
  /** Errors stand against printing. */
  readonly blocked: boolean;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

/** Progress on the left, what can be done now on the right. */
export function PressFoot({ blocked, onStart, onClose }: PressFootProps) {
  const { t } = useTranslation();
  const job = useDesk((state) => state.job);
  const done = useDesk((state) => state.press) !== null;
  const running = job?.kind === 'press' || job?.kind === 'handoff';
  // An examination makes way.
  const isBusy = job !== null && job.kind !== 'preflight';
  return (
    <footer className="dialog-foot">
      <div className="press-progress">{running && <Progress />}</div>
      {running ? (
        <>
          <button type="button" className="button" data-look="outline" onClick={onClose}>
            {t('press.background')}
          </button>
          <button type="button" className="button" data-look="outline" onClick={cancelJob}>
            {t('press.cancel')}
          </button>
        </>
      ) : (
        <>
          <button type="button" className="button" data-look="outline" onClick={onClose}>
            {t('press.close')}
          </button>
          <button type="button" className="button" data-look="solid" disabled={blocked || isBusy} onClick={onStart}>
            {t(done ? 'press.again' : 'press.start')}
          </button>
        </>
      )}
    </footer>
  );
}

function Progress() {
  const { t } = useTranslation();
  const progress = useDesk(({ job }) => job?.progress);
  const percent = Math.round((progress?.done ?? 0) * 100);
  return (
    <>
      <p role="status">
        <strong>{progress?.step ?? t('press.working')}</strong>
        <span className="figure">{t('press.percent', { n: percent })}</span>
      </p>
      <progress max={100} value={percent} aria-label={t('press.title')} />
    </>
  );
}
