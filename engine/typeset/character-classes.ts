/**
 * The one table that composition rests on: what kind of character a code point is. Widths, gaps and breaks are all
 * decided by these classes (CLREQ §3.1 and §3.2, GB/T 15834), never by a font's advance alone.
 */

export const CharacterClass = {
  /** Set on the character grid, one em: Han, kana, ①, ※, box drawing, emoji. */
  Han: 0,
  /** 开始夹注号: opening brackets and quotes. */
  Opener: 1,
  /** 结束夹注号: closing brackets and quotes. */
  Closer: 2,
  /** 句内点号: 、，；： */
  Stop: 3,
  /** 句末点号: 。？！ */
  Ender: 4,
  /** ‼ ⁇ and the like: two marks drawn in one em. */
  DoubleEnder: 5,
  /** 间隔号 · */
  Dot: 6,
  /** 连接号: ～, a single —, a hyphen or ~ between Han. */
  Connector: 7,
  /** 破折号: one half of ——. */
  Dash: 8,
  /** ⸺, the whole dash as one character. */
  LongDash: 9,
  /** 省略号: one half of ……. */
  Ellipsis: 10,
  /** 分隔号 / beside Han, ／. */
  Slash: 11,
  /** Letters of words and the signs that stand among them. */
  Letter: 12,
  Digit: 13,
  /** Before a number: ￥ $ ± № − */
  Prefix: 14,
  /** After a number: % ‰ ℃ ° ㎡ ㎏ (JLREQ cl-13); half-width small kana, which start no line either. */
  Suffix: 15,
  /** Hyphen of a Latin word or a number. */
  Hyphen: 16,
  /** . , : ; ! ? of Latin text. */
  LatinMark: 17,
  LatinOpener: 18,
  LatinCloser: 19,
  /** Space between words. */
  Space: 20,
  /** U+3000 */
  WideSpace: 21,
  NoBreakSpace: 22,
  /** Accent on the character before. */
  Combining: 23,
  LineBreak: 24,
  /** No glyph: controls, variation selectors, joiners. What it says of breaks is kept beside the characters (`collect.ts`). */
  Ignored: 25,
  /** One em, never at a line start: 々, small kana, ー, vertical forms of closing marks (UAX #14 NS, CJ). */
  NonStarter: 26,
  /** One em, never at a line end: vertical forms of opening marks. */
  NonEnder: 27,
  /** Full-width figures: on the grid, and a number holds together. */
  WideDigit: 28,
  /** Continues the character before it in the same cell: skin tones, the second half of a flag, what a joiner joins. */
  Joined: 29,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

export const CLASS_COUNT = 30;

const C = CharacterClass;

type Range = readonly [first: number, last: number, cls: CharacterClass];

/** Later rows win. Whatever is not named is Han: an unknown character stands on the grid. */
const RANGES: readonly Range[] = [
  [0x00, 0x1f, C.Ignored],
  [0x21, 0x7e, C.Letter],
  [0x30, 0x39, C.Digit],
  [0x7f, 0x9f, C.Ignored],
  [0xa1, 0x2ff, C.Letter],
  [0x300, 0x36f, C.Combining],
  [0x370, 0x1fff, C.Letter],
  [0x483, 0x489, C.Combining],
  [0x591, 0x5bd, C.Combining],
  [0x64b, 0x65f, C.Combining],
  [0xe34, 0xe3a, C.Combining],
  [0xe47, 0xe4e, C.Combining],
  [0x1ab0, 0x1aff, C.Combining],
  [0x1dc0, 0x1dff, C.Combining],
  [0x2000, 0x200a, C.Space],
  [0x200b, 0x200f, C.Ignored],
  [0x2010, 0x2013, C.Hyphen],
  [0x2020, 0x2021, C.Letter],
  [0x2028, 0x2029, C.LineBreak],
  [0x202a, 0x202e, C.Ignored],
  [0x2030, 0x2037, C.Suffix],
  [0x2060, 0x206f, C.Ignored],
  [0x2070, 0x209f, C.Letter],
  [0x20a0, 0x20cf, C.Prefix],
  [0x20d0, 0x20ff, C.Combining],
  [0x2120, 0x2122, C.Letter],
  [0x302a, 0x302d, C.Combining],
  [0xa960, 0xa97c, C.Letter],
  [0xd7b0, 0xd7fb, C.Letter],
  [0xfb00, 0xfb4f, C.Letter],
  [0xfe00, 0xfe0f, C.Ignored],
  [0xfe20, 0xfe2f, C.Combining],
  [0xff10, 0xff19, C.WideDigit],
  [0x3371, 0x3376, C.Suffix],
  [0x3380, 0x33df, C.Suffix],
  [0xff61, 0xff9f, C.Letter],
  [0xff67, 0xff70, C.Suffix],
];

const MEMBERS: readonly (readonly [characters: string, cls: CharacterClass])[] = [
  ['“‘（《〈【〖〔［｛「『〝〘〚｟«‹﹙﹛﹝', C.Opener],
  ['”’）》〉】〗〕］｝」』〞〟〙〛｠»›﹚﹜﹞', C.Closer],
  ['、，；：．﹐﹑﹒﹔﹕', C.Stop],
  ['。？！﹖﹗', C.Ender],
  ['‼⁇⁈⁉', C.DoubleEnder],
  ['·‧・•', C.Dot],
  ['～〜〰－', C.Connector],
  ['—―', C.Dash],
  ['⸺⸻', C.LongDash],
  ['…⋯‥․︙', C.Ellipsis],
  ['／', C.Slash],
  ['$£¥￥￡＄￦﹩¤№±∓−+＋\\', C.Prefix],
  ['%°¢℃℉ℓ％﹪￠', C.Suffix],
  ['×÷', C.Han],
  ['-', C.Hyphen],
  ['.,:;!?｡､･', C.LatinMark],
  ['([{¡¿｢', C.LatinOpener],
  [')]}｣', C.LatinCloser],
  ['\t ', C.Space],
  ['\u1680\u205f', C.Space],
  ['\u2000\u2001\u2002\u2003\u3000', C.WideSpace],
  ['\u00a0\u2007\u202f', C.NoBreakSpace],
  ['\u3099\u309a', C.Combining],
  ['\n\v\f\r\u0085', C.LineBreak],
  ['\u00ad\ufeff', C.Ignored],
  ['々〻〼ゝゞヽヾー゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ゠', C.NonStarter],
  ['ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ', C.NonStarter],
  ['︐︑︒︓︔︕︖︘︶︸︺︼︾﹀﹂﹄﹈', C.NonStarter],
  ['︗︵︷︹︻︽︿﹁﹃﹇', C.NonEnder],
];

/** Set in an entry of the table when the neighbours have a say, or when the character leaves no cell. */
export const SPECIAL = 0x80;

const SPECIAL_CLASSES: readonly CharacterClass[] = [C.Hyphen, C.Dash, C.Prefix, C.Ignored, C.Combining];
const SPECIAL_CHARACTERS = '“”‘’"\'/@~－×÷\r';
/** Mathematical operators, U+2200–U+22FF: Han among Han, part of the word beside letters and figures. */
export const OPERATORS = [0x2200, 0x22ff] as const;

/** Class of every code unit, with SPECIAL. Surrogates count as Han: one alone is set as U+FFFD. */
export const TABLE = new Uint8Array(0x10000);
const entryOf = (cls: CharacterClass): number => (SPECIAL_CLASSES.includes(cls) ? cls | SPECIAL : cls);
for (const [first, last, cls] of RANGES) TABLE.fill(entryOf(cls), first, last + 1);
for (const [characters, cls] of MEMBERS) for (const c of characters) TABLE[c.charCodeAt(0)] = entryOf(cls);
for (const c of SPECIAL_CHARACTERS) TABLE[c.charCodeAt(0)]! |= SPECIAL;
for (let c = OPERATORS[0]; c <= OPERATORS[1]; c++) TABLE[c]! |= SPECIAL;
for (let c = 0xd800; c <= 0xdfff; c++) TABLE[c]! |= SPECIAL;

const SKIN_TONES = [0x1f3fb, 0x1f3ff] as const;

/** Class of a code point by itself; `settle.ts` settles those that depend on their neighbours. */
export function classOf(codePoint: number): CharacterClass {
  if (codePoint < 0x10000) return (TABLE[codePoint]! & ~SPECIAL) as CharacterClass;
  if (codePoint >= 0xe0000 && codePoint <= 0xe0fff) return C.Ignored; // tags, variation selectors
  return codePoint >= SKIN_TONES[0] && codePoint <= SKIN_TONES[1] ? C.Joined : C.Han;
}

/** Membership by class: 1 for those named. */
export function setOf(...classes: CharacterClass[]): Uint8Array {
  const set = new Uint8Array(CLASS_COUNT);
  for (const cls of classes) set[cls] = 1;
  return set;
}

/** Characters that stand as Han do: on the grid, with a gap before Latin text. */
export const IS_HAN = setOf(C.Han, C.NonStarter, C.NonEnder, C.WideDigit);

/** Full-width marks of half an em of ink and half an em of white. */
export const IS_HALF_BODIED = setOf(C.Opener, C.Closer, C.Stop, C.Ender);

/** Half-bodied marks whose white follows. */
export const IS_CLOSING = setOf(C.Closer, C.Stop, C.Ender);

/** Parts of words and numbers: no break and no stretch between two of them. */
export const IS_LATIN = setOf(C.Letter, C.Digit, C.Prefix, C.Suffix, C.Hyphen, C.LatinMark, C.LatinOpener, C.LatinCloser);

/** Those of them that stand off from Han by the CJK–Latin gap; marks do not. */
export const TAKES_LATIN_GAP = setOf(C.Letter, C.Digit, C.Prefix, C.Suffix, C.Hyphen);

/** Dropped where a line ends. */
export const IS_BREAKING_SPACE = setOf(C.Space, C.WideSpace);

/** Letters and figures. */
export const IS_WORD_PART = setOf(C.Letter, C.Digit);
