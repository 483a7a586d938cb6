/** What the text checks say of a marked stretch of the story, while the pointer is on it, with the cure. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProofFinding, sayFinding } from '../../engine/proofread';
import { letStand, mend } from '../proof/findings';

interface FindingCardProps {
  /** The text. */
  readonly place: RefObject<HTMLElement | null>;
  readonly findings: readonly ProofFinding[];
}

/** The card stays for so long after the pointer has left, milliseconds. */
const LINGER = 250;

export function FindingCard({ place, findings }: FindingCardProps) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState<{ readonly finding: ProofFinding; readonly left: number; readonly top: number } | null>(
    null,
  );
  const known = useRef(findings);
  known.current = findings;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const element = place.current!;
    const over = ({ target }: MouseEvent) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-finding]') : null;
      const finding = mark && known.current[Number(mark.dataset.finding)];
      clearTimeout(timer.current);
      if (!mark || !finding) {
        timer.current = setTimeout(() => setShown(null), LINGER);
        return;
      }
      const box = mark.getBoundingClientRect();
      const around = element.parentElement!.getBoundingClientRect();
      const top = box.bottom - around.top + element.parentElement!.scrollTop;
      setShown({ finding, left: box.left - around.left, top });
    };
    const leave = () => {
      timer.current = setTimeout(() => setShown(null), LINGER);
    };
    element.addEventListener('mouseover', over);
    element.addEventListener('mouseleave', leave);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener('mouseover', over);
      element.removeEventListener('mouseleave', leave);
    };
  }, [place]);
  if (!shown || !findings.includes(shown.finding)) return null;
  const { finding } = shown;
  const { detail, cure } = sayFinding(finding, i18n.language.startsWith('en') ? 'en' : 'zh');
  const act = (work: () => void) => () => {
    setShown(null);
    work();
  };
  return (
    <div
      className="finding-card"
      role="tooltip"
      style={{ left: shown.left, top: shown.top }}
      onMouseEnter={() => clearTimeout(timer.current)}
      onMouseLeave={() => setShown(null)}
    >
      <strong>{t(`proof.rule.${finding.rule}`)}</strong>
      <p>{detail}</p>
      <p className="soft">{cure}</p>
      <div className="finding-acts">
        {finding.suggestion !== undefined && (
          <button type="button" className="button" data-look="outline" onClick={act(() => mend(finding))}>
            {finding.suggestion === '' ? t('proof.remove') : t('proof.mend', { words: finding.suggestion })}
          </button>
        )}
        <button type="button" className="button" data-look="link" onClick={act(() => letStand(finding, ''))}>
          {t('proof.letStand')}
        </button>
      </div>
    </div>
  );
}
