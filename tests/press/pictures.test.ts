import { MagickFormat, MagickImage, MagickReadSettings, Orientation } from '@imagemagick/magick-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPictureEngine, type PictureEngine } from '../../engine/press/node/picture-engine';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import { newsprint } from '../../engine/press/picture-plan';
import type { PreparedImage } from '../../engine/press/types';
import { makePicture, matrixProfile, pngBomb, withoutAdobeMarker, withProfile } from './make-picture';
import { phonePicture } from './phone-pictures';
import { profilePath } from './support';

let engine: PictureEngine;
beforeAll(async () => {
  engine = await createPictureEngine(readEngineFiles(profilePath));
});

const whole = { x: 0, y: 0, width: 1, height: 1 };
/** As for newsprint, without emphasised edges. */
const unsharpened = { ...newsprint, sharpen: 0 };
const small = { crop: whole, widthPt: 72, heightPt: 72 };
const rgbJpeg = { from: 'RGB', to: MagickFormat.Jpeg, width: 120, height: 80 } as const;
/** Left half orange, right half green, with a grain that JPEG cannot pack away. */
const halves = (x: number, y: number) => {
  const grain = (x * 7 + y * 13) % 9;
  return x < 60 ? [226 + grain, 120, 30] : [30, 136 + grain, 60];
};

function prepared(
  bytes: Uint8Array,
  placement: Parameters<PictureEngine['prepare']>[1] = small,
  settings = unsharpened,
): PreparedImage {
  const answer = engine.prepare(bytes, placement, settings);
  if ('broken' in answer) throw new Error(`broken: ${answer.broken}`);
  return answer.picture;
}

/** Inks (0–255) of the pixel at fractions of the prepared picture's sides. */
function inkAt(picture: PreparedImage, fx: number, fy: number): number[] {
  const image = MagickImage.create();
  try {
    image.read(picture.jpeg, new MagickReadSettings({ format: MagickFormat.Jpeg }));
    const [x, y] = [Math.floor(fx * picture.width), Math.floor(fy * picture.height)];
    return image.getPixels((pixels) => [...pixels.toByteArray(x, y, 1, 1, picture.space === 'cmyk' ? 'CMYK' : 'R')!]);
  } finally {
    image.dispose();
  }
}

/** Every ink within `tolerance` of 255 steps. */
function expectInks(found: readonly number[], wanted: readonly number[], tolerance = 6): void {
  expect(found).toHaveLength(wanted.length);
  found.forEach((ink, i) => {
    expect(Math.abs(ink - wanted[i]!), `ink ${i} of ${found}`).toBeLessThanOrEqual(tolerance);
  });
}

