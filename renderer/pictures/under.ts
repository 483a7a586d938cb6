/** What lies under the pointer on the page. */
import type { RefObject } from 'react';
import { makeGrid } from '../../engine/layout/grid';
import { blockAt } from '../canvas/hit';
import { pagePoint, type Viewport } from '../canvas/view';
import { store } from '../state/store';
import { pictureAt } from './frames';

/** Block and picture under the pointer, and whether that is on the paper; undefined while proposals are shown. */
export function under(element: HTMLElement, { current }: RefObject<Viewport>, event: MouseEvent) {
  const { issue, page, layouts, view, proposals } = store.get();
  if (!issue || proposals) return undefined;
  const place = element.getBoundingClientRect();
  const point = pagePoint(view, current, { x: event.clientX - place.x, y: event.clientY - place.y });
  const picture = pictureAt(issue, layouts, page, point);
  const grid = makeGrid(issue.spec);
  const block = blockAt(issue.pages[page - 1]?.blocks ?? [], grid, point);
  const onPaper = point.x >= 0 && point.y >= 0 && point.x <= grid.width && point.y <= grid.height;
  // A picture under another block's text is not what is meant.
  return { block, picture: picture && block?.id === picture.block.id ? picture : undefined, onPaper };
}

/** Chips and the crop have presses of their own. */
export function isInLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.crop-layer, button') !== null;
}
