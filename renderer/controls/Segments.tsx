/** A few choices side by side, of which one holds. */
import { rove, stopIndex } from './rove';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly title: string }[];
  readonly disabled?: boolean;
  readonly onChoice: (value: T) => void;
}

/**
 * One tab stop, arrows inside. Plain buttons: the library's group looks for its tab stop on the screen, and lays out the whole window
 * for that with every block that is chosen and every step of its size.
 */
export function Segments<T extends string>({ label, value, choices, disabled, onChoice }: SegmentsProps<T>) {
  const anyPressed = choices.some((choice) => choice.value === value);
  return (
    <fieldset className="segments" aria-label={label} disabled={disabled} data-list>
      {choices.map((choice, index) => {
        const isPressed = choice.value === value;
        return (
          <button
            key={choice.value}
            type="button"
            className="segment"
            data-item
            aria-pressed={isPressed}
            tabIndex={stopIndex(isPressed, index, anyPressed)}
            onKeyDown={rove}
            onClick={() => {
              if (!isPressed) onChoice(choice.value);
            }}
          >
            {choice.title}
          </button>
        );
      })}
    </fieldset>
  );
}
