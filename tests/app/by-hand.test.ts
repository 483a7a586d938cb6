/** What is done to a page by hand: after each act the screen shows what is pressed, and undo brings the same document back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BLOCKS } from './by-hand/blocks';
import { FURNITURE } from './by-hand/furniture';
import { LOOKS } from './by-hand/looks';
import { PICTURES } from './by-hand/pictures';
import { board, closePages, key, launched, note, openPages, states, stored, turnTo, undoName } from './by-hand/window';
import { WORDS } from './by-hand/words';
import type { Comparison } from './compare-page';

beforeAll(openPages);
afterAll(closePages);

const ACTS = [...BLOCKS, ...LOOKS, ...WORDS, ...PICTURES, ...FURNITURE];
/** Both pages before everything. */
let begun: unknown;

test('the pages as they are', async () => {
  begun = stored();
  for (const number of [1, 2]) {
    await turnTo(number);
    await note(`page ${number}`);
  }
});

test.each(ACTS)('$name, and undone', async ({ name, on = 2, step, act }) => {
  await turnTo(on);
  await act();
  await expect.poll(undoName).toBe(`撤销：${step}`);
  await board();
  await note(name);
  expect(stored()).not.toEqual(begun);
  while ((await undoName()) !== '撤销') await key('Control+Z');
  await key('Control+S');
  await expect.poll(stored).toEqual(begun);
});

describe('the page shows what is pressed', () => {
  let compared: ReadonlyMap<string, Comparison>;
  beforeAll(async () => {
    compared = await states.compared();
  }, 600_000);

  test.each(['page 1', 'page 2', ...ACTS.map(({ name }) => name)])('%s', (name) => {
    const { uncovered, distance, greatest, ink } = compared.get(name)!;
    expect(uncovered).toBe(0);
    expect(ink).toBeGreaterThan(0.02);
    expect(distance).toBeLessThan(0.01);
    // Photographs have other tones on newsprint; a line of text that is missing or stands elsewhere makes twice as much.
    expect(greatest).toBeLessThan(0.08);
  });

  test('without an error on the console', () => {
    expect(launched.errors).toEqual([]);
  });
});
