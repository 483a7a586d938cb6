import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pdfTools } from '../../engine/press/node/tools';

const hex = (chunks: readonly Uint8Array[]): string => Buffer.from(pdfTools.digest(chunks)).toString('hex');
const someBytes = fc.uint8Array({ minLength: 1, maxLength: 200 });

test('a file’s identifier has 16 bytes and is the same for the same parts', () => {
  fc.assert(
    fc.property(fc.array(someBytes), (chunks) => {
      expect(hex(chunks)).toMatch(/^[0-9a-f]{32}$/);
      expect(hex(chunks.map((chunk) => chunk.slice()))).toBe(hex(chunks));
    }),
  );
});

test('each byte, and what part it stands in, changes all four words of the identifier', () => {
  fc.assert(
    fc.property(
      fc.array(someBytes, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (chunks, at, change) => {
        const place = at % chunks.length;
        const other = chunks.map((chunk) => chunk.slice());
        other[place]![at % chunks[place]!.length]! ^= change;
        const words = (all: readonly Uint8Array[]) => hex(all).match(/.{8}/g)!;
        words(other).forEach((word, i) => void expect(word).not.toBe(words(chunks)[i]));
        expect(hex([...chunks, new Uint8Array(0)])).not.toBe(hex(chunks));
        expect(hex([new Uint8Array([...chunks[0]!, 1]), ...chunks.slice(1)])).not.toBe(hex(chunks));
      },
    ),
  );
});
