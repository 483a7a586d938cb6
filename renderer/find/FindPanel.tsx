/** Find and replace over the issue: every hit with its place and what it would become. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { editingNow, selectionOf } from '../canvas/text/edited-text';
import { showText } from '../canvas/text/entering';
import { CheckField } from '../controls/CheckField';
import { Choice } from '../controls/Choice';
import { focusPage } from '../state/focus';
import { store, useDesk } from '../state/store';
import { storyCaret } from '../state/story-caret';
import { leadToText } from '../state/text-goal';
import { type Found, find } from './client';
import { Hits } from './Hits';
import { isAwaited, placeOf, replacing, type Scope, type Sort, textsIn, type Wanted } from './scope';
import { type Hit, MOST_HITS, MOST_WORDS } from './search';
import './find.css';

export function FindPanel() {
  const open = useDesk((state) => state.finding);
  const issue = useDesk((state) => state.issue);
  return open && issue ? <Panel issue={issue} /> : null;
}

/** What was last looked for stays while the window lives. */
let last = { words: '', replacement: '', byCase: false, byWidth: false, regex: false };
const SORTS: readonly Sort[] = ['heads', 'body', 'captions'];
/** Searching waits for a rest of the typist, milliseconds. */
const REST = 120;

/** The text selection from which the panel was opened: in place, or in the story editor. */
function selectedText(): Wanted['text'] {
  const editing = editingNow();
  if (editing) {
    const [from, to] = selectionOf(editing);
    return { ref: editing.ref, from, to };
  }
  return storyCaret();
}

function Panel({ issue }: { readonly issue: Issue }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(last);
  const [text] = useState(selectedText);
  const [scope, setScope] = useState<Scope>(text && text.from < text.to ? 'selection' : 'issue');
  const [sorts, setSorts] = useState<ReadonlySet<Sort>>(new Set(SORTS));
  const [found, setFound] = useState<Found>({ hits: [] });
  const [at, setAt] = useState(0);
  /** How many were replaced last. */
  const [replaced, setReplaced] = useState(0);
  const page = useDesk((state) => state.page);
  const block = useDesk((state) => state.selection);
  const readOnly = useDesk((state) => state.readOnly !== null);
  const hits = 'hits' in found ? found.hits : NONE;

  useEffect(() => {
    last = query;
    const timer = setTimeout(() => find(query, textsIn(issue, { scope, sorts, page, block, text }), setFound), REST);
    return () => clearTimeout(timer);
  }, [issue, query, scope, sorts, page, block, text]);
  useEffect(() => field.current?.select(), []);
  useEffect(foldProblems, []);

  const change = (part: Partial<typeof query>) => {
    setQuery({ ...query, ...part });
    setAt(0);
    setReplaced(0);
  };
  const close = () => {
    store.set({ finding: false });
    focusPage();
  };
  const show = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setAt(index);
    goTo(issue, hit);
  };
  const walk = (step: number) => hits.length > 0 && show((at + step + hits.length) % hits.length);
  const replace = (some: readonly Hit[]) => {
    const made = replacing(issue, some);
    if (!made) return;
    store.seal();
    store.edit(made.edit, 'edit.replaceText');
    setReplaced(some.length);
    // The button has nothing more to do, and would lose the keys.
    if (some.length === hits.length) field.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'Enter' && event.target === field.current) walk(event.shiftKey ? -1 : 1);
  };
  const status = [replaced > 0 ? t('find.replaced', { count: replaced }) : '', statusOf(found, query.words, t)]
    .filter((text, index) => text !== '' && (index === 0 || replaced === 0 || hits.length > 0))
    .join(t('find.then'));
  return (
    <section className="find" aria-label={t('find.title')} data-region="problems" onKeyDown={key}>
      <div className="find-fields">
        <div className="find-lines">
          <input
            ref={field}
            type="text"
            className="field"
            aria-label={t('find.words')}
            placeholder={t('find.words')}
            value={query.words}
            maxLength={MOST_WORDS}
            spellCheck={false}
            onChange={({ target }) => change({ words: target.value })}
          />
          <input
            type="text"
            className="field"
            aria-label={t('find.replacement')}
            placeholder={t('find.replacement')}
            value={query.replacement}
            spellCheck={false}
            onChange={({ target }) => change({ replacement: target.value })}
          />
          <div className="find-buttons">
            <button
              type="button"
              className="button icon-button"
              aria-label={t('find.previous')}
              title={t('find.previous')}
              disabled={hits.length === 0}
              onClick={() => walk(-1)}
            >
              <ChevronUp size={16} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="button icon-button"
              aria-label={t('find.next')}
              title={t('find.next')}
              disabled={hits.length === 0}
              onClick={() => walk(1)}
            >
              <ChevronDown size={16} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="button icon-button"
              aria-label={t('find.close')}
              title={t('find.close')}
              onClick={close}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </div>
          <div className="find-buttons">
            <button
              type="button"
              className="button"
              data-look="outline"
              disabled={readOnly || !hits[at]}
              onClick={() => replace(hits.slice(at, at + 1))}
            >
              {t('find.replace')}
            </button>
            <button
              type="button"
              className="button"
              data-look="outline"
              disabled={readOnly || hits.length === 0}
              onClick={() => replace(hits)}
            >
              {t('find.replaceAll')}
            </button>
          </div>
        </div>
        <div className="find-options">
          <CheckField label={t('find.byCase')} checked={query.byCase} onChange={(byCase) => change({ byCase })} />
          <CheckField label={t('find.byWidth')} checked={query.byWidth} onChange={(byWidth) => change({ byWidth })} />
          <CheckField label={t('find.regex')} checked={query.regex} onChange={(regex) => change({ regex })} />
        </div>
        <div className="find-options">
          <Choice
            label={t('find.scope')}
            value={scope}
            choices={(['issue', 'page', 'selection'] as const).map((value) => ({ value, title: t(`find.in.${value}`) }))}
            onChoice={setScope}
          />
          {SORTS.map((sort) => (
            <CheckField
              key={sort}
              label={t(`find.sort.${sort}`)}
              checked={sorts.has(sort)}
              onChange={(on) => setSorts(toggled(sorts, sort, on))}
            />
          ))}
        </div>
        <p className="find-status" role="status" data-tone={'hits' in found ? undefined : 'error'}>
          {status}
        </p>
      </div>
      <Hits issue={issue} hits={hits} at={at} onShow={show} />
    </section>
  );
}

