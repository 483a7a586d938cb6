import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FirstFrame } from '../../renderer/state/first-frame';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is asked for while no page is expected is done in a task of its own', () => {
  const act = vi.fn();
  new FirstFrame().after(act);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  expect(act).toHaveBeenCalledOnce();
});

test('what waits is done when the page is shown, in order and once', () => {
  const frame = new FirstFrame();
  const done: string[] = [];
  frame.expect();
  frame.after(() => done.push('first'));
  frame.after(() => done.push('second'));
  vi.advanceTimersByTime(1000);
  expect(done).toEqual([]);
  frame.come();
  frame.come();
  vi.advanceTimersByTime(0);
  expect(done).toEqual(['first', 'second']);
  vi.advanceTimersByTime(10_000);
  expect(done).toHaveLength(2);
});

test('a page that never comes holds up nothing for long', () => {
  const frame = new FirstFrame();
  const act = vi.fn();
  frame.expect();
  frame.after(act);
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledOnce();
});

test.each(['before the page is shown', 'after it, before its turn'])('what is called off %s is not done', (when) => {
  const frame = new FirstFrame();
  const act = vi.fn();
  frame.expect();
  const callOff = frame.after(act);
  if (when.startsWith('after')) frame.come();
  callOff();
  frame.come();
  vi.advanceTimersByTime(10_000);
  expect(act).not.toHaveBeenCalled();
});

test('another issue that is opened meanwhile is waited for', () => {
  const frame = new FirstFrame();
  const act = vi.fn();
  frame.expect();
  frame.after(act);
  vi.advanceTimersByTime(1500);
  frame.expect();
  vi.advanceTimersByTime(1500);
  expect(act).not.toHaveBeenCalled();
  frame.come();
  vi.advanceTimersByTime(0);
  expect(act).toHaveBeenCalledOnce();
});
