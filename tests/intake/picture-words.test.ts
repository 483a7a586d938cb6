import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPictureWords } from '../../engine/intake/picture-words';
import { exifTexts, iptc, jpeg } from './pictures';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
/** 渔港的早晨 in GB 18030. */
const gb = [0xd3, 0xe6, 0xb8, 0xdb, 0xb5, 0xc4, 0xd4, 0xe7, 0xb3, 0xbf];
const DESCRIPTION = 0x010e;
const ARTIST = 0x013b;

const fromExif = (description: readonly number[], artist: readonly number[] = []) =>
  readPictureWords(
    jpeg(60, 40, {
      exif: exifTexts([
        [DESCRIPTION, description],
        [ARTIST, artist],
      ]),
    }),
  );

describe('words inside a photograph', () => {
  test('of its EXIF data, in UTF-8 or GB 18030, up to a NUL', () => {
    expect(fromExif(utf8('渔港的早晨,船回来了。\0\0'), utf8('江晓帆\0'))).toEqual({
      caption: '渔港的早晨，船回来了。',
      credit: '江晓帆 摄',
    });
    expect(fromExif([...gb, 0]).caption).toBe('渔港的早晨');
  });

  test('of its IPTC record, which a person wrote, before those of EXIF', () => {
    const parts = {
      iptc: iptc([
        [5, utf8('标题')],
        [120, utf8('船队归港\r\n渔港的早晨。')],
        [80, utf8('郑潮生 摄')],
      ]),
      exif: exifTexts([[DESCRIPTION, gb]]),
    };
    expect(readPictureWords(jpeg(60, 40, parts))).toEqual({ caption: '船队归港渔港的早晨。', credit: '郑潮生 摄' });
  });

  test('of EXIF where the IPTC record has none', () => {
    const parts = { iptc: iptc([[120, utf8('OLYMPUS DIGITAL CAMERA')]]), exif: exifTexts([[DESCRIPTION, gb]]) };
    expect(readPictureWords(jpeg(60, 40, parts))).toEqual({ caption: '渔港的早晨', credit: '' });
  });
});

describe('no words', () => {
  test.each([
    'OLYMPUS DIGITAL CAMERA         ',
    'SONY DSC',
    'DCIM\\100MEDIA\\DJI_0001.JPG',
    '数码相机',
    'HUAWEI 相机',
    '微信图片_20250101',
    '   ',
  ])('are the name of a camera or program: %s', (text) => {
    expect(fromExif(utf8(text)).caption).toBe('');
  });

  test.each(['Picasa', 'Canon', '微软用户', '管理员', '未知', '图为船队归港，渔民在卸货。'])('are no name: %s', (text) => {
    expect(fromExif(gb, utf8(text)).credit).toBe('');
  });

  test('are bytes in no encoding, with control characters, or too long', () => {
    expect(fromExif([0xff, 0xfe, 0x80, 0x41]).caption).toBe('');
    expect(fromExif(utf8('渔港\u0007早晨')).caption).toBe('');
    expect(fromExif(utf8('渔'.repeat(600))).caption).toBe('');
    expect(fromExif(utf8('渔'.repeat(2000))).caption).toBe('');
  });
});

test('changed bytes never throw', () => {
  const original = jpeg(60, 40, {
    exif: exifTexts([[DESCRIPTION, gb]]),
    iptc: iptc([
      [120, utf8('渔港的早晨')],
      [80, utf8('江晓帆')],
    ]),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 6 }), fc.nat(300), (edits, cut) => {
      const bytes = original.slice(0, Math.max(4, original.length - cut));
      for (const [at, value] of edits) bytes[at % bytes.length] = value;
      const { caption, credit } = readPictureWords(bytes);
      expect(caption.length + credit.length).toBeLessThan(100);
    }),
    { numRuns: 1000 },
  );
});
