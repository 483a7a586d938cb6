/** What the paper and its pages carry: names, people, codes of links. */
import { compose } from '../support/hands';
import { TITLES } from '../support/small-issue';
import { type Act, board, choose, field, input, key, page } from './window';

const { notice } = TITLES;

export const FURNITURE: readonly Act[] = [
  {
    name: 'code of a link',
    on: 1,
    step: '二维码',
    act: async () => {
      await choose(notice);
      await page.getByText('二维码', { exact: true }).click();
      await field('二维码 链接').click();
      await page.keyboard.insertText('https://example.com/tougao');
    },
  },
  { name: 'name of the paper', on: 1, step: '报纸资料', act: () => furnish('报纸报名', '柳湾新报') },
  { name: 'editor of the paper', step: '报纸资料', act: () => furnish('报纸责编', '丁四喜') },
  { name: 'proofreader of the page', step: '本版人员', act: () => furnish('本版校对', '丁四') },
  { name: 'section of the page', step: '改版名', act: () => furnish('版名', '街巷') },
];

/** Writes in a field of the settings, which stand where nothing is selected. */
async function furnish(name: string, meant: string): Promise<void> {
  await board();
  await key('Escape');
  await key('Escape');
  if (!(await field(name).isVisible())) await page.getByText('报头、报眉、版尾', { exact: true }).click();
  await field(name).click();
  await key('Control+A');
  await compose(input, 'ming', meant);
  await field(name).press('Tab');
}
