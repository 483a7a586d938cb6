/** The texts of an issue's items by name, for whoever checks, finds or writes one of them. */

/** Longest of the short texts, longest deck, UTF-16; most lines of a headline. What the document holds, and fields allow. */
export const LONGEST_LINE = 500;
export const LONGEST_DECK = 2000;
export const MOST_HEAD_LINES = 12;

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
  | 'line';
