/**
 * What would mend a problem of a page: changes of it, best first. Which of them does is found by setting the page
 * (compose/trying.ts): here nothing is counted. Pure functions of the document.
 */
import { contentArea } from '../../engine/arrange/area';
import { type Block, type Edit, type Id, type Issue, isFurniture, isStory } from '../../engine/issue/index';
import type { BlockFit } from '../../engine/layout/types';
import { withHead } from '../canvas/refit';
import { isMovable, movedTo, resizedTo, withForm, withSetting } from './block-edits';
import { resizedHead } from './by-hand';
import { mergedBack, spreadNoMore } from './continuing';
import { blockOf } from './facts';
import { freeRooms } from './free-room';
import { overlaps, pushedBy, putAll, swapped, takenOffAll } from './group-edits';
import type { Problem } from './problems';

/** One change that may mend a problem. */
export interface Cure {
  /** Its words: a key of `cure.*` and what stands in the sentence's blanks. */
  readonly words: CureWords;
  readonly values: Readonly<Record<string, number>>;
  readonly edit: Edit;
}

export type CureWords =
  | 'taller'
  | 'shorter'
  | 'wider'
  | 'lowerPicture'
  | 'higherPicture'
  | 'smallerHead'
  | 'largerHead'
  | 'plannedHead'
  | 'levelHead'
  | 'verticalHead'
  | 'otherVertical'
  | 'levelText'
  | 'moveDown'
  | 'moveInside'
  | 'moveFree'
  | 'rectangle'
  | 'oneMore'
  | 'oneLess'
  | 'swapTop'
  | 'spreadNoMore'
  | 'mergeBack'
  | 'takeOff';

/** Name of the step that a cure is in the undo menu. */
export const CURE_STEPS: Readonly<Record<CureWords, string>> = {
  taller: 'edit.resize',
  shorter: 'edit.resize',
  wider: 'edit.resize',
  oneMore: 'edit.resize',
  oneLess: 'edit.resize',
  rectangle: 'edit.resize',
  lowerPicture: 'edit.pictures',
  higherPicture: 'edit.pictures',
  smallerHead: 'edit.headSize',
  largerHead: 'edit.headSize',
  plannedHead: 'edit.headSize',
  levelHead: 'edit.direction',
  verticalHead: 'edit.direction',
  otherVertical: 'edit.direction',
  levelText: 'edit.flow',
  moveDown: 'edit.move',
  moveInside: 'edit.move',
  moveFree: 'edit.move',
  swapTop: 'edit.swap',
  spreadNoMore: 'edit.spread',
  mergeBack: 'edit.merge',
  takeOff: 'edit.takeOff',
};

/** Rows by which a block or a picture is changed at most. */
const MOST_ROWS = 8;
const MOST_PICTURE_ROWS = 4;
const LEAST_PICTURE_ROWS = 4;

type Maker = (issue: Issue, problem: Problem, fits: readonly BlockFit[]) => readonly (Cure | undefined)[];

/** What may mend a problem, best first; nothing where only a person knows, or where what is at fault is locked. */
export function curesOf(issue: Issue, problem: Problem, fits: readonly BlockFit[]): readonly Cure[] {
  return (MAKERS[problem.rule]?.(issue, problem, fits) ?? []).filter((cure) => cure !== undefined);
}

