import { describe, expect, test } from 'vitest';
import { EM, linesOf, positionsOf, setParagraph, textOf } from './setting';

/** Distances between the glyph origins of a line, em. */
function steps(text: string, measureEm: number, options = {}): number[] {
  const at = positionsOf(setParagraph(text, measureEm, options).lines[0]!);
  return at.slice(1).map((x, i) => x - at[i]!);
}

describe('a line that is too long gives in the order of rule 5', () => {
  test('the white of the mark at its end goes first', () => {
    const { lines } = setParagraph('春，夏秋。冬春夏秋冬', 4.5);
    expect(textOf(setParagraph('春，夏秋。冬春夏秋冬', 4.5), lines[0]!)).toBe('春，夏秋。');
    expect(positionsOf(lines[0]!)).toEqual([0, 1, 2, 3, 4]);
  });

  test('brackets before 、，；：, those before 。？！', () => {
    const [opener, , , comma, , stop, , closer] = steps('春（夏，秋。冬）春夏', 9.7);
    expect(opener).toBeCloseTo(0.85);
    expect(closer).toBeCloseTo(0.85);
    expect(comma).toBeCloseTo(1);
    expect(stop).toBeCloseTo(1);
    const squeezed = steps('春，夏。秋冬', 5.75, { lastLineLeast: 2 });
    expect(squeezed[1]).toBeCloseTo(0.75);
    expect(squeezed[3]).toBeCloseTo(1);
  });

  test('a kind gives equally', () => {
    const squeezed = steps('春，夏，秋，冬', 6.25, { lastLineLeast: 2 });
    for (const k of [1, 3, 5]) expect(squeezed[k]).toBeCloseTo(0.75);
  });

  test('word spaces keep a quarter em, CJK–Latin gaps an eighth', () => {
    expect(steps('a b', 1.25)[1]).toBeCloseTo(0.25);
    expect(steps('春a夏', 2.75)[0]).toBeCloseTo(1.125);
  });
});

describe('a line that is too short takes in the order of rule 6', () => {
  test('word spaces to half an em first, then CJK–Latin gaps, then all gaps equally', () => {
    const [word] = [steps('a b春夏open', 3.65)[1]];
    expect(word).toBeCloseTo(0.5 - 1 / 60, 1);
    const gap = steps('春夏a秋冬open', 5)[1]! - 1;
    expect(gap).toBeCloseTo(0.25 + 1 / 6 - 1 / 6);
  });

  test('plain Han opens evenly', () => {
    for (const step of steps('春夏秋冬春open', 5.4)) expect(step).toBeCloseTo(1.1);
  });

  test('gaps beside the white of a mark open like all others', () => {
    const [first, comma, after] = steps('春，夏秋冬春夏秋open', 8.04);
    expect(first).toBeGreaterThan(1);
    expect(comma).toBeCloseTo(first!);
    expect(after).toBeCloseTo(first!);
  });

  test('before characters stand too far apart, the white of marks opens by up to a third of an em', () => {
    const [first, comma, after] = steps('春，夏秋冬open', 6);
    expect(first! - 1).toBeCloseTo(1 / 6);
    expect(comma! - 1).toBeCloseTo(1 / 6 + 1 / 3);
    expect(after).toBeCloseTo(first!);
  });

  test('two marks with white between them open no further than characters', () => {
    const loose = steps('春）（夏冬open', 5.5);
    const natural = steps('春）（夏冬open', 5.5, { align: 'left' });
    loose.forEach((step, i) => {
      expect(step - natural[i]!).toBeCloseTo(1 / 4);
    });
  });

  test('units do not open', () => {
    const { lines } = setParagraph('春12夏——秋冬', 6.6);
    const [spring, one, two] = positionsOf(lines[0]!);
    expect(one! - spring!).toBeGreaterThan(1 + 1 / 6);
    expect(two! - one!).toBeCloseTo(0.5);
    const dash = positionsOf(lines[0]!).slice(4, 6);
    expect(dash[1]! - dash[0]!).toBeLessThanOrEqual(1.0001);
  });
});

