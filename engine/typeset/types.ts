/**
 * Vocabulary of composition (排版): styled text goes in, lines of placed glyphs come out.
 * Lengths are points; settings that belong to the character grid are in em (字) of the paragraph's size.
 */
import type { FaceId } from '../fonts/types';
import type { Hyphenator } from './hyphenation';

/** A stretch of text in one face. Sizes may differ inside a paragraph; the grid follows the paragraph's own size. */
export interface StyledText {
  readonly text: string;
  readonly face: FaceId;
  /** Points; the paragraph's size when absent. */
  readonly size?: number;
  /** Kept on one line if it fits there (`图①`); `rather`: unless its line would open much for that (a person's name). */
  readonly keep?: boolean | 'rather';
  /** Spaces in it may close up wholly in a tight line: between what somebody is and the name. */
  readonly closes?: boolean;
  /** Stands close behind the character before it and on its line: raised and lowered type. */
  readonly attached?: boolean;
  /** Carried through to the placed runs, for colour and for finding a run again. */
  readonly tag?: string;
}

/** Prohibition level (禁则): none; basic = CLREQ basic; gb = GB/T 15834; strict = also —— and …… not at a line start. */
export type ProhibitionLevel = 'none' | 'basic' | 'gb' | 'strict';

/** Width of punctuation (标点宽度): 全角式, 开明式, 半角式. */
export type WidthPolicy = 'full' | 'open' | 'half';

export interface ParagraphStyle {
  /** Type size, points. */
  readonly size: number;
  /** Length of a line, points. */
  readonly measure: number;
  /** First line indent, em. */
  readonly indent: number;
  readonly level: ProhibitionLevel;
  readonly policy: WidthPolicy;
  readonly align: 'justify' | 'left' | 'centre' | 'right';
  /** Gap between Han and Latin or digits, em (1/6 by default in newspapers, ≤ 1/4). */
  readonly latinGap: number;
  /** Extra space after every character, em (字距), for headlines. */
  readonly tracking: number;
  /** Hanging punctuation (悬挂), 、，。 only. */
  readonly hang: boolean;
  /** The last line holds at least this many Han characters; 0 or 1 switches the rule off. */
  readonly lastLineLeast: number;
  /** Dates such as 2026年11月24日 stay on one line if they fit there. Off when absent. */
  readonly keepDates?: boolean;
  /** Divides Latin words at line ends; none are divided when absent. */
  readonly hyphenator?: Hyphenator;
}

/** Glyphs of one face and size, x from the line's left edge. */
export interface PlacedRun {
  readonly face: FaceId;
  readonly size: number;
  readonly tag?: string;
  readonly glyphs: Uint16Array;
  readonly x: Float32Array;
  readonly text: Uint32Array;
}

/** Why a line ends where it does. */
export type BreakReason =
  /** A normal place between two characters. */
  | 'between'
  /** At a space or after a hyphen of Latin text. */
  | 'word'
  /** A mark that may not start a line was pulled in (挤进) by compressing. */
  | 'push-in'
  /** Characters went to the next line (推出) because of a prohibition. */
  | 'push-out'
  /** A Latin word is divided at a soft hyphen or by the rules of its language; the hyphen is shown. */
  | 'hyphen'
  /** An address or a compound wider than the measure: broken after a slash, a dot or the like. */
  | 'address'
  /** No legal place existed in the measure: broken between any two characters. */
  | 'forced'
  /** Explicit line break. */
  | 'hard'
  /** The end of the paragraph. */
  | 'end';

export interface Line {
  /** Offsets (UTF-16) in the paragraph's text, spaces dropped at the break included in neither line. */
  readonly start: number;
  readonly end: number;
  readonly reason: BreakReason;
  /** Width before justification and after it, points, without the indent. */
  readonly natural: number;
  readonly set: number;
  /** Left offset of the first character from the measure's left edge (indent or alignment), points; already contained in the runs' x. */
  readonly offset: number;
  readonly runs: readonly PlacedRun[];
}

/** A character that its face lacked. */
export interface GlyphFallback {
  readonly codePoint: number;
  readonly face: FaceId;
  /** Face that supplied it; undefined when none has it and 〓 stands in. */
  readonly from?: FaceId;
}

export interface Paragraph {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly fallbacks: readonly GlyphFallback[];
}
