/** The text of a story: what it is called and compared with, its tools, the text itself, how much of it stands. */
import { ArrowLeft } from 'lucide-react';
import type { EditorState } from 'prosemirror-state';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article, Block } from '../../engine/issue/index';
import { type ProofFinding, sayFinding } from '../../engine/proofread';
import { HeadBreaks } from '../controls/HeadBreaks';
import { useProofs } from '../proof/client';
import { leadFindings } from '../proof/text-fields';
import { runCommand } from '../state/commands';
import { itemOf } from '../state/facts';
import { pageOfBlock, store, useDesk } from '../state/store';
import { takeKeptCaret } from '../state/story-caret';
import { offerText } from '../state/text-goal';
import { stretchesOf } from './article-doc';
import { useCompared } from './compared';
import { FindingCard } from './FindingCard';
import { StoryFoot } from './StoryFoot';
import { StoryPictures } from './StoryPictures';
import { StoryToolbar } from './StoryToolbar';
import { isOverset, useStoryLines } from './story-places';
import { StoryView } from './story-view';

interface StoryPaneProps {
  readonly article: Article;
  readonly blocks: readonly Block[];
}

/** Marks follow the text when its writer rests for so long, milliseconds. */
const REST = 60;

export function StoryPane({ article, blocks }: StoryPaneProps) {
  const { t, i18n } = useTranslation();
  const { id } = article;
  const place = useRef<HTMLDivElement>(null);
  const story = useRef<StoryView>(undefined);
  const [state, setState] = useState<EditorState>();
  const issue = useDesk((desk) => desk.issue);
  const ids = blocks.map((block) => block.id);
  const { lines, revision } = useStoryLines(id, ids);
  const proofs = useProofs();
  const findings = useMemo(() => proofs.filter((finding) => finding.list === 'articles' && finding.id === id), [proofs, id]);
  const { changes } = useCompared(article);
  const page = pageOfBlock(issue, ids[0] ?? '');
  const label = t('story.text');

  useEffect(() => {
    const first = itemOf(store.get().issue!, 'articles', id);
    if (!first) return undefined;
    const made = new StoryView(place.current!, id, first, label, { onState: setState, onLeave: () => runCommand('leaveStory') });
    story.current = made;
    const kept = takeKeptCaret();
    const stood = kept?.ref.id === id && made.select({ field: kept.ref.field, offset: kept.from }, kept.to - kept.from);
    if (!stood) made.view.focus();
    const stop = store.subscribe(() => {
      const { issue: now } = store.get();
      const next = now && itemOf(now, 'articles', id);
      if (next) made.follow(next);
    });
    return () => {
      stop();
      made.destroy();
      story.current = undefined;
    };
  }, [id, label]);

  useEffect(() => {
    const timer = setTimeout(() => {
      const made = story.current;
      if (!made || (lines.length > 0 && revision < made.since)) return;
      const now = itemOf(store.get().issue!, 'articles', id);
      made.mark({
        lines,
        overset: now !== undefined && isOverset(now, lines),
        findings,
        changes,
        words: {
          head: (name) => t(`inspector.${name === 'credit' ? 'byline' : name}`),
          row: (row) => t('story.row', { row }),
          column: (column, other) => t(other > 0 ? 'story.columnOnPage' : 'story.column', { column, page: other }),
          finding: (finding) => sayFinding(finding, i18n.language.startsWith('en') ? 'en' : 'zh').detail,
        },
      });
    }, REST);
    return () => clearTimeout(timer);
  });

  const show = useCallback(
    (finding: ProofFinding): boolean => {
      const made = story.current;
      if (!made || finding.list !== 'articles' || finding.id !== id) return false;
      const stretch = stretchesOf(made.view.state.doc).find(
        ({ field, index }) => field === finding.field && index === finding.index,
      );
      if (!stretch) return false;
      made.select({ field: stretch.field, offset: stretch.offset + finding.from }, finding.to - finding.from);
      return true;
    },
    [id],
  );
  useEffect(() => leadFindings(show), [show]);
  useEffect(
    () =>
      offerText((ref, from, to) => {
        if (ref.list !== 'articles' || ref.id !== id) return false;
        return story.current?.select({ field: ref.field, offset: from }, to - from) ?? false;
      }),
    [id],
  );

  return (
    <section className="story" aria-label={t('story.title')} data-region="library" onKeyDown={leave}>
      <header className="story-head">
        <button type="button" className="button" onClick={() => runCommand('leaveStory')}>
          <ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />
          {t('story.back')}
        </button>
        <h2>{article.headline.join(' ') || t('story.untitled')}</h2>
        {page !== undefined && <span className="page-chip">{t('story.page', { page })}</span>}
      </header>
      <StoryToolbar state={state} story={story} changes={changes} />
      <div className="story-scroll">
        <div ref={place} className="story-place" />
        <HeadBreaks article={article} block={blocks[0]} />
        <StoryPictures article={article} blocks={blocks} />
        <FindingCard place={place} findings={findings} />
      </div>
      <StoryFoot article={article} blocks={blocks} lines={lines} />
    </section>
  );
}

/** Esc climbs from the story to its page. */
function leave(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  runCommand('leaveStory');
}
