import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, type PanelSize, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { Canvas } from '../canvas';
import { CleanDialog } from '../clean/CleanDialog';
import { FindPanel } from '../find/FindPanel';
import { Inspector } from '../inspector/Inspector';
import { PaletteDialog } from '../palette/PaletteDialog';
import { PressDialog } from '../press/PressDialog';
import { PreviewBar } from '../proposals/PreviewBar';
import { PackagesDialog } from '../records/PackagesDialog';
import { SigningDialog } from '../records/SigningDialog';
import { StateBars } from '../records/StateBars';
import { TemplateDialog } from '../records/TemplateDialog';
import { VersionsDialog } from '../records/VersionsDialog';
import { type Panels, store, useDesk } from '../state/store';
import { StoryDesk } from '../story/StoryDesk';
import { BlockList } from './BlockList';
import { DeskMenu } from './DeskMenu';
import { Library } from './Library';
import { MessageBar } from './MessageBar';
import { Pages } from './Pages';
import { Problems } from './Problems';
import { ProofDialog } from './ProofDialog';
import { Rail } from './Rail';
import { RevisionDialog } from './RevisionDialog';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import './desk.css';

/** Width of the left panel when it is folded, CSS pixels. */
const RAIL = 48;

/** The desk around an open issue: its pages, or a story with its page. */
export function Desk() {
  const story = useDesk((state) => state.story);
  return (
    <div className="desk">
      <TopBar />
      <StateBars />
      {story === null ? <PageDesk /> : <StoryDesk story={story} />}
      <FindPanel />
      <StatusBar />
      <PressDialog />
      <VersionsDialog />
      <SigningDialog />
      <PackagesDialog />
      <TemplateDialog />
      <RevisionDialog />
      <CleanDialog />
      <ProofDialog />
      <PaletteDialog />
      <DeskMenu />
    </div>
  );
}

/** Widths and folded panels are remembered. */
function PageDesk() {
  const { t } = useTranslation();
  const across = useDefaultLayout({ id: 'desk', storage: localStorage });
  const down = useDefaultLayout({ id: 'desk-middle', storage: localStorage });
  const leftOpen = useDesk(({ panels }) => panels.left);
  const left = usePanel('left');
  const right = usePanel('right');
  const bottom = usePanel('bottom');
  return (
    <Group className="desk-body" {...across}>
      <Panel
        id="left"
        defaultSize={272}
        minSize={220}
        maxSize={400}
        collapsible
        collapsedSize={RAIL}
        groupResizeBehavior="preserve-pixel-size"
        {...left}
      >
        {!leftOpen && <Rail />}
        <div className="left-panel" data-region="library" hidden={!leftOpen}>
          <Library />
          <Pages />
        </div>
      </Panel>
      <Separator className="splitter" aria-label={t('command.toggleLeft')} />
      <Panel id="middle" minSize={320}>
        <Group orientation="vertical" {...down}>
          <Panel id="page" minSize={160}>
            <div className="page-area">
              <PreviewBar />
              <Stage />
              <MessageBar />
            </div>
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

/** Folds a panel when the store says so, and tells the store when it was folded by its edge or stands folded from last time. */
function usePanel(name: keyof Panels) {
  const panelRef = usePanelRef();
  const open = useDesk(({ panels }) => panels[name]);
  const remembered = useRef(false);
  useEffect(() => {
    const panel = panelRef.current;
    if (!panel) return;
    if (!remembered.current) setOpen(name, !panel.isCollapsed());
    else if (open) panel.expand();
    else panel.collapse();
    remembered.current = true;
  }, [name, open, panelRef]);
  const onResize = (_size: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    if (before !== undefined) setOpen(name, panelRef.current?.isCollapsed() === false);
  };
  return { panelRef, onResize };
}

function setOpen(name: keyof Panels, open: boolean): void {
  const { panels } = store.get();
  if (panels[name] !== open) store.set({ panels: { ...panels, [name]: open } });
}