describe('measure', () => {
  const text =
    '元月里，东坡村的“百家书屋”开了门，架上有3,200册书，还有AI朗读机……乡亲们说：“好！”于是一传十、十传百，来的人多起来。';

  test.each([6, 7.3, 11, 13, 13.3, 20])('justified lines are exactly %s em wide', (measure) => {
    const { lines } = setParagraph(text, measure, { indent: 2 });
    lines.slice(0, -1).forEach((line, i) => {
      expect(line.set).toBeCloseTo((measure - (i === 0 ? 2 : 0)) * EM, 4);
    });
  });

  test('the last line is natural', () => {
    const last = setParagraph(text, 11).lines.at(-1)!;
    expect(last.set).toBe(last.natural);
    expect(last.reason).toBe('end');
  });

  test('a whole number of Han needs no adjustment', () => {
    const { lines } = setParagraph('春夏秋冬春夏秋冬春夏秋冬', 4);
    for (const line of lines) expect(positionsOf(line)).toEqual([0, 1, 2, 3]);
  });

  test('ragged lines stand at their natural width, by alignment', () => {
    const offsets = (['left', 'centre', 'right'] as const).map(
      (align) => setParagraph('春夏秋冬春夏open', 7.2, { align }).lines[0]!.offset / EM,
    );
    expect(offsets[0]).toBeCloseTo(0);
    expect(offsets[1]).toBeCloseTo(0.6);
    expect(offsets[2]).toBeCloseTo(1.2);
  });

  test('a line of one word alone stays short', () => {
    const [line] = setParagraph('abcdef ghijklm', 4).lines;
    expect(line!.set).toBeCloseTo(3 * EM);
  });
});

describe('hanging punctuation (rule 8)', () => {
  const text = '春夏秋冬，春夏秋';

  test('is off by default', () => {
    expect(linesOf(text, 4)[0]).toBe('春夏秋');
  });

  test('lets 、，。 stand in the margin', () => {
    const { lines } = setParagraph(text, 4, { hang: true });
    expect(linesOf(text, 4, { hang: true })[0]).toBe('春夏秋冬，');
    expect(positionsOf(lines[0]!)).toEqual([0, 1, 2, 3, 4]);
    expect(lines[0]!.set).toBeCloseTo(4.5 * EM);
  });

  test('does not let other marks hang', () => {
    expect(linesOf('春夏秋冬！春夏秋', 4, { hang: true })[0]).toBe('春夏秋');
  });
});

describe('last line (rule 9)', () => {
  test('borrows a character rather than leave one alone', () => {
    expect(linesOf('春夏秋冬春夏秋冬春', 4, { lastLineLeast: 0 })).toEqual(['春夏秋冬', '春夏秋冬', '春']);
    const lines = linesOf('春夏秋冬春夏秋冬春', 4, { lastLineLeast: 2 });
    expect(lines.at(-1)).toBe('冬春');
  });

  test('a mark does not count', () => {
    expect(linesOf('春夏秋冬春夏秋冬春。', 4, { lastLineLeast: 0 }).at(-1)).toBe('春。');
    expect(linesOf('春夏秋冬春夏秋冬春。', 4, { lastLineLeast: 2 }).at(-1)).toBe('冬春。');
  });

  test('a word is long enough by itself', () => {
    expect(linesOf('春夏秋冬春夏秋冬open', 4, { lastLineLeast: 2 }).at(-1)).toBe('open');
  });

  test('a paragraph of one character is set', () => {
    expect(linesOf('春', 4, { lastLineLeast: 2 })).toEqual(['春']);
  });
});

