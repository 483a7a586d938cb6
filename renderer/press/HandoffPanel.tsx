import { Checkbox } from '@base-ui/react/checkbox';
import { Field } from '@base-ui/react/field';
import { Check, Package } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOff } from '../state/documents';

/** The whole package for the print shop: with the shop's preset, or only what has changed. */
export function HandoffPanel({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const [preset, setPreset] = useState(false);
  const [resend, setResend] = useState(false);
  return (
    <>
      <h3>{t('handoff.title')}</h3>
      <p>{t('handoff.hint')}</p>
      <Choice label={t('handoff.preset')} checked={preset} disabled={disabled} onChange={setPreset} />
      <Choice label={t('handoff.resend')} checked={resend} disabled={disabled} onChange={setResend} />
      <button
        type="button"
        className="button"
        data-look="outline"
        disabled={disabled}
        onClick={() => void handOff(preset, resend)}
      >
        <Package size={16} aria-hidden="true" />
        {t('handoff.start')}
      </button>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Choice({ label, checked, disabled, onChange }: ChoiceProps) {
  return (
    <Field.Root>
      <Field.Label className="check">
        <Checkbox.Root className="checkbox" checked={checked} disabled={disabled} onCheckedChange={onChange}>
          <Checkbox.Indicator>
            <Check size={12} strokeWidth={3} aria-hidden="true" />
          </Checkbox.Indicator>
        </Checkbox.Root>
        {label}
      </Field.Label>
    </Field.Root>
  );
}
