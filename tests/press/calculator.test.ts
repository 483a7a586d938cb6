import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCalculator } from '../../engine/press/inspect/calculator';

const run = (program: string, ...inputs: number[]) => readCalculator(program)!(inputs);

it.each([
  ['{ dup 0.95 mul exch 0.5 mul 0 0 4 2 roll }', [0.5], [0, 0, 0.475, 0.25]],
  ['{ 1 index 2 copy add }', [3, 4], [3, 4, 3, 7]],
  ['{ dup 0.5 gt { pop 1 } { 2 mul } ifelse }', [0.25], [0.5]],
  ['{ dup 0.5 gt { pop 1 } { 2 mul } ifelse }', [0.75], [1]],
  ['{ 1 2 3 3 1 roll }', [], [3, 1, 2]],
  ['{ 1 2 3 3 -1 roll } % turned the other way', [], [2, 3, 1]],
  ['{ 7 2 idiv 7 2 mod 2 3 exp -2.5 abs 9 sqrt 90 sin }', [], [3, 1, 8, 2.5, 3, 1]],
] as const)('%s of %j', (program, inputs, outputs) => {
  const found = run(program, ...inputs);
  expect(found).toHaveLength(outputs.length);
  for (const [i, value] of outputs.entries()) expect(found[i]).toBeCloseTo(value, 9);
});

it.each(['', '1 2 add', '{ 1 2 add', '{ } }'])('%j is no program', (text) => {
  expect(readCalculator(text)).toBeUndefined();
});

it.each(['{ pop }', '{ add }', '{ 5 index }', '{ what }', '{ 1 if }', '{ -1 copy }', '{ 9 1 roll }'])('%j cannot run', (text) => {
  expect(() => run(text)).toThrow(RangeError);
});

it('gives numbers or throws RangeError, whatever the program', () => {
  const words = 'add sub mul div exch dup pop index roll copy if ifelse { } 0 1 2 0.5 -3 gt not'.split(' ');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (program) => {
      try {
        readCalculator(`{ ${program.join(' ')} }`)?.([0.5]);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});
