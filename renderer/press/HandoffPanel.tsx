import { Package } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../controls/CheckField';
import { handOff } from '../state/jobs';

/** The whole package for the print shop: with the shop's preset, or only what has changed. */
export function HandoffPanel({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const [preset, setPreset] = useState(false);
  const [resend, setResend] = useState(false);
  return (
    <>
      <h3>{t('handoff.title')}</h3>
      <p>{t('handoff.hint')}</p>
      <CheckField label={t('handoff.preset')} checked={preset} disabled={disabled} onChange={setPreset} />
      <CheckField label={t('handoff.resend')} checked={resend} disabled={disabled} onChange={setResend} />
      <button
        type="button"
        className="button"
        data-look="outline"
        data-part="handoff"
        disabled={disabled}
        onClick={() => void handOff(preset, resend)}
      >
        <Package size={16} aria-hidden="true" />
        {t('handoff.start')}
      </button>
    </>
  );
}
