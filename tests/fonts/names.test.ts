import { expect, test } from 'vitest';
import { readNames } from '../../engine/fonts/names';

interface Entry {
  readonly platform: number;
  readonly language: number;
  readonly name: number;
  readonly text: string;
}

/** A `name` table: UTF-16 for the Windows platform (3), one byte a character for others. */
function nameTable(entries: readonly Entry[]): DataView {
  const strings = entries.map(({ platform, text }) => (platform === 3 ? utf16(text) : [...text].map((c) => c.charCodeAt(0))));
  const start = 6 + 12 * entries.length;
  const view = new DataView(new ArrayBuffer(start + strings.flat().length));
  view.setUint16(2, entries.length);
  view.setUint16(4, start);
  let offset = 0;
  entries.forEach(({ platform, language, name }, i) => {
    const bytes = strings[i]!;
    [platform, 1, language, name, bytes.length, offset].forEach((value, n) => {
      view.setUint16(6 + 12 * i + 2 * n, value);
    });
    bytes.forEach((byte, n) => {
      view.setUint8(start + offset + n, byte);
    });
    offset += bytes.length;
  });
  return view;
}

function utf16(text: string): number[] {
  return Array.from({ length: 2 * text.length }, (_, i) => (text.charCodeAt(i >> 1) >> (i % 2 === 0 ? 8 : 0)) & 0xff);
}

const english = { platform: 3, language: 0x409, name: 4, text: 'FZNewsSong' };
const chinese = { platform: 3, language: 0x804, name: 4, text: '方正报宋_GBK' };
const postScript = { platform: 1, language: 0, name: 6, text: 'FZ News(Song)' };

test('the Chinese name comes first, then the English one, then whatever there is', () => {
  expect(readNames(nameTable([english, chinese])).full).toBe('方正报宋_GBK');
  expect(readNames(nameTable([{ ...chinese, name: 1 }, english])).full).toBe('FZNewsSong');
  expect(readNames(nameTable([{ ...english, language: 0x411 }])).full).toBe('FZNewsSong');
  expect(readNames(nameTable([postScript])).full).toBeUndefined();
});

test('a PostScript name keeps what a PDF name may hold', () => {
  expect(readNames(nameTable([english, postScript])).postScript).toBe('FZNewsSong');
  expect(readNames(nameTable([english])).postScript).toBeUndefined();
});

test('a table that ends too early is damaged', () => {
  const view = nameTable([english, chinese]);
  expect(() => readNames(new DataView(view.buffer, 0, 20))).toThrow(RangeError);
});
