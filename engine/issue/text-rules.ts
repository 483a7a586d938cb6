/** The rules of the text checks (校对) and of cleaning (清理) by name: a paper may switch any of them off. */
export const CHECK_RULES = [
  /** Quotes and brackets without their other half. */
  'unpaired',
  /** A word, phrase or mark written twice. */
  'doubled',
  /** A day that no calendar has. */
  'no-such-date',
  'wrong-weekday',
  /** Shares of a whole that do not add up to 100 %. */
  'percentages',
  /** A person's name spelt two ways in one article. */
  'two-spellings',
  /** 图① without its picture, and a picture without its mark. */
  'figure-without-picture',
  'picture-without-figure',
  /** 的, 地, 得 */
  'particle',
  /** The paper's own lists: 禁用, 敏感, 规范. */
  'forbidden',
  'sensitive',
  'preferred',
] as const;

export type CheckRule = (typeof CHECK_RULES)[number];

export const CLEAN_RULES = [
  /** Codes of web pages; characters that nobody sees; full-width letters and figures. */
  'entities',
  'invisible',
  'width',
  /** Half-width marks beside hanzi; a point that ends a sentence; `...`; `--`; `<<…>>`. */
  'punctuation',
  'stop',
  'ellipsis',
  'dash',
  'titles',
  /** Straight quotes paired; quotes that face the wrong way. */
  'quotes',
  'turned',
  'spaces',
  /** Spaces between a number and its sign: `30 ℃`, `50 %`. */
  'units',
  /** Numbers and signs of lists at the beginning of a paragraph: `1.`, `·`. */
  'lists',
  /** Paragraphs that a fixed line width broke; a headline on the line of its byline. */
  'rejoined',
  'parted',
] as const;

export type CleanRule = (typeof CLEAN_RULES)[number];
