/** Small pictures of a page that two parts of the window show. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PaintAnswer, PaintRequest } from '../../renderer/canvas/paint-protocol';
import { painter } from '../../renderer/canvas/painter';

const asked: PaintRequest[] = [];
let answer: (data: PaintAnswer) => void;

class SilentWorker {
  onmessage: (event: { readonly data: PaintAnswer }) => void = () => {};
  constructor() {
    answer = (data) => this.onmessage({ data });
  }
  postMessage(request: PaintRequest): void {
    asked.push(request);
  }
}

beforeEach(() => {
  vi.stubGlobal('Worker', SilentWorker);
  painter.connect({} as MessagePort);
  asked.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a dialog that shows a page gives it back to the panel behind it', () => {
  const taken: string[] = [];
  const paint = () => answer({ kind: 'thumbnail', page: 1, bitmap: {} as ImageBitmap });
  const leavePanel = painter.watch(1, 60, () => taken.push('panel'));
  paint();
  const leaveDialog = painter.watch(1, 180, () => taken.push('dialog'));
  paint();
  leaveDialog();
  paint();
  leavePanel();
  paint();
  expect(taken).toEqual(['panel', 'dialog', 'panel']);
  expect(asked.map((request) => request.kind === 'thumbnail' && request.width)).toEqual([60, 180, 60, 0]);
});

test('the panel may go first', () => {
  const leavePanel = painter.watch(2, 60, () => {});
  const leaveDialog = painter.watch(2, 180, () => {});
  leavePanel();
  leaveDialog();
  expect(asked.map((request) => request.kind === 'thumbnail' && request.width)).toEqual([60, 180, 0]);
});
