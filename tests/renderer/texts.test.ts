/** Places of characters are known at once, and shown with the picture of the page that they belong to. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetTexts, onTexts, takeTexts, texts, textsSeen, watchTexts } from '../../renderer/compose/texts';

const told = vi.fn();
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  end = onTexts(told);
  watchTexts('test', ['b']);
});

afterEach(() => {
  end();
  forgetTexts();
  told.mockReset();
  vi.useRealTimers();
});

const at = (revision: number) => ({ block: 'b', page: 1, revision, lines: [] });

test('places that no picture waits for are told at once', () => {
  takeTexts(at(1));
  expect(told).toHaveBeenCalledTimes(1);
});

test('places of a page that is being painted are told with its picture, and not with an older one', () => {
  takeTexts(at(2), true);
  expect(texts().get('b')?.revision).toBe(2);
  textsSeen(1);
  expect(told).not.toHaveBeenCalled();
  textsSeen(2);
  expect(told).toHaveBeenCalledTimes(1);
  vi.runAllTimers();
  textsSeen(3);
  expect(told).toHaveBeenCalledTimes(1);
});

test('a picture that does not come holds nothing up for long', () => {
  takeTexts(at(2), true);
  vi.advanceTimersByTime(100);
  expect(told).toHaveBeenCalledTimes(1);
});
