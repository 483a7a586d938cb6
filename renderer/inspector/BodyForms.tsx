/** The body's text area with what an editor does to a selection in it: the form of its paragraphs, the marks of its runs. */
import { memo, type ReactNode, type SyntheticEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleParagraph } from '../../engine/issue/index';
import { Choice } from '../controls/Choice';
import { rove } from '../controls/rove';
import {
  FORM_CHOICES,
  type FormChoice,
  formAt,
  hasMarkAt,
  MARK_CHOICES,
  type MarkChoice,
  type Selection,
  withForm,
  withMark,
} from '../state/body-forms';
import { offerMarking } from '../state/marking';

interface BodyFormsProps {
  readonly paragraphs: readonly ArticleParagraph[];
  readonly onChange: (paragraphs: readonly ArticleParagraph[]) => void;
  /** The text area. */
  readonly children: ReactNode;
}

export function BodyForms({ paragraphs, onChange, children }: BodyFormsProps) {
  const [selection, setSelection] = useState<Selection>({ from: 0, to: 0 });
  const select = ({ target }: SyntheticEvent) => {
    if (target instanceof HTMLTextAreaElement) setSelection({ from: target.selectionStart, to: target.selectionEnd });
  };
  const empty = selection.from === selection.to;
  const toggle = (mark: MarkChoice) => onChange(withMark(paragraphs, selection, mark, !hasMarkAt(paragraphs, selection, mark)));
  useEffect(() => (empty ? undefined : offerMarking(toggle)));
  const put = (choice: FormChoice) => onChange(withForm(paragraphs, selection, choice));
  const present = useRef({ toggle, put });
  useEffect(() => {
    present.current = { toggle, put };
  });
  const onMark = useCallback((mark: MarkChoice) => present.current.toggle(mark), []);
  const onForm = useCallback((choice: FormChoice) => present.current.put(choice), []);
  const on = MARK_CHOICES.filter((mark) => hasMarkAt(paragraphs, selection, mark));
  return (
    <div className="body-forms" onSelect={select}>
      <Forms value={formAt(paragraphs, selection)} disabled={paragraphs.length === 0} onForm={onForm} />
      <MarkBar on={on.join(' ')} disabled={empty} onMark={onMark} />
      {children}
    </div>
  );
}

interface FormsProps {
  readonly value: FormChoice;
  readonly disabled: boolean;
  readonly onForm: (choice: FormChoice) => void;
}

/** Drawn again only when the selection has another form, as the bar of marks. */
const Forms = memo(function Forms({ value, disabled, onForm }: FormsProps) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('inspector.form')}
      value={value}
      choices={FORM_CHOICES.map((form) => ({ value: form, title: t(`form.${form}`) }))}
      disabled={disabled}
      onChoice={onForm}
    />
  );
});

interface MarkBarProps {
  /** Marks of the whole selection, parted by spaces. */
  readonly on: string;
  readonly disabled: boolean;
  readonly onMark: (mark: MarkChoice) => void;
}

/** Drawn again only when the selection has other marks: its text changes with every key. */
const MarkBar = memo(function MarkBar({ on, disabled, onMark }: MarkBarProps) {
  const { t } = useTranslation();
  const marks = on.split(' ');
  return (
    <div className="body-marks" role="toolbar" aria-label={t('inspector.marks')} data-list>
      {MARK_CHOICES.map((mark, index) => (
        <button
          key={mark}
          type="button"
          className="button body-mark"
          data-item
          data-mark={mark}
          tabIndex={index === 0 ? 0 : -1}
          onKeyDown={rove}
          title={t(`mark.${mark}`)}
          aria-label={t(`mark.${mark}`)}
          aria-pressed={marks.includes(mark)}
          aria-disabled={disabled}
          // The text keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (!disabled) onMark(mark);
          }}
        >
          <span aria-hidden="true">{t(`markSign.${mark}`)}</span>
        </button>
      ))}
    </div>
  );
});
