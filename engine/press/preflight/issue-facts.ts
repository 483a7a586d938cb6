/** What preflight asks of the document. */
import type { DisplayPage } from '../../display/types';
import { isFurniture } from '../../issue/contents';
import type { Block, Page } from '../../issue/types';
import type { Place } from './types';

/** Blocks of a page that are not furniture. */
export const blocksWithin = (page: Page): readonly Block[] => page.blocks.filter(({ content }) => !isFurniture(content));

const pointsPerMm = 72 / 25.4;

/** Blocks' boxes on a page by what they draw, mm from the trim's top left. */
export function blockPlaces(display: DisplayPage): ReadonlyMap<string, Required<Place>> {
  const places = new Map<string, { left: number; top: number; right: number; bottom: number }>();
  for (const { block, items } of display.groups) {
    for (const item of block === '' ? [] : items) {
      const box = boxOf(item);
      const before = places.get(block);
      places.set(block, before ? around(before, box) : box);
    }
  }
  const mm = (points: number) => Math.round((points / pointsPerMm) * 10) / 10;
  return new Map(
    [...places].map(([block, box]) => [
      block,
      { x: mm(box.left), y: mm(box.top), width: mm(box.right - box.left), height: mm(box.bottom - box.top) },
    ]),
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

function boxOf(item: DisplayPage['groups'][number]['items'][number]): Box {
  switch (item.kind) {
    case 'glyphs':
      return {
        left: Math.min(...item.x),
        right: Math.max(...item.x) + item.size,
        top: item.y - 0.88 * item.size,
        bottom: item.y + 0.12 * item.size,
      };
    case 'rule':
      return {
        left: Math.min(item.x1, item.x2),
        right: Math.max(item.x1, item.x2),
        top: Math.min(item.y1, item.y2),
        bottom: Math.max(item.y1, item.y2),
      };
    case 'disc':
      return {
        left: item.cx - item.radius,
        right: item.cx + item.radius,
        top: item.cy - item.radius,
        bottom: item.cy + item.radius,
      };
    default:
      return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
  }
}

/** The smallest block that holds the middle of a place. */
export function blockAt(
  places: ReadonlyMap<string, Required<Place>>,
  { x, y, width = 0, height = 0 }: Place,
): string | undefined {
  const [px, py] = [x + width / 2, y + height / 2];
  const holding = [...places].filter(
    ([, box]) => px >= box.x && px <= box.x + box.width && py >= box.y && py <= box.y + box.height,
  );
  return holding.sort(([, one], [, other]) => one.width * one.height - other.width * other.height)[0]?.[0];
}
