import { ShortcutsDialog } from '../palette/ShortcutsDialog';
import { useDesk } from '../state/store';
import { Desk } from './Desk';
import { DrawAgain } from './DrawAgain';
import { MessageBar } from './MessageBar';
import { SettingsDialog } from './SettingsDialog';
import { StartScreen } from './StartScreen';
import { UnsavedDialog } from './UnsavedDialog';

export function App() {
  const opened = useDesk((state) => state.opened);
  return (
    <>
      {opened ? (
        <DrawAgain>
          <Desk key={opened.handle} />
        </DrawAgain>
      ) : (
        <div className="welcome">
          <MessageBar />
          <StartScreen />
        </div>
      )}
      <UnsavedDialog />
      <SettingsDialog />
      <ShortcutsDialog />
    </>
  );
}
