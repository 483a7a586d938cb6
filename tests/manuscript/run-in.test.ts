import { describe, expect, test } from 'vitest';
import { markRuns } from '../../engine/manuscript/run-in';

const marked = (texts: readonly string[]) =>
  markRuns(texts).map((runs) => runs.map(({ text, form }) => (form === 'plain' ? text : `[${form} ${text}]`)).join(''));

const rest = '社区组织志愿者走访了辖区里的每一户人家。';

describe('run-in headings', () => {
  test('are opening sentences built alike', () => {
    expect(marked([rest, `落子有声，老少同乐。${rest}`, `观棋不语，邻里情长。${rest}`])).toEqual([
      rest,
      `[heading 落子有声，老少同乐。]${rest}`,
      `[heading 观棋不语，邻里情长。]${rest}`,
    ]);
  });

  test('of one clause need three', () => {
    const two = [`“小店铺”服务“大民生”。${rest}`, `“小广场”装下“大热闹”。${rest}`];
    expect(marked(two)).toEqual(two);
    expect(marked([...two, `“小食堂”守护“大健康”。${rest}`])[2]).toBe(`[heading “小食堂”守护“大健康”。]${rest}`);
  });

  test('inside a paragraph are of the second level', () => {
    expect(
      marked([
        `需求“摸得清”，服务“配得准”。往“细”处问，建好民情台账。${rest}向“实”处落，办好家门小事。${rest}`,
        `资源“聚得拢”，邻里“帮得上”。广开门路，聚拢社会力量。${rest}以老助老，唤醒邻里温情。${rest}`,
      ]),
    ).toEqual([
      `[heading 需求“摸得清”，服务“配得准”。][subheading 往“细”处问，建好民情台账。]${rest}[subheading 向“实”处落，办好家门小事。]${rest}`,
      `[heading 资源“聚得拢”，邻里“帮得上”。][subheading 广开门路，聚拢社会力量。]${rest}[subheading 以老助老，唤醒邻里温情。]${rest}`,
    ]);
  });

  test('may differ in length where they share their turn of phrase', () => {
    const texts = ['早晨，让给醒得早的人。', '中午，让给没有地方落脚的人。', '下午，让给放了学的孩子。'].map(
      (opening) => opening + rest,
    );
    expect(marked(texts).every((text) => text.startsWith('[heading '))).toBe(true);
  });

  test('are numbered questions', () => {
    expect(marked(['1.水管冻住了，能用开水浇吗？', rest, '2.取暖器插在哪里？', rest])).toEqual([
      '[heading 1.水管冻住了，能用开水浇吗？]',
      rest,
      '[heading 2.取暖器插在哪里？]',
      rest,
    ]);
  });

  test('are numbered', () => {
    expect(marked([`一、把灯点亮。${rest}`, `（一）查线路。${rest}`, '二、把路修平', rest])).toEqual([
      `[heading 一、把灯点亮。]${rest}`,
      `[subheading （一）查线路。]${rest}`,
      '[heading 二、把路修平]',
      rest,
    ]);
  });

  test.each([
    [
      'short sentences of a story',
      [`天色渐晚，街灯亮起。${rest}`, `老人笑了，眼角有泪。说不出的感激都在那一碗汤里，久久不散。`, rest, rest, rest, rest, rest],
    ],
    ['sentences with dates', [`1月3日，天气晴好。${rest}`, `1月5日，大雪纷飞。${rest}`]],
    ['speech', [`“灯真亮。”张大妈说。${rest}`, `“路真平。”李大爷说。${rest}`]],
    ['a row of parallel sentences', [`天蓝了许多，水清了不少。路宽了许多，灯亮了不少。人笑了许多，心暖了不少。${rest}`]],
    ['words that carry the story on', [`活动现场，热闹非凡。${rest}`, `活动最后，掌声雷动。${rest}`]],
  ])('are not %s', (_, texts) => {
    expect(marked(texts)).toEqual(texts);
  });

  test('addresses are links', () => {
    expect(marked(['请写信至a.b@example.com，或访问https://www.example.com/x?y=1。'])).toEqual([
      '请写信至[link a.b@example.com]，或访问[link https://www.example.com/x?y=1]。',
    ]);
  });
});
