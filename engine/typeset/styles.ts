import type { ParagraphStyle } from './types';

/** Running text of a newspaper; `size` and `measure` are the paper's. */
export const BODY: ParagraphStyle = {
  size: 9,
  measure: 99,
  indent: 2,
  level: 'gb',
  policy: 'full',
  align: 'justify',
  latinGap: 1 / 6,
  tracking: 0,
  hang: false,
  lastLineLeast: 2,
};

/** One line of a headline, set tight: marks half width, figures close to the characters. */
export const HEADLINE: ParagraphStyle = {
  ...BODY,
  indent: 0,
  policy: 'half',
  align: 'centre',
  latinGap: 1 / 8,
  lastLineLeast: 0,
};
