/** What the user has set, kept in the profile. */
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { flag, number, oneOf, optional, record } from '../engine/issue/reading';
import { type Language, languageOf } from '../shell/say';
import type { Settings } from './bridge';
import { Stored } from './stored';

export const settingsReader = record<Settings>({
  language: oneOf('zh-CN', 'en'),
  theme: oneOf('light', 'dark', 'system'),
  autosave: optional(flag),
  uiZoom: optional(number(0.8, 2)),
});

export interface SettingsKeeper {
  readonly value: Settings;
  readonly language: Language;
  set(settings: Settings): Promise<void>;
}

/** `changed` hears of every change, after it is in force. */
export function openSettings(changed: () => void): SettingsKeeper {
  const stored = storedSettings();
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

/**
 * Lets Chromium's own controls, such as the date field, speak the language of the window. Only before the program is ready;
 * a change shows there with the next start.
 */
export function speakLanguage(): void {
  app.commandLine.appendSwitch('lang', storedSettings().value.language);
}

function storedSettings(): Stored<Settings> {
  const unset: Settings = { language: systemLanguage() === 'en' ? 'en' : 'zh-CN', theme: 'system' };
  return new Stored(join(app.getPath('userData'), 'settings.json'), settingsReader, unset);
}

/** Chromium says English where Linux says nothing, so there the environment counts, as on the command line. */
function systemLanguage(): Language {
  const { BANXIN_LANG } = process.env;
  return languageOf(process.platform === 'linux' ? process.env : { BANXIN_LANG, LANG: app.getPreferredSystemLanguages()[0] });
}
