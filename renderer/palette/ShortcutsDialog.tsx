/** All shortcuts on a sheet, from the table of commands. */
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { blockCommands } from '../state/block-commands';
import { type Command, commands, type DeskCommand } from '../state/commands';
import { shortcutText } from '../state/shortcuts';
import { store, useDesk } from '../state/store';
import { storyCommands } from '../state/story-commands';
import { textCommands } from '../state/text-commands';
import { viewCommands } from '../state/view-commands';
import './palette.css';

type Group = 'file' | 'block' | 'story' | 'view' | 'proposals' | 'go';

const GROUPS: readonly Group[] = ['file', 'block', 'story', 'view', 'go', 'proposals'];

function groupOf(name: DeskCommand, { inPreview }: Command): Group {
  if (inPreview || name === 'propose') return 'proposals';
  if (name in blockCommands) return 'block';
  if (name in storyCommands || name in textCommands || name === 'cleanText') return 'story';
  if (name in viewCommands || name.startsWith('toggle')) return 'view';
  if (/^(?:next|previous|find|select)/.test(name)) return 'go';
  return 'file';
}

export function ShortcutsDialog() {
  const { t } = useTranslation();
  const open = useDesk(({ dialog }) => dialog === 'shortcuts');
  const all = Object.entries(commands) as [DeskCommand, Command][];
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && store.set({ dialog: null })}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog shortcuts">
          <header className="dialog-head">
            <Dialog.Title>{t('shortcuts.title')}</Dialog.Title>
            <span className="spacer" />
            <Dialog.Close className="button icon-button" aria-label={t('shortcuts.close')}>
              <X size={16} aria-hidden="true" />
            </Dialog.Close>
          </header>
          <div className="shortcuts-body">
            {GROUPS.map((group) => (
              <section key={group}>
                <h3>{t(`shortcuts.${group}`)}</h3>
                <dl>
                  {all.map(
                    ([name, command]) =>
                      command.shortcut &&
                      groupOf(name, command) === group && (
                        <div key={name}>
                          <dt>{t(`command.${name}`)}</dt>
                          <dd>
                            <kbd>{shortcutText(command.shortcut)}</kbd>
                          </dd>
                        </div>
                      ),
                  )}
                </dl>
              </section>
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
