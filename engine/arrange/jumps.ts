/** Long leads of page 1 that go on on another page (下转第×版), where the paper allows it. */
import { chainOf, type StoryPart } from '../issue/chains';
import type { Block, Id, Issue } from '../issue/types';
import type { Layout } from '../layout/types';
import type { ContinuedStory } from './content';

/** Share of the front page that its lead may take, and of its lines that stay there at least. */
const LONGEST_LEAD = 0.45;
const LEAST_OPENING = 0.4;
/** So few lines stay: nobody turns the page for them. */
const LEAST_REST = 24;
/** Cells of the mark above the rest, with its white. */
const MARK_CELLS = 12;
/** The jump has a row of its own. */
const JUMP_ROW = 1;

/** How a story is parted between two pages. */
export interface Jump {
  readonly id: Id;
  /** Rows of text of its first block, the jump included. */
  readonly opening: number;
  /** Lines that go on on another page, and the cells that they take there. */
  readonly rest: number;
  readonly cells: number;
}

/**
 * Parts a story of so many lines that takes `cells` of a page's `room`, so that it keeps its share of the page and whatever is
 * too much for the page goes; undefined when it may stay whole.
 */
export function jumpOf(id: Id, lines: number, cells: number, room: number, tooMuch: number): Jump | undefined {
  const excess = Math.ceil(Math.max(tooMuch, cells - LONGEST_LEAD * room));
  const stays = Math.max(Math.ceil(LEAST_OPENING * lines), lines - excess);
  const rest = lines - stays;
  return rest < LEAST_REST ? undefined : { id, opening: stays + JUMP_ROW, rest, cells: rest + MARK_CELLS };
}

/** Where a page's stories come from, with the lines that the pages arranged so far leave to it; those that ended before are none. */
export function continuedHere(issue: Issue, page: number, ids: readonly Id[], layout: Layout): ContinuedStory[] {
  return ids.flatMap((id) => {
    const parts = chainOf(issue.pages, id);
    const before = parts.at(-1);
    if (!before) return [];
    const lines = layout.restLines([...parts, further(id, page)], issue.spec.columnChars);
    return lines > 0 ? [{ id, lines, from: before.page }] : [];
  });
}

/** A part that will stand on a page, for measuring and until it does. */
export function further(article: Id, page: number): StoryPart {
  const content = { kind: 'continuation', article, part: 2, form: { pictures: [], box: 'none', textColumns: 0 } } as const;
  const block: Block = {
    id: `expected-${article}`,
    content,
    rect: { column: 0, row: 0, columns: 1, rows: 1 },
    cuts: [],
    locked: false,
  };
  return { block, page };
}
