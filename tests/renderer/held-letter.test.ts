/** A letter that stands in the document already comes into its field with the page's picture, and never late or out of order. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdLetter, letterSeen, showLetter } from '../../renderer/state/held-letter';

/** What stands in the field. */
let field: string;
const put = (letter: string) => () => {
  field += letter;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 0);
  field = '';
});

afterEach(() => {
  showLetter();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('it comes with the picture that shows it, not with an older one', () => {
  holdLetter(put('渡'), 2);
  letterSeen(1);
  expect(field).toBe('');
  letterSeen(2);
  expect(field).toBe('渡');
});

test('it comes with a picture that shows more', () => {
  holdLetter(put('渡'), 2);
  letterSeen(3);
  expect(field).toBe('渡');
});

test('the next letter brings it first', () => {
  holdLetter(put('渡'), 2);
  holdLetter(put('口'), 3);
  expect(field).toBe('渡');
  letterSeen(2);
  expect(field).toBe('渡');
  letterSeen(3);
  expect(field).toBe('渡口');
});

test('it comes within a beat of the screen when there is no picture', () => {
  holdLetter(put('渡'), 2);
  vi.advanceTimersByTime(17);
  expect(field).toBe('渡');
});

test('the next letter has its own beat', () => {
  holdLetter(put('渡'), 2);
  vi.advanceTimersByTime(10);
  holdLetter(put('口'), 3);
  vi.advanceTimersByTime(10);
  expect(field).toBe('渡');
});

test('it comes once, even if what it does asks for it again', () => {
  holdLetter(() => {
    put('渡')();
    showLetter();
  }, 2);
  showLetter();
  letterSeen(2);
  vi.runAllTimers();
  expect(field).toBe('渡');
});
