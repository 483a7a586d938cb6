/** Language and theme: from the settings to the page, at once and without a reload. */
import type { Settings } from '../../electron/bridge';
import { i18n } from '../i18n';
import { bridge } from './bridge';
import { type Bar, store } from './store';

/** Sizes of the window's words and controls that are offered. */
export const UI_ZOOMS: readonly number[] = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Loads the settings, shows them, and follows the system's theme from now on. */
export async function startAppearance(): Promise<void> {
  const settings = await bridge().settings();
  store.set({ settings });
  show(settings);
  dark().addEventListener('change', () => show(store.get().settings));
}

export function setAppearance(change: Partial<Settings>): void {
  const before = store.get().settings;
  const settings = { ...before, ...change };
  store.set({ settings });
  if (settings.language !== before.language) sayAgain(settings.language);
  show(settings);
  void bridge().setSettings(settings);
}

/** What stays is said in the new language; what preflight, the press or a job told is past. */
function sayAgain(language: Settings['language']): void {
  const { bar, disk, readOnly } = store.get();
  const inWords = (said: Bar | null) => (said?.texts ? { ...said, text: said.texts[language] } : null);
  store.set({
    preflight: null,
    press: null,
    bar: inWords(bar),
    disk: inWords(disk) ?? disk,
    readOnly: readOnly?.texts ? { ...readOnly, text: readOnly.texts[language] } : readOnly,
  });
}

function show({ language, theme }: Settings): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset.theme = theme === 'system' ? (dark().matches ? 'dark' : 'light') : theme;
  void i18n.changeLanguage(language);
}
