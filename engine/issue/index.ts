/**
 * The document of one issue.
 *
 *   types.ts     what an issue is: paper, page spec, articles, photographs, groups, pages with their blocks
 *   units.ts     millimetres, points, characters and rows
 *   edits.ts     every change: an edit as data, applied by a pure function that gives its inverse
 *   changes.ts   several edits on their way · difference.ts the edit between two states · ids.ts names for new items
 *   text-fields.ts the texts of items by name · characters.ts how long a text is
 *   layout-rules.ts the rules of layout by name, for switches · text-rules.ts those of cleaning and of the text checks
 *   chains.ts    stories that go on in another block
 *   revision.ts  a manuscript that came again beside its article · text-mark.ts  by which a changed text is known
 *   headline-form.ts what follows for a block from its story's head · run-edits.ts changes of text that keep its form
 *   contents.ts  what the blocks of a page set · dates.ts days of the calendar
 *   versions.ts  which version of every part stands here · extract.ts a part for another desk · merge.ts parts of other desks
 *   references.ts ids exchanged · value-differences.ts two values side by side · version-records.ts versions in files
 *   text-difference.ts, issue-differences.ts two states side by side · seen.ts what a page shows · sign-off.ts who has seen it
 *   old-forms.ts documents of earlier programs
 *   reading.ts   readers of untrusted data · schema.ts (and paper-schema.ts) the shape and bounds · validate.ts the whole document
 */
export {
  type ChainPlace,
  chainOf,
  chainsOf,
  isStory,
  jumpPages,
  numberAfter,
  placeInChain,
  type StoryContent,
  type StoryPart,
} from './chains';
export { Changes } from './changes';
export * from './characters';
export { contentIds, isBoxed, isFurniture, type PictureItems, photoIds } from './contents';
export { issueDifference } from './difference';
export { type EditorialState, editorialState, withProofed } from './editorial';
export { type Applied, apply, applyAll, type Edit, type IssueData, type ListItems, type ListName, type PutEdit } from './edits';
export { changedArticle } from './headline-form';
export { nextId } from './ids';
export { FIXED_RULES, LAYOUT_RULES, type LayoutRule } from './layout-rules';
export { Fault, type FaultKind } from './reading';
export { partsToTake, type RevisedPart, type Revision, revised, revisionOf, sentMarks } from './revision';
export { textMark } from './text-mark';
export { CHECK_RULES, type CheckRule, CLEAN_RULES, type CleanRule } from './text-rules';
export type * from './types';
export * from './units';
export { readIssue } from './validate';
