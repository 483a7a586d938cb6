import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPictureHeader } from '../../engine/intake/picture-header';
import { exif, jpeg, png, webp } from './pictures';

const upright = { width: 640, height: 480 };
const turned = { width: 480, height: 640 };

describe('size of the upright picture', () => {
  test.each([
    ['jpeg', jpeg(640, 480), upright],
    ['jpeg', jpeg(640, 480, { exif: exif(6) }), turned],
    ['jpeg', jpeg(640, 480, { exif: exif(8, true) }), turned],
    ['jpeg', jpeg(640, 480, { exif: exif(3) }), upright],
    ['jpeg', jpeg(640, 480, { exif: exif(99) }), upright],
    ['png', png(640, 480), upright],
    ['png', png(640, 480, 5), turned],
    ['webp', webp('lossy', 640, 480), upright],
    ['webp', webp('lossless', 640, 480), upright],
    ['webp', webp('extended', 640, 480), upright],
    ['webp', webp('extended', 640, 480, 7), turned],
  ] as const)('%s', (format, bytes, size) => {
    expect(readPictureHeader(bytes, format)).toEqual(size);
  });

  test('bytes behind the end marker are no concern', () => {
    expect(readPictureHeader(new Uint8Array([...jpeg(640, 480), 0, 0xff, 1, 2, 3]), 'jpeg')).toEqual(upright);
  });

  test('the view of a larger buffer is read where it stands', () => {
    const padded = new Uint8Array([9, 9, 9, ...png(640, 480, 6)]).subarray(3);
    expect(readPictureHeader(padded, 'png')).toEqual(turned);
  });
});

describe('a file that was cut anywhere is truncated', () => {
  test.each([
    ['jpeg', jpeg(640, 480, { exif: exif(6) })],
    ['jpeg', jpeg(640, 480, { thumbnail: true })],
    ['png', png(640, 480, 6)],
    ['webp', webp('extended', 640, 480, 6)],
  ] as const)('%s', (format, bytes) => {
    for (let length = 12; length < bytes.length; length++) {
      expect(readPictureHeader(bytes.subarray(0, length), format), `after ${length} bytes`).toBe('truncated');
    }
  });
});

test('a picture without a size is damaged', () => {
  expect(readPictureHeader(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), 'jpeg')).toBe('damaged');
  expect(readPictureHeader(png(0, 480), 'png')).toBe('damaged');
  expect(
    readPictureHeader(
      new Uint8Array([
        ...webp('lossy', 1, 1).subarray(0, 8),
        ...new TextEncoder().encode('WEBPjunk'),
        0,
        0,
        0,
        0,
        ...Array(12).fill(0),
      ]),
      'webp',
    ),
  ).toBe('damaged');
});

test('changed bytes never throw', () => {
  const format = fc.constantFrom('jpeg', 'png', 'webp');
  const originals = {
    jpeg: jpeg(640, 480, { exif: exif(6) }),
    png: png(640, 480, 6),
    webp: webp('extended', 640, 480, 6),
  } as const;
  const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 });
  fc.assert(
    fc.property(format, changes, (kind, edits) => {
      const bytes = originals[kind].slice();
      for (const [at, value] of edits) bytes[at % bytes.length] = value;
      const read = readPictureHeader(bytes, kind);
      expect(typeof read === 'string' || (read.width > 0 && read.height > 0)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
