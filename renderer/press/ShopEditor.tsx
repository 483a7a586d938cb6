import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shop } from '../../electron/bridge';
import { plainPreset } from '../../engine/press/handoff/preset';
import { bridge } from '../state/bridge';
import { ShopGroups } from './ShopGroups';
import { draftOf, faultOf, presetOf, type ShopDraft, type ShopField } from './shop-draft';

interface ShopEditorProps {
  /** The shop that is changed; a new one when null. */
  readonly shop: Shop | null;
  /** With the file that was written; null when nothing was. */
  readonly onClose: (file: string | null) => void;
}

/** The preset of a print shop, field by field; what is left empty is the program's own. */
export function ShopEditor({ shop, onClose }: ShopEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ShopDraft>(() => draftOf(shop?.preset ?? plainPreset));
  const [fault, setFault] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const change = (field: ShopField, value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const save = async () => {
    const wrong = faultOf(draft);
    if (wrong) {
      setFault(t(`shop.fault.${wrong.kind}`, { field: t(`shop.field.${wrong.field.replace('.', '-')}`), bounds: wrong.bounds }));
      return;
    }
    const outcome = await bridge().saveShop(shop?.file ?? null, presetOf(draft));
    if (outcome.ok) onClose(outcome.value);
    else setFault(outcome.fault.text);
  };
  const chooseProfile = async () => {
    const outcome = await bridge().addProfile();
    if (!outcome.ok) setFault(outcome.fault.text);
    else if (outcome.value !== null) change('profile', outcome.value);
  };
  const remove = async (file: string) => {
    const outcome = await bridge().removeShop(file);
    if (outcome.ok) onClose(null);
    else setFault(outcome.fault.text);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog shop" initialFocus={() => body.current?.querySelector('input') ?? true}>
          <header className="dialog-head">
            <Dialog.Title>{shop ? t('shop.change') : t('shop.new')}</Dialog.Title>
            <span className="spacer" />
            <Dialog.Close className="button icon-button" aria-label={t('press.close')}>
              <X size={16} aria-hidden="true" />
            </Dialog.Close>
          </header>
          <div className="shop-body" ref={body}>
            <ShopGroups draft={draft} change={change} onChooseProfile={() => void chooseProfile()} />
          </div>
          <footer className="dialog-foot">
            {shop && (
              <button type="button" className="button" data-look="outline" onClick={() => void remove(shop.file)}>
                {t('shop.remove')}
              </button>
            )}
            <p className="shop-fault" role="alert">
              {fault}
            </p>
            <button type="button" className="button" data-look="outline" onClick={() => onClose(null)}>
              {t('shop.cancel')}
            </button>
            <button type="button" className="button" data-look="solid" onClick={() => void save()}>
              {t('shop.save')}
            </button>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
