/** A panel that folds and keeps its size: what the store says is done, what is dragged is remembered, in pixels. */
import { type RefObject, useEffect, useRef } from 'react';
import { type PanelImperativeHandle, type PanelSize, usePanelRef } from 'react-resizable-panels';
import { read, write } from '../state/own-storage';
import { type Panels, store, useDesk } from '../state/store';

const SIZES = 'banxin.panels';

interface Kept {
  readonly size: number;
  readonly open: boolean;
}

/**
 * Props of the panel: its size as it was left, CSS pixels, or `usual`. A small window may squeeze it; what is remembered is what
 * was dragged, and it comes back when there is room again.
 */
export function usePanel(name: keyof Panels, usual: number) {
  const panelRef = usePanelRef();
  const open = useDesk(({ panels }) => panels[name]);
  const kept = useRef(keptSizes()[name] ?? { size: usual, open: true });
  const started = useRef(false);
  useEffect(() => {
    const panel = panelRef.current;
    if (!panel) return;
    const wanted = started.current ? open : kept.current.open;
    if (started.current && wanted !== kept.current.open) keep(name, { ...kept.current, open: wanted });
    kept.current = { ...kept.current, open: wanted };
    started.current = true;
    if (wanted) panel.expand();
    else panel.collapse();
    setOpen(name, wanted);
  }, [name, open, panelRef]);
  useRoom(panelRef, kept);
  const onResize = ({ inPixels }: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    if (before === undefined || !isDragged()) return;
    const isOpen = panelRef.current?.isCollapsed() === false;
    kept.current = { size: isOpen ? Math.round(inPixels) : kept.current.size, open: isOpen };
    keep(name, kept.current);
    setOpen(name, isOpen);
  };
  return { panelRef, onResize, defaultSize: kept.current.size };
}

/** Width of a panel that does not fold, remembered under a name. */
export function useWidth(name: string, usual: number) {
  const panelRef = usePanelRef();
  const kept = useRef({ size: keptSizes()[name]?.size ?? usual, open: true });
  useRoom(panelRef, kept);
  const onResize = ({ inPixels }: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    if (before === undefined || !isDragged()) return;
    kept.current = { size: Math.round(inPixels), open: true };
    keep(name, kept.current);
  };
  return { panelRef, onResize, defaultSize: kept.current.size };
}

/** Gives a panel the size that was chosen whenever the window has become another. */
function useRoom(panelRef: RefObject<PanelImperativeHandle | null>, kept: RefObject<Kept>): void {
  useEffect(() => {
    let frame = 0;
    const fit = () => {
      cancelAnimationFrame(frame);
      // When the panels have taken the window's new size.
      frame = requestAnimationFrame(() => {
        if (!kept.current.open) return;
        panelRef.current?.resize(kept.current.size);
      });
    };
    window.addEventListener('resize', fit);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', fit);
    };
  }, [panelRef, kept]);
}

/** Whether somebody moves a separator, with the pointer or with keys. */
function isDragged(): boolean {
  return document.querySelector('.splitter:is([data-separator="active"], :focus-visible)') !== null;
}

function setOpen(name: keyof Panels, open: boolean): void {
  const { panels } = store.get();
  if (panels[name] !== open) store.set({ panels: { ...panels, [name]: open } });
}

function keptSizes(): Readonly<Partial<Record<string, Kept>>> {
  const all = (read(SIZES) ?? {}) as Readonly<Record<string, Partial<Kept> | null>>;
  const whole = Object.entries(all).filter(
    ([, kept]) => typeof kept?.size === 'number' && kept.size > 0 && typeof kept.open === 'boolean',
  );
  return Object.fromEntries(whole) as Record<string, Kept>;
}

function keep(name: string, kept: Kept): void {
  write(SIZES, { ...keptSizes(), [name]: kept });
}
