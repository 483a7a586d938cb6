/** Keeps the native menu in step: what undo would take back, what cannot be done now, what is on. */

import type { MenuState } from '../../electron/bridge';
import { i18n } from '../i18n';
import { bridge } from './bridge';
import { type Command, commands } from './commands';
import { type DeskState, store } from './store';

/** Told after so long without a change, milliseconds: nobody opens a menu while typing. */
const REST = 250;

/** From now on the menu hears of what changes. */
export function watchMenu(): void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const state = menuStateOf(store.get());
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    void bridge().setMenu(state);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, REST);
  };
  store.subscribe(soon);
  i18n.on('languageChanged', soon);
  soon();
}

/** How the menu stands for a state of the window. */
function menuStateOf(state: DeskState): MenuState {
  const all = Object.entries(commands) as [string, Command][];
  const named = (key: 'undo' | 'redo', name: string | undefined) =>
    name === undefined ? '' : i18n.t(`menu.${key}Of`, { name: i18n.t(name) });
  return {
    undo: named('undo', state.history.done.at(-1)?.name),
    redo: named('redo', state.history.undone.at(-1)?.name),
    disabled: all.flatMap(([name, { enabled }]) => (enabled(state) ? [] : [name])),
    checked: all.flatMap(([name, { pressed }]) => (pressed?.(state) ? [name] : [])),
  };
}
