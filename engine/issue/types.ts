/**
 * The document of one issue (一期报纸). Millimetres for the page, points for type, columns and baseline rows on the grid.
 * Everything is readonly plain data: a change is an edit (see edits.ts), never an assignment.
 */

import type { Advertisement, LinkCode, Notice, Photo, PhotoGroup } from './material-types';
import type { PageSpec, Paper } from './paper-types';
import type { CheckRule } from './text-rules';

export type * from './material-types';
export type * from './paper-types';

export type Id = string;

/**
 * A finding of the text checks that an editor let stand. It holds as long as the text that it was found in stays the same.
 */
export interface Passed {
  readonly rule: CheckRule;
  readonly words: string;
  /** What the text was then: `textMark` of engine/proofread. */
  readonly text: string;
  readonly reason: string;
}

/** Form of a run: plain; run-in heading of first (黑) or second (楷) level; bold (黑); kai; link (e-mail, URL). */
export type RunForm = 'plain' | 'heading' | 'subheading' | 'bold' | 'kai' | 'link';

export interface Run {
  readonly text: string;
  readonly form: RunForm;
  /** Emphasis dots (着重号) below every character. */
  readonly dots?: boolean;
  readonly underline?: boolean;
  readonly script?: 'super' | 'sub';
  /** Type size in points where it differs from the body's; the line takes as many rows of the grid as it needs. */
  readonly size?: number;
}

/**
 * Form of a paragraph that is no running text: signature (落款), at the right; centred; list of names (名单), parted by white
 * space, 、 or line feeds and aligned in columns; question and answer of an interview (问答), label before a colon; row of a
 * table, cells parted by tabs, rows that follow each other being one table; first character sunk over two rows (首字下沉);
 * editor's note (编者按) in a box; pull quote (引语).
 */
export type ParagraphForm = 'signature' | 'centre' | 'names' | 'question' | 'answer' | 'row' | 'drop' | 'note' | 'quote';

export interface ArticleParagraph {
  readonly runs: readonly Run[];
  /** A line of verse: set as it stands, without first-line indent. One without text is the space between stanzas. */
  readonly verse?: boolean;
  /** Not together with `verse`. */
  readonly form?: ParagraphForm;
}

/** `本报讯（通讯员 周焱瑞）`: opens the first paragraph. */
export interface Byline {
  /** `本报讯`; empty when only a name is given. */
  readonly lead: string;
  /** With its brackets: `（通讯员 周焱瑞）`. */
  readonly credit: string;
}

/** Weight (分量): auto lets the arranger choose by length and pictures. */
export type Weight = 'auto' | 'lead' | 'major' | 'normal' | 'brief';

export interface Article {
  readonly id: Id;
  /** 引题; phrases separated by one space. Empty when there is none. */
  readonly kicker: string;
  /** 主题, one entry for each line the writer broke it into; the layout may break a single line further. */
  readonly headline: readonly string[];
  /** 副题 */
  readonly deck: string;
  readonly byline: Byline;
  readonly paragraphs: readonly ArticleParagraph[];
  /** Photographs, in order. */
  readonly photos: readonly Id[];
  readonly weight: Weight;
  /** Page asked for by the editor or the manuscript's name; 0 when any page will do. */
  readonly page: number;
  /** Section (版名) that it belongs to; any when absent. */
  readonly section?: string;
  /** Recurring column (栏目), whose name stands above the headline as a 栏头; its stories keep together. */
  readonly column?: string;
  /** Stories that it wants beside it, and such as must not stand on its page. Those that are gone do not count. */
  readonly together?: readonly Id[];
  readonly apart?: readonly Id[];
  /** Wanted over both of two facing pages (通版). */
  readonly spread?: boolean;
  /** From the paper's stock: stands only where a page has room to fill. */
  readonly filler?: boolean;
  /** Jump line (转版), such as `（相关报道见3版）`; empty when there is none. */
  readonly jump: string;
  /** At the foot of its last column. */
  readonly code?: LinkCode;
  /** Captions whose photograph has not come yet; `number` counts the article's pictures from 1. */
  readonly awaited?: readonly { readonly number: number; readonly caption: string; readonly credit: string }[];
  /** File it came from, empty for text written here. */
  readonly source: string;
  readonly sourceHash?: SourceHash;
  /** Marks of its texts as that file had them (`sentMarks`): what differs from them was changed here. */
  readonly asSent?: readonly string[];
  /** Mark of its words when an editor called them done (已校): holds as long as they stay the same (`editorialState`). */
  readonly proofed?: string;
  readonly passed?: readonly Passed[];
}

