import { expect, it } from 'vitest';
import { compose, displayStyle } from '../../engine/layout/set-text';
import { fakeFonts } from '../fake-font';

it('keeps what was composed last, and forgets the oldest of much', () => {
  const fonts = fakeFonts();
  const set = (n: number) => compose([{ text: `${n} ${'渡'.repeat(990)}`, face: 'song' }], displayStyle(9), fonts);
  const [first, ...others] = Array.from({ length: 500 }, (_, n) => set(n));
  const all = [first!, ...others];
  // What is asked for again is composed anew only where it was forgotten.
  expect(set(499)).toBe(all[499]);
  expect(set(400)).toBe(all[400]);
  expect(set(0)).not.toBe(first);
  expect(set(0)).toEqual(first);
});
