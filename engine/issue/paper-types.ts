/** What a paper is from issue to issue: its words, its style, its page. */
import type { LayoutRule } from './layout-rules';
import type { CheckRule, CleanRule } from './text-rules';
import type { ArticleForm } from './types';

/** CN paper with a publication number, or internal material with a 准印证号 that may not call itself 报. */
export type PaperKind = 'newspaper' | 'internal';

export interface InkColour {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
}

/** What stays the same from issue to issue. Strings may be empty where a paper has no such thing. */
export interface Paper {
  /** 报名 */
  readonly name: string;
  /** Pinyin below the name, in capitals. */
  readonly pinyin: string;
  readonly kind: PaperKind;
  /** `CN 00-0000`, or the 准印证号 of internal material. */
  readonly licence: string;
  /** 主管 */
  readonly authority: string;
  /** 主办 */
  readonly sponsor: string;
  /** 出版 */
  readonly publisher: string;
  readonly printer: string;
  readonly address: string;
  readonly hotline: string;
  readonly email: string;
  readonly price: string;
  /** 刊期, such as `每月10日、25日出版`. */
  readonly frequency: string;
  /** 责任编辑, 版式, 校对 */
  readonly editor: string;
  readonly designer: string;
  readonly proofreader: string;
  /** House colour of name, folio and rules; inks 0–1. */
  readonly accent: InkColour;
  /** Faces of the paper's own in the parts of the program's, such as 方正报宋 for `song-regular`. */
  readonly faces?: readonly { readonly role: string; readonly face: string }[];
  /** Name of the spot plate that carries the house colour when spots are asked for. */
  readonly accentSpot: string;
  readonly headlines?: HeadlineStyle;
  readonly typesetting?: TypesettingStyle;
  readonly arranging?: ArrangingStyle;
  readonly words?: WordsStyle;
}

/** How the paper wants what it is sent cleaned (清理) and checked (校对). */
export interface WordsStyle {
  readonly cleanOff?: readonly CleanRule[];
  readonly checkOff?: readonly CheckRule[];
  /** Word lists that stand ready and are not used, by their names. */
  readonly listsOff?: readonly string[];
}

/** How a paper sets its headlines, where it differs from the page design. */
export interface HeadlineStyle {
  /** Names and words that no headline is broken inside. */
  readonly words?: readonly string[];
  /** A comma in a headline stays, or becomes a space of one character. */
  readonly comma?: 'keep' | 'space';
  /** Several lines stand centred, or each further right than the one above (梯形). */
  readonly lines?: 'centred' | 'stepped';
  /** Horizontal scale that headlines may take: 长体 down to `narrowest`, 平体 up to `widest`. */
  readonly narrowest?: number;
  readonly widest?: number;
}

/** How a paper sets its running text, where it differs from the program's ways. Lengths in em of the body (字). */
export interface TypesettingStyle {
  /** Prohibition level (禁则). */
  readonly level?: 'none' | 'basic' | 'gb' | 'strict';
  /** Width of punctuation: 全角式, 开明式, 半角式. */
  readonly policy?: 'full' | 'open' | 'half';
  /** Hanging punctuation (标点悬挂). */
  readonly hang?: boolean;
  /** Gap between hanzi and Latin letters or figures. */
  readonly latinGap?: number;
  /** First-line indent; columns of fewer than nine characters have one at most. */
  readonly indent?: number;
  /** Least number of hanzi on a paragraph's last line; 0 or 1 lets one stand alone. */
  readonly lastLineLeast?: number;
  /** Dates stay on one line. */
  readonly keepDates?: boolean;
  /** English words may be divided at line ends. */
  readonly hyphenate?: boolean;
}

/** How the paper wants its pages arranged. */
export interface ArrangingStyle {
  /** Rules of layout that the paper does not hold to. */
  readonly rulesOff?: readonly LayoutRule[];
  /** Long stories may go on on another page (下转第×版). */
  readonly jumps?: boolean;
  /** How a story that is set off stands in its box; tinted (底纹) when absent, `none` for no such boxes. */
  readonly boxes?: ArticleForm['box'] | 'tint';
  /** Headlines may stand on their story's picture (压题照片) now and then. */
  readonly headsOnPictures?: boolean;
  /** Headlines may run from top to bottom (竖排标题) now and then; when absent, they may. */
  readonly verticalHeads?: boolean;
}

export interface PageSpec {
  /** Trimmed page, mm. */
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** Top and left edge of the type area (版心), mm; the right and bottom edges follow from columns and rows. */
  readonly top: number;
  readonly left: number;
  /** Columns (栏), characters a column, characters between columns. */
  readonly columns: number;
  readonly columnChars: number;
  readonly gapChars: number;
  /** Baseline rows of the type area. */
  readonly rows: number;
  /** Body size and line pitch, points. */
  readonly bodySize: number;
  readonly pitch: number;
}
