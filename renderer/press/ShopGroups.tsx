/** What a print shop wants, in groups. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chosen, type ShopForm, Text, Tick } from './ShopFields';

interface ShopGroupsProps extends ShopForm {
  /** Asks for the file of a colour profile. */
  readonly onChooseProfile: () => void;
}

export function ShopGroups({ draft, change, onChooseProfile }: ShopGroupsProps) {
  const { t } = useTranslation();
  const form = { draft, change };
  return (
    <>
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
            <button type="button" className="button" data-look="outline" onClick={onChooseProfile}>
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
    </>
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
