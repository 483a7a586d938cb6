import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressFileName } from '../../engine/press/file-name';
import { hasAdobeMarker, sniffFormat } from '../../engine/press/image-header';
import { limitInk } from '../../engine/press/ink';
import { jpegDivisor, planPicture } from '../../engine/press/picture-plan';

describe('planPicture', () => {
  const side = fc.integer({ min: 1, max: 20000 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const points = fc.double({ min: 0, max: 1200, noNaN: true });

  it('stays inside the picture, keeps at least a pixel and never enlarges', () => {
    fc.assert(
      fc.property(side, side, share, share, share, share, points, points, (width, height, x, y, w, h, widthPt, heightPt) => {
        const plan = planPicture(width, height, { crop: { x, y, width: w, height: h }, widthPt, heightPt });
        expect(plan.left + plan.cropWidth).toBeLessThanOrEqual(width);
        expect(plan.top + plan.cropHeight).toBeLessThanOrEqual(height);
        expect(Math.min(plan.width, plan.height, plan.cropWidth, plan.cropHeight)).toBeGreaterThanOrEqual(1);
        expect(plan.width).toBeLessThanOrEqual(plan.cropWidth);
        expect(plan.height).toBeLessThanOrEqual(plan.cropHeight);
        expect(plan.cropWidth / jpegDivisor(plan)).toBeGreaterThanOrEqual(plan.width);
      }),
    );
  });
});

describe('limitInk', () => {
  it('brings every pixel to the limit, leaves black and the others alone', () => {
    const pixel = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(fc.array(pixel), (pixels) => {
        const inks = Uint8Array.from(pixels.flat());
        const over = pixels.filter((values) => values.reduce((sum, ink) => sum + ink, 0) > 561).length;
        expect(limitInk(inks, 2.2)).toBe(over);
        pixels.forEach((before, i) => {
          const after = [...inks.subarray(i * 4, i * 4 + 4)];
          expect(after.reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(561);
          expect(after[3]).toBe(before[3]);
          if (before.reduce((sum, ink) => sum + ink, 0) <= 561) expect(after).toEqual(before);
        });
      }),
    );
  });
});

describe('sniffFormat', () => {
  const bytes = (latin1: string) => Uint8Array.from(latin1, (character) => character.charCodeAt(0));

  it.each([
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['GIF89a', 'gif'],
    ['BM', 'bmp'],
    ['MM\0*', 'tiff'],
    ['II*\0', 'tiff'],
    ['RIFF0000WEBP', 'webp'],
    ['\0\0\0\x18ftypheic', 'heic'],
    ['\0\0\0\x18ftypavif', 'avif'],
    ['\0\0\0\x18ftypmp42', undefined],
    ['%PDF-1.7', undefined],
    ['', undefined],
  ])('%j is %s', (start, format) => {
    expect(sniffFormat(bytes(start))).toBe(format);
  });

  it('finds the Adobe marker wherever it stands before the scan', () => {
    const comment = '\xff\xfe\0\x04hi';
    const adobe = '\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0';
    expect(hasAdobeMarker(bytes(`\xff\xd8${comment}${adobe}\xff\xda\0\x02`))).toBe(true);
    expect(hasAdobeMarker(bytes(`\xff\xd8${comment}\xff\xda\0\x02${adobe}`))).toBe(false);
    expect(hasAdobeMarker(bytes('\xff\xd8\xff\xee'))).toBe(false);
  });
});

describe('pressFileName', () => {
  it('is paper, day and page', () => {
    expect(pressFileName('澄塘社区报', '2026-03-10', 4)).toBe('澄塘社区报_20260310_A04.pdf');
  });

  it('cannot leave its folder, hide or exceed what a file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (paper) => {
        const name = pressFileName(paper, '2026-03-10', 1);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]/u);
        expect(name).not.toMatch(/^\./);
        expect(new TextEncoder().encode(name).length).toBeLessThan(250);
        expect(name).toMatch(/^.+_20260310_A01\.pdf$/s);
      }),
    );
  });
});
