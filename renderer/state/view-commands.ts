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
  | 'toolText'
  | 'toolPicture'
  | 'toolFrame'
  | 'toolHand'
  | 'toolZoom'
  | 'previousPage'
  | 'nextPage'
  | 'goToPage'
  | 'palette'
  | 'shortcuts';

const isOpen = ({ issue, dialog }: DeskState) => issue !== null && dialog === null;

export const viewCommands: Readonly<Record<ViewCommand, Command>> = {
  zoomIn: { enabled: isOpen, run: () => zoomBy(1.25) },
  zoomOut: { enabled: isOpen, run: () => zoomBy(1 / 1.25) },
  fitPage: { enabled: isOpen, run: () => store.setView({ fit: true }) },
  actualSize: { enabled: isOpen, run: () => store.setView({ fit: false, zoom: 1 }) },
  fitSelection: { enabled: (state) => isOpen(state) && state.selection !== null, run: zoomToSelection },
  toggleGrid: overlay('grid'),
  toggleRows: overlay('rows'),
  toggleRulers: overlay('rulers'),
  toggleTrim: overlay('trim'),
  toggleSnap: overlay('snap'),
  toggleFacing: overlay('facing'),
  toggleSoftProof: overlay('soft'),
  togglePlain: { ...overlay('plain'), onCanvas: true },
  plateAll: plating(''),
  plateC: plating('C'),
  plateM: plating('M'),
  plateY: plating('Y'),
  plateK: plating('K'),
  plateSpot: plating('spot'),
  plateInk: plating('ink'),
  toolSelect: tooling('select'),
  toolText: tooling('text'),
  toolPicture: tooling('picture'),
  toolFrame: tooling('frame'),
  toolHand: tooling('hand'),
  toolZoom: tooling('zoom'),
  previousPage: { enabled: (state) => isOpen(state) && state.page > 1, run: () => turn(-1) },
  nextPage: {
    enabled: (state) => isOpen(state) && state.page < state.issue!.pages.length,
    run: () => turn(1),
  },
  goToPage: { enabled: isOpen, run: () => store.set({ palette: 'goTo' }) },
  palette: { enabled: isOpen, run: () => store.set({ palette: 'commands' }) },
  shortcuts: { enabled: ({ dialog }) => dialog === null, run: () => store.set({ dialog: 'shortcuts' }) },
};

function overlay(name: keyof Overlays): Command {
  return {
    enabled: isOpen,
    pressed: ({ overlays }) => overlays[name],
    run: () => {
      const { overlays } = store.get();
      store.set({ overlays: { ...overlays, [name]: !overlays[name] } });
    },
  };
}

/** Shows one plate of the page, or all together. */
function plating(plate: Plate): Command {
  return { enabled: isOpen, pressed: (state) => state.plate === plate, run: () => store.set({ plate }) };
}

function tooling(tool: Tool): Command {
  return {
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