describe('colour', () => {
  it('separates RGB: orange has no cyan, green no magenta, and the paper can carry the ink', () => {
    const picture = prepared(makePicture({ ...rgbJpeg, at: halves }));
    expect(picture).toMatchObject({ space: 'cmyk', width: 120, height: 80, inverted: true });
    const [orange, green] = [inkAt(picture, 0.2, 0.5), inkAt(picture, 0.8, 0.5)];
    expect(orange[0]).toBeLessThan(8);
    expect(orange[2]).toBeGreaterThan(orange[1]! + 80);
    expect(green[1]).toBeLessThan(8);
    for (const inks of [orange, green]) expect(inks.reduce((sum, ink) => sum + ink, 0)).toBeLessThan(2.3 * 255);
  });

  it('keeps white paper white and makes black of little more than black ink', () => {
    const picture = prepared(
      makePicture({ ...rgbJpeg, at: (x) => (x < 40 ? [255, 255, 255] : x < 80 ? [0, 0, 0] : [200, 30, 40]) }),
    );
    expectInks(inkAt(picture, 0.15, 0.5), [0, 0, 0, 0], 3);
    const [c, m, y, k] = inkAt(picture, 0.5, 0.5);
    expect(k).toBeGreaterThan(220);
    expect(c! + m! + y! + k!).toBeLessThan(2.3 * 255);
  });

  it.each([
    ['a grey file', () => makePicture({ from: 'GRAY', to: MagickFormat.Jpeg, width: 90, height: 40, at: (x) => [x * 2] })],
    ['an RGB file that shows greys', () => makePicture({ ...rgbJpeg, at: (x) => [x * 2, x * 2, x * 2] })],
  ])('prints %s in black ink alone, lighter in the mid-tones for dot gain', (_, make) => {
    const picture = prepared(make());
    expect(picture).toMatchObject({ space: 'grey', inverted: false });
    const [middle] = inkAt(picture, 0.5, 0.5);
    const shown = picture.width;
    expect(middle).toBeGreaterThan(shown);
    expect(middle).toBeLessThan(shown + 40);
  });

  it('reads colours through the profile in the file', () => {
    const displayP3 = matrixProfile([0.5151, 0.2412, -0.0011], [0.292, 0.6922, 0.0419], [0.1571, 0.0666, 0.7841], 2.2);
    const at = () => [60, 170, 80];
    const plain = inkAt(prepared(makePicture({ ...rgbJpeg, at })), 0.5, 0.5);
    const wide = inkAt(prepared(makePicture({ ...rgbJpeg, at, profile: displayP3 })), 0.5, 0.5);
    expect(wide[0]).toBeGreaterThan(plain[0]! + 8);
  });

  it.each(['avif', 'heic'] as const)('shows a telephone’s %s as it shows the same picture in a PNG', (kind) => {
    const at = (x: number) => (x < 32 ? [214, 126, 44] : [56, 61, 150]);
    const plain = prepared(makePicture({ from: 'RGB', to: MagickFormat.Png, width: 64, height: 48, at }));
    const phone = prepared(phonePicture(kind));
    expect(phone).toMatchObject({ space: 'cmyk', width: plain.width, height: plain.height });
    for (const fx of [0.25, 0.75]) expectInks(inkAt(phone, fx, 0.5), inkAt(plain, fx, 0.5), 4);
  });

  it('says so when the profile in the file is damaged, and takes sRGB', () => {
    const plain = makePicture({ ...rgbJpeg, at: halves });
    const answer = engine.prepare(withProfile(plain, new Uint8Array(300).fill(7)), small, unsharpened);
    if ('broken' in answer) throw new Error(answer.broken);
    expect(answer.remarks).toEqual(['profile-refused']);
    expect(answer.picture.jpeg).toEqual(prepared(plain).jpeg);
  });

  it('keeps the inks of a CMYK file, Adobe style', () => {
    const file = makePicture({ from: 'CMYK', to: MagickFormat.Jpeg, width: 60, height: 60, at: () => [200, 180, 40, 10] });
    expectInks(inkAt(prepared(file), 0.5, 0.5), [200, 180, 40, 10]);
  });

  it('a CMYK JPEG without the Adobe marker is not read as a negative', () => {
    // Without the marker a decoder takes the stored samples for inks: Y = 155, Cb = Cr = 128, K = 255 − 235.
    const file = makePicture({ from: 'CMYK', to: MagickFormat.Jpeg, width: 60, height: 60, at: () => [155, 155, 155, 235] });
    expectInks(inkAt(prepared(withoutAdobeMarker(file)), 0.5, 0.5), [155, 128, 128, 20]);
  });

  it('brings a CMYK file with too much ink down to the limit and says so', () => {
    const file = makePicture({ from: 'CMYK', to: MagickFormat.Tiff, width: 60, height: 60, at: () => [230, 230, 230, 200] });
    const answer = engine.prepare(file, small, unsharpened);
    if ('broken' in answer) throw new Error(answer.broken);
    expect(answer.remarks).toEqual(['ink-limited']);
    expectInks(inkAt(answer.picture, 0.5, 0.5), [120, 120, 120, 200]);
  });
});