const MAKERS: Readonly<Record<string, Maker>> = {
  overset: (issue, { blocks }, fits) => {
    const id = blocks[0]!;
    return [
      ...range(MOST_PICTURE_ROWS, (rows) => picture(issue, id, -rows)).slice(0, 1),
      ...range(MOST_ROWS, (rows) => taller(issue, id, rows)),
      ...range(MOST_PICTURE_ROWS, (rows) => picture(issue, id, -rows)).slice(1),
      head(issue, id, -1, fits),
      wider(issue, id),
    ];
  },
  underset: (issue, { blocks }, fits) => {
    const id = blocks[0]!;
    return [
      ...range(MOST_PICTURE_ROWS, (rows) => picture(issue, id, rows)),
      head(issue, id, 1, fits),
      ...range(MOST_ROWS, (rows) => taller(issue, id, -rows)),
    ];
  },
  overlap: (issue, { blocks }) => [
    ...[...blocks].reverse().map((id) => pushedDown(issue, blocks.find((other) => other !== id) ?? id)),
    ...[...blocks].reverse().map((id) => movedFree(issue, id)),
  ],
  outside: (issue, { blocks }) => [
    one(issue, blocks[0]!, 'moveInside', {}, (block, area) => {
      const inside = resizedTo(
        movedTo(block, area, block.rect.column, block.rect.row),
        area,
        Math.min(block.rect.columns, area.columns),
        Math.min(block.rect.rows, area.rows),
      );
      return movedTo(inside, area, inside.rect.column, inside.rect.row);
    }),
  ],
  'colliding-headlines': (issue, { blocks }) => [
    vertical(issue, blocks[1], 'otherVertical'),
    vertical(issue, blocks[0], 'verticalHead'),
    ...range(3, (rows) => lowered(issue, blocks[1], rows)),
  ],
  'look-alike': (issue, { blocks }, fits) => [head(issue, blocks[1]!, -1, fits), head(issue, blocks[0]!, -1, fits)],
  'outshone-lead': (issue, { blocks }, fits) => [head(issue, blocks[0]!, -1, fits)],
  'stranded-headline': (issue, { blocks }) => range(MOST_ROWS, (rows) => taller(issue, blocks[0]!, rows)),
  'parted-lines': (issue, { blocks }) => [taller(issue, blocks[0]!, 1, 'oneMore'), taller(issue, blocks[0]!, -1, 'oneLess')],
  tail: (issue, { blocks }) => [
    one(issue, blocks[0]!, 'rectangle', {}, (block) => (block.cuts.length > 0 ? { ...block, cuts: [] } : block)),
  ],
  'lead-low': (issue, { page, blocks }) => [swappedUp(issue, page, blocks[0]!)],
  'headline-narrowed': (issue, { blocks }, fits) => [planned(issue, blocks[0]!), head(issue, blocks[0]!, -1, fits)],
  'headline-smaller': (issue, { blocks }) => [planned(issue, blocks[0]!)],
  'headline-deeper': (issue, { blocks }, fits) => [planned(issue, blocks[0]!), head(issue, blocks[0]!, -1, fits)],
  'headline-level': (issue, { blocks }) => [one(issue, blocks[0]!, 'levelHead', {}, (block) => withHead(block, 'horizontal'))],
  'text-level': (issue, { blocks }) => [
    one(issue, blocks[0]!, 'levelText', {}, (block) => withSetting(block, 'flow', undefined)),
  ],
  'headline-not-across': (issue, { blocks }) => [placed('spreadNoMore', spreadNoMore(issue, blocks[0]!)?.edit)],
  'picture-left-out': (issue, { blocks }) => range(MOST_ROWS, (rows) => taller(issue, blocks[0]!, rows)),
  'told-twice': (issue, { blocks }) => [placed('takeOff', takenOffAll(issue, blocks.slice(-1)))],
  'broken-chain': (issue, { blocks }) => [placed('takeOff', takenOffAll(issue, blocks.slice(0, 1)))],
  jump: (issue, { blocks }) => [placed('mergeBack', mergedBack(issue, blocks[0]!)?.edit)],
};

function placed(words: CureWords, edit: Edit | undefined): Cure | undefined {
  return edit && { words, values: {}, edit };
}

/** Cures for 1, 2, 3 … rows, as far as there are. */
function range(most: number, make: (rows: number) => Cure | undefined): readonly Cure[] {
  return Array.from({ length: most }, (_, index) => make(index + 1)).filter((cure) => cure !== undefined);
}

/** A block with another look, if it may be changed and does change. */
function one(
  issue: Issue,
  id: Id,
  words: CureWords,
  values: Cure['values'],
  make: (block: Block, area: Block['rect']) => Block | undefined,
): Cure | undefined {
  const block = blockOf(issue, id);
  if (!isMovable(block)) return undefined;
  const to = make(block, areaAround(issue, id));
  const edit = to && putAll(issue, [{ from: block, to }]);
  return edit && { words, values, edit };
}

function pageWith(issue: Issue, id: Id): Issue['pages'][number] {
  return issue.pages.find(({ blocks }) => blocks.some((block) => block.id === id))!;
}

function areaAround(issue: Issue, id: Id): Block['rect'] {
  return contentArea(pageWith(issue, id), issue.spec);
}

/** So many rows more, or less below none; what stands below makes room where it can. */
function taller(issue: Issue, id: Id, rows: number, words?: CureWords): Cure | undefined {
  const block = blockOf(issue, id);
  if (!isMovable(block) || block.cuts.length > 0) return undefined;
  const area = areaAround(issue, id);
  const to = resizedTo(block, area, block.rect.columns, block.rect.rows + rows);
  if (to.rect.rows !== block.rect.rows + rows) return undefined;
  const others = pageWith(issue, id).blocks.filter((other) => other.id !== id && !isFurniture(other.content));
  const pushed = rows > 0 ? pushedBy([to], others, area) : [];
  if (!pushed) return undefined;
  const edit = putAll(issue, [
    { from: block, to },
    ...pushed.map((next) => ({ from: others.find((other) => other.id === next.id)!, to: next })),
  ]);
  return edit && { words: words ?? (rows > 0 ? 'taller' : 'shorter'), values: { count: Math.abs(rows) }, edit };
}

