/** Where an article's text stands on its pages: the lines of all its blocks, and a place of the text in columns and rows. */
import { useEffect, useSyncExternalStore } from 'react';
import { type Article, type Block, chainOf, contentIds, flatBody, type Issue } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import type { PlacedTextLine } from '../canvas/text/caret';
import { onTexts, texts, watchTexts } from '../compose/texts';
import { missingRows } from '../state/facts';
import type { DeskState } from '../state/store';

/** Blocks that show an article, in the order of its text. */
export function blocksOf(issue: Issue, article: string): readonly Block[] {
  const chain = chainOf(issue.pages, article).map(({ block }) => block);
  if (chain.length > 0) return chain;
  const brief = issue.pages
    .flatMap(({ blocks }) => blocks)
    .find(({ content }) => content.kind === 'briefs' && contentIds(content).includes(article));
  return brief ? [brief] : [];
}

/** The lines of the article as they are set, kept up to date; `revision` of the newest. */
export function useStoryLines(
  article: string,
  blocks: readonly string[],
): { readonly lines: readonly PlacedTextLine[]; readonly revision: number } {
  const known = useSyncExternalStore(onTexts, texts);
  const wanted = blocks.join(' ');
  useEffect(() => {
    watchTexts('story', wanted === '' ? [] : wanted.split(' '));
    return () => watchTexts('story', []);
  }, [wanted]);
  const shown = blocks.flatMap((block) => known.get(block) ?? []);
  const lines = shown.flatMap(({ lines: all, block, page }) =>
    all.filter(({ ref }) => ref.list === 'articles' && ref.id === article).map((line) => ({ ...line, block, page })),
  );
  return { lines, revision: Math.max(0, ...shown.map(({ revision }) => revision)) };
}

/** How much of the text stands, in characters and rows; undefined while it stands nowhere. */
export interface StoryDepth {
  readonly needed: number;
  readonly room: number;
  readonly overset: number;
  /** Rows that an editor has to fill. */
  readonly missing: number;
}

/** Adds up the blocks of a story, or looks for a brief’s own rows; undefined until the pages are composed. */
export function depthOf(
  state: Pick<DeskState, 'layouts'>,
  blocks: readonly Block[],
  lines: readonly PlacedTextLine[],
): StoryDepth | undefined {
  const ids = new Set(blocks.map(({ id }) => id));
  const fits = [...state.layouts]
    .filter(([page]) => page > 0)
    .flatMap(([, report]) => report.fits.filter(({ block }) => ids.has(block)));
  if (fits.length === 0) return undefined;
  if (blocks[0]?.content.kind === 'briefs') return depthInBriefs(fits, lines);
  const missingIn = (block: Block) => {
    const fit = fits.find((one) => one.block === block.id);
    return fit ? missingRows(block, fit) : 0;
  };
  const sum = (pick: (fit: (typeof fits)[number]) => number) => fits.reduce((total, fit) => total + pick(fit), 0);
  const rows = sum(({ textRows = 0 }) => textRows);
  return {
    needed: rows + sum(({ oversetRows = 0 }) => oversetRows),
    room: rows + sum(({ emptyRows }) => emptyRows),
    overset: sum(({ oversetChars }) => oversetChars),
    missing: blocks.reduce((total, block) => total + missingIn(block), 0),
  };
}

/** A brief has no room of its own: it takes its rows of the column that it shares. */
function depthInBriefs(fits: readonly BlockFit[], lines: readonly PlacedTextLine[]): StoryDepth {
  const rows = new Set(lines.filter(({ room }) => room === undefined).map(({ slot }) => `${slot?.column} ${slot?.row}`)).size;
  const overset = fits.reduce((total, { oversetChars }) => total + oversetChars, 0);
  return { needed: rows, room: rows, overset, missing: 0 };
}

/** Whether text of the body stands on no line. */
export function isOverset(article: Article, lines: readonly PlacedTextLine[]): boolean {
  const body = lines.filter(({ ref }) => ref.field === 'body');
  if (body.length === 0) return false;
  const last = Math.max(...body.map(({ start, stops }) => start + stops.length - 1));
  return flatBody(article).slice(last).trim() !== '';
}

/** Column and row, from 1, of a place in the body; undefined where it stands nowhere. */
export function columnAndRow(
  lines: readonly PlacedTextLine[],
  offset: number,
): { readonly column: number; readonly row: number } | undefined {
  let [column, row] = [1, 0];
  let before: PlacedTextLine | undefined;
  for (const line of lines) {
    if (line.ref.field !== 'body') continue;
    if (before && (before.slot?.column !== line.slot?.column || before.block !== line.block)) {
      column++;
      row = 0;
    }
    if (!before || before.from !== line.from || row === 0) row++;
    before = line;
    if (offset <= line.start + line.stops.length - 1) return offset >= line.start ? { column, row } : undefined;
  }
  return undefined;
}
