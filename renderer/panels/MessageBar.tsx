import { ChevronDown, CircleAlert, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../controls/CommandButton';
import { type Bar, store, useDesk } from '../state/store';
import './message.css';

/** How long a notice stays, milliseconds. */
const NOTICE_TIME = 6000;
/** So long a message is there before work elsewhere folds it: what comes in the middle of work is seen first, milliseconds. */
const SEEN_TIME = 1000;

/**
 * What failed, or what a job did. One plain line goes by itself; all else stays until it is taken note of, over the foot of the
 * page only until work goes on elsewhere: then it waits in the status bar.
 */
export function MessageBar() {
  const { t } = useTranslation();
  const bar = useDesk((state) => state.bar);
  const folded = useDesk((state) => state.foldedBar === state.bar);
  const canFold = useDesk((state) => state.opened !== null);
  const element = useRef<HTMLDivElement>(null);
  const passing = bar?.tone === 'info' && bar.details.length === 0 && !bar.command ? bar : null;
  useEffect(() => {
    if (!passing) return;
    const timer = setInterval(() => {
      if (!element.current?.matches(':hover, :focus-within')) store.set({ bar: null });
    }, NOTICE_TIME);
    return () => clearInterval(timer);
  }, [passing]);
  useEffect(() => {
    if (!bar || passing || folded || !canFold) return;
    const since = performance.now();
    const fold = ({ target }: Event) => {
      if (!element.current?.contains(target as Node) && performance.now() - since > SEEN_TIME) store.set({ foldedBar: bar });
    };
    const kinds = ['pointerdown', 'keydown'] as const;
    for (const kind of kinds) window.addEventListener(kind, fold, { capture: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, fold, { capture: true });
    };
  }, [bar, passing, folded, canFold]);
  if (!bar || (folded && canFold)) return null;
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
      {canFold && !passing && <FoldButton bar={bar} />}
      <button type="button" className="button icon-button" aria-label={t('bar.close')} onClick={() => store.set({ bar: null })}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

function FoldButton({ bar }: { readonly bar: Bar }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={t('bar.fold')}
      title={t('bar.fold')}
      onClick={() => store.set({ foldedBar: bar })}
    >
      <ChevronDown size={16} aria-hidden="true" />
    </button>
  );
}

/** A message that was folded, in the status bar; a click shows it again. */
export function FoldedMessage() {
  const { t } = useTranslation();
  const bar = useDesk((state) => (state.foldedBar === state.bar ? state.bar : null));
  if (!bar) return null;
  const Icon = bar.tone === 'error' ? CircleAlert : Info;
  return (
    <button
      type="button"
      className="button folded-message"
      data-tone={bar.tone}
      title={`${t('bar.unfold')}\n${bar.text}`}
      onClick={() => store.set({ foldedBar: null })}
    >
      <Icon size={12} aria-hidden="true" />
      <span>{bar.text}</span>
    </button>
  );
}
