import { Package } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../controls/CheckField';
import { handOff } from '../state/jobs';
import { useDesk } from '../state/store';

/** The whole package for the print shop, or only what has changed. What stands against printing stands against it too. */
export function HandoffPanel({ disabled, blocked }: { readonly disabled: boolean; readonly blocked: boolean }) {
  const { t } = useTranslation();
  const shop = useDesk((state) => state.shop);
  const [resend, setResend] = useState(false);
  return (
    <div className="handoff">
      <h3>{t('handoff.title')}</h3>
      <p>{t('handoff.hint')}</p>
      <CheckField label={t('handoff.resend')} checked={resend} disabled={disabled} onChange={setResend} />
      <button
        type="button"
        className="button"
        data-look="outline"
        data-part="handoff"
        disabled={disabled || blocked || (shop !== undefined && !shop.preset)}
        onClick={() => void handOff(resend)}
      >
        <Package size={16} aria-hidden="true" />
        {t('handoff.start')}
      </button>
    </div>
  );
}
