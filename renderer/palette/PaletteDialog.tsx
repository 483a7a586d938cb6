/** The palette: a field, and below it what it finds. Arrows choose, Enter runs. */
import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComposedInput } from '../controls/ComposedInput';
import { type Palette, store, useDesk } from '../state/store';
import { type Entry, entriesOf } from './entries';
import { found } from './search';
import './palette.css';

export function PaletteDialog() {
  const palette = useDesk((state) => state.palette);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={palette !== null} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Popup className="palette" initialFocus={field}>
          {palette && <Choices palette={palette} field={field} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function close(): void {
  store.set({ palette: null });
}

interface ChoicesProps {
  readonly palette: Palette;
  readonly field: React.RefObject<HTMLInputElement | null>;
}

function Choices({ palette, field }: ChoicesProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const all = useMemo(() => entriesOf(palette, store.get(), t), [palette, t]);
  const shown = useMemo(() => found(all, search), [all, search]);
  const chosen = Math.min(at, shown.length - 1);
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    popup.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((chosen + step + shown.length) % shown.length);
    }
    if (event.key === 'Enter' && shown[chosen]) {
      event.preventDefault();
      take(shown[chosen]);
    }
  };
  return (
    <>
      <Dialog.Title className="hidden">{t(`palette.${palette}`)}</Dialog.Title>
      <ComposedInput
        inputRef={field}
        className="palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={shown.length > 0 ? `${list}-${chosen}` : undefined}
        aria-label={t(`palette.${palette}`)}
        placeholder={t(`palette.${palette}`)}
        value={search}
        onText={(text) => {
          setSearch(text);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={popup} id={list} className="palette-list" role="listbox" tabIndex={-1} aria-label={t(`palette.${palette}`)}>
        {shown.map((entry, index) => (
          <div
            key={entry.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="palette-entry"
            onPointerMove={() => setAt(index)}
            onClick={() => take(entry)}
            onKeyDown={onKeyDown}
          >
            <span className="menu-tick" aria-hidden="true">
              {entry.pressed ? '✓' : ''}
            </span>
            {entry.name}
            <kbd className="menu-keys">{entry.keys}</kbd>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="palette-none">{t('library.notFound', { text: search })}</p>}
    </>
  );
}

/** After the palette has given the focus back, so that a command may take it elsewhere. */
function take(entry: Entry): void {
  close();
  setTimeout(entry.run);
}
