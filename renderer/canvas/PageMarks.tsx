/** What lies over the page while nothing is dragged, and while something is: grid, edges of the paper, how the blocks fit, locks. */
import { Lock } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, isFurniture } from '../../engine/issue/index';
import { type Box, type Grid, MM } from '../../engine/layout/grid';
import type { BlockFit } from '../../engine/layout/types';
import { missingRows } from '../state/facts';
import { useDesk, type View } from '../state/store';
import { GridLines } from './GridLines';
import { type Screen, screenOf } from './screen';
import type { Viewport } from './view';

const NO_PICTURES: readonly Box[] = [];

interface PageMarksProps {
  readonly grid: Grid;
  readonly page: number;
  readonly blocks: readonly Block[];
  readonly view: View;
  readonly viewport: Viewport;
}

/** What stays while something is dragged: grid, edges of the paper, and how the blocks fit. */
export const PageMarks = memo(function PageMarks({ grid, page, blocks, view, viewport }: PageMarksProps) {
  const { grid: columns, rows, trim } = useDesk(({ overlays }) => overlays);
  // A plate shows ink, and nothing that could be taken for it.
  const onPlate = useDesk(({ plate }) => plate !== '') && page > 0;
  const layout = useDesk(({ layouts }) => layouts.get(page));
  const selection = useDesk((state) => state.selection);
  const screen = screenOf(grid, view, viewport);
  return (
    <>
      <svg className="overlay" aria-hidden="true">
        {(columns || rows) && !onPlate && (
          <GridLines screen={screen} columns={columns} rows={rows} pictures={layout?.pictures ?? NO_PICTURES} />
        )}
        {trim && <TrimLines screen={screen} />}
      </svg>
      {layout?.fits.map((fit) => (
        <FitChip
          key={fit.block}
          fit={fit}
          block={blocks.find(({ id }) => id === fit.block)}
          screen={screen}
          viewport={viewport}
        />
      ))}
      {blocks.map(
        (block) => block.locked && <LockChip key={block.id} block={block} screen={screen} selected={block.id === selection} />,
      )}
    </>
  );
});

/** Edges of type area and bleed. */
function TrimLines({ screen: { grid, box, x, y } }: { readonly screen: Screen }) {
  const { columns, rows, bleed } = grid.spec;
  const edge = bleed * MM;
  const [left, top] = [x(-edge), y(-edge)];
  return (
    <>
      <rect className="type-area" {...box({ column: 0, row: 0, columns, rows })} />
      <rect className="bleed" x={left} y={top} width={x(grid.width + edge) - left} height={y(grid.height + edge) - top} />
    </>
  );
}

interface OnBlock {
  readonly block: Block | undefined;
  readonly screen: Screen;
}

interface FitChipProps extends OnBlock {
  readonly fit: BlockFit;
  readonly viewport: Viewport;
}

/** +23 字 with a red edge under the last column, or −5 行; in the margin where the block reaches it, as far as the canvas shows that. */
function FitChip({ fit, block, screen, viewport }: FitChipProps) {
  const { t } = useTranslation();
  if (!block || isFurniture(block.content)) return null;
  const missing = missingRows(block, fit);
  if (fit.oversetChars === 0 && missing === 0) return null;
  const { x, y, width, height } = screen.box(block.rect);
  const last = screen.box({ ...block.rect, column: block.rect.column + block.rect.columns - 1, columns: 1 });
  const outside = block.rect.column + block.rect.columns === screen.grid.spec.columns;
  const chip = { left: x + width, top: y + height, '--room': `${viewport.width - x - width}px` } as CSSProperties;
  if (fit.oversetChars === 0) {
    return (
      <div className="canvas-chip under-chip" data-outside={outside} style={chip}>
        {t('pages.under', { n: missing })}
      </div>
    );
  }
  return (
    <>
      <div className="over-edge" style={{ left: last.x, top: y + height, width: last.width }} />
      <div className="canvas-chip over-chip" data-outside={outside} style={chip}>
        {t('pages.over', { n: fit.oversetChars })}
      </div>
    </>
  );
}

interface LockChipProps {
  readonly block: Block;
  readonly screen: Screen;
  readonly selected: boolean;
}

/** In the margin, or inside the selected block; others in mid page are not dotted with locks, nor furniture, which never moves. */
function LockChip({ block, screen, selected }: LockChipProps) {
  const { t } = useTranslation();
  const { x, y, width } = screen.box(block.rect);
  const outside = block.rect.column + block.rect.columns === screen.grid.spec.columns;
  if (!selected && (!outside || isFurniture(block.content))) return null;
  return (
    <div className="canvas-chip lock-chip" data-outside={outside} style={{ left: x + width, top: y }} title={t('canvas.locked')}>
      <Lock size={12} strokeWidth={1.75} aria-hidden="true" />
    </div>
  );
}
