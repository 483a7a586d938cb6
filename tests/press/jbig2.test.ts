import { describe, expect, it } from 'vitest';
import { decodeFax } from '../../engine/press/inspect/fax';
import { decodeJbig2 } from '../../engine/press/inspect/jbig2';
import { ArithmeticDecoder } from '../../engine/press/inspect/jbig2/arithmetic';

const hex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g)!, (byte) => Number.parseInt(byte, 16));

describe('JBIG2', () => {
  it('decodes the test sequence of the standard (T.88, H.2)', () => {
    const decoder = new ArithmeticDecoder(hex('84c73bfce1a1430402200000410dbb86f4317fff88ff37471adb6adfffac'));
    const contexts = new Uint8Array(1);
    const bytes = Array.from({ length: 32 }, () => {
      let byte = 0;
      for (let i = 0; i < 8; i++) byte = 2 * byte + decoder.bit(contexts, 0);
      return byte;
    });
    expect(Uint8Array.from(bytes)).toEqual(
      hex('00020051000000c0035287 2aaaaaaaaa82c02000fcd79ef6bf7fed904f46a3bf'.replaceAll(' ', '')),
    );
  });

  it('reads a generic region coded in MMR', () => {
    // Region of 16 × 2 pixels, rows of 8 white and 8 black.
    const bits = `001100110001011 11${'1'}000000000001000000000001`.replaceAll(' ', '');
    const coded = bits
      .padEnd(48, '0')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2));
    const data = [0, 0, 0, 16, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, ...coded];
    const segment = Uint8Array.from([0, 0, 0, 0, 38, 0, 1, 0, 0, 0, data.length, ...data]);
    expect([...decodeJbig2(segment, undefined, 16, 2)]).toEqual([0xff, 0x00, 0xff, 0x00]);
  });

  it.each(['', '00', '0000000026000100000fff', `00000000${'26'}0001000000ff${'ff'.repeat(30)}`])(
    'refuses or ends on %s',
    (bytes) => {
      let made: Uint8Array | undefined;
      try {
        made = decodeJbig2(bytes === '' ? new Uint8Array() : hex(bytes), undefined, 8, 1);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      if (made) expect(made).toHaveLength(1);
    },
  );
});

describe('facsimile', () => {
  it('reads rows of one dimension, with ends of lines and without', () => {
    // White 8 is 10011, black 8 is 000101.
    const row = '10011000101';
    const end = '000000000001';
    const bytes = (bits: string) => Uint8Array.from(bits.padEnd(64, '0').match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
    const parameters = { k: 0, columns: 16, rows: 2, byteAligned: false, blackIs1: true };
    expect([...decodeFax(bytes(row + row), parameters)]).toEqual([0x00, 0xff, 0x00, 0xff]);
    expect([...decodeFax(bytes(end + row + end + row), parameters)]).toEqual([0x00, 0xff, 0x00, 0xff]);
  });

  it('leaves missing rows white', () => {
    const parameters = { k: -1, columns: 8, rows: 3, byteAligned: false, blackIs1: false };
    expect([...decodeFax(Uint8Array.of(0x80), parameters)]).toEqual([0xff, 0xff, 0xff]);
  });
});
