/**
 * Text checks (校对): what is wrong, or likely to be, in the words of an issue. Pure, without a network; every finding names
 * its text, the characters and, where it is sure, what to write instead.
 *
 *   check.ts       runs the rules over an item or an issue   pieces.ts   the texts of an item, and a change of one
 *   pairs.ts       quotes and brackets                       doubled.ts  words written twice
 *   dates.ts       days and days of the week                 percentages.ts  shares of 100 %
 *   people.ts      names spelt two ways                      figures.ts  图① and its picture
 *   particles.ts   的, 地, 得                                  word-lists.ts  the paper's lists · matcher.ts  all in one pass
 *   passed.ts      what an editor let stand, and fixes        sentences.ts  a finding in words
 */
export { allFindings, type Checking, checkIssue, checkItem, checkingOf, textItems } from './check';
export { fixEdit, isPassed, passEdit } from './passed';
export { piecesOf, type TextItem, withReplacement } from './pieces';
export { type SpokenProof, sayFinding } from './sentences';
export type * from './types';
export { type ListEntry, MOST_ENTRIES, readWordList, type WordList, WordLists } from './word-lists';
