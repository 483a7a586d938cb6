import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, type PanelSize, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { Canvas } from '../canvas';
import { Inspector } from '../inspector/Inspector';
import { PressDialog } from '../press/PressDialog';
import { type Panels, store, useDesk } from '../state/store';
import { BlockList } from './BlockList';
import { Library } from './Library';
import { MessageBar } from './MessageBar';
import { Pages } from './Pages';
import { Problems } from './Problems';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import './desk.css';

/** The desk around an open issue. Widths and folded panels are remembered. */
export function Desk() {
  const { t } = useTranslation();
  const across = useDefaultLayout({ id: 'desk', storage: localStorage });
  const down = useDefaultLayout({ id: 'desk-middle', storage: localStorage });
  const left = usePanel('left');
  const right = usePanel('right');
  const bottom = usePanel('bottom');
  return (
    <div className="desk">
      <TopBar />
      <MessageBar />
      <Group className="desk-body" {...across}>
        <Panel
          id="left"
          defaultSize={272}
          minSize={220}
          maxSize={400}
          collapsible
          groupResizeBehavior="preserve-pixel-size"
          {...left}
        >
          <div className="left-panel" data-region="library">
            <Library />
            <Pages />
          </div>
        </Panel>
        <Separator className="splitter" aria-label={t('command.toggleLeft')} />
        <Panel id="middle" minSize={320}>
          <Group orientation="vertical" {...down}>
            <Panel id="page" minSize={160}>
              <Stage />
            </Panel>
            <Separator className="splitter flat" aria-label={t('command.toggleBottom')} />
            <Panel
              id="bottom"
              defaultSize={144}
              minSize={96}
              maxSize={360}
              collapsible
              collapsedSize={28}
              groupResizeBehavior="preserve-pixel-size"
              {...bottom}
            >
              <Problems />
            </Panel>
          </Group>
        </Panel>
        <Separator className="splitter" aria-label={t('command.toggleRight')} />
        <Panel
          id="right"
          defaultSize={296}
          minSize={264}
          maxSize={400}
          collapsible
          groupResizeBehavior="preserve-pixel-size"
          {...right}
        >
          <Inspector />
        </Panel>
      </Group>
      <StatusBar />
      <PressDialog />
    </div>
  );
}

function Stage() {
  return (
    <main className="stage" data-region="canvas">
      <Canvas />
      <BlockList />
    </main>
  );
}

/** Folds a panel when the store says so, and tells the store when it was folded by its edge. */
function usePanel(name: keyof Panels) {
  const panelRef = usePanelRef();
  const open = useDesk(({ panels }) => panels[name]);
  useEffect(() => {
    if (open) panelRef.current?.expand();
    else panelRef.current?.collapse();
  }, [open, panelRef]);
  const onResize = (_size: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    const isOpen = panelRef.current?.isCollapsed() === false;
    const { panels } = store.get();
    if (before !== undefined && panels[name] !== isOpen) store.set({ panels: { ...panels, [name]: isOpen } });
  };
  return { panelRef, onResize };
}
