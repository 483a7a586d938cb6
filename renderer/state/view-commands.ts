/** Commands about how the page is shown; a part of the table (commands.ts). */
import type { Command } from './commands';
import { zoomToSelection } from './sight';
import { type DeskState, type Overlays, type Plate, store, type Tool } from './store';

export type ViewCommand =
  | 'zoomIn'
  | 'zoomOut'
  | 'fitPage'
  | 'actualSize'
  | 'fitSelection'
  | 'toggleGrid'
  | 'toggleRows'
  | 'toggleRulers'
  | 'toggleTrim'
  | 'toggleSnap'
  | 'toggleFacing'
  | 'toggleSoftProof'
  | 'togglePlain'
  | 'plateAll'
  | 'plateC'
  | 'plateM'
  | 'plateY'
  | 'plateK'
  | 'plateSpot'
  | 'plateInk'
  | 'toolSelect'
  | 'toolHand'
  | 'toolZoom'
  | 'previousPage'
  | 'nextPage'
  | 'goToPage'
  | 'palette'
  | 'shortcuts';

const isOpen = ({ issue, dialog }: DeskState) => issue !== null && dialog === null;

export const viewCommands: Readonly<Record<ViewCommand, Command>> = {
  zoomIn: { shortcut: 'Mod+=', enabled: isOpen, run: () => zoomBy(1.25) },
  zoomOut: { shortcut: 'Mod+-', enabled: isOpen, run: () => zoomBy(1 / 1.25) },
  fitPage: { shortcut: 'Mod+0', enabled: isOpen, run: () => store.setView({ fit: true }) },
  actualSize: { shortcut: 'Mod+1', enabled: isOpen, run: () => store.setView({ fit: false, zoom: 1 }) },
  fitSelection: { shortcut: 'Mod+2', enabled: (state) => isOpen(state) && state.selection !== null, run: zoomToSelection },
  toggleGrid: overlay('grid', "Mod+'"),
  toggleRows: overlay('rows'),
  toggleRulers: overlay('rulers', 'Mod+R'),
  toggleTrim: overlay('trim'),
  toggleSnap: overlay('snap'),
  toggleFacing: overlay('facing'),
  toggleSoftProof: overlay('soft'),
  togglePlain: { ...overlay('plain', 'W'), onCanvas: true },
  plateAll: plating('', 'Alt+0'),
  plateC: plating('C', 'Alt+1'),
  plateM: plating('M', 'Alt+2'),
  plateY: plating('Y', 'Alt+3'),
  plateK: plating('K', 'Alt+4'),
  plateSpot: plating('spot', 'Alt+5'),
  plateInk: plating('ink', 'Alt+6'),
  toolSelect: tooling('select', 'V'),
  toolHand: tooling('hand', 'H'),
  toolZoom: tooling('zoom', 'Z'),
  previousPage: { shortcut: 'PageUp', enabled: (state) => isOpen(state) && state.page > 1, run: () => turn(-1) },
  nextPage: {
    shortcut: 'PageDown',
    enabled: (state) => isOpen(state) && state.page < state.issue!.pages.length,
    run: () => turn(1),
  },
  goToPage: { shortcut: 'Mod+G', enabled: isOpen, run: () => store.set({ palette: 'goTo' }) },
  palette: { shortcut: 'Mod+K', enabled: isOpen, run: () => store.set({ palette: 'commands' }) },
  shortcuts: { shortcut: 'Mod+/', enabled: isOpen, run: () => store.set({ dialog: 'shortcuts' }) },
};

function overlay(name: keyof Overlays, key?: string): Command {
  return {
    ...(key === undefined ? {} : { shortcut: key }),
    enabled: isOpen,
    pressed: ({ overlays }) => overlays[name],
    run: () => {
      const { overlays } = store.get();
      store.set({ overlays: { ...overlays, [name]: !overlays[name] } });
    },
  };
}

/** Shows one plate of the page, or all together. */
function plating(plate: Plate, key: string): Command {
  return { shortcut: key, enabled: isOpen, pressed: (state) => state.plate === plate, run: () => store.set({ plate }) };
}

function tooling(tool: Tool, key: string): Command {
  return {
    shortcut: key,
    onCanvas: true,
    enabled: isOpen,
    pressed: (state) => state.tool === tool,
    run: () => store.set({ tool }),
  };
}

function zoomBy(factor: number): void {
  store.setView({ fit: false, zoom: store.get().view.zoom * factor });
}

function turn(step: number): void {
  store.goTo(store.get().page + step);
}
