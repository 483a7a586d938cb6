/** The texts of an issue's items by name, for whoever checks, finds or writes one of them. */

/** Longest of the short texts, longest deck, UTF-16; most lines of a headline. What the document holds, and fields allow. */
export const LONGEST_LINE = 500;
export const LONGEST_DECK = 2000;
export const MOST_HEAD_LINES = 12;
/** Longest words below a code; longest caption, notice or run of a paragraph, UTF-16. */
export const LONGEST_CODE_LABEL = 40;
export const LONGEST_PROSE = 2_000_000;
/** Most paragraphs of an article. */
export const MOST_PARAGRAPHS = 50_000;
/** Largest number of a group's picture. */
export const LARGEST_NUMBER = 999;

/** The lists of an issue whose items hold text. */
export type TextList = 'articles' | 'photos' | 'groups' | 'notices' | 'advertisements';

/** A text of an item. An article's `body` is made of its paragraphs; of entries and lines an item has several. */
export type TextField =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'lead'
  | 'credit'
  | 'body'
  | 'jump'
  | 'caption'
  | 'label'
  | 'title'
  | 'text'
  | 'entryLabel'
  | 'entryValue'
  | 'line'
  /** Words below a code (二维码). */
  | 'codeLabel'
  /** Number of a group's picture. */
  | 'number'
  /** Caption and credit of a picture that has not come. */
  | 'awaitedCaption'
  | 'awaitedCredit';
