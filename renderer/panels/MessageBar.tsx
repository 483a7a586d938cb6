import { CircleAlert, Info, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { store, useDesk } from '../state/store';
import './message.css';

/** Under the top bar: what failed, or what a job did. Stays until it is taken note of. */
export function MessageBar() {
  const { t } = useTranslation();
  const bar = useDesk((state) => state.bar);
  if (!bar) return null;
  const Icon = bar.tone === 'error' ? CircleAlert : Info;
  return (
    <div className="message" data-tone={bar.tone} role={bar.tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden="true" />
      <div className="message-text">
        <p>{bar.text}</p>
        {bar.details.length > 0 && (
          <ul>
            {bar.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      {bar.command && <CommandButton command={bar.command} text={t(`command.${bar.command}`)} look="outline" />}
      <button type="button" className="button icon-button" aria-label={t('bar.close')} onClick={() => store.set({ bar: null })}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
