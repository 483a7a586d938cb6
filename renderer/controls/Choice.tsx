/** One of several, in the system's own list. */
interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly title: string }[];
  readonly disabled?: boolean;
  readonly onChoice: (value: T) => void;
}

export function Choice<T extends string>({ label, value, choices, disabled, onChoice }: ChoiceProps<T>) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={({ target }) => onChoice(target.value as T)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))}
    </select>
  );
}
