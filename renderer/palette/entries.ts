/** What the palette offers. */
import en from '../i18n/en.json';
import { sendToPage } from '../state/block-commands';
import { type Command, commands, type DeskCommand, runCommand } from '../state/commands';
import { shortcutText } from '../state/shortcuts';
import { type DeskState, type Palette, store } from '../state/store';
import type { Findable } from './search';

export interface Entry extends Findable {
  readonly key: string;
  readonly keys: string;
  readonly pressed: boolean;
  readonly run: () => void;
}

type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

const ENGLISH: Readonly<Record<string, string>> = en.command;

/** Commands that may run now, or pages to go to or to send the selected blocks to. */
export function entriesOf(palette: Palette, state: DeskState, t: Translate): readonly Entry[] {
  if (palette === 'commands') return commandEntries(state, t);
  const pages = state.issue?.pages ?? [];
  return pages
    .filter(({ number }) => palette === 'goTo' || number !== state.page)
    .map(({ number, section }) => ({
      key: String(number),
      name: t('pages.page', { page: number, section }),
      words: String(number),
      keys: '',
      pressed: number === state.page,
      run: () => (palette === 'goTo' ? store.goTo(number) : sendToPage(number)),
    }));
}

function commandEntries(state: DeskState, t: Translate): readonly Entry[] {
  const all = Object.entries(commands) as [DeskCommand, Command][];
  return all
    .filter(([name, { inPreview, enabled }]) => !inPreview && name !== 'palette' && enabled(state))
    .map(([name, { shortcut, pressed }]) => ({
      key: name,
      name: t(`command.${name}`),
      words: ENGLISH[name] ?? '',
      keys: shortcut ? shortcutText(shortcut) : '',
      pressed: pressed?.(state) ?? false,
      run: () => runCommand(name),
    }));
}
