/** The unseen field at the caret that takes keys, the clipboard and what input methods compose. */
import {
  type ClipboardEvent,
  type CompositionEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { pastedText } from '../../../engine/manuscript/paste';
import { focusPage } from '../../state/focus';
import { isMac } from '../../state/shortcuts';
import { store } from '../../state/store';
import type { Move } from './caret';
import { type Editing, isVertical, selectedText } from './edited-text';
import { leaveText } from './entering';
import { goToField, move, moveLine, selectAll } from './moving';
import { breakLine, compose, endComposition, erase, insert, toggleMark } from './writing';

interface TextInputProps {
  readonly editing: Editing;
  /** CSS pixels in the canvas; where the window of the input method opens. */
  readonly caret: { readonly left: number; readonly top: number; readonly height: number } | undefined;
}

export function TextInput({ editing, caret }: TextInputProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  // What is typed goes past the field: text in it would take a beat of the screen, which the picture of the page has to wait for.
  useEffect(() => {
    const { current } = field;
    const take = (event: InputEvent) => {
      const { data, inputType, isComposing } = event;
      if (inputType !== 'insertText' || data === null || isComposing || composing.current) return;
      event.preventDefault();
      current!.dispatchEvent(new InputEvent('input', { data, inputType, bubbles: true }));
    };
    current?.addEventListener('beforeinput', take);
    return () => current?.removeEventListener('beforeinput', take);
  }, []);
  // The selected text stands in the field, so that the system copies it and screen readers tell it.
  useEffect(() => {
    const { current } = field;
    const text = selectedText(editing);
    if (!current || composing.current || current.value === text) return;
    current.value = text;
    current.select();
  }, [editing]);
  const input = ({ currentTarget, nativeEvent }: FormEvent<HTMLTextAreaElement>) => {
    const { isComposing, isTrusted, data } = nativeEvent as InputEvent;
    if (isComposing || composing.current) {
      compose(currentTarget.value);
      return;
    }
    if (!isTrusted) {
      insert(data ?? '');
      return;
    }
    const { value } = currentTarget;
    currentTarget.value = '';
    insert(value);
  };
  const end = ({ currentTarget, data }: CompositionEvent<HTMLTextAreaElement>) => {
    composing.current = false;
    currentTarget.value = '';
    endComposition(data);
  };
  const copy = (event: ClipboardEvent) => {
    const text = selectedText(editing);
    event.preventDefault();
    if (text === '') return;
    event.clipboardData.setData('text/plain', text);
    if (event.type === 'cut') erase('on', 'cut');
  };
  return (
    <textarea
      ref={field}
      className="text-input"
      style={caret && { left: caret.left, top: caret.top, height: Math.max(1, caret.height) }}
      aria-label={t('canvas.text', { field: t(`textField.${editing.ref.field}`) })}
      spellCheck={false}
      autoComplete="off"
      onKeyDown={takeKey}
      onInput={input}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={end}
      onCopy={copy}
      onCut={copy}
      onPaste={paste}
      onBlur={() => document.hasFocus() && leaveText()}
    />
  );
}

/** Rich text comes cleaned, as an import would bring it. */
function paste(event: ClipboardEvent): void {
  event.preventDefault();
  const html = event.clipboardData.getData('text/html');
  const off = new Set(store.get().issue?.paper.words?.cleanOff ?? []);
  const text = (html === '' ? undefined : pastedText(html, off)) ?? event.clipboardData.getData('text/plain');
  insert(text, 'paste');
}

/** Keys by their effect; arrows are those of level text. */
function takeKey(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.key === 'Process') return;
  if (!run(event)) return;
  event.preventDefault();
  event.stopPropagation();
}

const MARKS: Readonly<Record<string, 'bold' | 'kai' | 'heading' | 'underline'>> = {
  'Mod+B': 'bold',
  'Mod+U': 'underline',
  'Mod+Alt+K': 'kai',
  'Mod+Alt+1': 'heading',
};

function run(event: KeyboardEvent): boolean {
  const { key, shiftKey: extend } = event;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const byWord = isMac ? event.altKey : event.ctrlKey;
  const arrow = arrowOf(key);
  if (arrow === 'back' || arrow === 'on') {
    const far = isMac && mod ? (arrow === 'back' ? 'lineStart' : 'lineEnd') : undefined;
    move(far ?? (byWord ? (arrow === 'back' ? 'wordBack' : 'wordOn') : arrow), extend);
    return true;
  }
  if (arrow) {
    const up = arrow === 'lineUp';
    if (mod) move(isMac ? (up ? 'start' : 'end') : up ? 'paragraphBack' : 'paragraphOn', extend);
    else moveLine(up ? -1 : 1, extend);
    return true;
  }
  switch (key) {
    case 'Home':
      move(mod ? 'start' : 'lineStart', extend);
      return true;
    case 'End':
      move(mod ? 'end' : 'lineEnd', extend);
      return true;
    case 'Backspace':
      erase(byWord ? 'wordBack' : 'back');
      return true;
    case 'Delete':
      erase(byWord ? 'wordOn' : 'on');
      return true;
    case 'Enter':
      if (mod) return false;
      breakLine();
      return true;
    case 'Tab':
      goToField(extend ? -1 : 1);
      return true;
    case 'Escape':
      leaveText();
      focusPage();
      return true;
    default:
      return command(event, mod);
  }
}

function command({ code, altKey }: KeyboardEvent, mod: boolean): boolean {
  if (!mod) return false;
  const name = /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? '';
  if (name === 'A' && !altKey) {
    selectAll();
    return true;
  }
  const mark = MARKS[['Mod', altKey && 'Alt', name].filter(Boolean).join('+')];
  if (!mark) return false;
  toggleMark(mark);
  return true;
}

/** What an arrow does: in vertical text the next character is below, the next line at the left. */
function arrowOf(key: string): Extract<Move, 'back' | 'on'> | 'lineUp' | 'lineDown' | undefined {
  const level = { ArrowLeft: 'back', ArrowRight: 'on', ArrowUp: 'lineUp', ArrowDown: 'lineDown' } as const;
  const down = { ArrowUp: 'back', ArrowDown: 'on', ArrowRight: 'lineUp', ArrowLeft: 'lineDown' } as const;
  const ways = isVertical() ? down : level;
  return Object.hasOwn(ways, key) ? ways[key as keyof typeof ways] : undefined;
}
