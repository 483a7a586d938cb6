/** A few choices side by side, of which one holds. One tab stop, arrows inside. */
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly title: string }[];
  readonly disabled?: boolean;
  readonly onChoice: (value: T) => void;
}

export function Segments<T extends string>({ label, value, choices, disabled, onChoice }: SegmentsProps<T>) {
  const choose = ([next]: readonly T[]) => {
    if (next !== undefined) onChoice(next);
  };
  return (
    <ToggleGroup className="segments" aria-label={label} value={[value]} onValueChange={choose} disabled={disabled}>
      {choices.map((choice) => (
        <Toggle key={choice.value} value={choice.value} className="segment">
          {choice.title}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
