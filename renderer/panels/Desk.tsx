import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator } from 'react-resizable-panels';
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
import { useDesk } from '../state/store';
import { StoryDesk } from '../story/StoryDesk';
import { BlockList } from './BlockList';
import { DeskMenu } from './DeskMenu';
import { EmptyPage } from './EmptyPage';
import { Later } from './Later';
import { Library } from './Library';
import { MessageBar } from './MessageBar';
import { Pages } from './Pages';
import { Problems } from './Problems';
import { ProofDialog } from './ProofDialog';
import { Rail } from './Rail';
import { RevisionDialog } from './RevisionDialog';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';
import { usePanel } from './use-panel';
import './desk.css';

/** Width of the left panel when it is folded, CSS pixels. */
const RAIL = 48;

/** The desk around an open issue: its pages, or a story with its page. */
export function Desk() {
  const story = useDesk((state) => state.story);
  return (
    <div className="desk">
      <header>
        <TopBar />
      </header>
      <StateBars />
      <main className="desk-main">
        {story === null ? <PageDesk /> : <StoryDesk story={story} />}
        <FindPanel />
      </main>
      <footer>
        <StatusBar />
      </footer>
      <Later>
        <Dialogs />
      </Later>
    </div>
  );
}

function Dialogs() {
  return (
    <>
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
    </>
  );
}

/** Widths and folded panels are remembered. */
function PageDesk() {
  const { t } = useTranslation();
  const leftOpen = useDesk(({ panels }) => panels.left);
  const rightOpen = useDesk(({ panels }) => panels.right);
  const left = usePanel('left', 272);
  const right = usePanel('right', 296);
  const bottom = usePanel('bottom', 144);
  return (
    <Group className="desk-body">
      <Panel
        id="left"
        minSize={220}
        maxSize={400}
        collapsible
        collapsedSize={RAIL}
        groupResizeBehavior="preserve-pixel-size"
        {...left}
      >
        {!leftOpen && <Rail />}
        <section className="left-panel" data-region="library" aria-label={t('command.toggleLeft')} hidden={!leftOpen}>
          <Later>
            <Library />
          </Later>
          <Later>
            <Pages />
          </Later>
        </section>
      </Panel>
      <Separator className="splitter" aria-label={t('command.toggleLeft')} />
      <Panel id="middle" minSize={200}>
        <Group orientation="vertical">
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
            minSize={96}
            maxSize={360}
            collapsible
            collapsedSize={28}
            groupResizeBehavior="preserve-pixel-size"
            {...bottom}
          >
            <Later>
              <Problems />
            </Later>
          </Panel>
        </Group>
      </Panel>
      <Separator className="splitter" aria-label={t('command.toggleRight')} />
      <Panel id="right" minSize={264} maxSize={400} collapsible groupResizeBehavior="preserve-pixel-size" {...right}>
        <div className="right-panel" hidden={!rightOpen}>
          <Later>
            <Inspector />
          </Later>
        </div>
      </Panel>
    </Group>
  );
}

function Stage() {
  return (
    <div className="stage" data-region="canvas">
      <Canvas />
      <EmptyPage />
      <Later>
        <BlockList />
      </Later>
    </div>
  );
}
