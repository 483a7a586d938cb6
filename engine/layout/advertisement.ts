/** Advertisements: the size bought, otherwise what the type or the picture asks for. */
import type { Advertisement, Block, Photo } from '../issue/types';
import { type Context, need } from './context';
import { fitOf, missingPicture } from './fit';
import { boxOf, columnsWidth, type Grid, rowsFor } from './grid';
import { type PlannedCode, planCode } from './link-code';
import type { BlockFit, LayoutRemark, RowRange } from './types';

/** Points of a 9 pt body: from one text line to the next, the label with its white, the large line at its smallest and at its best. */
export const LINE_STEP = 15.3;
const LABEL_DEPTH = 12;
const TITLE_DEPTH = { least: 18, best: 36 };
/** Rows of white around the type that looks right, and how many more it may have. */
const WHITE_ROWS = { best: 2, more: 6 };

/** Depth that label and large line need at least, points of a 9 pt body. */
function headDepth({ title }: Advertisement): number {
  return LABEL_DEPTH + (title === '' ? 0 : TITLE_DEPTH.least);
}

/** A code stands at the right of the type where that leaves the type so much of the width, else below it. */
const BESIDE = 0.5;
/** White around a code, points. */
const CODE_INSET = 6;

export interface AdvertisementCode {
  readonly planned: PlannedCode;
  readonly beside: boolean;
  /** What it takes of the box's width or depth, points. */
  readonly size: number;
  /** Depth that it needs below the label, points. */
  readonly depth: number;
}

function codeOf(grid: Grid, { code }: Advertisement, width: number): AdvertisementCode | undefined {
  const planned = planCode(grid, code, width - 2 * CODE_INSET);
  if (!planned) return undefined;
  const depth = planned.rows * grid.pitch + CODE_INSET;
  const beside = planned.side + CODE_INSET <= width * (1 - BESIDE);
  return { planned, beside, size: beside ? planned.side + CODE_INSET : depth, depth };
}

/** Rows that an advertisement takes over so many columns; only those that its editor wished, where there is such a wish. */
export function advertisementRows(grid: Grid, advertisement: Advertisement, photo: Photo | undefined, columns: number): RowRange {
  if (advertisement.rows > 0) return { least: advertisement.rows, best: advertisement.rows, most: advertisement.rows };
  if (photo) return pictureRows(grid, photo, columns);
  const lines = advertisement.lines.length * LINE_STEP;
  // The box ends on its last row's em box, so that a depth needs the row that it starts.
  const code = codeOf(grid, advertisement, columnsWidth(grid, columns));
  const rows = (depth: number) => {
    const type = depth * grid.scale;
    const whole = !code ? type : code.beside ? Math.max(type, LABEL_DEPTH * grid.scale + code.depth) : type + code.depth;
    return rowsFor(grid, whole + grid.pitch - grid.em);
  };
  const least = rows(headDepth(advertisement) + lines);
  const best = Math.max(least, rows((advertisement.title === '' ? 0 : TITLE_DEPTH.best) + lines) + WHITE_ROWS.best);
  return { least, best, most: best + WHITE_ROWS.more };
}

/** A finished picture may be cropped a little, never by more than an eighth. */
function pictureRows(grid: Grid, photo: Photo, columns: number): RowRange {
  const depth = (columnsWidth(grid, columns) * photo.height) / photo.width;
  const best = Math.max(2, rowsFor(grid, depth));
  return { least: Math.max(2, Math.ceil(best * 0.875)), best, most: Math.max(best, Math.floor(best * 1.125)) };
}

export interface AdvertisementLayout {
  readonly advertisement: Advertisement;
  /** Number of text lines that stand below the large line. */
  readonly lines: number;
  readonly code: AdvertisementCode | undefined;
  readonly fit: BlockFit;
}

/** A finished picture stands instead of the type; otherwise the text lines give way to the label and the large line. */
export function layAdvertisement(context: Context, block: Block, id: string): AdvertisementLayout {
  const { grid, photos } = context;
  const advertisement = need(context.advertisements, id);
  const picture = photos.has(advertisement.photo);
  const { width, height } = boxOf(grid, block.rect);
  const wanted = picture ? undefined : codeOf(grid, advertisement, width);
  const code = wanted && LABEL_DEPTH * grid.scale + wanted.depth <= height ? wanted : undefined;
  const depth = height - (code && !code.beside ? code.size : 0);
  const room = depth / grid.scale - headDepth(advertisement);
  const lines = picture ? 0 : Math.max(0, Math.min(advertisement.lines.length, Math.floor(room / LINE_STEP)));
  const lostLink = wanted && !code ? [wanted.planned.code.link] : [];
  const lost = [picture ? advertisement.title : '', ...advertisement.lines.slice(lines), ...lostLink];
  const missing = advertisement.photo !== '' && !picture ? [missingPicture(advertisement.photo)] : [];
  const dense: LayoutRemark[] = code?.planned.dense ? [{ rule: 'code-dense', detail: code.planned.code.link }] : [];
  return { advertisement, lines, code, fit: fitOf(block, lost, 0, [...missing, ...dense]) };
}
