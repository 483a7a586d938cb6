/** The chosen picture follows the pointer: let go over another story or group it goes there, beside the paper into the stock. */
import { type RefObject, useEffect } from 'react';
import { isEditing } from '../canvas/text/edited-text';
import type { Viewport } from '../canvas/view';
import { store } from '../state/store';
import { carried, takesPicture } from './carried';
import { chosenPicture } from './chosen';
import { headOf, type ShownPicture } from './frames';
import { isInLayer, under } from './under';

/** A press that moves less is a click, CSS pixels. */
const THRESHOLD = 3;

/** @param hold shows the block over which the picture is held */
export function useCarrying(
  board: RefObject<HTMLElement | null>,
  viewport: RefObject<Viewport>,
  hold: (held: { readonly block: string; readonly picture: undefined } | null) => void,
): void {
  useEffect(() => {
    const element = board.current!;
    const ending = new AbortController();
    const listening = { signal: ending.signal, capture: true };
    let press: { readonly x: number; readonly y: number; readonly picture: ShownPicture; moved: boolean } | undefined;
    const end = () => {
      press = undefined;
      hold(null);
      element.removeAttribute('data-carrying');
    };
    const down = (event: PointerEvent) => {
      const { tool, readOnly } = store.get();
      const chosen = chosenPicture();
      if (event.button !== 0 || chosen?.mode !== 'chosen' || tool !== 'select' || readOnly) return;
      if (isEditing() || isInLayer(event.target)) return;
      const picture = under(element, viewport, event)?.picture;
      if (!picture || picture.photo.id !== chosen.photo || picture.block.locked) return;
      // The block stays where it is.
      event.stopImmediatePropagation();
      press = { x: event.clientX, y: event.clientY, picture, moved: false };
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!press) return;
      event.stopImmediatePropagation();
      press.moved ||= Math.hypot(event.clientX - press.x, event.clientY - press.y) >= THRESHOLD;
      if (!press.moved) return;
      element.setAttribute('data-carrying', '');
      const block = under(element, viewport, event)?.block;
      hold(takesPicture(block, press.picture.block.id) ? { block: block.id, picture: undefined } : null);
    };
    const up = (event: PointerEvent) => {
      const from = press;
      if (!from) return;
      event.stopImmediatePropagation();
      end();
      const found = under(element, viewport, event);
      const { issue, layouts } = store.get();
      if (!from.moved || !found || !issue) return;
      const to = found.block ?? (found.onPaper ? undefined : 'stock');
      const head = to && to !== 'stock' ? headOf(layouts, to.id) : undefined;
      const edit = to && carried(issue, from.picture.photo.id, from.picture.block, to, head);
      if (edit) store.edit(edit, 'edit.movePicture');
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !press) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      end();
    };
    element.addEventListener('pointerdown', down, listening);
    element.addEventListener('pointermove', move, listening);
    element.addEventListener('pointerup', up, listening);
    element.addEventListener('pointercancel', end, listening);
    window.addEventListener('keydown', key, listening);
    return () => ending.abort();
  }, [board, viewport, hold]);
}
