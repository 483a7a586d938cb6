/** Help of the commands that set text on its own. */
import type { Usage } from './usage';

/** Options that the commands of type setting share. */
const TYPE_ZH = [
  '--font          字体，如 song、hei、kai；自备字体用 banxin fonts 列出的名字，或字体文件',
  '--level         禁则：none 无、basic 基本、gb 国标（默认）、strict 另禁 —— …… 居行首',
  '--width-policy  标点宽度：full 全角（默认）、open 开明、half 半角',
  '--indent        段首缩进，字（galley 默认 2，lines 默认 0）',
  '--latin-gap     汉字与西文、数字的间距，字（默认 0.1667，最多 0.5）',
  '--last-line     末行至少几个汉字（默认 2；0 不限）',
  '--hanging       标点悬挂：、，。可伸出行末',
  '--keep-dates    年月日不拆行',
  '--hyphenate     英文单词可在行末用连字符断开（美式英语规则）',
  '--no-justify    不拉齐行末',
];
const TYPE_EN = [
  '--font          face, such as song, hei, kai; a face of your own as banxin fonts names it, or a font file',
  '--level         rules for line starts and ends: none, basic, gb (when not given), strict (no —— or …… at a line start)',
  '--width-policy  width of punctuation: full (when not given), open, half',
  '--indent        first-line indent, em (2 in galley, 0 in lines when not given)',
  '--latin-gap     space between hanzi and Latin text or figures, em (0.1667 when not given, 0.5 at most)',
  '--last-line     hanzi that a last line holds at least (2 when not given; 0 for no rule)',
  '--hanging       lets 、，。 hang out at line ends',
  '--keep-dates    keeps dates such as 2026年11月24日 on one line',
  '--hyphenate     divides English words at line ends by American rules, with a hyphen',
  '--no-justify    leaves the line ends uneven',
];

/** The closed list of reasons that `lines` gives. */
const REASONS_ZH = [
  'reason 取值：between 字间；word 空格或连字符处；hyphen 单词断开，补连字符；address 网址、邮箱过长，在分隔处断开；',
  '  push-in 挤进；push-out 推出；forced 无处可断；hard 文中换行；end 段末',
];
const REASONS_EN = [
  'reason is one of: between (two characters), word (a space or a hyphen), hyphen (a divided word), address (an address',
  '  or compound wider than the line, at a joint), push-in (a mark pulled in), push-out (characters sent on by a rule),',
  '  forced (no legal place), hard (a line break in the text), end (of the paragraph)',
];

/** Usages of `galley` and `lines`. */
export const typesettingUsages: Readonly<Record<'galley' | 'lines', Usage>> = {
  galley: {
    synopsis: 'banxin galley FILE.txt -o FILE.pdf [--measure 13.3em|60mm] [--columns N] [--page WxH] [--force] [--json] …',
    zh: [
      '输出小样 PDF：一行一段，文字照原样。',
      '-o              输出文件',
      '--measure       行长，如 13.3em、60mm；不给时各栏平分版心',
      '--columns       栏数',
      '--page          页面宽×高，毫米，如 273x393',
      '--margin --gap  页边、栏距，毫米',
      '--size --pitch  字号、行距，点（默认 9.5、14.25）',
      ...TYPE_ZH,
      '--force         覆盖已有的文件',
    ],
    en: [
      'Writes a galley proof as PDF: one paragraph a line, the text as it is.',
      '-o              the file to write',
      '--measure       line length such as 13.3em or 60mm; otherwise the columns share the page',
      '--columns       number of columns',
      '--page          width x height in mm, such as 273x393',
      '--margin --gap  page margin and gap between columns, mm',
      '--size --pitch  type size and line pitch, points (9.5 and 14.25 when not given)',
      ...TYPE_EN,
      '--force         replaces a file that is already there',
    ],
  },
  lines: {
    synopsis: 'banxin lines [FILE|-] --measure 6em [--size PT] [--indent EM] [--no-justify] …',
    zh: [
      '以 JSON 说明每行断在何处、为什么。不给文件或给 - 时读标准输入。',
      '--measure       行长，如 6em、60mm',
      '--size          字号，点',
      ...TYPE_ZH,
      ...REASONS_ZH,
    ],
    en: [
      'Says in JSON where each line breaks and why. Without a file, or with -, it reads standard input.',
      '--measure       line length such as 6em or 60mm',
      '--size          type size, points',
      ...TYPE_EN,
      ...REASONS_EN,
    ],
  },
};
