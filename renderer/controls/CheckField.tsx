import { Checkbox } from '@base-ui/react/checkbox';
import { Field } from '@base-ui/react/field';
import { Check } from 'lucide-react';

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box to tick, with its words. */
export function CheckField({ label, checked, disabled, onChange }: CheckFieldProps) {
  return (
    <Field.Root>
      <Field.Label className="check">
        <Checkbox.Root className="checkbox" checked={checked} disabled={disabled} onCheckedChange={onChange}>
          <Checkbox.Indicator>
            <Check size={12} strokeWidth={3} aria-hidden="true" />
          </Checkbox.Indicator>
        </Checkbox.Root>
        {label}
      </Field.Label>
    </Field.Root>
  );
}
