/** Letters typed in a field that go to the document first, and stand in the field with the page's picture (`state/held-letter.ts`). */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { holdLetter } from '../state/held-letter';
import { store } from '../state/store';

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Letter {
  readonly data: string;
  /** The field's text before it, and the stretch that it takes the place of, UTF-16. */
  readonly before: string;
  readonly from: number;
  readonly to: number;
}

interface Letters {
  /** The text that the field keeps showing while a letter is held back. */
  readonly before: () => string | undefined;
  /** Whether the field's text changes by such a letter: the document has it. */
  readonly arePut: () => boolean;
}

/**
 * `commit` writes the field's text into the document and tells whether that changed; `lost` hears the text when the letter cannot be put
 * into the field any more, since that was left or shows something else. Only plain letters that fit are held back: what input methods
 * compose, line breaks and whatever deletes are the field's own.
 */
export function useLetters(
  element: RefObject<HTMLElement | null>,
  commit: (text: string) => boolean,
  lost: (text: string) => void,
): Letters {
  const held = useRef<Letter>(undefined);
  const putting = useRef(false);
  const present = useRef({ commit, lost });
  useLayoutEffect(() => {
    present.current = { commit, lost };
  });
  useEffect(() => {
    const field = element.current as Field | null;
    if (!field) return;
    const put = () => {
      const letter = held.current;
      held.current = undefined;
      if (!letter) return;
      const { data, before, from, to } = letter;
      if (document.activeElement !== field || field.value !== before) {
        present.current.lost(textWith(letter));
        return;
      }
      if (field.selectionStart !== from || field.selectionEnd !== to) field.setSelectionRange(from, to);
      putting.current = true;
      // As if typed, so that the field's own undo knows it.
      document.execCommand('insertText', false, data);
      putting.current = false;
    };
    const take = (event: Event) => {
      const letter = letterOf(event as InputEvent, field);
      if (!letter) return;
      // Before the document changes: the field may be drawn again at once.
      held.current = letter;
      let changed = false;
      try {
        changed = present.current.commit(textWith(letter));
      } finally {
        if (!changed) held.current = undefined;
      }
      if (!changed) return;
      event.preventDefault();
      holdLetter(put, store.get().revision);
    };
    field.addEventListener('beforeinput', take);
    return () => {
      held.current = undefined;
      field.removeEventListener('beforeinput', take);
    };
  }, [element]);
  return { before: () => held.current?.before, arePut: () => putting.current };
}

function letterOf({ data, inputType, isComposing }: InputEvent, field: Field): Letter | undefined {
  if (inputType !== 'insertText' || isComposing || !data || /[\r\n]/.test(data)) return undefined;
  const { value: before, selectionStart: from, selectionEnd: to, maxLength } = field;
  if (from === null || to === null) return undefined;
  const letter = { data, before, from, to };
  return maxLength >= 0 && textWith(letter).length > maxLength ? undefined : letter;
}

function textWith({ data, before, from, to }: Letter): string {
  return before.slice(0, from) + data + before.slice(to);
}
