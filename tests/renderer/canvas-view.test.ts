import { describe, expect, test } from 'vitest';
import { contains, fitView, originOf, pagePoint, panBy, scaleOf, visiblePart, zoomAt } from '../../renderer/canvas/view';

const page = { left: 0, width: 774, height: 1105 };
const viewport = { width: 900, height: 620, ratio: 1 };
const view = { fit: false, zoom: 1.5, x: 300, y: 400 };

describe('the view', () => {
  test('fits the whole page with white around it', () => {
    const fitting = fitView(page, viewport);
    const part = visiblePart(fitting, viewport, page, 0);
    expect(part).toEqual({
      x: 0,
      y: 0,
      width: Math.ceil(page.width * scaleOf(fitting)),
      height: Math.ceil(page.height * scaleOf(fitting)),
    });
    expect(originOf(fitting, viewport).y).toBe(24);
  });

  test('keeps the point under the pointer when it zooms', () => {
    const at = { x: 120, y: 501 };
    const before = pagePoint(view, viewport, at);
    for (const factor of [0.5, 1.25, 3]) {
      const zoomed = zoomAt(view, viewport, factor, at);
      const after = pagePoint(zoomed, viewport, at);
      // The page's corner stands on a whole pixel: half of one may be lost before and after.
      const lost = 0.5 / scaleOf(view) + 0.5 / scaleOf(zoomed);
      expect(Math.abs(after.x - before.x)).toBeLessThanOrEqual(lost);
      expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(lost);
    }
  });

  test('zooms no further than 0.1 and 8', () => {
    expect(zoomAt(view, viewport, 100, { x: 0, y: 0 }).zoom).toBe(8);
    expect(zoomAt(view, viewport, 0.001, { x: 0, y: 0 }).zoom).toBe(0.1);
  });

  test('follows the hand, and keeps the middle of the canvas over the page', () => {
    const panned = panBy(view, page, 40, -20);
    expect(panned.x).toBe(300 - 40 / scaleOf(view));
    expect(panned.y).toBe(400 + 20 / scaleOf(view));
    expect(panBy(view, page, 1e6, -1e6)).toMatchObject({ x: 0, y: 1105 });
  });

  test.each([1, 1.25, 1.5, 2])('puts the page on whole device pixels at a ratio of %f', (ratio) => {
    const { x, y } = originOf(view, { ...viewport, ratio });
    expect(x * ratio).toBeCloseTo(Math.round(x * ratio), 9);
    expect(y * ratio).toBeCloseTo(Math.round(y * ratio), 9);
  });

  test('paints no more than the page', () => {
    const part = visiblePart(view, viewport, page, 100_000);
    expect(part).toMatchObject({ x: 0, y: 0, width: Math.ceil(page.width * 2), height: Math.ceil(page.height * 2) });
    const away = visiblePart({ ...view, x: -5000 }, viewport, page, 0);
    expect(away.width).toBe(0);
  });

  test('a part with a margin contains the part without', () => {
    expect(contains(visiblePart(view, viewport, page, 256), visiblePart(view, viewport, page, 0))).toBe(true);
    expect(contains(visiblePart(view, viewport, page, 0), visiblePart(view, viewport, page, 256))).toBe(false);
  });
});
