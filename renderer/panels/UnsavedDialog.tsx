import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answerUnsaved } from '../state/opening';
import { useDesk } from '../state/store';

/** Before the issue gives way to another: its changes cannot be had back afterwards. */
export function UnsavedDialog() {
  const { t } = useTranslation();
  const open = useDesk(({ dialog }) => dialog === 'unsaved');
  const name = useDesk(({ opened }) => opened?.name ?? '');
  // Who presses Enter without reading loses nothing.
  const saving = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && void answerUnsaved('stay')}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog question" initialFocus={saving}>
          <AlertDialog.Title>{t('unsaved.title')}</AlertDialog.Title>
          <AlertDialog.Description>{t('unsaved.text', { name })}</AlertDialog.Description>
          <div className="dialog-buttons">
            <button type="button" className="button" data-look="outline" onClick={() => void answerUnsaved('discard')}>
              {t('unsaved.discard')}
            </button>
            <span className="spacer" />
            <AlertDialog.Close className="button" data-look="outline">
              {t('unsaved.stay')}
            </AlertDialog.Close>
            <button ref={saving} type="button" className="button" data-look="solid" onClick={() => void answerUnsaved('save')}>
              {t('unsaved.save')}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
