/** Paragraphs of stories, and the glyphs that they become. */
import type { DisplayItem, GlyphRun } from '../../engine/display/types';
import type { ArticleParagraph, Run } from '../../engine/issue/types';

export const run = (text: string, more: Partial<Run> = {}): Run => ({ text, form: 'plain', ...more });
export const plain = (...runs: Run[]): ArticleParagraph => ({ runs });
export const glyphs = (items: readonly DisplayItem[]) => items.filter((item): item is GlyphRun => item.kind === 'glyphs');
export const textOf = (item: GlyphRun) => String.fromCodePoint(...item.text);
