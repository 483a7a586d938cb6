import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeskState, store, useDesk } from '../state/store';
import './records.css';

interface RecordDialogProps {
  readonly name: NonNullable<DeskState['dialog']>;
  readonly title: string;
  readonly small?: boolean;
  /** Made anew each time the dialog opens. */
  readonly children: () => ReactNode;
}

/** The frame of the dialogs about an issue's records. */
export function RecordDialog({ name, title, small = false, children }: RecordDialogProps) {
  const { t } = useTranslation();
  const open = useDesk(({ dialog, issue }) => dialog === name && issue !== null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && store.set({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={small ? 'dialog records small' : 'dialog records'}>
          <header className="dialog-head">
            <Dialog.Title>{title}</Dialog.Title>
            <span className="spacer" />
            <Dialog.Close className="button icon-button" aria-label={t('records.close')}>
              <X size={16} aria-hidden="true" />
            </Dialog.Close>
          </header>
          {open && children()}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
