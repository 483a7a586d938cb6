import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/errors';
import { decodeText, maxBytes } from '../../engine/manuscript';
import { messages } from '../../engine/manuscript/messages';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

const hex = (digits: string) => Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16));

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((char) => char.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));
}

function errorOf(data: Uint8Array): InputError {
  try {
    decodeText(data, '稿件.txt');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('the encoding of a manuscript', () => {
  test.each([
    ['utf-8', utf8('路灯亮了'), '路灯亮了'],
    ['utf-8', utf8('\ufeff路灯亮了'), '路灯亮了'],
    ['utf-8', utf8('plain'), 'plain'],
    ['utf-16le', utf16('路灯亮了', true, true), '路灯亮了'],
    ['utf-16be', utf16('路灯亮了', false, true), '路灯亮了'],
    ['utf-16le', utf16('路灯亮了。\r\n', true, false), '路灯亮了。\r\n'],
    ['utf-16be', utf16('路灯亮了。\r\n', false, false), '路灯亮了。\r\n'],
    ['gb18030', bytes(0xd6, 0xd0, 0xb9, 0xfa), '中国'],
    ['big5', hex('aac0b0cfb3f8a4b5a4d1a558aaa9a446a141c577aaefa46aae61be5cc5aaa143'), '社區報今天出版了，歡迎大家閱讀。'],
    ['gb18030', hex('c9e7c7f8b1a8bdf1ccecb3f6b0e6c1cba3acbbb6d3adb4f3bcd2d4c4b6c1a1a3'), '社区报今天出版了，欢迎大家阅读。'],
    ['gb18030', bytes(0x81, 0x39, 0xee, 0x39, 0x0a), '㐀\n'],
  ])('%s', (encoding, data, text) => {
    expect(decodeText(data, '')).toEqual({ encoding, text });
  });
});

describe('what is no manuscript is refused with its name and a cure', () => {
  test.each([
    ['empty', utf8('')],
    ['empty', utf8(' \r\n\u3000\u200b\ufeff')],
    ['empty', bytes(0xff, 0xfe)],
    ['binary', bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08)],
    ['binary', bytes(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00)],
    ['binary', utf8(`路灯\u0000亮了`)],
    ['binary', utf8('\u0001\u0002\u0003\u0004路灯')],
    ['binary', utf8('\ue000\ue001\ue002\ue003\ue004')],
    ['encoding', bytes(0xd6, 0xd0, 0xb9)],
    ['large', new Uint8Array(maxBytes + 1)],
  ])('%s', (code, data) => {
    const error = errorOf(data);
    expect(error.code).toBe(`manuscript.${code}`);
    expect(error.params.file).toBe('稿件.txt');
    expect(messages.zh[code]).toContain('{file}');
    expect(messages.en[code]).toContain('{file}');
  });

  test('the bound is named', () => {
    expect(errorOf(new Uint8Array(50_000_000)).params).toEqual({ file: '稿件.txt', size: 50, limit: 20 });
  });

  test('a stray control character is none', () => {
    expect(decodeText(utf8('路灯\u0008亮了'), '').text).toBe('路灯\u0008亮了');
  });
});

describe('messages', () => {
  test('stand in both languages with the same blanks', () => {
    const blanks = (text: string | undefined) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    expect(Object.keys(messages.en)).toEqual(Object.keys(messages.zh));
    for (const key of Object.keys(messages.zh)) expect(blanks(messages.en[key]), key).toEqual(blanks(messages.zh[key]));
  });
});
