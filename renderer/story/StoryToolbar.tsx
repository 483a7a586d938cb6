/** Forms of paragraphs and marks of type, and how much was changed. */
import { Toolbar } from '@base-ui/react/toolbar';
import { Eraser, Link2, Search } from 'lucide-react';
import type { EditorState } from 'prosemirror-state';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { countCharacters } from '../../engine/issue/index';
import { Choice } from '../controls/Choice';
import { CommandButton } from '../controls/CommandButton';
import { FORM_CHOICES, MARK_CHOICES, type MarkChoice } from '../state/body-forms';
import { offerMarking } from '../state/marking';
import { formOf, isMarked, setForm, setMark } from './keys';
import type { Change } from './story-changes';
import type { StoryView } from './story-view';

interface StoryToolbarProps {
  readonly state: EditorState | undefined;
  readonly story: RefObject<StoryView | undefined>;
  readonly changes: readonly Change[];
}

export function StoryToolbar({ state, story, changes }: StoryToolbarProps) {
  const { t } = useTranslation();
  const form = state && formOf(state);
  const run = (mark: MarkChoice | 'link') => {
    const view = story.current?.view;
    if (view) setMark(mark)(view.state, view.dispatch.bind(view));
  };
  useEffect(() => offerMarking(run));
  const choose = (choice: (typeof FORM_CHOICES)[number]) => {
    const view = story.current?.view;
    if (!view) return;
    setForm(choice)(view.state, view.dispatch.bind(view));
    view.focus();
  };
  const sum = (kind: Change['kind']) =>
    changes.reduce((total, change) => total + (change.kind === kind ? countCharacters(change.text) : 0), 0);
  const mark = (choice: MarkChoice | 'link', sign: React.ReactNode) => (
    <Toolbar.Button
      key={choice}
      className="button story-mark"
      data-mark={choice}
      title={t(`mark.${choice}`)}
      aria-label={t(`mark.${choice}`)}
      aria-pressed={state !== undefined && isMarked(state, choice)}
      disabled={form === undefined}
      // The text keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(choice)}
    >
      {sign}
    </Toolbar.Button>
  );
  return (
    <div className="story-tools">
      <Choice
        label={t('inspector.form')}
        value={form ?? 'text'}
        choices={FORM_CHOICES.map((value) => ({ value, title: t(`form.${value}`) }))}
        disabled={form === undefined}
        onChoice={choose}
      />
      <Toolbar.Root className="story-marks" aria-label={t('inspector.marks')}>
        {MARK_CHOICES.map((choice) => mark(choice, <span aria-hidden="true">{t(`markSign.${choice}`)}</span>))}
        {mark('link', <Link2 size={16} strokeWidth={1.75} aria-hidden="true" />)}
      </Toolbar.Root>
      <span className="spacer" />
      {changes.length > 0 && (
        <span className="figure">{t('story.changes', { added: sum('added'), removed: sum('removed') })}</span>
      )}
      <CommandButton command="cleanText" icon={Eraser} />
      <CommandButton command="findText" icon={Search} />
    </div>
  );
}
