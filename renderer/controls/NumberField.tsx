/** A whole number with its unit: typed, stepped with ↑ ↓ (ten with ⇧), or dragged by its unit. */
import { NumberField as Base } from '@base-ui/react/number-field';

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly disabled?: boolean;
  readonly onNumber: (value: number) => void;
  readonly onLeave: () => void;
}

export function NumberField({ label, unit, value, least, most, disabled, onNumber, onLeave }: NumberFieldProps) {
  return (
    <Base.Root
      className="number"
      value={value}
      min={least}
      max={Math.max(least, most)}
      step={1}
      largeStep={10}
      disabled={disabled}
      onValueChange={(next) => next !== null && onNumber(Math.round(next))}
    >
      <Base.Group className="number-group">
        <Base.Input className="field number-input" aria-label={label} onBlur={onLeave} />
        <Base.ScrubArea className="number-unit">
          <span aria-hidden="true">{unit}</span>
        </Base.ScrubArea>
      </Base.Group>
    </Base.Root>
  );
}
