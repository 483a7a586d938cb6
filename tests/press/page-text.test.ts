import { describe, expect, it } from 'vitest';
import { openPdf } from '../../engine/press/inspect/document';
import { pageText } from '../../engine/press/inspect/page-text';
import { inflate } from '../../engine/press/node/inflate';
import { page, run, write } from './support';

const read = async (...runs: Parameters<typeof page>[0]): Promise<string[]> => {
  const { pages } = await openPdf(write([page(runs)]), 'a.pdf');
  return pageText(pages[0]!, { inflate, fonts: new Map() });
};
/** Each character a run of its own, one below the other. */
const column = (text: string, x: number) => [...text].map((character, i) => run(character, x, 40 + 12 * i, 10));

describe('pageText', () => {
  it('gives lines as they are drawn', async () => {
    expect(await read(run('第一行字', 20, 40, 10), run('第二行字', 20, 55, 10))).toEqual(['第一行字', '第二行字']);
  });

  it('gives vertical text line by line', async () => {
    expect(await read(...column('消防通道', 200), ...column('没有挪', 180), run('正文', 20, 40, 10))).toEqual([
      '消防通道',
      '没有挪',
      '正文',
    ]);
  });
});
