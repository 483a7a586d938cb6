/** Pictures on the page: cropped, placed, replaced, in stories and groups. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../launch';
import { still } from '../support/at-work';
import { drag, dropFiles, type Place } from '../support/hands';
import { TITLES } from '../support/small-issue';
import { type Act, button, by, choose, field, input, item, key, middle, page, placeOf } from './window';

const { lanterns, market, group } = TITLES;

const photograph = join(root, 'samples/chengtang/manuscripts/1版 头条 雪落老街 图1.jpg');

/** Picture of the lanterns, on the page. */
const picture = () => placeOf(lanterns, 0.83, 0.4);

async function crop(): Promise<Place> {
  const { x, y } = await picture();
  await page.mouse.dblclick(x, y);
  await page.locator('.crop-pane').waitFor();
  return { x, y };
}

async function pictureMenu(line: string): Promise<void> {
  const { x, y } = await picture();
  await page.mouse.click(x, y);
  await page.mouse.click(x + 12, y + 9);
  await page.locator('.picture-chosen').waitFor();
  await page.mouse.click(x, y, { button: 'right' });
  await item(line).click();
}

export const PICTURES: readonly Act[] = [
  {
    name: 'cropped',
    step: '裁切',
    act: async () => {
      const at = await crop();
      for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -100);
      await by(at, 30, 14);
      await key('Enter');
    },
  },
  {
    name: 'focus',
    step: '焦点',
    act: async () => {
      await crop();
      await page.mouse.wheel(0, -200);
      await button('定焦点').click();
      await still(page);
      const { x, y, width, height } = (await page.locator('.crop-pane').boundingBox())!;
      await page.mouse.click(x + width * 0.8, y + height * 0.3);
      await key('Enter');
    },
  },
  { name: 'whole', step: '裁切', act: () => pictureMenu('完整') },
  { name: 'taken out of its block', step: '拿下图片', act: () => pictureMenu('从版块拿下') },
  {
    name: 'text around a deeper picture',
    step: '图片位置',
    act: async () => {
      const { x, y } = await picture();
      await page.mouse.click(x, y);
      await page.mouse.click(x + 12, y + 9);
      await by(await middle('[data-edge="foot"]'), 0, 32);
    },
  },
  {
    name: 'text around a picture in its column',
    step: '图片位置',
    act: async () => {
      await choose(lanterns);
      for (const [name, value] of [
        ['图1 栏宽', '1'],
        ['图1 栏', '2'],
        ['图1 行', '9'],
      ] as const) {
        await field(name).fill(value);
        await field(name).press('Enter');
      }
    },
  },
  {
    name: 'replaced',
    step: '换图',
    act: async () => {
      await dropFiles(input, [photograph], await picture());
      await item('换掉这张图片').click();
    },
  },
  {
    name: 'carried to another story',
    step: '图片换稿件',
    act: async () => {
      const to = await placeOf(market);
      const { x, y } = await picture();
      await page.mouse.click(x, y);
      await page.mouse.click(x + 12, y + 9);
      await page.locator('.picture-chosen').waitFor();
      await drag(page, { x, y }, to);
    },
  },
  {
    name: 'group with one more',
    step: '导入稿件',
    act: async () => {
      await dropFiles(input, [photograph], await placeOf(group, 0.6, 0.95));
      await expect.poll(() => page.locator('.group-slot').count()).toBe(4);
    },
  },
  {
    name: 'group with one less',
    step: '去掉图片',
    act: async () => {
      await choose(group);
      await page.locator('.group-slot').nth(1).click();
      await button(/^去掉图2/).click();
    },
  },
  {
    name: 'group in another order',
    step: '图片次序',
    act: async () => {
      await choose(group);
      await page.locator('.group-slot').first().press('Alt+ArrowRight');
    },
  },
  {
    name: 'group with captions of their own',
    step: '图说方式',
    act: async () => {
      await choose(group);
      await button('各写各的').click();
    },
  },
];
