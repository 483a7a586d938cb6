import { Eye } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../controls/CheckField';
import { changesOf, letterOf, preview } from '../state/proposals';
import { isTextField } from '../state/shortcuts';
import { useDesk } from '../state/store';
import './proposals.css';

/** Over the page while a proposal is previewed: that it is one, how far it goes, and the keys. */
export function PreviewBar() {
  const { t } = useTranslation();
  const proposals = useDesk((state) => state.proposals);
  const present = useDesk(({ issue, page }) => issue?.pages[page - 1]?.blocks);
  usePeeking(proposals !== null);
  if (!proposals || !present) return null;
  const { at, found, peeking, marked } = proposals;
  const count = changesOf(present, found[at]!.blocks).length;
  return (
    <div className="preview-bar" role="status">
      <Eye size={16} strokeWidth={1.75} aria-hidden="true" />
      <strong>{peeking ? t('proposals.present') : t('proposals.previewing', { letter: letterOf(at) })}</strong>
      <span className="preview-note">{t('proposals.untouched', { count })}</span>
      <span className="spacer" />
      <CheckField label={t('proposals.marks')} checked={marked} onChange={(on) => preview({ marked: on })} />
      <span className="preview-keys">
        <kbd>←</kbd> <kbd>→</kbd> {t('proposals.flip')}
      </span>
      <span className="preview-keys">
        {t('proposals.hold')} <kbd>\</kbd> {t('proposals.peek')}
      </span>
    </div>
  );
}

/** The page as it stands, for as long as `\` is held. */
function usePeeking(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (event.code === 'Backslash' && isPlain && !event.repeat && !isTextField(event.target)) preview({ peeking: true });
    };
    const release = (event: KeyboardEvent) => event.code === 'Backslash' && preview({ peeking: false });
    const end = () => preview({ peeking: false });
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', end);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', end);
    };
  }, [active]);
}