describe('a line that can hardly be filled', () => {
  test('opens the letters of an address that it breaks with its other gaps, by a quarter of an em at most', () => {
    const [line] = setParagraph('请看https://a.cn/bcdefghijklmnopqrstuvw', 12).lines;
    expect(line!.set).toBeCloseTo(12 * EM);
    const at = positionsOf(line!);
    const letters = at.slice(3).map((x, i) => x - at[i + 2]! - 0.5); // of https://a.cn/
    for (const gap of letters) expect(gap).toBeCloseTo(letters[0]!);
    expect(letters[0]).toBeGreaterThan(0.1);
    expect(letters[0]).toBeLessThan(0.25 + 1e-6);
  });

  test('opens the figures of a number that it breaks', () => {
    const [first, second] = setParagraph('1234567890', 3.8).lines;
    expect(first!.reason).toBe('forced');
    expect(first!.set).toBeCloseTo(3.8 * EM);
    expect(second!.set).toBeCloseTo(1.5 * EM);
  });

  test('keeps the letters of words that it does not break as they are', () => {
    const [line] = setParagraph('春夏open秋冬abcdefghijkl', 8).lines;
    const at = positionsOf(line!);
    expect([3, 4, 5].map((i) => at[i]! - at[i - 1]!)).toEqual([0.5, 0.5, 0.5].map((x) => expect.closeTo(x)));
  });

  test('opens while its characters hold together', () => {
    const { lines } = setParagraph('春夏秋冬1234567890123春夏', 5.5);
    expect(lines[0]!.set).toBeCloseTo(5.5 * EM);
  });

  test.each([
    [7, [0, 2, 4, 6]],
    [10, [0, 3, 6, 9]],
  ])('opens up to the width of two characters: %s em', (measure, positions) => {
    const [line] = setParagraph(`春夏秋冬${'1'.repeat(2 * measure)}春夏`, measure).lines;
    expect(positionsOf(line!)).toEqual(positions);
  });

  test('is left short rather than let its characters fall apart', () => {
    const [line] = setParagraph('春夏123456789012345678春夏', 9).lines;
    expect(positionsOf(line!)).toEqual([0, 1]);
    expect(line!.set).toBeCloseTo(2 * EM);
  });

  test('a broken address opens its letters, a whole word never does', () => {
    const [line] = setParagraph('http://abcd.ef/ghij/klmn', 8).lines;
    expect(line!.set).toBeCloseTo(8 * EM);
    expect(setParagraph('internationally speaking', 8).lines[0]!.set).toBeCloseTo(7.5 * EM);
  });
});

describe('of two breaks about as good', () => {
  test('a line does not start with a dash or an ellipsis, which it may', () => {
    for (const mark of ['——', '……']) {
      const text = `春夏秋冬春夏秋冬春夏秋冬春夏秋冬春夏秋冬${mark}春夏秋冬春夏秋冬春夏秋冬春夏秋冬`;
      expect(linesOf(text, 20)[0]).toBe('春夏秋冬春夏秋冬春夏秋冬春夏秋冬春夏秋');
      expect(linesOf(`春夏秋冬春夏${mark}秋冬`, 6)).toEqual(['春夏秋冬春夏', `${mark}秋冬`]);
    }
  });

  test('two words of a phrase stay together', () => {
    expect(linesOf('春夏秋冬春夏秋冬春夏秋冬春夏on it秋冬春夏', 15.2)).toEqual(['春夏秋冬春夏秋冬春夏秋冬春夏', 'on it秋冬春夏']);
    expect(linesOf('open page', 3)).toEqual(['open', 'page']);
  });
});

describe('reasons', () => {
  const reasons = (text: string, measure: number, options = {}) =>
    setParagraph(text, measure, options).lines.map((line) => line.reason);

  test('between and end', () => expect(reasons('春夏秋冬春夏', 4)).toEqual(['between', 'end']));
  test('push-in: a mark is pulled in by squeezing others', () =>
    expect(reasons('春，夏秋冬，春夏', 5)).toEqual(['push-in', 'end']));
  test('push-out: a mark takes its character along', () => expect(reasons('春夏秋冬，春夏', 4)).toEqual(['push-out', 'end']));
  test('push-out: an opening mark leaves the line', () => expect(reasons('春夏秋“冬春夏', 4)).toEqual(['push-out', 'end']));
  test('word: at a space', () => expect(reasons('open page', 3)).toEqual(['word', 'end']));
  test('forced: nothing else was possible', () => expect(reasons('abcdefgh', 2)).toEqual(['forced', 'end']));
  test('hard: the text says so', () => expect(reasons('春夏\n秋\r\n冬', 4)).toEqual(['hard', 'hard', 'end']));

  test('pushing in comes before pushing out', () => {
    expect(linesOf('春，夏秋冬，春夏秋冬春夏秋冬', 5)[0]).toBe('春，夏秋冬，');
    for (const mark of '，。：？')
      expect(linesOf(`春夏${mark}秋冬春夏秋冬春夏秋冬，春夏秋冬春夏秋冬`, 13)[0]).toBe(`春夏${mark}秋冬春夏秋冬春夏秋冬，`);
  });
});
