/**
 * Shortcuts as words (keys.ts): matched against key events and written as the platform writes them. Mod is ⌘ on
 * macOS, Ctrl elsewhere.
 */

import type { Shortcut } from './keys';

export const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

export function shortcutOf(shortcut: Shortcut, mac = isMac): string {
  return typeof shortcut === 'string' ? shortcut : mac ? shortcut.mac : shortcut.other;
}

/** Names of keys that are not letters, by their place on the keyboard: characters change with Shift and Alt. */
const CODES: Readonly<Record<string, string>> = {
  Equal: '=',
  Minus: '-',
  NumpadAdd: '=',
  NumpadSubtract: '-',
  BracketLeft: '[',
  BracketRight: ']',
  Quote: "'",
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Slash: '/',
};

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut that a key event makes. */
export function shortcutOfEvent(event: Press, mac = isMac): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  return [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift', keyOf(event)].filter(Boolean).join('+');
}

function keyOf({ key, code }: Press): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const letter = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1];
  return letter ?? CODES[code] ?? key;
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Backspace: '⌫', Escape: '⎋' };
const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const OTHER_NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc', PageUp: 'PgUp', PageDown: 'PgDn' };

/** As people write it: ⇧⌘R, Ctrl+Shift+R. */
export function shortcutText(shortcut: Shortcut, mac = isMac): string {
  const keys = shortcutOf(shortcut, mac)
    .split('+')
    .map((key) => ARROWS[key] ?? key);
  if (!mac) return keys.map((key) => OTHER_NAMES[key] ?? key).join('+');
  const order = ['Alt', 'Shift', 'Mod'];
  return keys
    .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
    .sort((one, other) => Number(order.includes(other)) - Number(order.includes(one)))
    .map((key) => MAC_SIGNS[key] ?? key)
    .join('');
}

/** Keys that have a work of their own in a text field: everything without Mod but the function keys, and Alt+Enter, which cures. */
export function belongsToText(event: Press, mac = isMac): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const cures = event.altKey && event.key === 'Enter';
  return !mod && !cures && !/^F\d+$/.test(event.key);
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])');
}
