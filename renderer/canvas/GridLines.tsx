import { useMemo } from 'react';
import { type Box, boxOf, columnLeft, type Grid, rowTop } from '../../engine/layout/grid';
import type { Screen } from './screen';

/** Rows closer together than this, CSS pixels, are not drawn. */
const LEAST_PITCH = 5;

interface GridLinesProps {
  readonly screen: Screen;
  readonly columns: boolean;
  readonly rows: boolean;
  /** Frames that stay clean, points. */
  readonly pictures: readonly Box[];
}

const CLIP = 'grid-beside-pictures';

/** Columns tinted and rows ruled over the type area, beside the pictures. */
export function GridLines({ screen, columns, rows, pictures }: GridLinesProps) {
  const { grid, x, y } = screen;
  const { spec } = grid;
  const scale = x(1) - x(0);
  const lines = useMemo(() => rowPath(grid), [grid]);
  return (
    <g clipPath={`url(#${CLIP})`}>
      <clipPath id={CLIP}>
        <path clipRule="evenodd" d={besidePath(grid, pictures)} transform={`translate(${x(0)} ${y(0)}) scale(${scale})`} />
      </clipPath>
      {columns &&
        Array.from({ length: spec.columns }, (_, column) => column).map((column) => (
          <rect key={column} className="grid-column" {...screen.box({ column, row: 0, columns: 1, rows: spec.rows })} />
        ))}
      {rows && grid.pitch * scale >= LEAST_PITCH && (
        <path className="grid-rows" d={lines} transform={`translate(${x(0)} ${y(0)}) scale(${scale})`} />
      )}
    </g>
  );
}

/** The page without its pictures, points. */
function besidePath(grid: Grid, pictures: readonly Box[]): string {
  const page = { x: 0, y: 0, width: grid.width, height: grid.height };
  return [page, ...pictures].map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('');
}

/** The foot of every row in every column, points. */
function rowPath(grid: Grid): string {
  const { columns, rows } = grid.spec;
  const { width } = boxOf(grid, { column: 0, row: 0, columns: 1, rows: 1 });
  let path = '';
  for (let row = 1; row <= rows; row++) {
    const y = rowTop(grid, row) - (grid.pitch - grid.em);
    for (let column = 0; column < columns; column++) path += `M${columnLeft(grid, column)} ${y}h${width}`;
  }
  return path;
}
