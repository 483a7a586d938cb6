import { describe, expect, test } from 'vitest';
import { readManuscript } from '../../engine/manuscript';

/** Ordinary text of this length takes a two-hundredth of it, even on a machine under load less than a tenth; what grows with the square never ends. */
const HANGS = 60_000;

describe('a hostile manuscript takes no longer than its length', { timeout: 2 * HANGS }, () => {
  test.each([
    ['brackets that never close', '（'.repeat(300_000)],
    ['half-width brackets', `${'('.repeat(300_000)}灯`],
    ['straight quotes', '"灯'.repeat(150_000)],
    ['spaces between all characters', '灯 '.repeat(300_000)],
    ['figures without end', '图①'.repeat(100_000)],
    ['captions with one number', '图1：灯\n'.repeat(20_000)],
    ['addresses that are none', 'a@.'.repeat(100_000)],
    ['dots and a Han character', `${'.'.repeat(300_000)}灯`],
    ['short lines', '短的标题\n'.repeat(20_000)],
    ['labels without values', '新闻热线：灯\n'.repeat(20_000)],
    ['lines that only say who wrote', `旧礼堂修缮完成\n${'□ 张三\n'.repeat(50_000)}`],
    ['separators before the text', `${'---\n'.repeat(90_000)}灯亮了。`],
    ['rows of names and of figures in turn', `标题\n灯亮了，桥也通了。\n${'张三\t李四\t王五\n1\t2\t3\n'.repeat(20_000)}`],
    ['questions without end', `标题\n灯亮了，桥也通了。\n${'问：灯呢？\n甲：亮了。\n'.repeat(20_000)}`],
    ['pauses and spaces', '； '.repeat(150_000)],
    ['a dash without end between figures', `图①${'—'.repeat(150_000)}、①`],
    ['figures of one sentence each', '图①。'.repeat(150_000)],
    ['one sentence after another', '天蓝水清，人心欢喜。'.repeat(30_000)],
    [
      'openings of every build',
      Array.from(
        { length: 5000 },
        (_, i) => `${'天'.repeat(3 + (i % 9))}，${'地'.repeat(3 + (i % 11))}。路灯亮了，居民走夜路再也不怕黑。`,
      ).join('\n'),
    ],
  ])('%s', (_, text) => {
    const start = performance.now();
    readManuscript(text, 'a.txt');
    expect(performance.now() - start).toBeLessThan(HANGS);
  });

  test('more lines than a manuscript has are refused', () => {
    expect(() => readManuscript('灯\n'.repeat(100_001), 'a.txt')).toThrow(expect.objectContaining({ code: 'manuscript.lines' }));
  });
});