const NONE: readonly Hit[] = [];

/** The page needs the room: the list of problems is folded as long as the panel is open. */
function foldProblems(): (() => void) | undefined {
  const { panels } = store.get();
  if (!panels.bottom) return undefined;
  store.set({ panels: { ...panels, bottom: false } });
  return () => store.set({ panels: { ...store.get().panels, bottom: true } });
}

function toggled(sorts: ReadonlySet<Sort>, sort: Sort, on: boolean): ReadonlySet<Sort> {
  const next = new Set(sorts);
  if (on) next.add(sort);
  else next.delete(sort);
  return next;
}

function statusOf(found: Found, words: string, t: ReturnType<typeof useTranslation>['t']): string {
  if ('late' in found) return t('find.late');
  if ('fault' in found) return t('find.broken');
  if (words === '') return t('find.hint');
  if (found.hits.length === 0) return t('find.none', { words });
  return found.hits.length >= MOST_HITS ? t('find.most', { n: MOST_HITS }) : t('find.count', { count: found.hits.length });
}

/** In the story editor where that is open, else on the page; what stands on no page is opened in the story editor or the inspector. */
function goTo(issue: Issue, { ref, from, to }: Hit): void {
  const place = placeOf(issue, ref);
  if (isAwaited(ref.field)) {
    store.inspect({ list: 'articles', id: ref.id }, place?.block ?? null);
    return;
  }
  if (leadToText(ref, from, to)) return;
  const inStory = ref.list === 'articles' && (store.get().story !== null || place?.block === null);
  if (inStory) {
    store.inspect({ list: 'articles', id: ref.id }, place?.block ?? null);
    store.set({ story: ref.id });
    leadToText(ref, from, to, true);
  } else if (place?.block) showText(place.block, ref, from, to);
  else if (place) store.inspect(place.material);
}
