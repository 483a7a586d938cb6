/** Places of the page's grid on the canvas. */
import type { GridRect } from '../../engine/issue/index';
import { type Box, boxOf, type Grid } from '../../engine/layout/grid';
import type { View } from '../state/store';
import { originOf, scaleOf, type Viewport } from './view';

/** Turns places of the grid into boxes of the canvas, CSS pixels. */
export interface Screen {
  readonly grid: Grid;
  readonly box: (rect: GridRect) => Box;
  readonly x: (points: number) => number;
  readonly y: (points: number) => number;
}

/** The grid of a page as the view shows it. */
export function screenOf(grid: Grid, view: View, viewport: Viewport): Screen {
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  const x = (points: number) => origin.x + points * scale;
  const y = (points: number) => origin.y + points * scale;
  const box = (rect: GridRect) => {
    const { x: left, y: top, width, height } = boxOf(grid, rect);
    return { x: x(left), y: y(top), width: width * scale, height: height * scale };
  };
  return { grid, box, x, y };
}
