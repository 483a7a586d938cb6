import { ChevronDown, ChevronUp, CircleAlert, Info, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { isOfDisk, store, useDesk } from '../state/store';
import './message.css';

/** How long a notice stays, milliseconds. */
const NOTICE_TIME = 6000;

/**
 * What failed, or what a job did, over the foot of the page. Stays until it is taken note of, unless it is one plain line; its
 * details fold as soon as work goes on elsewhere, so that they do not lie over the page.
 */
export function MessageBar() {
  const { t } = useTranslation();
  const bar = useDesk((state) => (isOfDisk(state.bar) && state.opened ? null : state.bar));
  const element = useRef<HTMLDivElement>(null);
  const passing = bar?.tone === 'info' && bar.details.length === 0 && !bar.command ? bar : null;
  useEffect(() => {
    if (!passing) return;
    const timer = setInterval(() => {
      if (!element.current?.matches(':hover, :focus-within')) store.set({ bar: null });
    }, NOTICE_TIME);
    return () => clearInterval(timer);
  }, [passing]);
  const [folded, setFolded] = useState(false);
  const long = bar?.tone === 'info' && bar.details.length > 0 ? bar : null;
  useEffect(() => {
    setFolded(false);
    if (!long) return;
    const fold = ({ target }: PointerEvent) => element.current?.contains(target as Node) || setFolded(true);
    window.addEventListener('pointerdown', fold, { capture: true });
    return () => window.removeEventListener('pointerdown', fold, { capture: true });
  }, [long]);
  if (!bar) return null;
  const Icon = bar.tone === 'error' ? CircleAlert : Info;
  return (
    <div ref={element} className="message" data-tone={bar.tone} role={bar.tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden="true" />
      <div className="message-text">
        <p>{bar.text}</p>
        {bar.details.length > 0 && !folded && (
          <ul>
            {bar.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      {bar.command && <CommandButton command={bar.command} text={t(`command.${bar.command}`)} look="outline" />}
      {long && (
        <button
          type="button"
          className="button icon-button"
          aria-label={t('bar.details')}
          title={t('bar.details')}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {folded ? <ChevronUp size={16} aria-hidden="true" /> : <ChevronDown size={16} aria-hidden="true" />}
        </button>
      )}
      <button type="button" className="button icon-button" aria-label={t('bar.close')} onClick={() => store.set({ bar: null })}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
