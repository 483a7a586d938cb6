/** What the user sets for all issues: language, theme, size of the window's words, autosave, own fonts and word lists. */
import { useTranslation } from 'react-i18next';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { DialogFrame } from '../controls/DialogFrame';
import { Row } from '../controls/Section';
import { setAppearance, UI_ZOOMS } from '../state/appearance';
import { bridge } from '../state/bridge';
import { useDesk } from '../state/store';
import { LanguageChoice, ThemeChoice } from './AppearanceChoices';
import './settings.css';

export function SettingsDialog() {
  const { t } = useTranslation();
  return (
    <DialogFrame name="settings" title={t('settings.title')} className="settings">
      {() => <Content />}
    </DialogFrame>
  );
}

function Content() {
  const { t } = useTranslation();
  const { autosave = true, uiZoom = 1 } = useDesk((state) => state.settings);
  return (
    <div className="settings-body">
      <Row label={t('start.language')}>
        <LanguageChoice />
      </Row>
      <Row label={t('start.theme')}>
        <ThemeChoice />
      </Row>
      <Row label={t('settings.uiZoom')}>
        <Choice
          label={t('settings.uiZoom')}
          value={String(uiZoom)}
          choices={UI_ZOOMS.map((value) => ({ value: String(value), title: `${Math.round(value * 100)}%` }))}
          onChoice={(value) => setAppearance({ uiZoom: Number(value) })}
        />
      </Row>
      <Row label={t('settings.saving')}>
        <CheckField label={t('settings.autosave')} checked={autosave} onChange={(on) => setAppearance({ autosave: on })} />
      </Row>
      <Row label={t('settings.folders')}>
        <button type="button" className="button" data-look="outline" onClick={() => void bridge().openFontsFolder()}>
          {t('settings.fonts')}
        </button>
        <button type="button" className="button" data-look="outline" onClick={() => void bridge().openWordsFolder()}>
          {t('settings.words')}
        </button>
      </Row>
    </div>
  );
}
