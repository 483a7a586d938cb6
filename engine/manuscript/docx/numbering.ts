/** Numbers that Word sets before paragraphs of lists: they stand nowhere in the text. */
import { attribute, walkXml } from '../xml';

interface Level {
  format: string;
  text: string;
  start: number;
}

/** Counts the paragraphs of each list, in the document's order. */
export class Numbering {
  private readonly levels = new Map<string, Level[]>();
  private readonly lists = new Map<string, string>();
  private readonly counts = new Map<string, number[]>();

  constructor(numbering: Uint8Array | undefined) {
    if (numbering) this.read(numbering);
  }

  /** Number of the next paragraph at a level of a list, as `一、`; empty for bullets and for lists that are not there. */
  next(list: string, level: number): string {
    const levels = this.levels.get(this.lists.get(list) ?? '');
    const own = levels?.[level];
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const other = levels[Number(digit) - 1];
      return other ? numeral(counts[Number(digit) - 1] ?? other.start, other.format) : '';
    });
  }

  private read(numbering: Uint8Array): void {
    let [abstract, list, level] = ['', '', 0];
    walkXml(numbering, {
      open: (name, attributes) => {
        const value = attribute(attributes, 'val') ?? '';
        if (name === 'abstractNum') abstract = attribute(attributes, 'abstractNumId') ?? '';
        if (name === 'num') list = attribute(attributes, 'numId') ?? '';
        if (name === 'abstractNumId') this.lists.set(list, value);
        if (name === 'lvl') level = Math.min(8, Number(attribute(attributes, 'ilvl')) || 0);
        if (name === 'numFmt') this.level(abstract, level).format = value;
        if (name === 'lvlText') this.level(abstract, level).text = value.slice(0, 100);
        if (name === 'start') this.level(abstract, level).start = Number(value) || 1;
      },
    });
  }

  private level(abstract: string, index: number): Level {
    const levels = this.levels.get(abstract) ?? [];
    this.levels.set(abstract, levels);
    const level = levels[index] ?? { format: 'decimal', text: '', start: 1 };
    levels[index] = level;
    return level;
  }
}

const HAN = '零一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const ROMAN: readonly (readonly [string, number])[] = [
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** A number in one of Word's formats (ECMA-376 part 1, 17.18.59); Arabic figures in those that no Chinese document uses. */
function numeral(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return hanNumber(value);
    case 'ideographTraditional':
      return STEMS[(value - 1) % STEMS.length] ?? '';
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    default:
      return String(value);
  }
}

function hanNumber(value: number): string {
  if (value < 0 || value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return HAN[ones]!;
  return `${tens === 1 ? '' : HAN[tens]}十${ones === 0 ? '' : HAN[ones]}`;
}

function letter(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(10, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  if (value < 1 || value > 39) return String(value);
  let rest = value;
  let text = '';
  for (const [sign, worth] of ROMAN) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}
