/** The shape of what a paper is from issue to issue, with its bounds. */
import { LAYOUT_RULES } from './layout-rules';
import type * as Doc from './paper-types';
import { flag, integer, list, number, oneOf, optional, record, text } from './reading';
import { BOXES, id, line, scale } from './schema-values';
import { CHECK_RULES, CLEAN_RULES } from './text-rules';

const MOST_FACES = 50;
const MOST_LISTS = 200;

const ink = number(0, 1);

const colour = record<Doc.InkColour>({ c: ink, m: ink, y: ink, k: ink });

const headlines = record<Doc.HeadlineStyle>({
  words: optional(list(text(40), 2_000)),
  comma: optional(oneOf('keep', 'space')),
  lines: optional(oneOf('centred', 'stepped')),
  narrowest: optional(scale),
  widest: optional(scale),
});

const typesetting = record<Doc.TypesettingStyle>({
  level: optional(oneOf('none', 'basic', 'gb', 'strict')),
  policy: optional(oneOf('full', 'open', 'half')),
  hang: optional(flag),
  latinGap: optional(number(0, 0.5)),
  indent: optional(number(0, 4)),
  lastLineLeast: optional(integer(0, 9)),
  keepDates: optional(flag),
  hyphenate: optional(flag),
});

const arranging = record<Doc.ArrangingStyle>({
  rulesOff: optional(list(oneOf(...LAYOUT_RULES), LAYOUT_RULES.length)),
  jumps: optional(flag),
  boxes: optional(oneOf(...BOXES, 'tint')),
  headsOnPictures: optional(flag),
  verticalHeads: optional(flag),
});

const words = record<Doc.WordsStyle>({
  cleanOff: optional(list(oneOf(...CLEAN_RULES), CLEAN_RULES.length)),
  checkOff: optional(list(oneOf(...CHECK_RULES), CHECK_RULES.length)),
  listsOff: optional(list(text(200), MOST_LISTS)),
});

export const paper = record<Doc.Paper>({
  name: text(20),
  pinyin: text(100),
  kind: oneOf('newspaper', 'internal'),
  licence: line,
  authority: line,
  sponsor: line,
  publisher: line,
  printer: line,
  address: line,
  hotline: line,
  email: line,
  price: line,
  frequency: line,
  editor: line,
  designer: line,
  proofreader: line,
  accent: colour,
  faces: optional(list(record<NonNullable<Doc.Paper['faces']>[number]>({ role: id, face: id }), MOST_FACES)),
  accentSpot: text(60),
  headlines: optional(headlines),
  typesetting: optional(typesetting),
  arranging: optional(arranging),
  words: optional(words),
});

/** Trimmed pages from 100 to 1000 mm a side. */
export const pageSpec = record<Doc.PageSpec>({
  width: number(100, 1000),
  height: number(100, 1000),
  bleed: number(0, 20),
  top: number(0, 1000),
  left: number(0, 1000),
  columns: integer(1, 24),
  columnChars: integer(4, 100),
  gapChars: number(0.5, 6),
  rows: integer(10, 500),
  bodySize: number(5, 24),
  pitch: number(5, 48),
});
