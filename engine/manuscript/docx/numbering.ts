/** Numbers that Word sets before paragraphs of lists: they stand nowhere in the text. */
import { attribute, walkXml } from '../xml';

interface Level {
  format: string;
  text: string;
  start: number;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  /** Id of the list; `0` for none. */
  readonly list: string;
  readonly level: number;
}

interface List {
  readonly abstract: string;
  /** Levels that this list begins anew, and with what. */
  readonly starts: Map<number, number>;
  begun: boolean;
}

/** Deepest chain of styles that is followed. */
const MOST_STYLES = 20;

/**
 * Counts the paragraphs of each list, in the document's order. Lists of one definition count on, unless one of them says where it
 * starts (ECMA-376 part 1, 17.9.26). A paragraph without a list of its own has that of its style.
 */
export class Numbering {
  private readonly levels = new Map<string, Level[]>();
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, number[]>();
  private readonly styles = new Map<string, { place: Partial<ListPlace>; parent: string }>();

  constructor(numbering: Uint8Array | undefined, styles?: Uint8Array) {
    if (numbering) this.read(numbering);
    if (numbering && styles) this.readStyles(styles);
  }

  /** Number of the next paragraph, as `一、`; empty for bullets and for paragraphs of no list. */
  next(stated: Partial<ListPlace> | undefined, style: string): string {
    const { list, level } = this.placeOf(stated, style);
    const found = this.lists.get(list);
    const levels = this.levels.get(found?.abstract ?? '');
    const own = levels?.[level];
    if (!found || !levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counts = this.countsOf(found);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const other = levels[Number(digit) - 1];
      return other ? numeral(counts[Number(digit) - 1] ?? other.start, other.format) : '';
    });
  }

  private countsOf(list: List): (number | undefined)[] {
    const counts: (number | undefined)[] = this.counts.get(list.abstract) ?? [];
    this.counts.set(list.abstract, counts as number[]);
    if (!list.begun) for (const [level, start] of list.starts) counts[level] = start - 1;
    list.begun = true;
    return counts;
  }

  private placeOf(stated: Partial<ListPlace> | undefined, style: string): ListPlace {
    let place: Partial<ListPlace> = stated ?? {};
    let name = style;
    for (let depth = 0; depth < MOST_STYLES && place.list === undefined; depth++) {
      const known = this.styles.get(name);
      if (!known) break;
      place = { ...known.place, ...place };
      name = known.parent;
    }
    return { list: place.list ?? '0', level: place.level ?? 0 };
  }

  private readStyles(styles: Uint8Array): void {
    let id = '';
    walkXml(styles, {
      open: (name, attributes) => {
        const value = attribute(attributes, 'val') ?? '';
        if (name === 'style') {
          id = attribute(attributes, 'styleId') ?? '';
          this.styles.set(id, { place: {}, parent: '' });
        }
        const style = this.styles.get(id);
        if (!style) return;
        if (name === 'basedOn') style.parent = value;
        if (name === 'numId') style.place = { ...style.place, list: value };
        if (name === 'ilvl') style.place = { ...style.place, level: Number(value) || 0 };
      },
    });
  }

  private read(numbering: Uint8Array): void {
    let [abstract, list, level, override] = ['', '', 0, -1];
    walkXml(numbering, {
      open: (name, attributes) => {
        const value = attribute(attributes, 'val') ?? '';
        if (name === 'abstractNum') abstract = attribute(attributes, 'abstractNumId') ?? '';
        if (name === 'num') list = attribute(attributes, 'numId') ?? '';
        if (name === 'abstractNumId') this.lists.set(list, { abstract: value, starts: new Map(), begun: false });
        if (name === 'lvlOverride') override = Number(attribute(attributes, 'ilvl')) || 0;
        if (name === 'startOverride') this.lists.get(list)?.starts.set(Math.min(8, override), Number(value) || 1);
        if (override >= 0) return;
        if (name === 'lvl') level = Math.min(8, Number(attribute(attributes, 'ilvl')) || 0);
        if (name === 'numFmt') this.level(abstract, level).format = value;
        if (name === 'lvlText') this.level(abstract, level).text = value.slice(0, 100);
        if (name === 'start') this.level(abstract, level).start = Number(value) || 1;
      },
      close: (name) => {
        if (name === 'lvlOverride') override = -1;
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
