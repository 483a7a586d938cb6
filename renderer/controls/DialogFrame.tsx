import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeskState, store, useDesk } from '../state/store';

interface DialogFrameProps {
  readonly name: NonNullable<DeskState['dialog']>;
  readonly title: string;
  readonly className: string;
  /** Made anew each time the dialog opens. */
  readonly children: () => ReactNode;
}

/** The frame of a dialog: its title, the way out, and the focus on the first field that can be filled in. */
export function DialogFrame({ name, title, className, children }: DialogFrameProps) {
  const { t } = useTranslation();
  const open = useDesk(({ dialog }) => dialog === name);
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && store.set({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`dialog ${className}`} initialFocus={() => firstField(body.current)}>
          <header className="dialog-head">
            <Dialog.Title>{title}</Dialog.Title>
            <span className="spacer" />
            <Dialog.Close className="button icon-button" aria-label={t('records.close')}>
              <X size={16} aria-hidden="true" />
            </Dialog.Close>
          </header>
          <div className="dialog-content" ref={body}>
            {open && children()}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** A text field before all else, then whatever can be worked; the dialog itself where nothing can. */
function firstField(body: HTMLElement | null): HTMLElement | true {
  const find = (selector: string) => body?.querySelector<HTMLElement>(selector);
  return (
    find(':is(input[type="text"], input:not([type]), textarea):enabled') ??
    find(':is(select, button, [tabindex="0"]):not(:disabled)') ??
    true
  );
}
