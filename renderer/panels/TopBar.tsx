import { Toolbar } from '@base-ui/react/toolbar';
import {
  Droplet,
  FilePlus2,
  Grid3x3,
  Hand,
  Magnet,
  MousePointer2,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Redo2,
  Ruler,
  Save,
  Search,
  Undo2,
  WandSparkles,
  ZoomIn,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ToolButton } from '../controls/CommandButton';
import { Logo } from '../controls/Logo';
import { runCommand } from '../state/commands';
import { useDesk } from '../state/store';
import { useDates } from './dates';
import './top-bar.css';

export function TopBar() {
  const { t } = useTranslation();
  const undoName = useDesk(({ history }) => history.done.at(-1)?.name);
  const redoName = useDesk(({ history }) => history.undone.at(-1)?.name);
  const arranging = useDesk(({ job }) => job?.kind === 'arrange');
  const named = (key: 'undo' | 'redo', name: string | undefined) =>
    name === undefined ? t(`command.${key}`) : t(`top.${key}Of`, { name: t(name) });
  return (
    <Toolbar.Root className="topbar" aria-label={t('top.label')} data-region="top">
      <Toolbar.Button
        className="button icon-button logo"
        title={t('command.start')}
        aria-label={t('command.start')}
        onClick={toStart}
      >
        <Logo size={20} />
      </Toolbar.Button>
      <IssueName />
      <div className="tool-group">
        <ToolButton command="undo" icon={Undo2} title={named('undo', undoName)} />
        <ToolButton command="redo" icon={Redo2} title={named('redo', redoName)} />
        <Toolbar.Separator className="tool-line" />
        <ToolButton command="save" icon={Save} />
        <ToolButton command="import" icon={FilePlus2} />
        <Toolbar.Separator className="tool-line" />
        <ToolButton command="toolSelect" icon={MousePointer2} />
        <ToolButton command="toolHand" icon={Hand} />
        <ToolButton command="toolZoom" icon={ZoomIn} />
        <Toolbar.Separator className="tool-line" />
        <ToolButton command="toggleGrid" icon={Grid3x3} />
        <ToolButton command="toggleRulers" icon={Ruler} />
        <ToolButton command="toggleSnap" icon={Magnet} />
        <ToolButton command="toggleSoftProof" icon={Droplet} />
        <Toolbar.Separator className="tool-line" />
        <ToolButton command="toggleLeft" icon={PanelLeft} />
        <ToolButton command="toggleBottom" icon={PanelBottom} />
        <ToolButton command="toggleRight" icon={PanelRight} />
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
        <ToolButton command="press" text={t('command.press')} look="solid" />
      </div>
    </Toolbar.Root>
  );
}

function toStart(): void {
  runCommand('start');
}

function IssueName() {
  const { t } = useTranslation();
  const { short } = useDates();
  const name = useDesk(({ issue }) => issue?.paper.name);
  const number = useDesk(({ issue }) => issue?.number);
  const date = useDesk(({ issue }) => issue?.date);
  if (date === undefined) return null;
  return (
    <div className="issue-name">
      <h1>{name}</h1>
      <span>{t('top.issue', { number })}</span>
      <span className="soft">{short(date)}</span>
    </div>
  );
}
