/** Language and theme of the window, on the start screen and in the settings. */
import { useTranslation } from 'react-i18next';
import { Segments } from '../controls/Segments';
import { setAppearance } from '../state/appearance';
import { useDesk } from '../state/store';

/** Chinese or English; changes at once. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const language = useDesk(({ settings }) => settings.language);
  return (
    <Segments
      label={t('start.language')}
      value={language}
      choices={[
        { value: 'zh-CN', title: t('command.languageZh') },
        { value: 'en', title: t('command.languageEn') },
      ]}
      onChoice={(value) => setAppearance({ language: value })}
    />
  );
}

/** Light, dark, or as the system is; changes at once. */
export function ThemeChoice() {
  const { t } = useTranslation();
  const theme = useDesk(({ settings }) => settings.theme);
  return (
    <Segments
      label={t('start.theme')}
      value={theme}
      choices={[
        { value: 'light', title: t('command.themeLight') },
        { value: 'dark', title: t('command.themeDark') },
        { value: 'system', title: t('command.themeSystem') },
      ]}
      onChoice={(value) => setAppearance({ theme: value })}
    />
  );
}
