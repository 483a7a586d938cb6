import { CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PressFinding } from '../../electron/bridge';
import { useDesk } from '../state/store';
import { leadTo } from './file-findings';

/** What the last examination of the press files found; a click leads to the block. */
export function FileFindings() {
  const { t } = useTranslation();
  const result = useDesk((state) => state.preflight);
  const isOld = useDesk(({ preflight: last, revision }) => last !== null && last.revision !== revision);
  if (!result) return null;
  return (
    <>
      <h3>
        {t('plates.findings')} {isOld && <span className="old-mark">{t('plates.old')}</span>}
      </h3>
      {result.findings.length === 0 && <p>{t('press.noFindings')}</p>}
      {result.findings.map((finding) => (
        <FindingCard key={JSON.stringify(finding)} finding={finding} />
      ))}
    </>
  );
}

function FindingCard({ finding }: { readonly finding: PressFinding }) {
  const { t } = useTranslation();
  const { severity, page, place, detail, cure } = finding;
  const Icon = severity === 'error' ? CircleX : TriangleAlert;
  const where = place ? t('plates.place', { page, x: place.x, y: place.y }) : page > 0 ? t('problems.place', { page }) : '';
  return (
    <button type="button" className="plain-row preflight-item" onClick={() => leadTo(finding)}>
      <span data-tone={severity}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <strong>{detail}</strong>
      <span className="preflight-text">{cure}</span>
      <span className="preflight-place">{where}</span>
    </button>
  );
}
