/** Where lines may end, class by class: CLREQ §3.2, GB/T 15834 §5.1, UAX #14. */
import { describe, expect, test } from 'vitest';
import { composeVertical, HEADLINE } from '../../engine/typeset';
import { fakeFonts } from '../fake-font';
import { EM, linesOf, opportunities, positionsOf, setParagraph, widthOf } from './setting';

const PROHIBITING = ['basic', 'gb', 'strict'] as const;

describe('no line starts with', () => {
  const marks = [
    ...'、，。：；！？‼⁇⁈⁉．”’」』）》〉】〗〕］｝〙〛〟»›·・‧•～〜-–‐／/%％‰℃℉°′″￠)]},.!?;:',
    ...'々〻ゝゞヽヾーぁぃっゃゅょァィッャュョヶ゠︶︸﹂﹐﹖﹪',
  ];
  test.each(marks)('%s', (mark) => {
    for (const level of PROHIBITING) expect(opportunities(`春${mark}夏`, level)).not.toContain(`|${mark}`);
  });
});

describe('no line ends with', () => {
  test.each([...'“‘「『（《〈【〖〔［｛〘〚〝«‹([{￥$€＄￡№±−＋︵︷﹁'])('%s', (mark) => {
    for (const level of PROHIBITING) expect(opportunities(`春${mark}夏`, level)).toBe(`春|${mark}夏`);
  });
});

describe('a line may start and end with', () => {
  test.each([...'①⑳㈠㊀ⅠⅰＡ※★→〇が力한𠮷😀'])('%s', (character) => {
    for (const level of PROHIBITING) expect(opportunities(`春${character}夏`, level)).toBe(`春|${character}|夏`);
  });
});

describe('levels', () => {
  test.each([
    ['none', '春|，|夏|（|秋|）|冬|/|春|——|夏|……'],
    ['basic', '春，|夏|（秋）|冬/|春|——|夏|……'],
    ['gb', '春，|夏|（秋）|冬/春|——|夏|……'],
    ['strict', '春，|夏|（秋）|冬/春——|夏……'],
  ] as const)('%s', (level, expected) => {
    expect(opportunities('春，夏（秋）冬/春——夏……', level)).toBe(expected);
  });
});

describe('units hold together', () => {
  test.each([
    '1,234.56',
    '12:30',
    '2026-11-24',
    '30%',
    '±5',
    '￥100',
    '$9.90',
    '-3.5℃',
    '5‰',
    '37°',
    '３．５％',
    '20 km/h',
    '350 MB',
    'A4',
    '5G',
    'C++',
    '18+',
    '№5',
    '3×4',
    'it’s',
    'GDP',
    'AT&T',
    'zhang_3@qinghe.cn',
    'https://qinghe.cn/a?b=c&d',
    '？！',
    '——',
    '……',
    '图①',
    '👩‍👩‍👧',
    '🇨🇳',
    '👍🏽',
    '1️⃣',
    'e\u0301',
    '葛\u{e0100}',
    'a\u00a0b',
    '春\u2060夏',
  ])('%s', (unit) => {
    for (const level of PROHIBITING) expect(opportunities(`木${unit}`, level).replace(/^木\|/, '木')).toBe(`木${unit}`);
  });
});

describe('breaks inside Latin and mixed text', () => {
  test.each([
    ['春夏open秋', '春|夏|open|秋'],
    ['open page', 'open |page'],
    ['well-kept book', 'well-|kept |book'],
    ['他说"好"了', '他|说|"好"|了'],
    ["他说'好'了", "他|说|'好'|了"],
    ['第3版', '第|3|版'],
    ['2026年11月24日', '2026|年|11|月|24|日'],
    ['共5(五)人', '共|5(五)|人'],
    ['春，abc。夏', '春，|abc。|夏'],
    ['C++语言', 'C++|语|言'],
    ['ab\u00adcd', 'ab\u00ad|cd'],
    ['春\u200b，夏', '春\u200b|，|夏'],
    ['a\u200bb', 'a\u200b|b'],
    ['👍🏽👍', '👍🏽|👍'],
    ['🇨🇳🇫🇷', '🇨🇳|🇫🇷'],
    ['春 ，夏', '春 ，|夏'],
    ['（ 春 ）', '（ 春 ）'],
  ])('%s', (text, expected) => expect(opportunities(text)).toBe(expected));

  test('a slash between words ends a line at the basic level only', () => {
    expect(opportunities('and/or', 'basic')).toBe('and/|or');
    expect(opportunities('and/or', 'gb')).toBe('and/or');
  });

  test('dates hold together where the style wishes', () => {
    for (const date of ['2026年11月24日', '11月24日', '2026年11月', '11月3号'])
      expect(linesOf(`木木木木木木${date}`, 8, { keepDates: true }).at(-1)).toBe(date);
  });
});

describe('where nothing legal fits', () => {
  test('an address ends lines after its marks, letters of the host last', () => {
    expect(linesOf('zhangsan@qinghe.org.cn', 6)).toEqual(['zhangsan', '@qinghe.org.', 'cn']);
    expect(setParagraph('zhangsan@qinghe.org.cn', 6).lines.map((line) => line.reason)).toEqual(['address', 'address', 'end']);
  });

  test('a long number opens at its hyphens before its figures', () => {
    expect(linesOf('2026-11-24', 4)).toEqual(['2026-11-', '24']);
  });
});

