/** All shortcuts on a sheet, from the table of commands. */
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../controls/DialogFrame';
import { pictureCommands } from '../pictures/picture-commands';
import { blockCommands } from '../state/block-commands';
import { type Command, commands, type DeskCommand } from '../state/commands';
import { shortcutText } from '../state/shortcuts';
import { storyCommands } from '../state/story-commands';
import { textCommands } from '../state/text-commands';
import { viewCommands } from '../state/view-commands';
import './palette.css';

type Group = 'file' | 'block' | 'story' | 'view' | 'proposals' | 'go';

const GROUPS: readonly Group[] = ['file', 'block', 'story', 'view', 'go', 'proposals'];

function groupOf(name: DeskCommand, { inPreview }: Command): Group {
  if (inPreview || name === 'propose' || name === 'arrangeRest') return 'proposals';
  if (name in blockCommands || name in pictureCommands) return 'block';
  if (name in storyCommands || name in textCommands || ['cleanText', 'showChanges', 'runInHeading', 'bold', 'kai'].includes(name))
    return 'story';
  if (name in viewCommands || name.startsWith('toggle')) return 'view';
  if (/^(?:next|previous|find|select|cure)/.test(name)) return 'go';
  return 'file';
}

export function ShortcutsDialog() {
  const { t } = useTranslation();
  const all = Object.entries(commands) as [DeskCommand, Command][];
  return (
    <DialogFrame name="shortcuts" title={t('shortcuts.title')} className="shortcuts">
      {() => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it
        <div className="shortcuts-body" tabIndex={0}>
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
      )}
    </DialogFrame>
  );
}
