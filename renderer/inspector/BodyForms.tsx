/** The body's text area with what an editor does to a selection in it: the form of its paragraphs, the marks of its runs. */
import { Toolbar } from '@base-ui/react/toolbar';
import { memo, type ReactNode, type SyntheticEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleParagraph } from '../../engine/issue/index';
import { Choice } from '../controls/Choice';
import {
  FORM_CHOICES,
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
  const { t } = useTranslation();
  const [selection, setSelection] = useState<Selection>({ from: 0, to: 0 });
  const select = ({ target }: SyntheticEvent) => {
    if (target instanceof HTMLTextAreaElement) setSelection({ from: target.selectionStart, to: target.selectionEnd });
  };
  const empty = selection.from === selection.to;
  const toggle = (mark: MarkChoice) => onChange(withMark(paragraphs, selection, mark, !hasMarkAt(paragraphs, selection, mark)));
  useEffect(() => (empty ? undefined : offerMarking(toggle)));
  const present = useRef(toggle);
  useEffect(() => {
    present.current = toggle;
  });
  const onMark = useCallback((mark: MarkChoice) => present.current(mark), []);
  const on = MARK_CHOICES.filter((mark) => hasMarkAt(paragraphs, selection, mark));
  return (
    <div className="body-forms" onSelect={select}>
      <Choice
        label={t('inspector.form')}
        value={formAt(paragraphs, selection)}
        choices={FORM_CHOICES.map((value) => ({ value, title: t(`form.${value}`) }))}
        disabled={paragraphs.length === 0}
        onChoice={(choice) => onChange(withForm(paragraphs, selection, choice))}
      />
      <MarkBar on={on.join(' ')} disabled={empty} onMark={onMark} />
      {children}
    </div>
  );
}

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
    <Toolbar.Root className="body-marks" aria-label={t('inspector.marks')}>
      {MARK_CHOICES.map((mark) => (
        <Toolbar.Button
          key={mark}
          className="button body-mark"
          data-mark={mark}
          title={t(`mark.${mark}`)}
          aria-label={t(`mark.${mark}`)}
          aria-pressed={marks.includes(mark)}
          disabled={disabled}
          // The text keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMark(mark)}
        >
          <span aria-hidden="true">{t(`markSign.${mark}`)}</span>
        </Toolbar.Button>
      ))}
    </Toolbar.Root>
  );
});
