import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shop } from '../../electron/bridge';
import { plainPreset } from '../../engine/press/handoff/preset';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { bridge } from '../state/bridge';
import { draftOf, faultOf, presetOf, type ShopDraft, type ShopField, TICKED } from './shop-draft';

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
  const form = { draft, change };
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
            <Group title={t('shop.groupShop')}>
              <Text {...form} field="shop" wide />
              <Text {...form} field="contact.name" />
              <Text {...form} field="contact.phone" />
              <Text {...form} field="contact.email" />
              <Text {...form} field="contact.address" />
            </Group>
            <Group title={t('shop.groupFile')}>
              <Chosen {...form} field="standard" values={['pdfx4', 'pdfx1a']} />
              <Chosen {...form} field="files" values={['pages', 'issue']} />
              <Text {...form} field="names" hint="{paper}_{date}_{page}" />
              <Text {...form} field="page.width" unit="mm" />
              <Text {...form} field="page.height" unit="mm" />
              <Text {...form} field="bleed" unit="mm" />
              <Text {...form} field="colourPages" hint={t('shop.allPages')} />
            </Group>
            <Group title={t('shop.groupInk')}>
              <div className="shop-field wide">
                <span>{t('shop.field.profile')}</span>
                <div className="shop-profile">
                  <output>{draft.profile || t('shop.ownProfile')}</output>
                  <button type="button" className="button" data-look="outline" onClick={() => void chooseProfile()}>
                    {t('shop.chooseProfile')}
                  </button>
                  {draft.profile && (
                    <button type="button" className="button" data-look="outline" onClick={() => change('profile', '')}>
                      {t('shop.dropProfile')}
                    </button>
                  )}
                </div>
              </div>
              <Text {...form} field="condition.identifier" hint="IFRA26S" />
              <Text {...form} field="condition.info" />
              <Text {...form} field="inkLimit" unit="%" hint="240" />
              <Text {...form} field="separationInkLimit" unit="%" hint="220" />
              <Tick {...form} field="spot" />
            </Group>
            <Group title={t('shop.groupPictures')}>
              <Text {...form} field="resolution.most" unit="ppi" />
              <Text {...form} field="resolution.reduced" unit="ppi" />
              <Text {...form} field="resolution.least" unit="ppi" hint="150" />
              <Text {...form} field="resolution.poor" unit="ppi" hint="100" />
            </Group>
            <Group title={t('shop.groupSheet')}>
              <Chosen {...form} field="imposition" values={['none', 'readers', 'sheets']} />
              <Text {...form} field="stock" />
              <Text {...form} field="sheet.width" unit="mm" />
              <Text {...form} field="sheet.height" unit="mm" />
              <Text {...form} field="sheet.gripper" unit="mm" />
              <Text {...form} field="sheet.cutOff" unit="mm" />
              <Text {...form} field="copies" />
            </Group>
            <Group title={t('shop.groupMarks')}>
              <Tick {...form} field="marks.crop" />
              <Tick {...form} field="marks.registration" />
              <Tick {...form} field="marks.colourBar" />
              <Tick {...form} field="marks.slugLine" />
            </Group>
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

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="shop-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface FieldProps {
  readonly draft: ShopDraft;
  readonly change: (field: ShopField, value: string) => void;
  readonly field: ShopField;
}

const MOST_LENGTH = 200;

interface TextProps extends FieldProps {
  readonly unit?: string;
  /** What holds while the field is empty. */
  readonly hint?: string;
  readonly wide?: boolean;
}

function Text({ draft, change, field, unit, hint, wide }: TextProps) {
  const { t } = useTranslation();
  const label = t(`shop.field.${field.replace('.', '-')}`);
  return (
    <label className={wide ? 'shop-field wide' : 'shop-field'}>
      <span>{label}</span>
      <span className="shop-input">
        <input
          type="text"
          className="field"
          aria-label={label}
          value={draft[field] ?? ''}
          placeholder={hint}
          maxLength={MOST_LENGTH}
          spellCheck={false}
          onChange={({ target }) => change(field, target.value)}
        />
        {unit !== undefined && <span className="soft">{unit}</span>}
      </span>
    </label>
  );
}

function Chosen({ draft, change, field, values }: FieldProps & { readonly values: readonly [string, ...string[]] }) {
  const { t } = useTranslation();
  const label = t(`shop.field.${field}`);
  return (
    <div className="shop-field">
      <span>{label}</span>
      <Choice
        label={label}
        value={draft[field] ?? values[0]}
        choices={values.map((value) => ({ value, title: t(`shop.${field}.${value}`) }))}
        onChoice={(value) => change(field, value)}
      />
    </div>
  );
}

function Tick({ draft, change, field }: FieldProps) {
  const { t } = useTranslation();
  return (
    <CheckField
      label={t(`shop.field.${field.replace('.', '-')}`)}
      checked={draft[field] === TICKED}
      onChange={(on) => change(field, on ? TICKED : '')}
    />
  );
}