/** SHA-256 of the manuscript file in small hexadecimal figures: the same file is not imported twice. */
export type SourceHash = string;

/** Rectangle on the grid, from 0: columns `column … column+columns−1`, rows `row … row+rows−1`. */
export interface GridRect {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

export type BlockContent =
  | { readonly kind: 'masthead' }
  | { readonly kind: 'folio' }
  | { readonly kind: 'imprint' }
  | { readonly kind: 'article'; readonly article: Id; readonly form: ArticleForm }
  /** Text that the parts before have no room for (续排); `part` orders a story's continuations, from 2. */
  | { readonly kind: 'continuation'; readonly article: Id; readonly part: number; readonly form: ContinuationForm }
  | { readonly kind: 'briefs'; readonly label: string; readonly articles: readonly Id[] }
  | { readonly kind: 'group'; readonly group: Id }
  | { readonly kind: 'notice'; readonly notice: Id }
  | { readonly kind: 'advertisement'; readonly advertisement: Id };

/** Shape of an article on the page; chosen by the arranger, adjusted by the editor. */
export interface ArticleForm {
  /** Headline class of the page design; decides faces and sizes. `picture`: white, on the first picture (压题). */
  readonly head: 'lead' | 'inside' | 'second' | 'wide' | 'single' | 'box' | 'vertical' | 'picture';
  /** Headline size in points and the lines as broken; the layout's planner fills them in, the editor may change them. */
  readonly size: number;
  readonly lines: readonly string[];
  /** Rows of the whole headline stack with its white. */
  readonly headRows: number;
  /** Columns that the headline stack spans, from the block's left; the block's width when 0. */
  readonly headColumns: number;
  readonly deck: boolean;
  /** Horizontal scale of the headline (below 1 长体, above 平体), kept within the paper's limits; 1 when absent. */
  readonly stretch?: number;
  /**
   * The headline runs on over the fold into the story's next part, which stands level with this one at the facing page's edge
   * (通版).
   */
  readonly across?: boolean;
  /** Picture with its caption below it: columns from the block's left edge, first row counted from the block's top. */
  readonly pictures: readonly {
    readonly photo: Id;
    readonly column: number;
    readonly columns: number;
    readonly row: number;
    readonly rows: number;
    readonly captionRows: number;
  }[];
  /** Pull quotes (引语) over columns, from a row of the block's on, as deep as they need; the text runs around them. */
  readonly quotes?: readonly { readonly text: string; readonly column: number; readonly columns: number; readonly row: number }[];
  /** Lines around the story: none, outline (框线), thick-thin border (文武线), such rules at head and foot alone (上下线), ornament (花边). */
  readonly box: 'none' | 'outline' | 'thickThin' | 'rules' | 'ornament';
  /** On a tint (底纹), with lines around it or without. */
  readonly tint?: boolean;
  /** Running-text columns over the block's width; 0 = the grid's columns, otherwise 破栏. */
  readonly textColumns: number;
  /** Running text in lines from top to bottom, read from right to left (竖排); level when absent. */
  readonly flow?: 'vertical';
}

/** What a continuation chooses for itself: it has no headline, and its text is level. */
export type ContinuationForm = Pick<ArticleForm, 'pictures' | 'quotes' | 'box' | 'tint' | 'textColumns'>;

export interface Block {
  readonly id: Id;
  readonly content: BlockContent;
  readonly rect: GridRect;
  /** Parts of `rect` that belong to other blocks: an L- or U-shaped story (咬合). */
  readonly cuts: readonly GridRect[];
  /** Left alone by the arranger. */
  readonly locked: boolean;
}

/** 责任编辑, 版式, 校对 of a page. */
export type PagePeople = Pick<Paper, 'editor' | 'designer' | 'proofreader'>;

export interface Page {
  /** From 1. */
  readonly number: number;
  /** Section (版名): 要闻, 社区 … */
  readonly section: string;
  /** Who made this page, where it was not those that the paper names. */
  readonly people?: Partial<PagePeople>;
  readonly blocks: readonly Block[];
}

export interface Issue {
  readonly format: 'banxin-issue';
  readonly version: 1;
  readonly template: string;
  readonly paper: Paper;
  /** ISO date of publication. */
  readonly date: string;
  /** Number of the year (期) and running total (总). */
  readonly number: number;
  readonly total: number;
  readonly spec: PageSpec;
  readonly articles: readonly Article[];
  readonly photos: readonly Photo[];
  readonly groups: readonly PhotoGroup[];
  readonly notices: readonly Notice[];
  readonly advertisements: readonly Advertisement[];
  readonly pages: readonly Page[];
}
