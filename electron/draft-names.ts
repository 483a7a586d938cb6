/** How the folder of press files that are not delivered yet begins. */
export const PRESS_DRAFTS = '.banxin-press-';
/** Ending of the name of a sample issue that is not finished. */
export const SAMPLE_DRAFT = '.draft';
