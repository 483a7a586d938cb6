import { useMemo } from 'react';
import { boxOf, columnLeft, type Grid, rowTop } from '../../engine/layout/grid';
import type { Screen } from './Overlay';

/** Rows closer together than this, CSS pixels, are not drawn. */
const LEAST_PITCH = 5;

/** Columns tinted and rows ruled over the type area. */
export function GridLines({ screen }: { readonly screen: Screen }) {
  const { grid, x, y } = screen;
  const { columns, rows } = grid.spec;
  const scale = x(1) - x(0);
  const lines = useMemo(() => rowPath(grid), [grid]);
  return (
    <>
      {Array.from({ length: columns }, (_, column) => column).map((column) => (
        <rect key={column} className="grid-column" {...screen.box({ column, row: 0, columns: 1, rows })} />
      ))}
      {grid.pitch * scale >= LEAST_PITCH && (
        <path className="grid-rows" d={lines} transform={`translate(${x(0)} ${y(0)}) scale(${scale})`} />
      )}
    </>
  );
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
