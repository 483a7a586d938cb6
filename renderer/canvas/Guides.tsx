/** Where something that is dragged would stand, and why there: guides of neighbours with their reasons, its size. */
import { useTranslation } from 'react-i18next';
import type { GridRect } from '../../engine/issue/index';
import { columnLeft, rowTop } from '../../engine/layout/grid';
import type { Screen } from './screen';
import { type Guide, isFoot } from './snap';

/** From the neighbour's far side to the block's, along the edge that they share. */
function guideSpan({ edge, row, neighbour }: Guide, rect: GridRect, { grid, x, y }: Screen) {
  const first = Math.min(rect.column, neighbour.column);
  const end = Math.max(rect.column + rect.columns, neighbour.column + neighbour.columns);
  const points = rowTop(grid, row) - (isFoot(edge) ? grid.pitch - grid.em : 0);
  return { left: x(columnLeft(grid, first)), right: x(columnLeft(grid, end) - grid.gap), level: y(points) };
}

interface OnGuide {
  readonly guide: Guide;
  readonly rect: GridRect;
  readonly screen: Screen;
}

/** The edge that the block and its neighbour share. */
export function GuideLine({ guide, rect, screen }: OnGuide) {
  const { left, right, level } = guideSpan(guide, rect, screen);
  return <line className="guide" x1={left} x2={right} y1={level} y2={level} />;
}

/** Which edge that is, and its row. */
export function GuideChip({ guide, rect, screen }: OnGuide) {
  const { t } = useTranslation();
  const { left, level } = guideSpan(guide, rect, screen);
  const { edge, row } = guide;
  const text = t(`canvas.level.${edge}`, { row: isFoot(edge) ? row : row + 1 });
  return (
    <div className="canvas-chip guide-chip" style={{ left, top: level }}>
      {text}
    </div>
  );
}

/** Columns and rows, below what is dragged. */
export function SizeChip({ rect, screen }: { readonly rect: GridRect; readonly screen: Screen }) {
  const { t } = useTranslation();
  const { x, y, width, height } = screen.box(rect);
  return (
    <div className="canvas-chip size-chip" style={{ left: x + width / 2, top: y + height }}>
      {t('canvas.size', { columns: rect.columns, rows: rect.rows })}
    </div>
  );
}
