import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { columnLeft, type Grid, MM, rowTop } from '../../engine/layout/grid';
import { blockOf } from '../state/facts';
import { useDesk, type View } from '../state/store';
import { originOf, scaleOf, type Viewport } from './view';

interface RulersProps {
  readonly grid: Grid;
  readonly view: View;
  readonly viewport: Viewport;
}

/** Widths of the two scales, CSS pixels. */
const MILLIMETRES = 18;
const CELLS = 16;
/** Least distance of two numbers, CSS pixels. */
const LEAST_STEP = 34;
const STEPS = [1, 2, 5, 10, 20, 50, 100];
/** Columns narrower than this show their number alone, CSS pixels. */
const LEAST_NAME = 34;
/** Rows between two numbers of the row scale. */
const ROW_STEPS = [1, 5, 10, 20, 50, 100];

/** Millimetres from the page's corner, columns and rows of the type area; the selection's extents are shaded. */
export const Rulers = memo(function Rulers({ grid, view, viewport }: RulersProps) {
  const { t } = useTranslation();
  const origin = originOf(view, viewport);
  const scale = scaleOf(view);
  const rect = useDesk(({ issue, selection }) => blockOf(issue, selection)?.rect);
  const step = STEPS.find((millimetres) => millimetres * MM * scale >= LEAST_STEP) ?? 200;
  const columns = Array.from({ length: grid.spec.columns }, (_, column) => ({
    column,
    left: origin.x + columnLeft(grid, column) * scale,
  }));
  const rowStep = ROW_STEPS.find((count) => count * grid.pitch * scale >= LEAST_STEP) ?? 200;
  const rows = Array.from({ length: Math.ceil(grid.spec.rows / rowStep) }, (_, index) => index * rowStep);
  const rowY = (row: number) => origin.y + rowTop(grid, row) * scale;
  const width = grid.columnWidth * scale;
  return (
    <>
      <div className="ruler-corner" aria-hidden="true">
        <span>mm</span>
        <span>{t('canvas.cells')}</span>
      </div>
      <svg className="ruler ruler-top" aria-hidden="true">
        {ticks(origin.x, viewport.width, step * MM * scale).map(({ at, index }) => (
          <g key={index} transform={`translate(${at} 0)`}>
            <path d={`M0.5 ${MILLIMETRES - 5}v5`} />
            <text x={3} y={12}>
              {index * step}
            </text>
          </g>
        ))}
        {columns.map(({ column, left }) => (
          <g key={column} data-on={rect && column >= rect.column && column < rect.column + rect.columns}>
            <rect x={left} y={MILLIMETRES + 2} width={width} height={CELLS - 4} rx={2} />
            <text className="middle" x={middleInSight(left, width, viewport.width)} y={MILLIMETRES + 11.5}>
              {width < LEAST_NAME ? column + 1 : t('canvas.column', { column: column + 1 })}
            </text>
          </g>
        ))}
      </svg>
      <svg className="ruler ruler-left" aria-hidden="true">
        {ticks(origin.y, viewport.height, step * MM * scale).map(({ at, index }) => (
          <g key={index} transform={`translate(0 ${at})`}>
            <path d={`M${MILLIMETRES - 5} 0.5h5`} />
            <text transform="translate(12 3) rotate(90)">{index * step}</text>
          </g>
        ))}
        {rect && (
          <rect
            className="extent"
            x={MILLIMETRES + 2}
            y={rowY(rect.row)}
            width={CELLS - 4}
            height={rect.rows * grid.pitch * scale}
          />
        )}
        {rows.map((row) => (
          <g key={row} transform={`translate(${MILLIMETRES} ${rowY(row)})`}>
            <path d={`M${CELLS - 5} 0.5h5`} />
            <text transform="translate(5 3) rotate(90)">{row + 1}</text>
          </g>
        ))}
      </svg>
    </>
  );
});

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
