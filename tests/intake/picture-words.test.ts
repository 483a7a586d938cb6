import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPictureWords } from '../../engine/intake/picture-words';
import { exifTexts, iptc, jpeg, png, webp } from './pictures';

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
      taken: '',
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
    expect(readPictureWords(jpeg(60, 40, parts))).toEqual({ caption: '船队归港渔港的早晨。', credit: '郑潮生 摄', taken: '' });
  });

  test('of EXIF where the IPTC record has none', () => {
    const parts = { iptc: iptc([[120, utf8('OLYMPUS DIGITAL CAMERA')]]), exif: exifTexts([[DESCRIPTION, gb]]) };
    expect(readPictureWords(jpeg(60, 40, parts))).toEqual({ caption: '渔港的早晨', credit: '', taken: '' });
  });
});

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta><rdf:RDF><rdf:Description xmlns:dc="a" photoshop:Credit="渔港社区" photoshop:DateCreated="2026-01-25T08:30:00+08:00">
  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">渔港的早晨</rdf:li><rdf:li xml:lang="en">Morning</rdf:li></rdf:Alt></dc:description>
  <dc:creator><rdf:Seq><rdf:li>江晓帆</rdf:li><rdf:li>郑潮生</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

describe('words of an XMP packet', () => {
  const said = { caption: '渔港的早晨', credit: '江晓帆 郑潮生 摄', taken: '2026-01-25' };

  test('in a JPEG, after those of IPTC', () => {
    const packet = [...ascii('http://ns.adobe.com/xap/1.0/'), 0, ...utf8(XMP)];
    const segment = [0xff, 0xe1, ((packet.length + 2) >> 8) & 255, (packet.length + 2) & 255, ...packet];
    const plain = jpeg(60, 40);
    expect(readPictureWords(Uint8Array.from([...plain.subarray(0, 2), ...segment, ...plain.subarray(2)]))).toEqual(said);
    const both = jpeg(60, 40, { iptc: iptc([[120, gb]]) });
    const mixed = readPictureWords(Uint8Array.from([...both.subarray(0, 2), ...segment, ...both.subarray(2)]));
    expect(mixed).toEqual({ ...said, caption: '渔港的早晨' });
  });

  test('in a PNG and in a WebP', () => {
    const text = [...ascii('XML:com.adobe.xmp'), 0, 0, 0, 0, 0, ...utf8(XMP)];
    const chunk = [...u32(text.length), ...ascii('iTXt'), ...text, 0, 0, 0, 0];
    const plain = png(60, 40);
    expect(readPictureWords(Uint8Array.from([...plain.subarray(0, 33), ...chunk, ...plain.subarray(33)]))).toEqual(said);
    const data = utf8(XMP);
    const riff = [...ascii('XMP '), ...u32(data.length).reverse(), ...data, ...(data.length % 2 ? [0] : [])];
    expect(readPictureWords(Uint8Array.from([...webp('lossy', 60, 40), ...riff]))).toEqual(said);
  });
});

describe('an agency’s credit and the day', () => {
  test('stand in IPTC in GBK where there is no photographer', () => {
    const xinhua = [0xd0, 0xc2, 0xbb, 0xaa, 0xc9, 0xe7];
    const words = readPictureWords(
      jpeg(60, 40, {
        iptc: iptc([
          [110, xinhua],
          [55, utf8('20260125')],
        ]),
      }),
    );
    expect(words).toEqual({ caption: '', credit: '新华社供图', taken: '2026-01-25' });
  });

  test('come from EXIF’s own directory; a clock that was never set tells no day', () => {
    const DATE = 0x0132;
    const dated = (text: string) => readPictureWords(jpeg(60, 40, { exif: exifTexts([[DATE, utf8(text)]]) })).taken;
    expect(dated('2026:01:25 08:30:00\0')).toBe('2026-01-25');
    expect(dated('2026:02:30 08:30:00\0')).toBe('');
    expect(dated('0000:00:00 00:00:00\0')).toBe('');
    expect(dated('1970:01:01 00:00:00\0')).toBe('');
  });
});

describe('words of another language', () => {
  test.each([
    ['A Great Egret in a marshy area', 'Norbert Nagel'],
    ['Lucques (Lucca), Italie : vue depuis la tour Guinigi', 'Ludwig van Beethoven'],
  ])('are a caption where they are a sentence, and a person’s name: %s', (caption, name) => {
    const words = readPictureWords(
      jpeg(60, 40, {
        iptc: iptc([
          [120, utf8(caption)],
          [80, utf8(name)],
        ]),
      }),
    );
    expect(words.caption.replaceAll(/[（）：()\s:]/g, '')).toBe(caption.replaceAll(/[()\s:]/g, ''));
    expect(words.credit).toBe(`${name} 摄`);
  });

  test.each(['Microsoft User', 'Windows User', 'John', 'Canon EOS 5D', 'HUAWEI P40', 'Adobe Photoshop Lightroom'])(
    'are no name where a program or a machine has it: %s',
    (name) => {
      const { credit } = readPictureWords(jpeg(60, 40, { iptc: iptc([[80, utf8(name)]]) }));
      expect(credit).toBe('');
    },
  );

  test.each(['Created with GIMP on a computer', 'KODAK Digital Still Camera', 'SONY DSC', 'Test', 'C:\\my photos\\some day'])(
    'are no caption where a program writes them: %s',
    (caption) => {
      expect(readPictureWords(jpeg(60, 40, { iptc: iptc([[120, utf8(caption)]]) })).caption).toBe('');
    },
  );
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
    expect(fromExif(utf8(`渔港 ${'a'.repeat(1000)}`)).caption).toBe('');
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
