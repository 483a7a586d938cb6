import { FolderOpen, Package, Pencil, Plus } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome, Shop } from '../../electron/bridge';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { bridge } from '../state/bridge';
import { handOff } from '../state/jobs';
import { store, useDesk } from '../state/store';
import { ShopEditor } from './ShopEditor';

const NO_SHOP = '';

/** The whole package for the print shop: as the shop wants it, or only what has changed. What stands against printing stands against it too. */
export function HandoffPanel({ disabled, blocked }: { readonly disabled: boolean; readonly blocked: boolean }) {
  const { t } = useTranslation();
  const [shops, setShops] = useState<readonly Shop[]>();
  const chosen = useDesk((state) => state.shop);
  const [resend, setResend] = useState(false);
  const [fault, setFault] = useState('');
  const [editing, setEditing] = useState<{ readonly shop: Shop | null }>();
  const look = useCallback(async () => {
    const found = await bridge().shops();
    setShops(found);
    // Its file may have been put away meanwhile.
    if (!found.some(({ file }) => file === store.get().shop)) choose(undefined);
  }, []);
  useEffect(() => void look(), [look]);
  const shop = shops?.find(({ file }) => file === chosen);
  const taken = (outcome: Outcome<string | null>) => {
    setFault(outcome.ok ? '' : outcome.fault.text);
    // What was examined as it was written before counts no more.
    if (outcome.ok && outcome.value !== null) store.set({ shop: outcome.value, preflight: null });
    return look();
  };
  // Not before the list has the shop: the choice would show another for a moment.
  const close = (file: string | null) => void taken({ ok: true, value: file }).finally(() => setEditing(undefined));
  const choices = [
    { value: NO_SHOP, title: t('handoff.noShop') },
    ...(shops ?? []).map(({ file, preset }) => ({ value: file, title: preset?.shop || file.replace(/\.json$/i, '') })),
  ];
  return (
    <>
      <h3>{t('handoff.title')}</h3>
      <p>{t('handoff.hint')}</p>
      <Choice
        label={t('handoff.shop')}
        value={shop?.file ?? NO_SHOP}
        choices={choices}
        disabled={disabled}
        onChoice={(file) => choose(file || undefined)}
      />
      <p>{t(shop ? 'handoff.shopFirst' : 'handoff.plain')}</p>
      <div className="shop-buttons">
        <button
          type="button"
          className="button"
          data-look="outline"
          disabled={disabled}
          onClick={() => setEditing({ shop: null })}
        >
          <Plus size={16} aria-hidden="true" />
          {t('handoff.newShop')}
        </button>
        <button
          type="button"
          className="button"
          data-look="outline"
          disabled={disabled || !shop?.preset}
          onClick={() => shop && setEditing({ shop })}
        >
          <Pencil size={16} aria-hidden="true" />
          {t('handoff.changeShop')}
        </button>
        <button
          type="button"
          className="button"
          data-look="outline"
          disabled={disabled}
          onClick={() => void bridge().addShop().then(taken)}
        >
          <FolderOpen size={16} aria-hidden="true" />
          {t('handoff.addShop')}
        </button>
      </div>
      {(fault || shop?.fault) && (
        <p className="shop-fault" role="alert">
          {fault || shop?.fault}{' '}
          <button type="button" className="button" data-look="link" onClick={() => void bridge().openShopsFolder()}>
            {t('faces.openFolder')}
          </button>
        </p>
      )}
      <CheckField label={t('handoff.resend')} checked={resend} disabled={disabled} onChange={setResend} />
      <button
        type="button"
        className="button"
        data-look="outline"
        data-part="handoff"
        disabled={disabled || blocked || shops === undefined || (shop !== undefined && !shop.preset)}
        onClick={() => void handOff(resend)}
      >
        <Package size={16} aria-hidden="true" />
        {t('handoff.start')}
      </button>
      {editing && <ShopEditor shop={editing.shop} onClose={close} />}
    </>
  );
}

/** What was examined for another shop counts no more. */
function choose(shop: string | undefined): void {
  if (shop !== store.get().shop) store.set({ shop, preflight: null });
}
