import { useDesk } from '../state/store';
import { Desk } from './Desk';
import { MessageBar } from './MessageBar';
import { StartScreen } from './StartScreen';
import { UnsavedDialog } from './UnsavedDialog';

export function App() {
  const opened = useDesk((state) => state.opened);
  return (
    <>
      {opened ? (
        <Desk key={opened.handle} />
      ) : (
        <div className="welcome">
          <MessageBar />
          <StartScreen />
        </div>
      )}
      <UnsavedDialog />
    </>
  );
}
