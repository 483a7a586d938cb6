/** A panel that folds and keeps its size: what the store says is done, what is dragged is remembered, in pixels. */
import { useEffect, useRef } from 'react';
import { type PanelSize, usePanelRef } from 'react-resizable-panels';
import { type Panels, store, useDesk } from '../state/store';

const SIZES = 'banxin.panels';

interface Kept {
  readonly size: number;
  readonly open: boolean;
}

/** Props of the panel: its size as it was left, CSS pixels, or `usual`. */
export function usePanel(name: keyof Panels, usual: number) {
  const panelRef = usePanelRef();
  const open = useDesk(({ panels }) => panels[name]);
  const kept = useRef(keptSizes()[name] ?? { size: usual, open: true });
  const started = useRef(false);
  useEffect(() => {
    const panel = panelRef.current;
    if (!panel) return;
    const wanted = started.current ? open : kept.current.open;
    started.current = true;
    if (wanted) panel.expand();
    else panel.collapse();
    setOpen(name, wanted);
  }, [name, open, panelRef]);
  const onResize = ({ inPixels }: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    if (before === undefined) return;
    const isOpen = panelRef.current?.isCollapsed() === false;
    kept.current = { size: isOpen ? Math.round(inPixels) : kept.current.size, open: isOpen };
    keep(name, kept.current);
    setOpen(name, isOpen);
  };
  return { panelRef, onResize, defaultSize: kept.current.size };
}

/** Width of a panel that does not fold, remembered under a name. */
export function useWidth(name: string, usual: number) {
  const kept = useRef(keptSizes()[name]?.size ?? usual);
  const onResize = ({ inPixels }: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    if (before !== undefined) keep(name, { size: Math.round(inPixels), open: true });
  };
  return { onResize, defaultSize: kept.current };
}

function setOpen(name: keyof Panels, open: boolean): void {
  const { panels } = store.get();
  if (panels[name] !== open) store.set({ panels: { ...panels, [name]: open } });
}

/** What is damaged in the storage counts as absent. */
function keptSizes(): Readonly<Partial<Record<string, Kept>>> {
  try {
    const all = JSON.parse(localStorage.getItem(SIZES) ?? '{}') as Readonly<Record<string, Partial<Kept> | null>>;
    const whole = Object.entries(all).filter(
      ([, kept]) => typeof kept?.size === 'number' && kept.size > 0 && typeof kept.open === 'boolean',
    );
    return Object.fromEntries(whole) as Record<string, Kept>;
  } catch {
    return {};
  }
}

/** A full storage loses the memory, not the work. */
function keep(name: string, kept: Kept): void {
  try {
    localStorage.setItem(SIZES, JSON.stringify({ ...keptSizes(), [name]: kept }));
  } catch {
    localStorage.removeItem(SIZES);
  }
}
