/** A field whose text is acted upon while it is typed, but never what an input method is still composing. */
import { type CompositionEvent, type InputHTMLAttributes, type RefObject, useState } from 'react';

interface ComposedInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> {
  readonly value: string;
  /** Hears each text that is meant. */
  readonly onText: (text: string) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

export function ComposedInput({ value, onText, inputRef, ...rest }: ComposedInputProps) {
  const [composed, setComposed] = useState<string | null>(null);
  const end = ({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
    setComposed(null);
    onText(currentTarget.value);
  };
  return (
    <input
      {...rest}
      ref={inputRef}
      type="text"
      value={composed ?? value}
      onCompositionStart={({ currentTarget }) => setComposed(currentTarget.value)}
      onCompositionEnd={end}
      onBlur={() => setComposed(null)}
      onChange={({ target, nativeEvent }) => {
        if (composed !== null || (nativeEvent as InputEvent).isComposing) setComposed(target.value);
        else onText(target.value);
      }}
    />
  );
}
