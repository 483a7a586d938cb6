import type { PaintItem } from '../compose/packed-page';

/** A rectangle by its edges, points of the page. */
export interface Reach {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Glyphs stay within so many em of their origins. */
const GLYPH_REACH = 1.5;

/** How far an item may paint; a little too large rather than too small. */
export function reachOf(item: PaintItem): Reach {
  switch (item.kind) {
    case 'glyphs': {
      const reach = item.size * GLYPH_REACH;
      const [first = 0, last = first] = [item.x[0], item.x.at(-1)];
      return { left: first - reach, top: item.y - reach, right: last + reach, bottom: item.y + reach };
    }
    case 'rule': {
      const { x1, y1, x2, y2, weight } = item;
      return {
        left: Math.min(x1, x2) - weight,
        top: Math.min(y1, y2) - weight,
        right: Math.max(x1, x2) + weight,
        bottom: Math.max(y1, y2) + weight,
      };
    }
    case 'disc': {
      const { cx, cy, radius } = item;
      return { left: cx - radius, top: cy - radius, right: cx + radius, bottom: cy + radius };
    }
    default: {
      const edge = item.kind === 'frame' ? item.weight : 0;
      return { left: item.x - edge, top: item.y - edge, right: item.x + item.width + edge, bottom: item.y + item.height + edge };
    }
  }
}