describe('complaints about other composers', () => {
  test('quotes are full-width marks among Chinese and narrow among Latin text, in a face that draws them wide', () => {
    const ink = { xMin: 700, yMin: 500, xMax: 900, yMax: 800 };
    const fonts = {
      inks: new Map([
        [0x201c, ink],
        [0x201d, ink],
        [0x2019, ink],
      ]),
    };
    const wide = {
      fonts: {
        ...fonts,
        advances: new Map([
          [0x201c, 1000],
          [0x201d, 1000],
          [0x2019, 1000],
        ]),
      },
    };
    expect(widthOf('他说“好”了', wide)).toBeCloseTo(6);
    expect(widthOf('it’s', wide)).toBeCloseTo(1.5 + 0.32);
    expect(widthOf('say “a” now', wide)).toBeCloseTo(3.5 + 0.64 + 2 / 3);
  });

  test('a middle dot never starts a line, and is flush at its end', () => {
    expect(linesOf('列夫·托尔', 2)).toEqual(['列', '夫·', '托尔']);
    expect(setParagraph('列夫·托尔', 2.375, { align: 'left' }).lines[0]!.natural / 10).toBeCloseTo(2.375);
  });

  test('characters stand on the grid where nothing needs adjusting', () => {
    const { lines } = setParagraph('春夏秋冬，春夏秋冬春夏秋冬。', 5);
    for (const line of lines.slice(0, 2)) expect(line.set).toBeCloseTo(line.natural);
  });

  test('adjacent marks share one em and a half', () => {
    expect(widthOf('春》。夏')).toBeCloseTo(3.5);
  });

  test('a mark at a line edge keeps half an em', () => {
    const [, second] = setParagraph('春夏秋冬“春”夏秋冬', 4).lines;
    expect(positionsOf(second!)[0]).toBeCloseTo(-0.5); // its ink begins at the edge
    expect(second!.set).toBeCloseTo(40);
    expect(setParagraph('春，夏秋，冬', 4).lines[0]!.set).toBeCloseTo(40);
  });

  test('quotes as wide as Chinese marks stand off Latin text by no more than their own white', () => {
    expect(widthOf('他说“open”了')).toBeCloseTo(2 + 1 + 2 + 1 + 1);
    expect(widthOf('他说（open）了')).toBeCloseTo(2 + 1 + 2 + 1 + 1);
    expect(widthOf('《open》')).toBeCloseTo(0.5 + 2 + 1);
  });

  test('vertical quotes are corner brackets, and dashes turn', () => {
    const sources = [{ text: '“春”——夏', face: 'song' }];
    const { glyphs } = composeVertical(sources, { ...HEADLINE, size: EM }, fakeFonts());
    expect(String.fromCodePoint(...glyphs.map(({ text, glyph }) => (text === 0x201c || text === 0x201d ? glyph : text)))).toBe(
      '﹃春﹄——夏',
    );
    expect(glyphs.filter(({ rotate }) => rotate === 90).map(({ text }) => String.fromCodePoint(text))).toEqual(['—', '—']);
  });

  test('no CJK–Latin gap stands at a line edge', () => {
    const { lines } = setParagraph('春夏open秋冬', 2, { align: 'left' });
    for (const line of lines) expect(line.natural).toBeCloseTo(20);
  });
});

describe('a soft hyphen', () => {
  test('is shown where the word is divided, and nowhere else', () => {
    const { lines } = setParagraph('inter\u00adnational', 4);
    expect(lines.map((line) => line.reason)).toEqual(['hyphen', 'end']);
    expect(String.fromCodePoint(...lines[0]!.runs.flatMap((run) => [...run.text]))).toBe('inter-');
    expect(linesOf('inter\u00adnational', 20)).toHaveLength(1);
  });
});

describe('line breaks in the text', () => {
  test.each(['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'])('%j', (mark) => {
    expect(linesOf(`春${mark}夏`, 9)).toEqual(['春', '夏']);
  });
});

describe('a line that cannot be filled well', () => {
  test.each([
    ['他说3.14159是圆周率', 4, ['他说', '3.14159', '是圆周率']],
    ['一二三/四五六', 4, ['一二', '三/四', '五六']],
    ['一二三々四五', 3, ['一二', '三々', '四五']],
  ])('%s at %i 字 takes what fits, however wide its gaps', (text, measure, lines) => {
    expect(linesOf(text, measure, { lastLineLeast: 2 })).toEqual(lines);
  });

  test('a ragged one starts with a dash rather than leave the line before it short', () => {
    expect(linesOf('百分之五十——一百，……等等', 5, { align: 'left' })).toEqual(['百分之五十', '——一百，', '……等等']);
  });
});

describe('stability', () => {
  test('an edit at the end of a paragraph leaves the lines before its last two as they are', () => {
    const text =
      '清晨的河面上浮着薄雾，渡船慢慢靠岸。挑担的人说：“今天的菜新鲜！”孩子们跑过石桥，去看戏台上的灯笼，一共挂了128盏。';
    const before = linesOf(text, 11);
    for (const added of ['好', '好看', '好看极了', '好看极了，人人都这么说。']) {
      const after = linesOf(text + added, 11);
      expect(after.slice(0, before.length - 3)).toEqual(before.slice(0, before.length - 3));
    }
  });
});
