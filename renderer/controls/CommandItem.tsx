/** A command in a menu: its title, key and state come from the table. */
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { commands, type DeskCommand, runCommand } from '../state/commands';
import { shortcutText } from '../state/shortcuts';
import { useDesk } from '../state/store';

/** An item that runs the command once the menu is closed. */
export function CommandItem({ command }: { readonly command: DeskCommand }) {
  const { t } = useTranslation();
  const { enabled, pressed, shortcut } = commands[command];
  const isEnabled = useDesk(enabled);
  const isPressed = useDesk(pressed ?? never);
  const words = (
    <>
      <span className="menu-tick" aria-hidden="true">
        {isPressed ? '✓' : ''}
      </span>
      {t(`command.${command}`)}
      <span className="menu-keys">{shortcut ? shortcutText(shortcut) : ''}</span>
    </>
  );
  // After the menu has given the focus back, so that a command may take it elsewhere.
  const run = () => setTimeout(() => runCommand(command));
  return pressed ? (
    <Menu.CheckboxItem className="menu-item" checked={isPressed} disabled={!isEnabled} closeOnClick onCheckedChange={run}>
      {words}
    </Menu.CheckboxItem>
  ) : (
    <Menu.Item className="menu-item" disabled={!isEnabled} onClick={run}>
      {words}
    </Menu.Item>
  );
}

const never = () => false;
