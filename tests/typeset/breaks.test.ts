import { describe, expect, test } from 'vitest';
import { BreakKind, findBreaks } from '../../engine/typeset/breaks';
import { collect } from '../../engine/typeset/collect';
import type { ProhibitionLevel } from '../../engine/typeset/types';
import { linesOf, setParagraph } from './setting';

/** Whether a line may end between two texts when nothing forces it. */
function mayBreak(before: string, after: string, level: ProhibitionLevel = 'gb'): boolean {
  const sources = [{ text: before + after, face: 'song' }];
  return findBreaks(collect(sources), sources, { level })[before.length]! <= BreakKind.Word;
}

describe('prohibited line starts (rule 2)', () => {
  test.each([...'、，。：；！？”’」』）》〉】〗〕］｝·・～/％%‰℃'])('%s does not start a line', (mark) => {
    for (const level of ['basic', 'gb', 'strict'] as const) expect(mayBreak('木', mark, level)).toBe(false);
  });

  test.each([...'，”）'])('%s may start a line without prohibitions', (mark) => {
    const { lines } = setParagraph(`春夏秋${mark}冬`, 3, { level: 'none' });
    expect(lines[1]!.start).toBe(3);
  });

  test('—— and …… may start a line, but not at the strict level', () => {
    for (const pair of ['——', '……']) {
      expect(mayBreak('木', pair, 'gb')).toBe(true);
      expect(mayBreak('木', pair, 'strict')).toBe(false);
    }
  });
});

describe('prohibited line ends (rule 2)', () => {
  test.each([...'“‘「『（《〈【〖〔［｛'])('%s does not end a line', (mark) => {
    for (const level of ['basic', 'gb', 'strict'] as const) expect(mayBreak(mark, '木', level)).toBe(false);
  });

  test('/ does not end a line by GB/T 15834', () => {
    expect(mayBreak('春/', '木', 'gb')).toBe(false);
    expect(mayBreak('春/', '木', 'basic')).toBe(true);
  });
});

describe('units (rule 3)', () => {
  test.each([
    ['—', '—'],
    ['…', '…'],
    ['？', '！'],
    ['1', '2'],
    ['1', ','],
    ['5', '%'],
    ['5', '℃'],
    ['5', '‰'],
    ['±', '5'],
    ['￥', '5'],
    ['$', '5'],
    ['-', '5'],
    ['图', '①'],
    ['a', 'b'],
    ['G', '5'],
  ])('%s%s stay together at every level', (a, b) => {
    for (const level of ['none', 'basic', 'gb', 'strict'] as const) expect(mayBreak(a, b, level)).toBe(false);
  });

  test('dashes break between pairs only', () => {
    expect(linesOf('春————夏', 3)).toEqual(['春——', '——夏']);
  });

  test('figures with a dot between them stay together at every level', () => {
    for (const level of ['none', 'basic', 'gb', 'strict'] as const)
      expect(linesOf('春夏秋冬5·12地震', 5.2, { level })[1]).toMatch(/^(冬)?5·12/);
  });

  test('a Latin word moves to the next line whole, or breaks after its hyphen', () => {
    expect(linesOf('春夏秋冬open', 5)).toEqual(['春夏秋冬', 'open']);
    expect(linesOf('春夏self-made', 5)).toEqual(['春夏self-', 'made']);
  });

  test('a telephone number breaks only to save a very loose line', () => {
    expect(linesOf(`${'热线'.repeat(15)}0515-8828711`, 33).at(-1)).toBe('0515-8828711');
    expect(linesOf('热线：0515-8828711', 6)).toEqual(['热线：0515-', '8828711']);
    expect(mayBreak('1-', '2')).toBe(false);
  });

  test('a range of years or amounts is no telephone number', () => {
    expect(linesOf('春夏2024-2025秋', 6)).toEqual(['春夏', '2024-2025秋']);
    expect(linesOf('春夏秋120-150米', 6)).toEqual(['春夏秋', '120-150米']);
    expect(linesOf('热线：400-800-1234', 6)).toEqual(['热线：400-', '800-1234']);
    expect(linesOf('热线：6688-1234', 6)).toEqual(['热线：6688-', '1234']);
  });

  test('a number with separators and sign is one unit', () => {
    expect(linesOf('春夏秋1,234.5%冬', 5.5)).toEqual(['春夏秋', '1,234.5%冬']);
  });

  test('a kept stretch stays on one line if it fits there', () => {
    const name = { text: '欧阳海明', face: 'kai', keep: true };
    expect(linesOf([{ text: '春夏秋', face: 'song' }, name], 6)).toEqual(['春夏秋', '欧阳海明']);
    expect(linesOf([name], 2)).toEqual(['欧阳', '海明']);
  });
});

describe('what is wider than the measure', () => {
  test('a name is rather kept whole, and broken where its line would fall apart', () => {
    const text = (before: string) => [
      { text: before, face: 'song' },
      { text: '海明', face: 'kai', keep: 'rather' as const },
      { text: '来到青桐里的长廊下', face: 'song' },
    ];
    expect(linesOf(text('天还没亮就起床的海员欧阳'), 13)[0]).toBe('天还没亮就起床的海员欧阳');
    expect(linesOf(text('一早欧阳'), 5)[0]).toBe('一早欧阳');
    expect(linesOf(text('清早欧阳'), 5.5)[0]).toBe('清早欧阳海');
    expect(linesOf(text('欧阳'), 3)[0]).toBe('欧阳海');
  });

  test('an address stays whole while it fits', () => {
    expect(linesOf('春夏a-b@c-d.cn', 6)).toEqual(['春夏', 'a-b@c-d.cn']);
  });

  test('an address breaks where a reader sees that it goes on', () => {
    expect(linesOf('http://abcd.ef/ghij/klmn', 8)).toEqual(['http://abcd.ef/', 'ghij/klmn']);
    expect(setParagraph('http://abcd.ef/ghij/klmn', 8).lines.map((line) => line.reason)).toEqual(['address', 'end']);
  });

  test('a word breaks anywhere when it must', () => {
    const { lines } = setParagraph('abcdefghij', 3);
    expect(lines.map((line) => line.reason)).toEqual(['forced', 'end']);
    expect(lines[0]!.end).toBe(6);
  });

  test('marks without end are broken rather than lost', () => {
    const text = '（'.repeat(9);
    expect(linesOf(text, 2).join('')).toBe(text);
    expect(setParagraph(text, 2).lines.length).toBeGreaterThan(1);
  });

  test('a measure below one character still sets one character a line', () => {
    expect(linesOf('春夏', 0.5)).toEqual(['春', '夏']);
  });

  test('ten thousand letters without a break are set', () => {
    const text = 'x'.repeat(10_000);
    expect(linesOf(text, 10).join('')).toBe(text);
  });
});
