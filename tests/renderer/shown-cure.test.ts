/** The page with a cure: asked for when the pointer rests on it, shown only while it is still the one that is pointed at. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { composedCure, connectCures, type ShownCure, showCure, takeCured } from '../../renderer/state/shown-cure';

const cure = (page: number): ShownCure => ({ page, blocks: [] });
const asked: ShownCure[] = [];
connectCures((one) => asked.push(one));

beforeEach(() => {
  vi.useFakeTimers();
  showCure(null);
  asked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('is not asked for when the pointer only passes', () => {
  const [passed, meant] = [cure(1), cure(2)];
  showCure(passed);
  vi.advanceTimersByTime(50);
  showCure(meant);
  vi.advanceTimersByTime(1000);
  expect(asked).toEqual([meant]);
  takeCured(true);
  expect(composedCure()).toBe(meant);
  showCure(null);
  expect(composedCure()).toBeNull();
});

test('that was left before it came is not shown, nor in place of the next one', () => {
  const [left, next] = [cure(1), cure(2)];
  showCure(left);
  vi.advanceTimersByTime(1000);
  showCure(next);
  vi.advanceTimersByTime(1000);
  takeCured(true);
  expect(composedCure()).toBeNull();
  takeCured(true);
  expect(composedCure()).toBe(next);
});

test('that cannot be composed leaves the page as it is', () => {
  showCure(cure(1));
  vi.advanceTimersByTime(1000);
  takeCured(false);
  expect(composedCure()).toBeNull();
});
