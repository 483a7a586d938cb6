import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../engine/issue/edits';
import type { Photo } from '../../engine/issue/types';
import { readIssue } from '../../engine/issue/validate';
import { coverCrop } from '../../engine/layout/picture';
import { type Crop, cropEdit, panned, shownPart, zoomed } from '../../renderer/pictures/crop';
import { photo, smallIssue } from '../issue/small-issue';

const frame = { x: 0, y: 0, width: 200, height: 100 };
const picture: Photo = { ...photo('p1'), width: 3000, height: 2000, focus: { x: 0.5, y: 0.5 } };
const cropped = (of: Photo, change: Crop): Photo => ({ ...of, ...change });

describe('panning', () => {
  test('moves the picture with the pointer, and stops at its edges', () => {
    const before = coverCrop(picture, frame);
    const moved = coverCrop(cropped(picture, panned(picture, frame, 0, 0.1)), frame);
    expect(moved.y).toBeCloseTo(before.y - 0.1, 9);
    expect(moved.x).toBeCloseTo(0, 9);
    expect(coverCrop(cropped(picture, panned(picture, frame, 0, 5)), frame).y).toBe(0);
    // From the edge the way back answers at once.
    const edge = cropped(picture, panned(picture, frame, 0, 5));
    expect(coverCrop(cropped(edge, panned(edge, frame, 0, -0.1)), frame).y).toBeCloseTo(0.1, 9);
  });
});

describe('zooming', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  test('keeps what is under the pointer there, as far as the edges allow, and comes back', () => {
    fc.assert(
      fc.property(share, share, share, share, fc.double({ min: 1, max: 8, noNaN: true }), (fx, fy, ax, ay, factor) => {
        const start = { ...picture, focus: { x: fx, y: fy } };
        const before = coverCrop(start, frame);
        const near = cropped(start, zoomed(start, frame, factor, { x: ax, y: ay }));
        const after = coverCrop(near, frame);
        expect(after.width).toBeCloseTo(before.width / factor, 9);
        expect(after.x + ax * after.width).toBeCloseTo(before.x + ax * before.width, 9);
        expect(after.y + ay * after.height).toBeCloseTo(before.y + ay * before.height, 9);
        const far = cropped(near, zoomed(near, frame, 1 / factor, { x: ax, y: ay }));
        expect(coverCrop(far, frame).width).toBeCloseTo(before.width, 9);
      }),
    );
  });

  test('goes no further out than the frame needs, and fills a frame that showed the whole picture', () => {
    expect(zoomed(picture, frame, 0.5).zoom).toBe(1);
    expect(zoomed(picture, frame, 100).zoom).toBe(8);
    const whole = { ...picture, whole: true };
    expect(shownPart(whole, frame)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(zoomed(whole, frame, 2)).toMatchObject({ zoom: 2 });
    expect(zoomed(whole, frame, 2).whole).toBeUndefined();
  });
});

describe('the edit of a crop', () => {
  const issue = readIssue({ ...smallIssue, photos: [picture] });
  test('is the editor’s, leaves no trace of what is usual, and can be taken back', () => {
    const { issue: after, inverse } = apply(issue, cropEdit(picture, { focus: { x: 0.25, y: 0.75 }, zoom: 2 }));
    expect(after.photos[0]).toMatchObject({ focus: { x: 0.25, y: 0.75 }, zoom: 2, focusBy: 'editor' });
    expect(readIssue(after)).toEqual(after);
    const usual = apply(after, cropEdit(after.photos[0]!, { zoom: 1, whole: false })).issue.photos[0]!;
    expect(Object.keys(usual)).not.toContain('zoom');
    expect(Object.keys(usual)).not.toContain('whole');
    expect(apply(after, inverse).issue).toEqual(issue);
  });
});
