import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridRect } from '../../engine/issue/index';
import type { Grid } from '../../engine/layout/grid';
import { chosenBlocks } from '../state/selection';
import { store } from '../state/store';
import { paintLeftRuler, paintTopRuler, RULER, type RulerLook } from './ruler-paint';
import type { Viewport } from './view';

interface RulersProps {
  readonly grid: Grid;
  readonly viewport: Viewport;
}

/** Follow every change of the view at once, without the panels; which columns and rows are chosen is told with the panels. */
export const Rulers = memo(function Rulers({ grid, viewport }: RulersProps) {
  const { t } = useTranslation();
  const top = useRef<HTMLCanvasElement>(null);
  const left = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let look = lookOf(top.current!);
    let last: unknown;
    const paint = () => {
      // The store may change between the ruler's end and that of its listening.
      if (!top.current || !left.current) return;
      const { view } = store.get();
      const blocks = chosenBlocks(store.getShown());
      const stays = blocks.length === chosen.length && blocks.every(({ rect }, at) => rect === chosen[at]);
      if (view === last && stays) return;
      last = view;
      chosen = blocks.map(({ rect }) => rect);
      const facts = { grid, view, viewport, chosen, look, column: (column: number) => t('canvas.column', { column }) };
      paintTopRuler(top.current, facts);
      paintLeftRuler(left.current, facts);
    };
    const repaint = () => {
      look = lookOf(top.current!);
      last = undefined;
      paint();
    };
    let chosen: readonly GridRect[] = [];
    repaint();
    const dressed = new MutationObserver(repaint);
    dressed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const unsubscribe = [store.subscribe(paint), store.subscribePanels(paint)];
    return () => {
      dressed.disconnect();
      for (const end of unsubscribe) end();
    };
  }, [grid, viewport, t]);
  return (
    <>
      <div className="ruler-corner" aria-hidden="true">
        <span>mm</span>
        <span>{t('canvas.cells')}</span>
      </div>
      <div className="ruler ruler-top" aria-hidden="true">
        <canvas ref={top} style={{ width: viewport.width, height: RULER }} />
      </div>
      <div className="ruler ruler-left" aria-hidden="true">
        <canvas ref={left} style={{ width: RULER, height: viewport.height }} />
      </div>
    </>
  );
});

/** The rulers' colours and type, from the theme. */
function lookOf(element: HTMLElement): RulerLook {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    mark: token('control-line'),
    text: token('text-3'),
    cell: token('pressed'),
    chosen: token('accent-soft'),
    chosenText: token('accent-text'),
    font: `10px ${style.fontFamily}`,
  };
}
