/** What a proposal changes: blocks outlined, with a label each beside the page, or in the block where there is no room. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../engine/issue/index';
import type { Box, Grid } from '../../engine/layout/grid';
import { type Change, changesOf } from '../state/proposals';
import type { View } from '../state/store';
import { type Screen, screenOf } from './screen';
import type { Viewport } from './view';

interface ChangeMarksProps {
  readonly grid: Grid;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly view: View;
  readonly viewport: Viewport;
}

/** Room that labels take beside the page, and from one to the next below it, CSS pixels. */
const LABEL_WIDTH = 140;
const LABEL_HEIGHT = 24;
const GAP = 8;

export function ChangeMarks({ grid, before, after, view, viewport }: ChangeMarksProps) {
  const { t } = useTranslation();
  const changes = useMemo(() => changesOf(before, after), [before, after]);
  const labels = labelsOf(changes, screenOf(grid, view, viewport), viewport.width);
  return (
    <>
      <svg className="overlay" aria-hidden="true">
        {labels.map(({ change, box, x, y, side }) => (
          <g key={change.block.id}>
            <rect className="changed" {...box} />
            {side !== 'inside' && (
              <line className="change-line" x1={x} x2={side === 'left' ? box.x : box.x + box.width} y1={y} y2={y} />
            )}
          </g>
        ))}
      </svg>
      {labels.map(({ change, x, y, side }) => (
        <div key={change.block.id} className="canvas-chip change-chip" data-side={side} style={{ left: x, top: y }}>
          {[
            t(`proposals.change.${change.kind}`),
            ...(side === 'inside'
              ? []
              : [t('canvas.size', { columns: change.block.rect.columns, rows: change.block.rect.rows })]),
          ].join(' · ')}
        </div>
      ))}
    </>
  );
}

interface Label {
  readonly change: Change;
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly side: 'left' | 'right' | 'inside';
}

/** Beside the nearer edge of the page, level with the block or below the label before. */
function labelsOf(changes: readonly Change[], screen: Screen, width: number): readonly Label[] {
  const { grid } = screen;
  const [left, right] = [screen.x(0), screen.x(grid.width)];
  const isWide = left >= LABEL_WIDTH && width - right >= LABEL_WIDTH;
  const lowest = { left: 0, right: 0 };
  const boxed = changes.map((change) => ({ change, box: screen.box(change.block.rect) }));
  return boxed
    .toSorted((one, other) => one.box.y + one.box.height / 2 - (other.box.y + other.box.height / 2))
    .map(({ change, box }) => {
      if (!isWide) return { change, box, x: box.x + 2, y: box.y + 2, side: 'inside' };
      const side = box.x + box.width / 2 < (left + right) / 2 ? 'left' : 'right';
      const y = Math.max(box.y + box.height / 2, lowest[side] + LABEL_HEIGHT);
      lowest[side] = y;
      return { change, box, x: side === 'left' ? left - GAP : right + GAP, y, side };
    });
}
