/**
 * A text field that changes the document while its user types. Input methods are left alone: nothing is committed before
 * the composition ends. What the field shows may differ from the document in ways that `normal` takes away, such as an
 * empty last line, until the document changes otherwise.
 */
import { type ChangeEvent, type CompositionEvent, useState } from 'react';
import { useAhead } from '../state/store';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** The text as the document would hold it. */
  readonly normal?: (text: string) => string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Several lines, growing with the text; `tall` for running text with a scroll bar of its own. */
  readonly lines?: 'few' | 'tall';
  readonly strong?: boolean;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const same = (text: string) => text;

export function TextField({
  label,
  value,
  normal = same,
  onText,
  onLeave,
  placeholder,
  maxLength,
  lines,
  strong,
}: TextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [composing, setComposing] = useState(false);
  const ahead = useAhead();
  const shown = draft !== null && (composing || ahead || normal(draft) === value) ? draft : value;

  const change = ({ target, nativeEvent }: ChangeEvent<Field>) => {
    setDraft(target.value);
    if (!(nativeEvent as InputEvent).isComposing) commit(target.value);
  };
  const commit = (text: string) => {
    if (normal(text) !== value) onText(text);
  };
  const endComposition = ({ currentTarget }: CompositionEvent<Field>) => {
    setComposing(false);
    setDraft(currentTarget.value);
    commit(currentTarget.value);
  };
  const leave = () => {
    setDraft(null);
    setComposing(false);
    onLeave();
  };
  const common = {
    className: strong ? 'field strong' : 'field',
    'aria-label': label,
    value: shown,
    placeholder,
    maxLength,
    spellCheck: false,
    onChange: change,
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: endComposition,
    onBlur: leave,
  };
  if (!lines) return <input type="text" {...common} />;
  if (lines === 'tall') return <textarea {...common} rows={10} />;
  return (
    <div className="grow" data-text={shown}>
      <textarea {...common} rows={1} />
    </div>
  );
}
