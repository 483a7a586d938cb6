import { FolderOpen, Pencil, Plus } from 'lucide-react';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Shop } from '../../electron/bridge';
import { Choice } from '../controls/Choice';
import { bridge } from '../state/bridge';
import { chooseShop } from '../state/press-choice';
import { store, useDesk } from '../state/store';
import { ShopEditor } from './ShopEditor';

const NO_SHOP = '';

/** The print shop, by whose preset everything below begins. */
export function ShopPanel({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const [shops, setShops] = useState<readonly Shop[]>([]);
  const shop = useDesk((state) => state.shop);
  const [fault, setFault] = useState('');
  const [editing, setEditing] = useState<{ readonly shop: Shop | null }>();
  /** Looks which shops there are; chooses `taken`, else what was chosen before. */
  const look = useCallback(async (taken?: string) => {
    const found = await bridge().shops();
    setShops(found);
    const before = store.get().shop;
    const after = found.find(({ file }) => file === (taken ?? before?.file));
    // Its file may have been put away or written anew meanwhile.
    if (JSON.stringify(after) !== JSON.stringify(before)) chooseShop(after);
  }, []);
  useEffect(() => void look(), [look]);
  const taken = (outcome: Outcome<string | null>) => {
    setFault(outcome.ok ? '' : outcome.fault.text);
    return look(outcome.ok ? (outcome.value ?? undefined) : undefined);
  };
  // Not before the list has the shop: the choice would show another for a moment.
  const close = (file: string | null) => void taken({ ok: true, value: file }).finally(() => setEditing(undefined));
  const choices = [
    { value: NO_SHOP, title: t('handoff.noShop') },
    ...shops.map(({ file, preset }) => ({ value: file, title: preset?.shop || file.replace(/\.json$/i, '') })),
  ];
  return (
    <>
      <h3>{t('handoff.shop')}</h3>
      <Choice
        label={t('handoff.shop')}
        value={shop?.file ?? NO_SHOP}
        choices={choices}
        disabled={disabled}
        onChoice={(file) => chooseShop(shops.find((one) => one.file === file))}
      />
      <div className="shop-buttons">
        <ShopButton icon={Plus} disabled={disabled} onClick={() => setEditing({ shop: null })}>
          {t('handoff.newShop')}
        </ShopButton>
        <ShopButton icon={Pencil} disabled={disabled || !shop?.preset} onClick={() => shop && setEditing({ shop })}>
          {t('handoff.changeShop')}
        </ShopButton>
        <ShopButton icon={FolderOpen} disabled={disabled} onClick={() => void bridge().addShop().then(taken)}>
          {t('handoff.addShop')}
        </ShopButton>
      </div>
      {(fault || shop?.fault) && (
        <p className="shop-fault" role="alert">
          {fault || shop?.fault}{' '}
          <button type="button" className="button" data-look="link" onClick={() => void bridge().openShopsFolder()}>
            {t('faces.openFolder')}
          </button>
        </p>
      )}
      {editing && <ShopEditor shop={editing.shop} onClose={close} />}
    </>
  );
}

interface ShopButtonProps {
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': 'true' }>;
  readonly disabled: boolean;
  readonly children: string;
  readonly onClick: () => void;
}

function ShopButton({ icon: Icon, disabled, children, onClick }: ShopButtonProps) {
  return (
    <button type="button" className="button" data-look="outline" disabled={disabled} onClick={onClick}>
      <Icon size={16} aria-hidden="true" />
      {children}
    </button>
  );
}