describe('settings', () => {
  it('makes a colour picture grey for a page of black ink alone, light colours lighter than dark ones', () => {
    const at = (x: number) => (x < 60 ? [250, 220, 60] : [40, 50, 140]);
    for (const to of [MagickFormat.Jpeg, MagickFormat.Png]) {
      const picture = prepared(makePicture({ ...rgbJpeg, to, at }), small, { ...unsharpened, colour: false });
      expect(picture.space).toBe('grey');
      expect(inkAt(picture, 0.25, 0.5)[0]).toBeGreaterThan(200);
      expect(inkAt(picture, 0.75, 0.5)[0]).toBeLessThan(100);
    }
  });

  it('makes the inks of a CMYK picture grey too, paper staying white', () => {
    const at = (x: number) => (x < 30 ? [0, 0, 0, 0] : [0, 220, 220, 0]);
    const file = makePicture({ from: 'CMYK', to: MagickFormat.Jpeg, width: 60, height: 60, at });
    const picture = prepared(file, small, { ...unsharpened, colour: false });
    expect(picture.space).toBe('grey');
    expectInks(inkAt(picture, 0.2, 0.5), [255], 3);
    expect(inkAt(picture, 0.8, 0.5)[0]).toBeLessThan(170);
  });

  it('keeps separated colours below the ink limit asked for', () => {
    const picture = prepared(makePicture({ ...rgbJpeg, at: () => [20, 30, 25] }), small, { ...unsharpened, inkLimit: 1.5 });
    const total = inkAt(picture, 0.5, 0.5).reduce((sum, ink) => sum + ink, 0);
    expect(total).toBeLessThan(1.53 * 255);
    expect(total).toBeGreaterThan(1.3 * 255);
  });

  it('emphasises an edge as much as asked, and leaves even tones alone', () => {
    const file = makePicture({ ...rgbJpeg, to: MagickFormat.Png, at: (x) => (x < 60 ? [150, 90, 60] : [190, 130, 100]) });
    const step = (amount: number) => {
      const picture = prepared(file, small, { ...unsharpened, sharpen: amount });
      return inkAt(picture, 59.2 / 120, 0.5)[1]! - inkAt(picture, 60.2 / 120, 0.5)[1]!;
    };
    expect(step(1)).toBeGreaterThan(step(0) + 8);
    const even = (amount: number) => inkAt(prepared(file, small, { ...unsharpened, sharpen: amount }), 0.2, 0.5);
    expectInks(even(1), even(0), 1);
  });
});

