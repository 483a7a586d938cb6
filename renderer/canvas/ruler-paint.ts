/** Draws the rulers: millimetres from the page's corner, columns and rows of the type area, the selection's extents shaded. */
import type { GridRect } from '../../engine/issue/index';
import { columnLeft, type Grid, MM, rowTop } from '../../engine/layout/grid';
import type { View } from '../state/store';
import { originOf, scaleOf, type Viewport } from './view';

/** Widths of the two scales and of the whole ruler, CSS pixels. */
const MILLIMETRES = 18;
const CELLS = 16;
export const RULER = MILLIMETRES + CELLS;
/** Least distance of two numbers, CSS pixels. */
const LEAST_STEP = 34;
const STEPS = [1, 2, 5, 10, 20, 50, 100];
/** Columns narrower than this show their number alone, CSS pixels. */
const LEAST_NAME = 34;
/** Rows between two numbers of the row scale. */
const ROW_STEPS = [1, 5, 10, 20, 50, 100];
const WIDEST_STEP = 200;
/** Length of a mark, CSS pixels. */
const MARK = 5;

export interface RulerLook {
  readonly mark: string;
  readonly text: string;
  readonly cell: string;
  readonly chosen: string;
  readonly chosenText: string;
  readonly font: string;
}

export interface RulerFacts {
  readonly grid: Grid;
  readonly view: View;
  readonly viewport: Viewport;
  /** Of the selected blocks. */
  readonly chosen: readonly GridRect[];
  readonly look: RulerLook;
  /** Name of a column, counted from 1. */
  readonly column: (number: number) => string;
}

type Context = CanvasRenderingContext2D;

export function paintTopRuler(canvas: HTMLCanvasElement, { grid, view, viewport, chosen, look, column }: RulerFacts): void {
  const context = begin(canvas, viewport.width, RULER, viewport.ratio, look);
  const { x: origin } = originOf(view, viewport);
  const scale = scaleOf(view);
  const step = millimetreStep(scale);
  for (const { at, index } of ticks(origin, viewport.width, step * MM * scale)) {
    context.fillStyle = look.mark;
    context.fillRect(at, MILLIMETRES - MARK, 1, MARK);
    context.fillStyle = look.text;
    context.fillText(String(index * step), at + 3, 12);
  }
  const width = grid.columnWidth * scale;
  context.textAlign = 'center';
  for (let index = 0; index < grid.spec.columns; index++) {
    const left = origin + columnLeft(grid, index) * scale;
    const isChosen = chosen.some((rect) => index >= rect.column && index < rect.column + rect.columns);
    context.fillStyle = isChosen ? look.chosen : look.cell;
    context.beginPath();
    context.roundRect(left, MILLIMETRES + 2, width, CELLS - 4, 2);
    context.fill();
    context.fillStyle = isChosen ? look.chosenText : look.text;
    const name = width < LEAST_NAME ? String(index + 1) : column(index + 1);
    context.fillText(name, middleInSight(left, width, viewport.width), MILLIMETRES + 11.5);
  }
}

export function paintLeftRuler(canvas: HTMLCanvasElement, { grid, view, viewport, chosen, look }: RulerFacts): void {
  const context = begin(canvas, RULER, viewport.height, viewport.ratio, look);
  const { y: origin } = originOf(view, viewport);
  const scale = scaleOf(view);
  const step = millimetreStep(scale);
  for (const { at, index } of ticks(origin, viewport.height, step * MM * scale)) {
    context.fillStyle = look.mark;
    context.fillRect(MILLIMETRES - MARK, at, MARK, 1);
    context.fillStyle = look.text;
    writeDown(context, String(index * step), 12, at + 3);
  }
  const rowY = (row: number) => origin + rowTop(grid, row) * scale;
  context.fillStyle = look.chosen;
  for (const { row, rows } of chosen) {
    context.fillRect(MILLIMETRES + 2, rowY(row), CELLS - 4, rows * grid.pitch * scale);
  }
  const rowStep = ROW_STEPS.find((count) => count * grid.pitch * scale >= LEAST_STEP) ?? WIDEST_STEP;
  for (let row = 0; row < grid.spec.rows; row += rowStep) {
    const y = Math.round(rowY(row));
    if (y < -LEAST_STEP || y > viewport.height) continue;
    context.fillStyle = look.mark;
    context.fillRect(RULER - MARK, y, MARK, 1);
    context.fillStyle = look.text;
    writeDown(context, String(row + 1), MILLIMETRES + 5, y + 3);
  }
}

function begin(canvas: HTMLCanvasElement, width: number, height: number, ratio: number, look: RulerLook): Context {
  const [across, down] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  const context = canvas.getContext('2d')!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = look.font;
  context.textAlign = 'start';
  return context;
}

/** Numbers of the left ruler run down. */
function writeDown(context: Context, text: string, x: number, y: number): void {
  context.save();
  context.translate(x, y);
  context.rotate(Math.PI / 2);
  context.fillText(text, 0, 0);
  context.restore();
}

function millimetreStep(scale: number): number {
  return STEPS.find((millimetres) => millimetres * MM * scale >= LEAST_STEP) ?? WIDEST_STEP;
}

/** Middle of what is in sight of a column, so that its name stays while one works inside it. */
function middleInSight(left: number, width: number, length: number): number {
  const [first, last] = [Math.max(left, 0), Math.min(left + width, length)];
  return last - first < LEAST_NAME ? left + width / 2 : (first + last) / 2;
}

/** Marks every `step` pixels, counted from the page's edge, as far as they are in sight. */
function ticks(origin: number, length: number, step: number): readonly { readonly at: number; readonly index: number }[] {
  const first = Math.ceil(-origin / step);
  const count = Math.max(0, Math.floor((length - origin) / step) - first + 1);
  return Array.from({ length: count }, (_, i) => ({ at: Math.round(origin + (first + i) * step), index: first + i }));
}
