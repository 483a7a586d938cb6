/** What a press of the pointer was about, besides the blocks under it. */
import type { Tool } from '../state/store';
import type { Handle } from './snap';
import { isEditing } from './text/edited-text';

/** Tools that draw a new block. */
export function draws(tool: Tool): boolean {
  return tool === 'text' || tool === 'picture' || tool === 'frame';
}

/** The field that takes what is typed keeps the focus. */
export function keepFocus(event: MouseEvent): void {
  if (isEditing()) event.preventDefault();
}

/** Chips that lead somewhere lie over the page. */
export function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

/** Whether it was on the port of the selected block, from which its text is led on. */
export function isPort(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-port="out"]') !== null;
}

/** The handle of the selected block that was pressed. */
export function handleOf(target: EventTarget | null): Handle | undefined {
  return target instanceof Element ? ((target.getAttribute('data-handle') as Handle | null) ?? undefined) : undefined;
}
