/**
 * Where lines may end, rule by rule: UAX #14 tailored for Chinese, CLREQ §3.2, GB/T 15834, and the web platform's tests of
 * `line-break` in Chinese. Expected answers are written from the standards.
 */
import { describe, expect, test } from 'vitest';
import type { ProhibitionLevel } from '../../engine/typeset/types';
import { linesOf, opportunities } from './setting';

const LEVELS: readonly ProhibitionLevel[] = ['none', 'basic', 'gb', 'strict'];
const PROHIBITING = LEVELS.slice(1);

/** As the web platform's tests do: the mark is the seventh character of a line that holds six. */
describe('a mark that would start the second line takes a character along', () => {
  test.each([
    ['centred marks', '・：；‼⁇⁈⁉！？'],
    ['hyphens', '‐–〜゠'],
    ['iteration marks', '々〻ゝゞヽヾ'],
    ['signs after numbers', '°‰′″‵℃℉﹪％￠'],
    ['small kana', 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇷㇿｧｨｩｪｫｬｭｮｯｰ'],
    ['half-width marks', '｡､･｣'],
    ['closing marks', '、，。．」』）》〉】〗〕］｝〙〛〞〟'],
    ['quotes', '”’'],
    ['connectors', '～·•‧—-~－'],
    ['slashes', '／/'],
    ['vertical forms', '︐︑︒︓︔︕︖︘︶︸︺︼︾﹀﹂﹄﹈'],
    ['Latin marks', ',.:;!?)]}'],
    ['units', '㎡㎏㎜㎝㎞㏄'],
  ])('%s', (_, marks) => {
    for (const mark of marks) {
      const text = `文文文文文文${mark}字字`;
      for (const level of PROHIBITING)
        expect(linesOf(text, 6.17, { level, align: 'left' }), `${mark} ${level}`).toEqual(['文文文文文', `文${mark}字字`]);
      expect(linesOf(text, 6.17, { level: 'none', align: 'left' })).toEqual(['文文文文文文', `${mark}字字`]);
    }
  });

  test.each([...'‥…⋯․︙—'])('%s, at the strict level, where it is doubled or stands alone', (mark) => {
    for (const text of [`文文文文文文${mark}${mark}字`, ...(mark === '—' ? [] : [`文文文文文文${mark}字`])]) {
      expect(linesOf(text, 6.17, { level: 'strict', align: 'left' })[0]).toBe('文文文文文');
      for (const level of ['none', 'basic', 'gb'] as const)
        expect(linesOf(text, 6.17, { level, align: 'left' })[0]).toBe('文文文文文文');
    }
  });
});

describe('a mark that would end the first line goes with what follows', () => {
  test.each([
    ['opening marks', '「『（《〈【〖〔［｛〘〚〝'],
    ['quotes', '“‘'],
    ['signs before numbers', '±€№﹩＄￡￥￦$£¥−＋'],
    ['vertical forms', '︗︵︷︹︻︽︿﹁﹃﹇'],
    ['Latin and half-width marks', '([{｢'],
  ])('%s', (_, marks) => {
    for (const mark of marks) {
      const text = `文文文文文${mark}字字`;
      for (const level of PROHIBITING)
        expect(linesOf(text, 6.17, { level, align: 'left' }), `${mark} ${level}`).toEqual(['文文文文文', `${mark}字字`]);
      expect(linesOf(text, 6.17, { level: 'none', align: 'left' })[0]).toBe(`文文文文文${mark}`);
    }
  });

  test('a slash, by GB/T 15834', () => {
    for (const mark of '/／')
      for (const level of ['gb', 'strict'] as const)
        expect(linesOf(`文文文文文${mark}字字`, 6.17, { level, align: 'left' })).toEqual(['文文文文', `文${mark}字字`]);
    expect(linesOf('文文文文文/字字', 6.17, { level: 'basic', align: 'left' })).toEqual(['文文文文文/', '字字']);
  });
});

describe('UAX #14', () => {
  const RULES: readonly (readonly [rule: string, text: string, breaks: string])[] = [
    ['LB7: none before a space', '春 夏', '春 |夏'],
    ['LB7: none before several', '春   夏', '春   |夏'],
    ['LB8: after a zero-width space', '春\u200b夏', '春\u200b|夏'],
    ['LB8: even before a closing mark', '春\u200b。夏', '春\u200b|。|夏'],
    ['LB8a: none after a joiner', '👩\u200d🚀春', '👩\u200d🚀|春'],
    ['LB9: none before a combining mark', 'e\u0301春', 'e\u0301|春'],
    ['LB9: after a Han character too', '春\u20dd夏', '春\u20dd|夏'],
    ['LB9: none before a variation selector', '葛\ufe00城', '葛\ufe00|城'],
    ['LB9: a keycap', '1\ufe0f\u20e3春', '1\ufe0f\u20e3|春'],
    ['LB11: none beside a word joiner', '春\u2060夏', '春\u2060夏'],
    ['LB11: nor beside U+FEFF', '春\ufeff夏', '春\ufeff夏'],
    ['LB12: none beside a no-break space', '春\u00a0夏', '春\u00a0夏'],
    ['LB12: nor a narrow one', '5\u202fkg春', '5\u202fkg|春'],
    ['LB12: nor a figure space', '1\u2007000春', '1\u2007000|春'],
    ['LB13: none before a closing mark after a space', '春 ）夏', '春 ）|夏'],
    ['LB13: nor an exclamation mark', '春 ！夏', '春 ！|夏'],
    ['LB13: nor a full stop', 'a .b', 'a .b'],
    ['LB14: none after an opening mark with spaces', '（ 春', '（ 春'],
    ['LB14: nor after a quote, which opens in Chinese', '“ 春', '“ 春'],
    ['LB16: none between a closing mark and a non-starter', '（春）々', '（春）々'],
    ['LB17: none in a pair of dashes', '春——夏', '春|——|夏'],
    ['LB17: four dashes are two pairs', '春————夏', '春|——|——|夏'],
    ['LB18: after a space', 'a b', 'a |b'],
    ['LB18: after an ideographic space', '春　夏', '春　|夏'],
    ['LB19, tailored: before and after quotes by their side', '他说“好”了', '他|说|“好”|了'],
    ['LB19, tailored: single quotes', '他说‘好’了', '他|说|‘好’|了'],
    ['LB21: none before a hyphen, one after', 'well-kept', 'well-|kept'],
    ['LB21a: between letters only', 'COVID-19', 'COVID-19'],
    ['LB22, tailored: ellipses hold by twos', '春……夏', '春|……|夏'],
    ['LB22, tailored: and may follow one another', '春…………夏', '春|……|……|夏'],
    ['LB22: none between a word and its ellipsis', 'so…春', 'so…|春'],
    ['LB23: letters and figures hold together', 'A4春mp3夏B2B秋', 'A4|春|mp3|夏|B2B|秋'],
    ['LB23a: a sign before Han', '春￥夏', '春|￥夏'],
    ['LB23a: a sign after Han', '春％夏', '春％|夏'],
    ['GB/T 15834 §4.14: a date in a name', '“5·12”地震', '“5·12”|地|震'],
    ['GB/T 15834 §4.13: a wide hyphen between figures', '3－5级', '3－|5|级'],
    ['but before a figure it is its sign', '降到－5℃', '降|到|－5℃'],
    ['GB/T 15834 §4.13: a tilde for a wave', '5月~6月', '5|月~|6|月'],
    ['an account of a network goes with its name', '请看@清河社区', '请|看|@清|河|社|区'],
    ['LB24: signs and letters', 'US$春', 'US$|春'],
    ['LB25: figures with their marks', '1,234.50春', '1,234.50|春'],
    ['LB25: a sign before', '−3.5%春', '−3.5%|春'],
    ['LB25: a bracket', '(12.5)%春', '(12.5)%|春'],
    ['LB25: a currency before', '￥1,234.50春', '￥1,234.50|春'],
    ['LB25: a sign after', '5％春20℃夏37°秋', '5％|春|20℃|夏|37°|秋'],
    ['LB25: a hyphen before figures', '2024-05-01春', '2024-05-01|春'],
    ['LB25: a slash in a fraction', '3/4春', '3/4|春'],
    ['LB25: a time', '10:30春', '10:30|春'],
    ['LB26: conjoining jamo', '\u1112\u1161\u11ab\u1100\u1173\u11af', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    ['LB26: syllables stand as Han do', '한국어', '한|국|어'],
    ['LB28: none in a word', 'page春', 'page|春'],
    ['LB28: Greek and Cyrillic', 'αβγ春мир', 'αβγ|春|мир'],
    ['LB29: none between a mark and letters', 'node.js春', 'node.js|春'],
    ['LB29: abbreviations', 'U.S.A.春', 'U.S.A.|春'],
    ['LB30: none between a word and its bracket', 'f(x)春', 'f(x)|春'],
    ['LB30: one before a Latin bracket after Han', '春(a)夏', '春|(a)|夏'],
    ['LB30a: flags are pairs', '🇨🇳🇫🇷🇯🇵', '🇨🇳|🇫🇷|🇯🇵'],
    ['LB30b: a skin tone', '👍🏽👋', '👍🏽|👋'],
    ['LB31: between Han', '春夏', '春|夏'],
    ['LB31: between Han of the supplementary planes', '𠮷𠀀', '𠮷|𠀀'],
    ['LB31: between Han and a word', '春open夏', '春|open|夏'],
    ['LB31: between Han and figures', '第3版', '第|3|版'],
    ['LB31: circled figures, symbols and pictures', '春①夏★秋😀冬', '春|①|夏|★|秋|😀|冬'],
    ['LB31: full-width letters', 'ＡＢ', 'Ａ|Ｂ'],
    ['LB31: kana', 'さくらカメラ', 'さ|く|ら|カ|メ|ラ'],
  ];
  test.each(RULES)('%s: %s', (_, text, breaks) => {
    for (const level of ['basic', 'gb'] as const) expect(opportunities(text, level)).toBe(breaks);
  });
});

describe('hold together at every level', () => {
  const UNITS = [
    ...['——', '……', '？！', '！！！', '⸺', '‼'],
    ...['−3.5%', '-3.5%', '+8.2%', '±0.5', '￥1,234.50', '¥20', '$5.00', '€20', '20€', '№5', '20℃', '37.5°C', '5‰', '12°30′'],
    ...['3/4', '24/7', '10:30', '98∶87', '1:2', '8:00-17:00', '2024-05-01', '2024/5/1', '3.14', '1.1.2', 'v2.0.1', '+86'],
    ...['100㎡', '5㎏', '5kg', '350km/h', '20 km', '3 ℃', '500mL', '4K', '3D', '20th', '１２３', '５０％', '1,234,567'],
    ...['No.5', 'A4', 'COVID-19', 'C++', 'C#', 'U.S.A.', 'Ph.D.', 'AT&T', 'R&D', 'I/O', 'H₂O', 'x²', 'a=b', '7×24', '5+2'],
    ...['it’s', "don't", 'O’Neil', 'iPhone', 'PM2.5', '5G', 'B2B', '18+', '①', '图①', '图⑳', 'café', 'naïve'],
    ...['zhang_3@qinghe.cn', 'https://qinghe.cn/a?b=c&d#e', 'www.qinghe.cn', '13800138000', '400-820-8820', '978-7-208-12345-6'],
  ];
  test.each(UNITS)('%s', (unit) => {
    for (const level of LEVELS) expect(linesOf(`文${unit}文`, 4 + unit.length, { level })).toEqual([`文${unit}文`]);
    for (const level of LEVELS) {
      const lines = linesOf(`文文${unit}文文`, widest(unit), { level, align: 'left' });
      expect(
        lines.some((line) => line.includes(unit)),
        `${level}: ${lines.join('|')}`,
      ).toBe(true);
    }
  });

  /** A measure, em, that just holds the unit: every character counts as its advance in the fake face. */
  function widest(unit: string): number {
    let width = 0.01;
    for (const c of unit) width += c === ' ' ? 1 / 3 : c.codePointAt(0)! < 0x300 ? 0.5 : 1;
    return width;
  }
});

describe('levels', () => {
  const MATRIX: readonly (readonly [text: string, none: string, basic: string, gb: string, strict: string])[] = [
    ['春，夏', '春|，|夏', '春，|夏', '春，|夏', '春，|夏'],
    ['春。”夏', '春|。|”|夏', '春。”|夏', '春。”|夏', '春。”|夏'],
    ['春“夏', '春|“|夏', '春|“夏', '春|“夏', '春|“夏'],
    ['春《夏》', '春|《|夏|》', '春|《夏》', '春|《夏》', '春|《夏》'],
    ['春·夏', '春|·|夏', '春·|夏', '春·|夏', '春·|夏'],
    ['春～夏', '春|～|夏', '春～|夏', '春～|夏', '春～|夏'],
    ['春—夏', '春|—|夏', '春—|夏', '春—|夏', '春—|夏'],
    ['春/夏', '春|/|夏', '春/|夏', '春/夏', '春/夏'],
    ['春／夏', '春|／|夏', '春／|夏', '春／夏', '春／夏'],
    ['春——夏', '春|——|夏', '春|——|夏', '春|——|夏', '春——|夏'],
    ['春……夏', '春|……|夏', '春|……|夏', '春|……|夏', '春……|夏'],
    ['春⸺夏', '春|⸺|夏', '春|⸺|夏', '春|⸺|夏', '春⸺|夏'],
    ['春……。夏', '春|……|。|夏', '春|……。|夏', '春|……。|夏', '春……。|夏'],
    ['春？！夏', '春|？！|夏', '春？！|夏', '春？！|夏', '春？！|夏'],
    ['春々夏', '春|々|夏', '春々|夏', '春々|夏', '春々|夏'],
    ['春5%夏', '春|5%|夏', '春|5%|夏', '春|5%|夏', '春|5%|夏'],
    ['春￥5夏', '春|￥5|夏', '春|￥5|夏', '春|￥5|夏', '春|￥5|夏'],
    ['春℃夏', '春|℃|夏', '春℃|夏', '春℃|夏', '春℃|夏'],
    ['春￥夏', '春|￥|夏', '春|￥夏', '春|￥夏', '春|￥夏'],
    ['（春）（夏）', '（|春|）|（|夏|）', '（春）|（夏）', '（春）|（夏）', '（春）|（夏）'],
    ['“‘春’”', '“|‘|春|’|”', '“‘春’”', '“‘春’”', '“‘春’”'],
    ['：“春', '：|“|春', '：|“春', '：|“春', '：|“春'],
    ['——“春', '——|“|春', '——|“春', '——|“春', '——|“春'],
    ['”——春', '”|——|春', '”|——|春', '”|——|春', '”——|春'],
    ['图①春', '图①|春', '图①|春', '图①|春', '图①|春'],
  ];
  test.each(MATRIX)('%s', (text, ...expected) => {
    LEVELS.forEach((level, i) => {
      expect(opportunities(text, level), level).toBe(expected[i]);
    });
  });
});
