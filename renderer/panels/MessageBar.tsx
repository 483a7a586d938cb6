import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { store, useDesk } from '../state/store';
import './message.css';

/** How long a notice stays, milliseconds. */
const NOTICE_TIME = 6000;

/** What failed, or what a job did, over the foot of the page. Stays until it is taken note of, unless it is one plain line. */
export function MessageBar() {
  const { t } = useTranslation();
  const bar = useDesk((state) => state.bar);
  const element = useRef<HTMLDivElement>(null);
  const passing = bar?.tone === 'info' && bar.details.length === 0 && !bar.command ? bar : null;
  useEffect(() => {
    if (!passing) return;
    const timer = setInterval(() => {
      if (!element.current?.matches(':hover, :focus-within')) store.set({ bar: null });
    }, NOTICE_TIME);
    return () => clearInterval(timer);
  }, [passing]);
  if (!bar) return null;
  const Icon = bar.tone === 'error' ? CircleAlert : Info;
  return (
    <div ref={element} className="message" data-tone={bar.tone} role={bar.tone === 'error' ? 'alert' : 'status'}>
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
