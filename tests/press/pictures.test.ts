import { readFileSync } from 'node:fs';
import { MagickFormat, MagickImage, MagickReadSettings, Orientation } from '@imagemagick/magick-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPictureEngine, type PictureEngine } from '../../engine/press/node/picture-engine';
import { readEngineFiles } from '../../engine/press/node/picture-files';
import type { PreparedPicture } from '../../engine/press/types';
import { makePicture, matrixProfile, pngBomb, withoutAdobeMarker } from './make-picture';
import { profilePath } from './support';

let engine: PictureEngine;
beforeAll(async () => {
  engine = await createPictureEngine(readEngineFiles(profilePath));
});

const whole = { x: 0, y: 0, width: 1, height: 1 };
const small = { crop: whole, widthPt: 72, heightPt: 72 };
const rgbJpeg = { from: 'RGB', to: MagickFormat.Jpeg, width: 120, height: 80 } as const;
/** Left half orange, right half green. */
const halves = (x: number) => (x < 60 ? [230, 120, 30] : [30, 140, 60]);

function prepared(bytes: Uint8Array, placement: Parameters<PictureEngine['prepare']>[1] = small): PreparedPicture {
  const answer = engine.prepare(bytes, placement);
  if ('broken' in answer) throw new Error(`broken: ${answer.broken}`);
  return answer.picture;
}

/** Inks (0–255) of the pixel at fractions of the prepared picture's sides. */
function inkAt(picture: PreparedPicture, fx: number, fy: number): number[] {
  const image = MagickImage.create();
  try {
    image.read(picture.jpeg, new MagickReadSettings({ format: MagickFormat.Jpeg }));
    const [x, y] = [Math.floor(fx * picture.width), Math.floor(fy * picture.height)];
    return image.getPixels((pixels) => [...pixels.toByteArray(x, y, 1, 1, picture.space === 'cmyk' ? 'CMYK' : 'R')!]);
  } finally {
    image.dispose();
  }
}

describe('separation', () => {
  it('trial', () => {
    const p = prepared(makePicture({ ...rgbJpeg, at: halves }));
    console.log(
      p.width,
      p.height,
      p.space,
      inkAt(p, 0.2, 0.5),
      inkAt(p, 0.8, 0.5),
      engine.inspect(makePicture({ ...rgbJpeg, at: halves })),
    );
    const cm = makePicture({ from: 'CMYK', to: MagickFormat.Jpeg, width: 60, height: 60, at: () => [200, 180, 40, 10] });
    console.log(inkAt(prepared(cm), 0.5, 0.5), inkAt(prepared(withoutAdobeMarker(cm)), 0.5, 0.5));
    console.log(
      'cm2',
      inkAt(
        prepared(
          withoutAdobeMarker(
            makePicture({ from: 'CMYK', to: MagickFormat.Jpeg, width: 60, height: 60, at: () => [155, 155, 155, 235] }),
          ),
        ),
        0.5,
        0.5,
      ),
    );
    const big = readFileSync(`/work/shared/photos/lake-sherburne.jpg`);
    console.log('trunc', engine.prepare(big.subarray(0, 500000), small), engine.inspect(big.subarray(0, 870000)));
    const g = makePicture({ from: 'GRAY', to: MagickFormat.Png, width: 256, height: 4, at: (x) => [x] });
    console.log(
      'grey',
      [0, 32, 64, 96, 119, 128, 160, 192, 224, 255].map((v) => [v, inkAt(prepared(g), v / 256, 0.5)[0]]).join(' | '),
    );
    console.log('greyed', prepared(makePicture({ ...rgbJpeg, at: halves }), { ...small, grey: true }).space);
    console.log(engine.prepare(pngBomb(60000), small), engine.prepare(pngBomb(15000), small));
    const turned = prepared(makePicture({ ...rgbJpeg, at: halves, orientation: Orientation.RightTop }));
    console.log(turned.width, turned.height, inkAt(turned, 0.5, 0.2), inkAt(turned, 0.5, 0.8));
    const png = makePicture({
      from: 'RGBA',
      to: MagickFormat.Png,
      width: 50,
      height: 50,
      depth: 16,
      at: (x) => [200, 0, 0, x < 25 ? 255 : 0],
    });
    console.log(inkAt(prepared(png), 0.2, 0.5), inkAt(prepared(png), 0.8, 0.5));
    console.log(prepared(makePicture({ from: 'GRAY', to: MagickFormat.Jpeg, width: 50, height: 50, at: (x) => [x * 5] })).space);
    const p3 = matrixProfile([0.5151, 0.2412, -0.0011], [0.292, 0.6922, 0.0419], [0.1571, 0.0666, 0.7841], 2.2);
    console.log(inkAt(prepared(makePicture({ ...rgbJpeg, at: halves, profile: p3 })), 0.2, 0.5));
    for (const f of ['lake-sherburne', 'tea-gardens']) {
      const b = readFileSync(`/work/shared/photos/${f}.jpg`);
      const t = performance.now();
      const q = prepared(b, { crop: whole, widthPt: 423, heightPt: 282 });
      console.log(f, performance.now() - t, q.width, q.height, q.jpeg.length, engine.inspect(b), performance.now() - t);
    }
  });
});