describe('geometry', () => {
  it('turns a picture upright by its EXIF orientation', () => {
    const picture = prepared(makePicture({ ...rgbJpeg, at: halves, orientation: Orientation.RightTop }));
    expect([picture.width, picture.height]).toEqual([80, 120]);
    expect(inkAt(picture, 0.5, 0.2)[0]).toBeLessThan(8);
    expect(inkAt(picture, 0.5, 0.8)[0]).toBeGreaterThan(100);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('knows EXIF orientation %i', (orientation) => {
    // Four quarters as they are stored, and which of them comes to the upright picture's top left and top right.
    const quarters = { tl: [230, 30, 30], tr: [30, 150, 50], bl: [40, 60, 200], br: [240, 210, 40] };
    const corners = ['', 'tl tr', 'tr tl', 'br bl', 'bl br', 'tl bl', 'bl tl', 'br tr', 'tr br'][orientation]!.split(' ');
    const at = (x: number, y: number) => quarters[`${y < 40 ? 't' : 'b'}${x < 60 ? 'l' : 'r'}`];
    const upright = prepared(makePicture({ ...rgbJpeg, at, orientation: orientation as Orientation }));
    expect([upright.width, upright.height]).toEqual(orientation < 5 ? [120, 80] : [80, 120]);
    const stored = prepared(makePicture({ ...rgbJpeg, at }));
    const place = (corner: string) => inkAt(stored, corner[1] === 'l' ? 0.25 : 0.75, corner[0] === 't' ? 0.25 : 0.75);
    expectInks(inkAt(upright, 0.25, 0.25), place(corners[0]!), 8);
    expectInks(inkAt(upright, 0.75, 0.25), place(corners[1]!), 8);
  });

  it('crops in fractions of the upright picture', () => {
    const crop = { x: 0, y: 0, width: 1, height: 0.4 };
    const file = makePicture({ ...rgbJpeg, at: halves, orientation: Orientation.RightTop });
    const picture = prepared(file, { ...small, crop });
    expect([picture.width, picture.height]).toEqual([80, 48]);
    expect(inkAt(picture, 0.5, 0.9)[0]).toBeLessThan(8);
  });

  it('reduces above 300 ppi to 250 and never enlarges', () => {
    const file = makePicture({ ...rgbJpeg, at: halves });
    const inch = (inches: number) => ({ crop: whole, widthPt: 72 * inches, heightPt: 48 * inches });
    expect(prepared(file, inch(0.3))).toMatchObject({ width: 75, height: 50 });
    expect(prepared(file, inch(0.41))).toMatchObject({ width: 120, height: 80 });
    expect(prepared(file, inch(5))).toMatchObject({ width: 120, height: 80 });
  });

  it('lays transparent pixels on white, 16 bits too', () => {
    const at = (x: number) => [200, 20, 20, x < 25 ? 255 : 0];
    const picture = prepared(makePicture({ from: 'RGBA', to: MagickFormat.Png, width: 50, height: 50, depth: 16, at }));
    expect(inkAt(picture, 0.2, 0.5)[1]).toBeGreaterThan(200);
    expectInks(inkAt(picture, 0.8, 0.5), [0, 0, 0, 0], 3);
  });

  it.each([MagickFormat.Png, MagickFormat.Gif, MagickFormat.Bmp, MagickFormat.Tiff, MagickFormat.WebP])('reads %s', (to) => {
    const picture = prepared(makePicture({ ...rgbJpeg, to, at: halves }));
    expect(picture).toMatchObject({ space: 'cmyk', width: 120, height: 80 });
  });
});

describe('hostile files', () => {
  const good = () => makePicture({ ...rgbJpeg, at: halves });
  const text = (content: string) => new TextEncoder().encode(content);

  it.each([
    ['a truncated JPEG', () => good().subarray(0, good().length / 2), 'truncated'],
    ['a truncated PNG', () => makePicture({ ...rgbJpeg, to: MagickFormat.Png, at: halves }).subarray(0, -20), 'truncated'],
    ['a truncated TIFF', () => makePicture({ ...rgbJpeg, to: MagickFormat.Tiff, at: halves }).subarray(0, -200), 'damaged'],
    ['a PNG that claims 15000 pixels square', () => pngBomb(15000), 'too-large'],
    ['text', () => text('今天的稿件'), 'unknown'],
    ['an SVG', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown'],
    ['a PostScript program', () => text('%!PS-Adobe-3.0 EPSF-3.0'), 'unknown'],
    ['nothing', () => new Uint8Array(), 'unknown'],
    ['a JPEG that ends after its start', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'damaged'],
  ])('%s is refused in prepare and inspect', (_, make, broken) => {
    expect(engine.prepare(make(), small, unsharpened)).toEqual({ broken });
    expect(engine.inspect(make()).broken).toBe(broken);
  });

  it('a PNG that claims 60000 pixels square is refused', () => {
    expect(engine.prepare(pngBomb(60000), small, unsharpened)).toHaveProperty('broken');
  });

  it('survives any damage to a JPEG', () => {
    const file = good();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }), (changes) => {
        const damaged = file.slice();
        for (const [at, value] of changes) damaged[at] = value;
        const answer = engine.prepare(damaged, small, unsharpened);
        expect('broken' in answer || answer.picture.jpeg.length > 0).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a shade', () => {
  const shade = [
    { at: 0.5, dark: 0 },
    { at: 0.6, dark: 0.8 },
    { at: 1, dark: 0.8 },
  ];
  it.each([
    ['RGB', (): number[] => [250, 240, 230]],
    ['grey', (): number[] => [240, 240, 240]],
  ] as const)('darkens the foot of a picture in %s and leaves its head', (_, at) => {
    const bytes = makePicture({ ...rgbJpeg, at });
    const inkOf = (picture: PreparedImage, fy: number) =>
      inkAt(picture, 0.5, fy).reduce((sum, ink) => sum + (picture.space === 'grey' ? -ink : ink), 0);
    const plainly = prepared(bytes);
    const shaded = prepared(bytes, { ...small, shade });
    expect(shaded.space).toBe(plainly.space);
    expect(Math.abs(inkOf(shaded, 0.2) - inkOf(plainly, 0.2))).toBeLessThan(12);
    expect(Math.abs(inkOf(shaded, 0.9) - inkOf(plainly, 0.9))).toBeGreaterThan(120);
  });
});

describe('inspect', () => {
  it('gives the size of the upright picture', () => {
    const file = makePicture({ ...rgbJpeg, at: halves, orientation: Orientation.LeftBottom });
    expect(engine.inspect(file)).toEqual({ format: 'jpeg', width: 80, height: 120 });
  });
});
