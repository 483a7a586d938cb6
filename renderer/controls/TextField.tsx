/**
 * A text field that changes the document while its user types. Input methods are left alone: nothing is committed before
 * the composition ends. What the field shows may differ from the document in ways that `normal` takes away, such as an
 * empty last line, until the document changes otherwise.
 */
import {
  type ChangeEvent,
  type ClipboardEvent,
  type CompositionEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type FieldMark, type FieldText, registerField, useMarks } from '../proof/text-fields';
import { store, useAhead } from '../state/store';
import { useLetters } from './letters';

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
  /** The text of the issue that it holds: findings of the text checks are marked in it. */
  readonly of?: FieldText;
  /** Rich text from the clipboard as this field takes it; undefined leaves the plain text. */
  readonly onRich?: (html: string) => string | undefined;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const same = (text: string) => text;

/** Of a field, CSS pixels. */
const BORDER = 1;

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
  of,
  onRich,
}: TextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [composing, setComposing] = useState(false);
  const ahead = useAhead(draft !== null);
  const marks = useMarks(of);
  const element = useRef<HTMLElement>(null);
  const backdrop = useRef<HTMLDivElement>(null);
  useEffect(() => (of && element.current ? registerField(of, element.current as Field) : undefined), [of]);
  const write = (text: string) => {
    const changed = normal(text) !== value;
    if (changed) onText(text);
    return changed;
  };
  const letters = useLetters(element, (text) => !composing && write(text), setDraft);
  const isOwn = draft !== null && (composing || ahead || draft === value || normal(draft) === value);
  const shown = letters.before() ?? (isOwn ? draft : value);

  const change = ({ target, nativeEvent }: ChangeEvent<Field>) => {
    setDraft(target.value);
    if (!(nativeEvent as InputEvent).isComposing && !letters.arePut()) commit(target.value);
  };
  const commit = (text: string) => {
    if (write(text)) requestAnimationFrame(() => store.settleAlong());
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
  const paste = (event: ClipboardEvent<Field>) => {
    const html = event.clipboardData.getData('text/html');
    const text = html === '' ? undefined : onRich?.(html);
    if (text === undefined) return;
    event.preventDefault();
    // As if typed, so that the field's own undo knows it.
    document.execCommand('insertText', false, text);
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
    ...(onRich && { onPaste: paste }),
  };
  const follow = useCallback(() => {
    if (!backdrop.current || !element.current) return;
    // Lines break alike only without the width of a scroll bar.
    backdrop.current.style.width = `${element.current.clientWidth + 2 * BORDER}px`;
    backdrop.current.scrollTop = element.current.scrollTop;
    backdrop.current.scrollLeft = element.current.scrollLeft;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these move the lines; asking for the width lays out the whole window.
  useEffect(follow, [shown, marks]);
  const field = lines ? (
    <textarea {...common} ref={element as RefObject<HTMLTextAreaElement>} rows={lines === 'tall' ? 10 : 1} onScroll={follow} />
  ) : (
    <input type="text" {...common} ref={element as RefObject<HTMLInputElement>} onScroll={follow} />
  );
  const marked = marks.length > 0 && shown === value;
  const content =
    lines === 'few' ? (
      <div className="grow" data-text={shown}>
        {field}
      </div>
    ) : (
      field
    );
  if (!of) return content;
  return (
    <div className="marked">
      {marked && <Marks ref={backdrop} text={shown} marks={marks} oneLine={!lines} strong={strong ?? false} />}
      {content}
    </div>
  );
}

interface MarksProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly text: string;
  readonly marks: readonly FieldMark[];
  readonly oneLine: boolean;
  readonly strong: boolean;
}

/** The text once more behind its field, unseen but for its underlines: a field itself cannot underline. */
function Marks({ ref, text, marks, oneLine, strong }: MarksProps) {
  let at = 0;
  const pieces = marks.flatMap(({ from, to, severity }) => {
    if (from < at) return [];
    const before = text.slice(at, from);
    at = to;
    return [
      before,
      <mark key={from} data-tone={severity}>
        {text.slice(from, to)}
      </mark>,
    ];
  });
  return (
    <div ref={ref} className={strong ? 'marks strong' : 'marks'} data-line={oneLine || undefined} aria-hidden="true">
      {pieces}
      {text.slice(at)}{' '}
    </div>
  );
}
