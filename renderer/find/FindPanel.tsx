/** Find and replace over the issue: every hit with its place and what it would become. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../engine/issue/index';
import { editingNow, selectionOf } from '../canvas/text/edited-text';
import { focusPage } from '../state/focus';
import { store, useDesk } from '../state/store';
import { storyCaret } from '../state/story-caret';
import { type Found, find } from './client';
import { FindLines } from './FindLines';
import { FindOptions } from './FindOptions';
import { goToHit } from './go-to-hit';
import { Hits } from './Hits';
import { NO_QUERY, SORTS } from './query';
import { replacing, type Scope, type Sort, textsIn, type Wanted } from './scope';
import { type Hit, MOST_HITS, type Query } from './search';
import './find.css';

export function FindPanel() {
  const issue = useDesk((state) => (state.finding ? state.issue : null));
  return issue ? <Panel issue={issue} /> : null;
}

/** What was last looked for stays while the window lives. */
let last = NO_QUERY;
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
  /** Where the focus was when the panel opened. */
  const [before] = useState(() => document.activeElement);
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

  const change = (part: Partial<Query>) => {
    setQuery({ ...query, ...part });
    setAt(0);
    setReplaced(0);
  };
  const close = () => {
    store.set({ finding: false });
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    else focusPage();
  };
  const show = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setAt(index);
    goToHit(issue, hit);
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
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
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
        <FindLines {...{ query, field, hits, at, readOnly }} onQuery={change} onWalk={walk} onReplace={replace} onClose={close} />
        <FindOptions {...{ query, scope, sorts }} onQuery={change} onScope={setScope} onSorts={setSorts} />
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

function statusOf(found: Found, words: string, t: ReturnType<typeof useTranslation>['t']): string {
  if ('late' in found) return t('find.late');
  if ('fault' in found) return t('find.broken');
  if (words === '') return t('find.hint');
  if (found.hits.length === 0) return t('find.none', { words });
  return found.hits.length >= MOST_HITS ? t('find.most', { n: MOST_HITS }) : t('find.count', { count: found.hits.length });
}
