/** One tab stop for a list: arrows, Home and End go from item to item; the selected item, else the first, takes the focus. */
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** For the `onKeyDown` of the items: elements with `data-item` inside one with `data-list`. */
export function rove(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest('[data-list]');
  const items = [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const at = items.indexOf(event.currentTarget);
  const target = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : at + (STEPS[event.key] ?? Number.NaN);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || !items[target]) return;
  event.preventDefault();
  items[target].focus();
}

/** Tab index of an item: the selected one, or the first where none is, is the list's tab stop. */
export function stopIndex(isSelected: boolean, index: number, anySelected: boolean): 0 | -1 {
  return isSelected || (!anySelected && index === 0) ? 0 : -1;
}
