/** A button of a command: its title, shortcut and state come from the table. */
import { Toolbar } from '@base-ui/react/toolbar';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { type ComponentProps, type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { commands, type DeskCommand, runCommand } from '../state/commands';
import { focusPage } from '../state/focus';
import { shortcutText } from '../state/shortcuts';
import { useDesk } from '../state/store';

interface CommandButtonProps {
  readonly command: DeskCommand;
  readonly icon?: LucideIcon;
  /** Without it the button shows its icon alone. */
  readonly text?: string;
  readonly look?: 'plain' | 'outline' | 'tonal' | 'solid';
  /** In place of the command's own title. */
  readonly title?: string;
  /** What the command does is going on. */
  readonly busy?: boolean;
}

/** Drawn again only when it looks otherwise: many stand beside a text that is being written. */
export const CommandButton = memo(function CommandButton(props: CommandButtonProps) {
  const { icon, attributes } = useCommandButton(props);
  return (
    <button type="button" {...attributes}>
      {icon}
      {props.text}
    </button>
  );
});

/** The same as an item of a toolbar, which is one tab stop. A click gives the focus to the page; keys leave it here. */
export function ToolButton(props: CommandButtonProps) {
  const { icon, attributes } = useCommandButton(props);
  const click = ({ detail }: MouseEvent) => {
    runCommand(props.command);
    if (detail > 0) focusPage();
  };
  return (
    <Toolbar.Button {...attributes} onClick={click}>
      {icon}
      {props.text}
    </Toolbar.Button>
  );
}

function useCommandButton({ command, icon: Icon, text, look = 'plain', title, busy }: CommandButtonProps) {
  const { t } = useTranslation();
  const { shortcut, enabled, pressed } = commands[command];
  const isEnabled = useDesk(enabled);
  const isPressed = useDesk(pressed ?? never);
  const name = title ?? t(`command.${command}`);
  const attributes: ComponentProps<'button'> & { 'data-look': string; 'data-tool': string | undefined } = {
    className: text === undefined ? 'button icon-button' : 'button',
    'data-look': look,
    'data-tool': /^tool[A-Z]/.test(command) ? '' : undefined,
    title: shortcut ? `${name}  ${shortcutText(shortcut)}` : name,
    'aria-label': text === undefined ? name : undefined,
    'aria-pressed': pressed ? isPressed : undefined,
    disabled: !isEnabled,
    onClick: () => runCommand(command),
  };
  const Shown = busy ? LoaderCircle : Icon;
  const className = busy ? 'turning' : undefined;
  return { icon: Shown && <Shown className={className} size={16} strokeWidth={1.75} aria-hidden="true" />, attributes };
}

const never = () => false;
