/** 校样: proofs of the page or of the whole issue, to be printed or kept as PDF. */
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../controls/DialogFrame';
import { Segments } from '../controls/Segments';
import { printProof, proof } from '../state/jobs';
import { store, useDesk } from '../state/store';
import './settings.css';

export function ProofDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame name="proof" title={t('top.proof')} className="proof-dialog">
      {() => <Content />}
    </DialogFrame>
  );
}

function Content() {
  const { t } = useTranslation();
  const page = useDesk((state) => state.page);
  const busy = useDesk(({ job }) => job !== null);
  const [scope, setScope] = useState<'page' | 'issue'>('page');
  const start = (make: (page?: number) => Promise<void>) => () => {
    store.set({ dialog: null });
    void make(scope === 'page' ? page : undefined);
  };
  return (
    <>
      <div className="proof-body">
        <Segments
          label={t('proofs.scope')}
          value={scope}
          choices={[
            { value: 'page', title: t('proofs.page', { page }) },
            { value: 'issue', title: t('proofs.issue') },
          ]}
          onChoice={setScope}
        />
        <p className="soft">{t('proofs.hint')}</p>
      </div>
      <footer className="dialog-foot">
        <span className="spacer" />
        <button type="button" className="button" data-look="outline" disabled={busy} onClick={start(proof)}>
          {t('proofs.keep')}
        </button>
        <button type="button" className="button" data-look="solid" disabled={busy} onClick={start(printProof)}>
          <Printer size={16} aria-hidden="true" />
          {t('proofs.print')}
        </button>
      </footer>
    </>
  );
}
