import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import {
  ChevronDown,
  Droplet,
  FilePlus2,
  Grid3x3,
  Hand,
  ImagePlus,
  Magnet,
  MousePointer2,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Redo2,
  Ruler,
  Save,
  Search,
  SquareDashed,
  Type,
  Undo2,
  WandSparkles,
  ZoomIn,
} from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentIssue } from '../../electron/bridge';
import { ToolButton } from '../controls/CommandButton';
import { CommandItem } from '../controls/CommandItem';
import { Logo } from '../controls/Logo';
import { useAtLeast } from '../controls/use-width';
import { bridge } from '../state/bridge';
import { openRecent } from '../state/opening';
import { store, useDesk } from '../state/store';
import { useDates } from './dates';
import './top-bar.css';

export function TopBar() {
  const { t } = useTranslation();
  const undoName = useDesk(({ history }) => history.done.at(-1)?.name);
  const redoName = useDesk(({ history }) => history.undone.at(-1)?.name);
  const arranging = useDesk(({ job }) => job?.kind === 'arrange');
  const [forPanels, forFiles, forMarks, forTools] = [useAtLeast(1240), useAtLeast(1100), useAtLeast(980), useAtLeast(820)];
  const named = (key: 'undo' | 'redo', name: string | undefined) =>
    name === undefined ? t(`command.${key}`) : t(`top.${key}Of`, { name: t(name) });
  return (
    <Toolbar.Root className="topbar" aria-label={t('top.label')} data-region="top">
      <Toolbar.Button
        className="button icon-button logo"
        title={t('top.menu')}
        aria-label={t('top.menu')}
        aria-haspopup="menu"
        onClick={popUpMenu}
      >
        <Logo size={20} />
      </Toolbar.Button>
      <IssueSwitcher />
      <div className="tool-group">
        <ToolButton command="undo" icon={Undo2} title={named('undo', undoName)} />
        <ToolButton command="redo" icon={Redo2} title={named('redo', redoName)} />
        {forFiles && (
          <>
            <Toolbar.Separator className="tool-line" />
            <ToolButton command="save" icon={Save} />
            <ToolButton command="import" icon={FilePlus2} />
          </>
        )}
        {forTools && (
          <>
            <Toolbar.Separator className="tool-line" />
            <ToolButton command="toolSelect" icon={MousePointer2} />
            <ToolButton command="toolText" icon={Type} />
            <ToolButton command="toolPicture" icon={ImagePlus} />
            <ToolButton command="toolFrame" icon={SquareDashed} />
            <ToolButton command="toolHand" icon={Hand} />
            <ToolButton command="toolZoom" icon={ZoomIn} />
          </>
        )}
        {forMarks && (
          <>
            <Toolbar.Separator className="tool-line" />
            <ToolButton command="toggleGrid" icon={Grid3x3} />
            <ToolButton command="toggleRulers" icon={Ruler} />
            <ToolButton command="toggleSnap" icon={Magnet} />
            <ToolButton command="toggleSoftProof" icon={Droplet} />
          </>
        )}
        {forPanels && (
          <>
            <Toolbar.Separator className="tool-line" />
            <ToolButton command="toggleLeft" icon={PanelLeft} />
            <ToolButton command="toggleBottom" icon={PanelBottom} />
            <ToolButton command="toggleRight" icon={PanelRight} />
          </>
        )}
      </div>
      <div className="tool-group end">
        <ToolButton command="palette" icon={Search} />
        <ToolButton
          command="propose"
          icon={WandSparkles}
          busy={arranging}
          text={arranging ? t('top.busy') : t('command.propose')}
          look="tonal"
        />
        <WaysToArrange />
        <ToolButton command="proof" text={t('top.proof')} look="outline" />
        <ToolButton command="press" text={t('command.press')} look="solid" />
      </div>
    </Toolbar.Root>
  );
}

/** The native menu, below the logo. */
function popUpMenu({ currentTarget }: MouseEvent<HTMLElement>): void {
  const { left, bottom } = currentTarget.getBoundingClientRect();
  const zoom = store.get().settings.uiZoom ?? 1;
  void bridge().popUpMenu(Math.round(left * zoom), Math.round(bottom * zoom));
}

/** The open issue's name, with the way to others. */
function IssueSwitcher() {
  const { t } = useTranslation();
  const { short } = useDates();
  const name = useDesk(({ issue }) => issue?.paper.name);
  const number = useDesk(({ issue }) => issue?.number);
  const date = useDesk(({ issue }) => issue?.date);
  const own = useDesk(({ opened }) => opened?.name);
  const wide = useAtLeast(900);
  const [recent, setRecent] = useState<readonly RecentIssue[]>([]);
  if (date === undefined) return null;
  const look = (open: boolean) => {
    if (open)
      bridge()
        .recent()
        .then(setRecent, () => setRecent([]));
  };
  return (
    <Menu.Root onOpenChange={look} modal={false}>
      <Toolbar.Button className="button issue-name" title={t('top.issues')} render={<Menu.Trigger />}>
        <h1>{name}</h1>
        {wide && <span>{t('top.issue', { number })}</span>}
        {wide && <span className="soft">{short(date)}</span>}
        <ChevronDown size={12} aria-hidden="true" />
      </Toolbar.Button>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" align="start">
          <Menu.Popup className="menu">
            <CommandItem command="start" />
            <CommandItem command="new" />
            <CommandItem command="newFromLast" />
            <CommandItem command="open" />
            {recent.some((issue) => issue.name !== own) && <Menu.Separator className="menu-line" />}
            {recent
              .filter((issue) => issue.name !== own)
              .slice(0, MOST_RECENT)
              .map(({ id, name: title, folder }) => (
                <Menu.Item key={id} className="menu-item" title={folder} onClick={() => openRecent(id)}>
                  <span className="menu-tick" aria-hidden="true" />
                  {title}
                </Menu.Item>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const MOST_RECENT = 5;

/** Other ways than a new proposal for the page shown. */
function WaysToArrange() {
  const { t } = useTranslation();
  return (
    <Menu.Root modal={false}>
      <Toolbar.Button
        className="button icon-button split"
        data-look="tonal"
        title={t('top.moreWays')}
        aria-label={t('top.moreWays')}
        render={<Menu.Trigger />}
      >
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </Toolbar.Button>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" align="end">
          <Menu.Popup className="menu">
            <CommandItem command="propose" />
            <CommandItem command="arrangeRest" />
            <CommandItem command="arrangeIssue" />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
