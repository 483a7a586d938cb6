/** Blocks by hand: where they stand, how large they are, what text they hold. */
import { drag } from '../support/hands';
import { TITLES } from '../support/small-issue';
import { type Act, by, choose, key, keys, middle, page, placeOf } from './window';

const { lanterns, desk, market, lead, group } = TITLES;

export const BLOCKS: readonly Act[] = [
  { name: 'split', step: '拆块', act: keys(lanterns, 'k') },
  {
    name: 'merged',
    step: '合并版块',
    act: async () => {
      const other = await placeOf(market);
      await choose(desk);
      await page.keyboard.down('Shift');
      await page.mouse.click(other.x, other.y);
      await page.keyboard.up('Shift');
      await key('m');
    },
  },
  {
    name: 'changed for another',
    step: '两块对调',
    act: async () => {
      const to = await placeOf(market);
      const from = await placeOf(desk, 0.5, 0.8);
      await page.keyboard.down('Alt');
      await drag(page, from, to);
      await page.keyboard.up('Alt');
    },
  },
  {
    name: 'sent to another page',
    step: '送到另一版',
    act: async () => {
      await choose(market);
      await key('Control+Shift+G');
      await page.locator('.palette-entry', { hasText: '3版' }).click();
      await page.locator('.palette').waitFor({ state: 'detached' });
    },
  },
  { name: 'continued', step: '续排', act: keys(lanterns, 'c') },
  {
    name: 'continued where its port is dragged',
    step: '续排',
    act: async () => {
      const to = await placeOf(market, 0.5, 0.7);
      await choose(lanterns);
      await drag(page, await middle('.port'), to);
    },
  },
  { name: 'moved', step: '移动版块', act: keys(market, 'ArrowDown', 'ArrowLeft') },
  { name: 'dragged', step: '移动版块', act: async () => by(await placeOf(market, 0.5, 0.8), -80, 0) },
  { name: 'wider', step: '改版块大小', act: keys(lanterns, 'Alt+ArrowRight') },
  { name: 'narrower', step: '改版块大小', act: keys(lanterns, 'Alt+ArrowLeft') },
  { name: 'taller', step: '改版块大小', act: keys(desk, 'Alt+ArrowDown') },
  { name: 'shorter', step: '改版块大小', act: keys(group, 'Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp') },
  {
    name: 'lower by its handle',
    step: '改版块大小',
    act: async () => {
      await choose(market);
      await by(await middle('[data-handle="s"]'), 0, -60);
    },
  },
  { name: 'taken off', step: '撤下版面', act: keys(market, 'Delete') },
  { name: 'locked', step: '改锁定', act: keys(market, 'Control+L') },
  { name: 'in wide columns', step: '改分栏', act: keys(lanterns, '[') },
  { name: 'in a wide column and back in two', step: '改分栏', act: keys(lanterns, '[', '[', ']') },
  { name: 'in broken columns', on: 1, step: '改分栏', act: keys(lead, '[') },
  {
    name: 'vertical text',
    step: '改正文横竖',
    act: async () => {
      await choose(market);
      await page.getByRole('group', { name: '正文' }).getByText('竖', { exact: true }).click();
    },
  },
];
