/** What the user has set, kept in the profile. */
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { oneOf, record } from '../engine/issue/reading';
import type { Language } from '../shell/say';
import type { Settings } from './bridge';
import { Stored } from './stored';

export const settingsReader = record<Settings>({
  language: oneOf('zh-CN', 'en'),
  theme: oneOf('light', 'dark', 'system'),
});

export interface SettingsKeeper {
  readonly value: Settings;
  readonly language: Language;
  set(settings: Settings): Promise<void>;
}

/** `changed` hears of every change, after it is in force. */
export function openSettings(changed: () => void): SettingsKeeper {
  const language = app.getLocale().startsWith('en') ? 'en' : 'zh-CN';
  const stored = new Stored<Settings>(join(app.getPath('userData'), 'settings.json'), settingsReader, {
    language,
    theme: 'system',
  });
  nativeTheme.themeSource = stored.value.theme;
  return {
    get value() {
      return stored.value;
    },
    get language() {
      return stored.value.language === 'en' ? 'en' : 'zh';
    },
    async set(settings) {
      await stored.put(settings);
      nativeTheme.themeSource = settings.theme;
      changed();
    },
  };
}