/** A column more where one is free beside it. */
function wider(issue: Issue, id: Id): Cure | undefined {
  const block = blockOf(issue, id);
  if (!isMovable(block) || block.cuts.length > 0) return undefined;
  const area = areaAround(issue, id);
  const to = resizedTo(block, area, block.rect.columns + 1, block.rect.rows);
  const covers = pageWith(issue, id).blocks.some((other) => other.id !== id && overlaps(to.rect, other.rect));
  const edit = to.rect.columns === block.rect.columns || covers ? undefined : putAll(issue, [{ from: block, to }]);
  return edit && { words: 'wider', values: {}, edit };
}

/** The story's largest picture so many rows higher or lower. */
function picture(issue: Issue, id: Id, rows: number): Cure | undefined {
  return one(issue, id, rows > 0 ? 'higherPicture' : 'lowerPicture', { count: Math.abs(rows) }, (block) => {
    if (!isStory(block.content)) return undefined;
    const { form } = block.content;
    const [largest] = form.pictures.toSorted((a, b) => b.rows * b.columns - a.rows * a.columns);
    if (!largest || largest.rows + rows < LEAST_PICTURE_ROWS) return undefined;
    if (largest.row + largest.rows + largest.captionRows + rows > block.rect.rows) return undefined;
    // At the block's foot it grows upwards.
    const standsBelow = largest.row + largest.rows + largest.captionRows === block.rect.rows;
    const row = standsBelow ? largest.row - rows : largest.row;
    const pictures = form.pictures.map((one) => (one === largest ? { ...one, row, rows: one.rows + rows } : one));
    return { ...block, content: { ...block.content, form: { ...form, pictures } } } as Block;
  });
}

/** The headline a size larger or smaller. */
function head(issue: Issue, id: Id, step: 1 | -1, fits: readonly BlockFit[]): Cure | undefined {
  const standing = fits.find(({ block }) => block === id);
  return one(issue, id, step > 0 ? 'largerHead' : 'smallerHead', {}, (block) => resizedHead(issue, block, step, standing));
}

/** Size and lines of the headline are chosen anew. */
function planned(issue: Issue, id: Id): Cure | undefined {
  return one(issue, id, 'plannedHead', {}, (block) => withForm(block, { size: 0, lines: [], headRows: 0 }));
}

function vertical(issue: Issue, id: Id | undefined, words: CureWords): Cure | undefined {
  if (id === undefined) return undefined;
  return one(issue, id, words, {}, (block) => withHead(block, 'vertical'));
}

/** The block begins so many rows further down and ends where it did. */
function lowered(issue: Issue, id: Id | undefined, rows: number): Cure | undefined {
  if (id === undefined) return undefined;
  return one(issue, id, 'moveDown', { count: rows }, (block, area) => {
    if (block.cuts.length > 0) return undefined;
    const lower = resizedTo(block, area, block.rect.columns, block.rect.rows - rows);
    return lower.rect.rows === block.rect.rows - rows
      ? movedTo(lower, area, lower.rect.column, lower.rect.row + rows)
      : undefined;
  });
}

/** What one block covers goes down, as far as there is room. */
function pushedDown(issue: Issue, stays: Id): Cure | undefined {
  const block = blockOf(issue, stays);
  if (!block || isFurniture(block.content)) return undefined;
  const others = pageWith(issue, stays).blocks.filter(({ id, content }) => id !== stays && !isFurniture(content));
  const pushed = pushedBy([block], others, areaAround(issue, stays)) ?? [];
  const edit = putAll(
    issue,
    pushed.map((to) => ({ from: others.find(({ id }) => id === to.id)!, to })),
  );
  const first = pushed[0];
  const rows = first && first.rect.row - others.find(({ id }) => id === first.id)!.rect.row;
  return edit && rows ? { words: 'moveDown', values: { count: rows }, edit } : undefined;
}

/** To a place of its size where nothing stands. */
function movedFree(issue: Issue, id: Id): Cure | undefined {
  return one(issue, id, 'moveFree', {}, (block, area) => {
    const taken = pageWith(issue, id).blocks.filter((other) => other.id !== id);
    const { columns, rows } = block.rect;
    const [room] = freeRooms(
      area,
      taken.map(({ rect }) => rect),
      columns,
      rows,
    ).filter((free) => free.columns === columns);
    return room && movedTo(block, area, room.column, room.row);
  });
}

/** Changes places with what stands at the head of the page. */
function swappedUp(issue: Issue, page: number, id: Id): Cure | undefined {
  const blocks = issue.pages[page - 1]?.blocks.filter((block) => isMovable(block) && block.id !== id) ?? [];
  const [top] = blocks.toSorted((a, b) => a.rect.row - b.rect.row || b.rect.columns - a.rect.columns);
  return placed('swapTop', top && swapped(issue, id, top.id));
}
