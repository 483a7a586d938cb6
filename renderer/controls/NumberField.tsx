/**
 * A whole number with its unit: typed as people write it (`4`, `4栏`, `22行`, `86.5mm`) and taken over with Enter or on
 * leaving, stepped with ↑ ↓ (ten with ⇧), or dragged by its unit.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { numberOf, type StepLength } from './number-text';

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What a step measures, for values in millimetres. */
  readonly length?: StepLength;
  readonly disabled?: boolean;
  readonly onNumber: (value: number) => void;
  readonly onLeave: () => void;
}

const LARGE_STEP = 10;
/** Way of the pointer for one step, CSS pixels. */
const PIXELS_A_STEP = 6;
const MOST_LENGTH = 20;

const ARROWS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

export function NumberField(props: NumberFieldProps) {
  const { label, unit, value, least, most, length, disabled, onNumber, onLeave } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const put = (next: number) => {
    const clamped = Math.max(least, Math.min(next, Math.max(least, most)));
    if (clamped !== value) onNumber(clamped);
  };
  const commit = () => {
    const next = draft === null ? undefined : numberOf(draft, length);
    setDraft(null);
    if (next !== undefined) put(next);
  };
  const key = (event: KeyboardEvent) => {
    const { key: name, shiftKey, altKey, ctrlKey, metaKey, nativeEvent } = event;
    if (nativeEvent.isComposing || altKey || ctrlKey || metaKey) return;
    if (name === 'Enter') commit();
    if (name === 'Escape') setDraft(null);
    const step = ARROWS[name];
    if (step === undefined) return;
    event.preventDefault();
    const from = (draft === null ? undefined : numberOf(draft, length)) ?? value;
    setDraft(null);
    put(from + step * (shiftKey ? LARGE_STEP : 1));
  };
  return (
    <div className="number number-group">
      <input
        type="text"
        className="field number-input"
        aria-label={label}
        value={draft ?? String(value)}
        maxLength={MOST_LENGTH}
        spellCheck={false}
        disabled={disabled}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={key}
        onBlur={() => {
          commit();
          onLeave();
        }}
      />
      <DragUnit unit={unit} value={value} disabled={disabled} onNumber={put} onLeave={onLeave} />
    </div>
  );
}

type DragUnitProps = Pick<NumberFieldProps, 'unit' | 'value' | 'disabled' | 'onNumber' | 'onLeave'>;

function DragUnit({ unit, value, disabled, onNumber, onLeave }: DragUnitProps) {
  const start = useRef<{ readonly x: number; readonly value: number }>(undefined);
  const down = (event: PointerEvent) => {
    if (disabled || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, value };
  };
  const move = ({ clientX }: PointerEvent) => {
    const { current } = start;
    if (current) onNumber(current.value + Math.round((clientX - current.x) / PIXELS_A_STEP));
  };
  const end = () => {
    if (start.current) onLeave();
    start.current = undefined;
  };
  return (
    <span
      className="number-unit"
      aria-hidden="true"
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {unit}
    </span>
  );
}
