/** How far the page shown has come: its last proof, and the three reviews (三审). A click leads to the signatures. */
import { CircleCheck, CircleDashed, TriangleAlert, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedPage } from '../../electron/bridge-records';
import { useAtLeast } from '../controls/use-width';
import { bridge } from '../state/bridge';
import { runCommand } from '../state/commands';
import { store, useDesk, useDeskAtRest } from '../state/store';

const REVIEWS = ['review1', 'review2', 'review3'] as const;
/** Asked after so long without a change, milliseconds: every page is looked at. */
const REST = 2000;

export function Reviews() {
  const { t } = useTranslation();
  const handle = useDesk(({ opened }) => opened?.handle);
  const page = useDesk((state) => state.page);
  const signed = useSigned(handle)?.find((one) => one.page === page);
  const wide = useAtLeast(1000);
  if (!signed || !wide) return null;
  const steps = REVIEWS.map((step) => ({ step, signed: signed.steps.find((one) => one.step === step) }));
  return (
    <button type="button" className="button reviews" title={t('command.signing')} onClick={() => runCommand('signing')}>
      <span className="figure">{t(signed.stage === '' ? 'status.noProof' : `records.step.${signed.stage}`)}</span>
      {steps.map(({ step, signed: one }) => {
        const returned = one?.verdict === 'returned';
        const Icon = !one ? CircleDashed : returned ? Undo2 : one.stands ? CircleCheck : TriangleAlert;
        const tone = !one ? undefined : returned ? 'error' : one.stands ? 'ok' : 'warning';
        const word = !one ? 'open' : returned ? 'returned' : one.stands ? 'stands' : 'outdated';
        return (
          <span key={step} className="figure" data-tone={tone} title={t(`records.${word}`)}>
            <Icon size={12} aria-hidden="true" /> {t(`records.step.${step}`)}
            <span className="hidden">{t(`records.${word}`)}</span>
          </span>
        );
      })}
    </button>
  );
}

/** Signatures of all pages as the issue stands, when its editor rests. */
function useSigned(handle: string | undefined): readonly SignedPage[] | undefined {
  const issue = useDeskAtRest((state) => state.issue);
  const dialog = useDesk((state) => state.dialog);
  const [signed, setSigned] = useState<readonly SignedPage[]>();
  useEffect(() => {
    if (handle === undefined || issue === null || dialog !== null) return undefined;
    const timer = setTimeout(() => {
      bridge()
        .signatures(handle, issue)
        .then(
          (outcome) => outcome.ok && store.get().opened?.handle === handle && setSigned(outcome.value),
          () => {},
        );
    }, REST);
    return () => clearTimeout(timer);
  }, [handle, issue, dialog]);
  return signed;
}
