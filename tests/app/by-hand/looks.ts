/** How a story looks: headline, box, tint, quotes. */
import { compose } from '../support/hands';
import { TITLES } from '../support/small-issue';
import { type Act, button, by, choice, choose, field, input, key, keys, middle, page, placeOf } from './window';

const { lanterns, desk, market, lead } = TITLES;

const styledOnTint = (style: string) => async () => {
  await choose(market);
  await choice('框线').selectOption(style);
  await page.getByRole('checkbox', { name: '底纹', exact: true }).click();
};

export const LOOKS: readonly Act[] = [
  { name: 'vertical headline', step: '改标题排法', act: keys(desk, 'Shift+X') },
  { name: 'box', step: '改框线', act: keys(market, 'b') },
  { name: 'tint', step: '改底纹', act: keys(market, 'Shift+B') },
  { name: 'box and tint', step: '改底纹', act: keys(market, 'b', 'Shift+B') },
  { name: 'box in one wide column', step: '改分栏', act: keys(market, 'b', '[') },
  { name: 'box and tint around a picture', step: '改框线', act: keys(lanterns, 'Shift+B', 'b') },
  ...(['thickThin', 'rules', 'ornament'] as const).map((style) => {
    return { name: `${style} and tint`, step: '改底纹', act: styledOnTint(style) };
  }),
  {
    name: 'larger headline',
    step: '改标题字号',
    act: keys(desk, 'Control+Shift+Comma', 'Control+Shift+Comma', 'Control+Shift+Period'),
  },
  { name: 'smaller headline', on: 1, step: '改标题字号', act: keys(lead, 'Control+Shift+Comma') },
  {
    name: 'headline broken elsewhere',
    step: '改标题折行',
    act: async () => {
      const { x, y } = await placeOf(desk, 0.5, 0.1);
      await page.mouse.dblclick(x, y);
      await page.locator('.break-handle').first().waitFor();
      await by(await middle('.break-handle'), -50, 0);
      await key('Escape');
    },
  },
  {
    name: 'narrow headline',
    step: '改标题字宽',
    act: async () => {
      await choose(lanterns);
      await choice('字宽').selectOption('85');
    },
  },
  {
    name: 'quote',
    step: '改引语',
    act: async () => {
      await choose(lanterns);
      await page.locator('summary', { hasText: '引语' }).click();
      await button('添加引语').click();
      await field('引语1').click();
      await compose(input, 'deng', '灯亮着，人就多。');
    },
  },
];
